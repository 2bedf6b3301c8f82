package org.gongkai.document.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.gongkai.document.CharsetFrom;
import org.gongkai.document.Document;
import org.gongkai.document.Paragraph;
import org.gongkai.document.reader.DocumentReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {
  private static final String PAGE =
      "<html><head>%s<title>某市年度报告</title></head><body><p>一、总体情况</p><p>本年收到申请三件，均已答复。</p></body></html>";

  private static Document read(String page, String meta, String charset) {
    return DocumentReader.read(page.formatted(meta).getBytes(Charset.forName(charset)));
  }

  private static void is(Document document, String charset, CharsetFrom from) {
    assertThat(document.charset()).isEqualTo(charset);
    assertThat(document.charsetFrom()).isEqualTo(from);
    assertThat(((Paragraph) document.blocks().get(0)).text().string()).isEqualTo("一、总体情况");
  }

  @Test
  void readsTheMark() {
    is(read("\ufeff" + PAGE, "", "UTF-8"), "UTF-8", CharsetFrom.BOM);
    is(read("\ufeff" + PAGE, "", "UTF-16LE"), "UTF-16LE", CharsetFrom.BOM);
    is(read("\ufeff" + PAGE, "", "UTF-16BE"), "UTF-16BE", CharsetFrom.BOM);
  }

  @Test
  void prefersValidUtf8ToTheDeclaration() {
    is(read(PAGE, "<meta charset=gbk>", "UTF-8"), "UTF-8", CharsetFrom.UTF8);
  }

  @Test
  void readsTheGbkFamilyAsGb18030() {
    for (String name : new String[] {"gb2312", "GBK", "gb_2312-80", "GB18030", "x-gbk"}) {
      is(
          read(
              PAGE,
              "<meta http-equiv='Content-Type' content='text/html; charset=" + name + "'>",
              "GB18030"),
          "GB18030",
          CharsetFrom.DECLARED);
    }
  }

  @Test
  void detectsWithoutOrAgainstTheDeclaration() {
    is(read(PAGE, "", "GBK"), "GB18030", CharsetFrom.DETECTED);
    is(read(PAGE, "<meta charset=utf-8>", "GBK"), "GB18030", CharsetFrom.DETECTED);
    is(read(PAGE, "<meta charset=iso-8859-1>", "GBK"), "GB18030", CharsetFrom.DETECTED);
    is(read(PAGE, "<meta charset=x-nobody-knows>", "GBK"), "GB18030", CharsetFrom.DETECTED);
  }

  @Test
  void replacementCharactersThatAreWrittenOutAreUtf8() {
    assertThat(decode("规\ufffd12", "UTF-8", null))
        .isEqualTo(new Decoded("规\ufffd12", "UTF-8", CharsetFrom.UTF8));
  }

  @Test
  void keepsToUtf8WhereAFewBytesAreDamaged() {
    byte[] bytes = PAGE.formatted("").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 20] = (byte) 0xe4;
    Document document = DocumentReader.read(java.util.Arrays.copyOf(bytes, bytes.length - 1));
    is(document, "UTF-8", CharsetFrom.DETECTED);
  }

  /** Bytes without markup, so that the declaration is the one that comes with them. */
  private static Decoded decode(String text, String charset, @Nullable String declared) {
    return Charsets.decode(text.getBytes(Charset.forName(charset)), declared);
  }

  @Test
  void aMarkThatIsCutIsNone() {
    for (int[] bytes : new int[][] {{0xef, 0xbb}, {0xff}, {0xfe}, {}}) {
      byte[] cut = new byte[bytes.length];
      for (int i = 0; i < cut.length; i++) {
        cut[i] = (byte) bytes[i];
      }
      assertThat(Charsets.decode(cut, null).from()).isNotEqualTo(CharsetFrom.BOM);
    }
  }

  @Test
  void aMarkAloneIsAnEmptyText() {
    assertThat(decode("\ufeff", "UTF-8", null))
        .isEqualTo(new Decoded("", "UTF-8", CharsetFrom.BOM));
    assertThat(decode("\ufeff", "UTF-16LE", null))
        .isEqualTo(new Decoded("", "UTF-16LE", CharsetFrom.BOM));
  }

  @Test
  void plainAsciiIsUtf8() {
    assertThat(decode("no report", "US-ASCII", "gb2312"))
        .isEqualTo(new Decoded("no report", "UTF-8", CharsetFrom.DETECTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Big5", "big5-hkscs"})
  void readsBig5WhereItIsDeclared(String declared) {
    assertThat(decode("政府信息公開", "Big5", declared))
        .isEqualTo(new Decoded("政府信息公開", "Big5", CharsetFrom.DECLARED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<?xml version='1.0' encoding='gbk'?><p>a</p>|GB18030",
        "<?xml version='1.0'?><p>encoding gbk</p>|GB18030",
        "<?xml version='1.0'?><meta charset=big5>|Big5",
        "<p>encoding='gbk'</p>|GB18030",
        "<meta charset = \"big5\" >|Big5",
        "<META CHARSET='Big5'>|Big5",
        "<meta name=a content=b><meta charset=big5>|Big5",
        "<meta name=a><p>charset=big5</p>|GB18030",
        "<meta charset=>|GB18030",
        "<meta content='text/html;charset=big5|Big5"
      })
  void readsWhatThePageDeclares(String page, String charset) {
    assertThat(decode(page + "公開", "Big5", null).charset()).isEqualTo(charset);
  }

  @Test
  void whatCameWithTheBytesIsPreferredToWhatThePageDeclares() {
    assertThat(decode("<meta charset=gbk>公開", "Big5", "big5").charset()).isEqualTo("Big5");
  }

  @Test
  void aDeclarationIsLookedForInTheFirstEightThousandBytes() {
    String meta = "<meta charset=big5>";
    assertThat(decode(" ".repeat(8192 - meta.length()) + meta + "公開", "Big5", null).charset())
        .isEqualTo("Big5");
    assertThat(decode(" ".repeat(8192) + meta + "公開", "Big5", null).charset()).isEqualTo("GB18030");
  }

  @Test
  void charactersThatGbkLacksAreReadInGb18030() {
    String text = "某局收到申请三件，均已答复。经办人：㐂䶮，\u2641。";
    assertThat(decode(text, "GB18030", null))
        .isEqualTo(new Decoded(text, "GB18030", CharsetFrom.DETECTED));
  }
}
