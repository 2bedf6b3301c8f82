package org.gongkai.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.rendering.PdfStyle;
import org.gongkai.rendering.PdfWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files made to hurt end in a result, soon. */
class HostilePdfTest {
  /** Of processor time: what other processes take does not count. */
  private static final long SECOND = 1_000_000_000L;

  private final List<byte[]> objects = new ArrayList<>();

  @BeforeAll
  static void warm() {
    PdfReader.read(new PdfWriter(PdfStyle.PLAIN, new Random(1)).page().text("甲", 9, 9, 9).bytes());
  }

  /** Reads it in less than a second at one of three times: at first, code is compiled as well. */
  private static Document read(byte[] bytes) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int times = 1; ; times++) {
      long begin = threads.getCurrentThreadCpuTime();
      Document document = PdfReader.read(bytes);
      long took = threads.getCurrentThreadCpuTime() - begin;
      if (times == 3 || took < SECOND) {
        assertThat(took).isLessThan(SECOND);
        return document;
      }
    }
  }

  private int add(String object) {
    objects.add(object.getBytes(ISO_8859_1));
    return objects.size();
  }

  private int add(byte[] stream) {
    objects.add(stream);
    return objects.size();
  }

  /** A file with a page of this content; objects 1 and 2 are the catalogue and the tree. */
  private byte[] page(String resources, byte[] stream) {
    int content = add(stream);
    int page =
        add(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<"
                + resources
                + ">>/Contents "
                + content
                + " 0 R>>");
    objects.set(0, "<</Type/Catalog/Pages 2 0 R>>".getBytes(ISO_8859_1));
    objects.set(1, ("<</Type/Pages/Count 1/Kids[" + page + " 0 R]>>").getBytes(ISO_8859_1));
    return PdfWriter.file(objects, 1);
  }

  HostilePdfTest() {
    add("");
    add("");
  }

  /** So many bytes of the same, deflated. */
  private static byte[] inflating(String dictionary, long size, String what) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    byte[] piece = what.repeat((1 << 20) / what.length()).getBytes(ISO_8859_1);
    for (long done = 0; done < size; done += piece.length) {
      deflater.setInput(piece);
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return PdfWriter.stream(dictionary + "/Filter/FlateDecode", out.toByteArray(), false);
  }

  @Test
  void aContentStreamThatInflatesWithoutEndIsABomb() {
    assertThat(read(page("", inflating("", 200L << 20, "0 0 m "))).problem())
        .isEqualTo(Problem.BOMB);
  }

  @Test
  void operatorsWithoutEndAreABomb() {
    assertThat(read(page("", inflating("", 8L << 20, "q "))).problem()).isEqualTo(Problem.BOMB);
  }

  @Test
  void linesWithoutEndAreABomb() {
    assertThat(read(page("", inflating("", 12L << 20, "0 0 m 9 0 l S "))).problem())
        .isEqualTo(Problem.BOMB);
  }

  @Test
  void linesWithoutEndThatCrossEndSoon() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      float at = 4 + i * .0195f;
      lines.append(at).append(" 0 m ").append(at).append(" 800 l S ");
      lines.append("0 ").append(at).append(" m 590 ").append(at).append(" l S ");
    }
    byte[] content = lines.toString().getBytes(ISO_8859_1);

    assertThat(read(page("", PdfWriter.stream("", content, true))).blocks()).isEmpty();
  }

  @Test
  void formsWithinFormsThatDoubleAreABomb() {
    int form = add(PdfWriter.stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", new byte[0], true));
    for (int depth = 0; depth < 30; depth++) {
      form =
          add(
              PdfWriter.stream(
                  "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F "
                      + form
                      + " 0 R>>>>",
                  "/F Do ".repeat(20).getBytes(ISO_8859_1),
                  true));
    }

    assertThat(
            read(page(
                    "/XObject<</F " + form + " 0 R>>",
                    PdfWriter.stream("", "/F Do".getBytes(ISO_8859_1), true)))
                .problem())
        .isEqualTo(Problem.BOMB);
  }

  @Test
  void aFormThatHoldsItselfEnds() {
    int own = objects.size() + 1;
    int form =
        add(
            PdfWriter.stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F "
                    + own
                    + " 0 R>>>>",
                "/F Do".getBytes(ISO_8859_1),
                true));

    assertThat(
            read(page(
                    "/XObject<</F " + form + " 0 R>>",
                    PdfWriter.stream("", "/F Do".getBytes(ISO_8859_1), true)))
                .problem())
        .isEqualTo(Problem.EMPTY);
  }

  @Test
  void aTreeOfPagesThatHoldsItselfEnds() {
    objects.set(0, "<</Type/Catalog/Pages 2 0 R>>".getBytes(ISO_8859_1));
    objects.set(1, "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R 3 0 R]>>".getBytes(ISO_8859_1));
    add("<</Type/Pages/Count 9/Kids[2 0 R 3 0 R]>>");

    assertThat(read(PdfWriter.file(objects, 1)).problem()).isEqualTo(Problem.EMPTY);
  }

  @Test
  void aDeepTreeOfPagesEnds() {
    objects.set(0, "<</Type/Catalog/Pages 2 0 R>>".getBytes(ISO_8859_1));
    objects.set(1, "<</Type/Pages/Count 9/Kids[3 0 R]>>".getBytes(ISO_8859_1));
    for (int i = 0; i < 20_000; i++) {
      add("<</Type/Pages/Count 9/Kids[" + (objects.size() + 2) + " 0 R]>>");
    }

    assertThat(read(PdfWriter.file(objects, 1)).problem()).isEqualTo(Problem.EMPTY);
  }

  @Test
  void tenThousandPagesAreTooMany() {
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      kids.append(add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")).append(" 0 R ");
    }
    objects.set(0, "<</Type/Catalog/Pages 2 0 R>>".getBytes(ISO_8859_1));
    objects.set(1, ("<</Type/Pages/Count 10000/Kids[" + kids + "]>>").getBytes(ISO_8859_1));

    assertThat(read(PdfWriter.file(objects, 1)).problem()).isEqualTo(Problem.TOO_LARGE);
  }

  @Test
  void aMapOfRangesWithoutEndTakesNoMoreThanItsText() {
    String ranges = "100 beginbfrange " + "<0000> <FFFF> <4E00> ".repeat(100) + "endbfrange ";
    int map = add(PdfWriter.stream("", ranges.repeat(400).getBytes(ISO_8859_1), true));

    assertThat(read(shown(font("Identity-H", "/ToUnicode " + map + " 0 R", ""))).problem())
        .isNull();
  }

  @Test
  void anEncodingOfRangesWithoutEndIsNotRead() {
    String ranges = "100 beginbfrange " + "<0000> <FFFF> <4E00> ".repeat(100) + "endbfrange ";
    int map = add(PdfWriter.stream("", ranges.repeat(400).getBytes(ISO_8859_1), true));
    int font =
        add(
            "<</Type/Font/Subtype/Type0/BaseFont/S/Encoding "
                + map
                + " 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2>>]>>");

    assertThat(read(shown(font)).problem()).isEqualTo(Problem.UNMAPPED);
  }

  @Test
  void widthsOfRangesWithoutEndAreNotWrittenOut() {
    int font = font("UniGB-UCS2-H", "", "/W[" + "0 2147483647 500 ".repeat(10_000) + "]");

    assertThat(read(shown(font)).problem()).isNull();
  }

  @Test
  void anInflatingMapIsABomb() {
    int map = add(inflating("", 100L << 20, "<0000> <0000> "));

    assertThat(read(shown(font("Identity-H", "/ToUnicode " + map + " 0 R", ""))).problem())
        .isEqualTo(Problem.BOMB);
  }

  private int font(String encoding, String map, String widths) {
    return add(
        "<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/"
            + encoding
            + map
            + "/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/CIDSystemInfo<</Ordering(GB1)>>"
            + widths
            + ">>]>>");
  }

  private byte[] shown(int font) {
    return page(
        "/Font<</F " + font + " 0 R>>",
        PdfWriter.stream(
            "", "BT /F 12 Tf 100 700 Td <4E004E8C4E09> Tj ET".getBytes(ISO_8859_1), true));
  }

  @Test
  void truncatedAndGarbledFilesEnd() {
    byte[] whole =
        new PdfWriter(PdfStyle.PLAIN, new Random(3))
            .page()
            .box(100, 100, 300, 130)
            .text("总计", 110, 108, 10)
            .bytes();
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      byte[] garbled = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int j = 0; j < i % 20; j++) {
        garbled[random.nextInt(garbled.length)] = (byte) random.nextInt();
      }
      assertThat(read(garbled)).isNotNull();
    }
  }

  @Test
  void garbageEnds() {
    byte[] garbage = new byte[8 << 20];
    new Random(11).nextBytes(garbage);
    System.arraycopy("%PDF-1.7\n".getBytes(ISO_8859_1), 0, garbage, 0, 9);

    assertThat(read(garbage).problem()).isEqualTo(Problem.DAMAGED);
  }

  @Test
  void bracketsWithoutEndEnd() {
    byte[] brackets = "[".repeat(2 << 20).getBytes(ISO_8859_1);

    assertThat(read(page("", PdfWriter.stream("", brackets, true)))).isNotNull();
    assertThat(read(("%PDF-1.7\n1 0 obj\n" + "<<".repeat(1 << 20)).getBytes(ISO_8859_1)).problem())
        .isEqualTo(Problem.DAMAGED);
  }
}
