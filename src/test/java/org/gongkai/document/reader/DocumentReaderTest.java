package org.gongkai.document.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.gongkai.document.BlocksDump;
import org.gongkai.document.CharsetFrom;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Format;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Position;
import org.gongkai.document.Text;
import org.gongkai.document.docx.DocxFixture;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
  private static void is(byte[] bytes, Format format, Problem problem) {
    Document document = DocumentReader.read(bytes);
    assertThat(document.format()).isEqualTo(format);
    assertThat(document.problem()).isEqualTo(problem);
    assertThat(document.blocks()).isEmpty();
  }

  private static byte[] compound(String stream) {
    byte[] bytes = new byte[2048];
    byte[] magic = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1".getBytes(ISO_8859_1);
    System.arraycopy(magic, 0, bytes, 0, magic.length);
    byte[] name = stream.getBytes(UTF_16LE);
    System.arraycopy(name, 0, bytes, 1024, name.length);
    return bytes;
  }

  @Test
  void tellsNothing() {
    is(new byte[0], Format.EMPTY, Problem.EMPTY);
    is(" \r\n\t\u3000".getBytes(UTF_8), Format.EMPTY, Problem.EMPTY);
    is("\ufeff".getBytes(UTF_8), Format.EMPTY, Problem.EMPTY);
  }

  @Test
  void tellsFormatsThatAreNotRead() {
    is(compound("WordDocument"), Format.DOC, Problem.DAMAGED);
    is(compound("Workbook"), Format.XLS, Problem.UNSUPPORTED);
    is(compound("EncryptedPackage"), Format.DOCX, Problem.ENCRYPTED);
    is("%PDF-1.7\n%\u00e2".getBytes(ISO_8859_1), Format.PDF, Problem.DAMAGED);
    is("{\\rtf1\\ansi}".getBytes(ISO_8859_1), Format.RTF, Problem.UNSUPPORTED);
    is("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1), Format.IMAGE, Problem.UNSUPPORTED);
    is("7z\u00bc\u00af'\u001c".getBytes(ISO_8859_1), Format.ARCHIVE, Problem.UNSUPPORTED);
    for (Map.Entry<String, Format> part :
        Map.of(
                "xl/workbook.xml", Format.XLSX,
                "OFD.xml", Format.OFD,
                "年报.html", Format.ARCHIVE)
            .entrySet()) {
      is(
          DocxFixture.zip(Map.of(part.getKey(), new byte[10])),
          part.getValue(),
          Problem.UNSUPPORTED);
    }
    is(
        DocxFixture.zip(Map.of("content.xml", new byte[10], "META-INF/manifest.xml", new byte[10])),
        Format.ODT,
        Problem.UNSUPPORTED);
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    is(noise, Format.BINARY, Problem.UNSUPPORTED);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void readsWhatIsPackedByGzipAndStopsWhatGrowsBeyondTheLimit() throws IOException {
    byte[] page = "<html><p>甲</p></html>".getBytes(UTF_8);
    assertThat(BlocksDump.of(DocumentReader.read(gzip(page)))).isEqualTo("P 甲\n");
    is(gzip(gzip(page)), Format.ARCHIVE, Problem.UNSUPPORTED);
    is(gzip(new byte[70 << 20]), Format.ARCHIVE, Problem.BOMB);
    is(Arrays.copyOf(gzip(page), 20), Format.ARCHIVE, Problem.DAMAGED);
    assertThat(DocumentReader.read(gzip(new byte[3 << 20]), 2 << 20).problem())
        .isEqualTo(Problem.TOO_LARGE);
  }

  @Test
  void readsAPageWhateverItCallsItself() {
    String word =
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><p class=MsoNormal>甲<o:p></o:p></p></body></html>";
    assertThat(DocumentReader.read(word.getBytes(UTF_8)).format()).isEqualTo(Format.HTML);
  }

  @Test
  void takesATextWithRemainsOfTagsAsText() {
    for (String text :
        new String[] {"甲<br>乙\n", "甲 br /> 乙 /td>\n", "印发<中华人民共和国某某条例>的通知", "3 < 5 > 2"}) {
      assertThat(DocumentReader.read(text.getBytes(UTF_8)).format())
          .as(text)
          .isEqualTo(Format.TEXT);
    }
  }

  @Test
  void takesUtf16TextAsText() {
    Document document = DocumentReader.read("\ufeff一、总体情况\r\n3 件\r\n".getBytes(UTF_16LE));
    assertThat(document.format()).isEqualTo(Format.TEXT);
    assertThat(BlocksDump.of(document)).isEqualTo("P 一、总体情况\nP 3 件\n");
  }

  @Test
  void leavesOutNulsInText() {
    Document document =
        DocumentReader.read("<html><p>收到\0申请三百二十五件，办结三百二十件，\0其余结转下年度继续办理。</p>".getBytes(UTF_8));
    Text text = ((Paragraph) document.blocks().get(0)).text();
    assertThat(text.string()).isEqualTo("收到申请三百二十五件，办结三百二十件，其余结转下年度继续办理。");
    assertThat(text.at(2)).isEqualTo(new Position(1, 13));
  }

  @Test
  void refusesWhatIsTooLarge() {
    byte[] page = ("<html><p>" + "甲".repeat(100)).getBytes(UTF_8);
    Document document = DocumentReader.read(page, 100);
    assertThat(document.format()).isEqualTo(Format.HTML);
    assertThat(document.problem()).isEqualTo(Problem.TOO_LARGE);
    assertThat(DocumentReader.read(page, page.length).problem()).isNull();
  }

  @Test
  void readsMhtml() {
    String mhtml =
        """
        From: <saved>
        Subject: =?utf-8?B?5bm05oql?=
        MIME-Version: 1.0
        Content-Type: multipart/related;
         type="text/html";
         boundary="----=_Part_0"

        ------=_Part_0
        Content-Type: text/html; charset="gb2312"
        Content-Transfer-Encoding: quoted-printable

        <html><body><p>=D2=BB=
        =A1=A2=D7=DC=CC=E5=C7=E9=BF=F6</p>
        <p>3 =3D 3</p></body></html>
        ------=_Part_0
        Content-Type: image/png
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        ------=_Part_0--
        """;
    for (String text : new String[] {mhtml, mhtml.replace("\n", "\r\n")}) {
      Document document = DocumentReader.read(text.getBytes(ISO_8859_1));
      assertThat(document.format()).isEqualTo(Format.MHTML);
      assertThat(document.charset()).isEqualTo("GB18030");
      assertThat(document.charsetFrom()).isEqualTo(CharsetFrom.DECLARED);
      assertThat(BlocksDump.of(document)).isEqualTo("P 一、总体情况\nP 3 = 3\n");
      assertThat(((Paragraph) document.blocks().get(1)).text().position())
          .isEqualTo(new Position(2, 4));
    }
  }

  @Test
  void readsMhtmlInBase64EvenCutOff() {
    String page =
        java.util.Base64.getMimeEncoder()
            .encodeToString("<html><p>总体情况</p><p>乙</p>".getBytes(UTF_8));
    String head =
        "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n";
    assertThat(BlocksDump.of(DocumentReader.read((head + page).getBytes(ISO_8859_1))))
        .isEqualTo("P 总体情况\nP 乙\n");
    byte[] whole = (head + page).getBytes(ISO_8859_1);
    assertThat(BlocksDump.of(DocumentReader.read(Arrays.copyOf(whole, whole.length - 9))))
        .startsWith("P 总体情况\n");
  }
}
