package org.gongkai.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Text;
import org.gongkai.fuzz.FuzzSupport;
import org.gongkai.rendering.PdfStyle;
import org.gongkai.rendering.PdfWriter;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, and any content of a page, give a document whose words stand on its pages. */
class PdfFuzzTest {
  static Stream<byte[]> files() {
    return Stream.of(PdfStyle.Font.values())
        .map(
            font ->
                new PdfWriter(PdfStyle.PLAIN.font(font), new Random(1))
                    .page()
                    .box(100, 100, 200, 130)
                    .box(200, 100, 300, 130)
                    .text("总计", 110, 108, 10)
                    .text("12", 210, 108, 10)
                    .bytes());
  }

  static Stream<byte[]> contents() {
    return Stream.of(
            "q 1 0 0 -1 0 842 cm 100 100 m 200 100 l S 100 100 90 .5 re f BT /F 10 Tf 1 0 0 1 100 700 Tm <0041004200310032> Tj ET Q",
            "/Artifact <</Type/Pagination>> BDC BT 3 Tr /F 10 Tf [(ab)-200(cd)]TJ T* (ef)' EMC BI /W 1 /H 1 ID x EI")
        .map(content -> content.getBytes(ISO_8859_1));
  }

  @MethodSource("files")
  @FuzzTest
  void file(byte[] bytes) {
    check(bytes);
  }

  @MethodSource("contents")
  @FuzzTest
  void content(byte[] bytes) {
    check(
        PdfWriter.file(
            List.of(
                "<</Type/Catalog/Pages 2 0 R>>".getBytes(ISO_8859_1),
                "<</Type/Pages/Count 1/Kids[3 0 R]>>".getBytes(ISO_8859_1),
                ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F"
                        + "<</Type/Font/Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts"
                        + "[<</CIDSystemInfo<</Ordering(GB1)>>>>]>>>>>>>>")
                    .getBytes(ISO_8859_1),
                PdfWriter.stream("", bytes, false)),
            1));
  }

  private static void check(byte[] pdf) {
    Document[] last = new Document[1];
    FuzzSupport.checkTwice(
        () -> {
          last[0] = PdfReader.read(pdf);
          return last[0].problem() + " " + words(last[0]);
        });
    for (Block block : last[0].blocks()) {
      for (Text text : block.texts()) {
        assertThat(text.position().page()).isBetween(1, last[0].pages().count());
        assertThat(text.position().line()).isPositive();
        assertThat(text.position().column()).isPositive();
      }
    }
  }

  private static String words(Document document) {
    StringBuilder words = new StringBuilder();
    for (Block block : document.blocks()) {
      block.texts().forEach(text -> words.append(text.string()).append('\n'));
    }
    return words.toString();
  }
}
