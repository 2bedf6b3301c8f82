package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CharsetsTest {
  private static final String PAGE =
      "<html><head>%s<title>某市年度报告</title></head><body><p>一、总体情况</p><p>本年收到申请三件，均已答复。</p></body></html>";
  private static final String TRADITIONAL =
      "<html><body><p>一、總體情況</p><p>本年收到申請三件，均已答復。行政機關</p></body></html>";

  private static Document read(String page, String meta, String charset) {
    return Documents.read(page.formatted(meta).getBytes(Charset.forName(charset)));
  }

  private static void is(Document document, String charset, CharsetFrom from) {
    assertThat(document.charset()).isEqualTo(charset);
    assertThat(document.charsetFrom()).isEqualTo(from);
    assertThat(((Paragraph) document.blocks().get(0)).text().string()).isIn("一、总体情况", "一、總體情況");
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
    is(read(TRADITIONAL, "", "Big5"), "Big5", CharsetFrom.DETECTED);
    is(read(TRADITIONAL, "<meta charset=gbk>", "Big5"), "Big5", CharsetFrom.DETECTED);
  }

  @Test
  void tellsUtf16WithoutAMark() {
    is(read(PAGE, "", "UTF-16LE"), "UTF-16LE", CharsetFrom.DETECTED);
    is(read(PAGE, "", "UTF-16BE"), "UTF-16BE", CharsetFrom.DETECTED);
  }

  @Test
  void keepsToUtf8WhereAFewBytesAreDamaged() {
    byte[] bytes = PAGE.formatted("").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 20] = (byte) 0xe4;
    Document document = Documents.read(java.util.Arrays.copyOf(bytes, bytes.length - 1));
    is(document, "UTF-8", CharsetFrom.DETECTED);
  }
}
