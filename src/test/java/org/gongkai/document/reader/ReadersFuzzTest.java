package org.gongkai.document.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongkai.document.Block;
import org.gongkai.document.BlocksDump;
import org.gongkai.document.Document;
import org.gongkai.document.Format;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Position;
import org.gongkai.document.Text;
import org.gongkai.document.charset.Charsets;
import org.gongkai.document.charset.Decoded;
import org.gongkai.document.docx.DocxFixture;
import org.gongkai.document.html.HtmlReader;
import org.gongkai.document.mhtml.MhtmlReader;
import org.gongkai.document.text.TextReader;
import org.gongkai.fuzz.FuzzSupport;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes give a document, and every word in it stands somewhere in the source. */
class ReadersFuzzTest {
  static Stream<byte[]> pages() {
    return FuzzSupport.files(".html");
  }

  static Stream<byte[]> texts() {
    return FuzzSupport.files(".txt");
  }

  static Stream<byte[]> samples() {
    return Stream.concat(
        Stream.of("GB18030", "UTF-16LE", "UTF-16BE", "Big5", "UTF-8")
            .map(charset -> "政府信息公开年度报告，三、收到和处理".getBytes(Charset.forName(charset))),
        Stream.of("<meta charset=gbk>二、主动公开".getBytes(Charset.forName("GBK"))));
  }

  static Stream<byte[]> documentParts() throws IOException {
    return Stream.of(part(docx()));
  }

  static Stream<byte[]> archives() {
    return Stream.of(docx());
  }

  static Stream<byte[]> messages() {
    String head =
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n";
    return Stream.of(
            head
                + "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                + "Content-Location: x.html\r\n\r\n<p class=3D\"a\">=E4=B8=80=\r\n</p>\r\n--b--\r\n",
            head
                + "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+MTI8L3A+\r\n--b--\r\n")
        .map(message -> message.getBytes(UTF_8));
  }

  @MethodSource("samples")
  @FuzzTest
  void charset(byte[] bytes) {
    Decoded decoded = FuzzSupport.checkTwice(() -> Charsets.decode(bytes, null));
    assertThat(Charset.isSupported(decoded.charset())).isTrue();
    if (bytes.length > 0 && isUtf8(bytes) && decoded.charset().equals("UTF-8")) {
      String text = new String(bytes, UTF_8);
      assertThat(decoded.text()).isEqualTo(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
  }

  @MethodSource("pages")
  @FuzzTest
  void html(byte[] bytes) {
    Decoded decoded = Charsets.decode(bytes, null);
    check(() -> HtmlReader.read(Format.HTML, decoded));
  }

  @MethodSource("texts")
  @FuzzTest
  void text(byte[] bytes) {
    Decoded decoded = Charsets.decode(bytes, null);
    check(() -> TextReader.read(decoded));
  }

  /** The part of a Word document that holds its words. */
  @MethodSource("documentParts")
  @FuzzTest
  void docx(byte[] bytes) {
    byte[] archive = DocxFixture.zip(Map.of("word/document.xml", bytes));
    check(() -> DocumentReader.read(archive));
  }

  @MethodSource("archives")
  @FuzzTest
  void archive(byte[] bytes) {
    check(() -> DocumentReader.read(bytes));
  }

  @MethodSource("messages")
  @FuzzTest
  void mhtml(byte[] bytes) {
    check(() -> MhtmlReader.read(bytes));
  }

  private static void check(Supplier<Document> reader) {
    Document[] last = new Document[1];
    FuzzSupport.checkTwice(
        () -> {
          last[0] = reader.get();
          return BlocksDump.of(last[0]) + last[0].problem() + last[0].format();
        });
    List<Block> blocks = last[0].blocks();
    for (int i : new int[] {0, blocks.size() / 2, blocks.size() - 1}) {
      if (i >= 0 && i < blocks.size()) {
        stands(blocks.get(i));
      }
    }
  }

  private static void stands(Block block) {
    if (block instanceof Paragraph paragraph) {
      stands(paragraph.text());
    } else if (block instanceof Grid grid) {
      grid.rows().stream()
          .limit(2)
          .flatMap(row -> row.cells().stream().limit(3))
          .forEach(cell -> standsAnywhere(cell.text()));
    }
  }

  /**
   * What stands in a table but outside its cells is shown before it: in a cell around that table,
   * words may come in another order than in the source.
   */
  private static void standsAnywhere(Text text) {
    for (int at : new int[] {0, text.string().length()}) {
      assertThat(text.at(at).line()).isPositive();
      assertThat(text.at(at).column()).isPositive();
    }
  }

  private static void stands(Text text) {
    standsAnywhere(text);
    Position from = text.position();
    Position to = text.at(text.string().length());
    assertThat(to.line()).isGreaterThanOrEqualTo(from.line());
    assertThat(to.line() > from.line() || to.column() >= from.column()).isTrue();
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static byte[] docx() {
    return new DocxFixture()
        .paragraph("一、总体情况")
        .table(
            DocxFixture.row(DocxFixture.cell("项目").across(2), DocxFixture.cell("数量")),
            DocxFixture.row(
                DocxFixture.cell("甲").merged(true), DocxFixture.cell("乙"), DocxFixture.cell("3")))
        .bytes();
  }

  private static byte[] part(byte[] archive) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")) {
          return zip.readAllBytes();
        }
      }
    }
    throw new IllegalStateException("the fixture has no words");
  }
}
