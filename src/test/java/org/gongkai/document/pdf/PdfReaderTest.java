package org.gongkai.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Format;
import org.gongkai.document.Grid;
import org.gongkai.document.Position;
import org.gongkai.rendering.PdfStyle;
import org.gongkai.rendering.PdfStyle.Font;
import org.gongkai.rendering.PdfStyle.Lines;
import org.gongkai.rendering.PdfWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfReaderTest {
  private static PdfWriter writer(PdfStyle style) {
    return new PdfWriter(style, new Random(7)).page();
  }

  /** A table of two rows; the first has one cell over two columns. */
  private static PdfWriter table(PdfStyle style) {
    return writer(style)
        .box(100, 100, 300, 130)
        .box(100, 130, 200, 160)
        .box(200, 130, 300, 160)
        .text("贝见长风", 150, 108, 10)
        .text("件数", 110, 138, 10)
        .text("1204", 230, 138, 10);
  }

  private static List<List<String>> cells(Document document) {
    return ((Grid) document.blocks().get(0))
        .rows().stream()
            .map(row -> row.cells().stream().map(cell -> cell.text().string()).toList())
            .toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = Font.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UNKNOWN", "INVISIBLE"})
  void everyWayOfWritingCharactersIsRead(Font font) {
    Document document = PdfReader.read(table(PdfStyle.PLAIN.font(font)).bytes());

    assertThat(document.problem()).isNull();
    assertThat(cells(document)).containsExactly(List.of("贝见长风"), List.of("件数", "1204"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Lines.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE"})
  void everyWayOfDrawingLinesIsRead(Lines lines) {
    Grid grid = (Grid) PdfReader.read(table(PdfStyle.PLAIN.lines(lines)).bytes()).blocks().get(0);

    assertThat(grid.rows().get(0).cells().get(0).columnSpan()).isEqualTo(2);
    assertThat(grid.rows().get(1).cells()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void turnedPagesAreRead(int quarters) {
    assertThat(cells(PdfReader.read(table(PdfStyle.PLAIN.turned(quarters)).bytes())))
        .containsExactly(List.of("贝见长风"), List.of("件数", "1204"));
  }

  @Test
  void whatIsDrawnThriceIsReadOnce() {
    assertThat(cells(PdfReader.read(table(PdfStyle.PLAIN.inBold()).bytes())))
        .containsExactly(List.of("贝见长风"), List.of("件数", "1204"));
  }

  @Test
  void wordsStandOnAPageInALine() {
    byte[] pdf =
        writer(PdfStyle.PLAIN)
            .text("第一页", 100, 100, 12)
            .page()
            .text("第一行", 100, 100, 12)
            .text("第二行", 100, 140, 12)
            .bytes();
    List<Block> blocks = PdfReader.read(pdf).blocks();

    assertThat(blocks.get(2).texts().get(0).at(1)).isEqualTo(new Position(2, 2, 2));
    assertThat(PdfReader.read(pdf).pages().count()).isEqualTo(2);
  }

  @Test
  void pageNumbersAndRepeatedHeadsAreNoText() {
    PdfWriter writer = new PdfWriter(PdfStyle.PLAIN, new Random(1));
    for (int page = 1; page <= 3; page++) {
      writer
          .page()
          .text("年度报告", 100, 40, 9)
          .text("第" + "甲乙丙".charAt(page - 1) + "段。", 100, 200, 12)
          .text("- " + page + " -", 280, 800, 9);
    }

    assertThat(PdfReader.read(writer.bytes()).blocks())
        .extracting(block -> block.texts().get(0).string())
        .containsExactly("第甲段。", "第乙段。", "第丙段。");
  }

  @Test
  void twoFiguresOneBelowTheOtherAreNotOne() {
    byte[] pdf =
        writer(PdfStyle.PLAIN)
            .box(100, 100, 200, 160)
            .box(200, 100, 300, 160)
            .text("12", 240, 108, 10)
            .text("34", 240, 138, 10)
            .bytes();

    assertThat(cells(PdfReader.read(pdf)).get(0)).containsExactly("", "12 34");
  }

  @Test
  void aLongFigureThatIsBrokenIsOne() {
    byte[] pdf =
        writer(PdfStyle.PLAIN)
            .box(100, 100, 130, 160)
            .box(130, 100, 160, 160)
            .text("1234", 134, 108, 10)
            .text("56", 134, 124, 10)
            .bytes();

    assertThat(cells(PdfReader.read(pdf)).get(0)).containsExactly("", "123456");
  }

  @Test
  void whatIsStruckThroughIsNotRead() {
    byte[] pdf =
        table(PdfStyle.PLAIN).text("72", 214, 138, 10).line(214, 143.5f, 224, 143.5f).bytes();

    assertThat(cells(PdfReader.read(pdf)).get(1)).containsExactly("件数", "1204");
  }

  @Test
  void anUnderlineIsNoLineOfTheTable() {
    byte[] pdf = table(PdfStyle.PLAIN).line(230, 148.5f, 250, 148.5f).bytes();

    assertThat(cells(PdfReader.read(pdf))).containsExactly(List.of("贝见长风"), List.of("件数", "1204"));
  }

  @Test
  void aWatermarkIsNoWordOfACell() {
    byte[] pdf =
        writer(PdfStyle.PLAIN)
            .box(100, 100, 200, 130)
            .box(200, 100, 300, 130)
            .box(300, 100, 400, 130)
            .text("件数", 110, 108, 10)
            .text("1204", 230, 108, 10)
            .text("内部", 210, 102, 26)
            .bytes();

    assertThat(cells(PdfReader.read(pdf)).get(0)).containsExactly("件数", "1204", "");
  }

  @Test
  void whatRunsAslantIsAWatermark() {
    byte[] pdf = table(PdfStyle.PLAIN).aslant("内部", 210, 140, 10).bytes();

    assertThat(cells(PdfReader.read(pdf)).get(1)).containsExactly("件数", "1204");
  }

  @Test
  void whatIsClippedIsNotSeen() {
    byte[] pdf = table(PdfStyle.PLAIN).clip(100, 100, 200, 60).text("72", 230, 168, 10).bytes();

    assertThat(PdfReader.read(pdf).blocks()).hasSize(1);
  }

  @Test
  void aTableBeyondTheEdgeIsToldByItsPage() {
    byte[] pdf =
        writer(PdfStyle.PLAIN)
            .page()
            .box(400, 100, 500, 130)
            .box(500, 100, 700, 130)
            .text("件数", 410, 108, 10)
            .text("12", 650, 108, 10)
            .bytes();
    Document document = PdfReader.read(pdf);

    assertThat(document.pages().cut()).containsExactly(2);
    assertThat(cells(document).get(0)).as("what is there is kept").containsExactly("件数", "12");
  }

  @Test
  void figuresWithoutLinesThatGoOnBeyondTheEdgeAreToldByTheirPage() {
    PdfWriter row = writer(PdfStyle.PLAIN);
    for (int i = 0; i < 5; i++) {
      row.text("0", 100 + 100 * i, 108, 10);
    }
    assertThat(PdfReader.read(row.bytes()).pages().cut()).isEmpty();
    row.text("7", 640, 300, 10);
    assertThat(PdfReader.read(row.bytes()).pages().cut()).as("beside no row").isEmpty();
    row.text("7", 640, 108, 10);
    assertThat(PdfReader.read(row.bytes()).pages().cut()).containsExactly(1);
  }

  @Test
  void wordsThatHangBelowATableAtAPagesEndAreTheRows() {
    PdfWriter file =
        writer(PdfStyle.PLAIN)
            .box(100, 700, 130, 712)
            .box(130, 700, 230, 712)
            .box(230, 700, 300, 712)
            .text("不予", 102, 701, 10)
            .text("处理", 102, 713, 10)
            .text("78", 240, 701, 10)
            .page()
            .box(100, 50, 130, 90)
            .box(130, 50, 230, 70)
            .box(230, 50, 300, 70)
            .box(130, 70, 230, 90)
            .box(230, 70, 300, 90)
            .text("1.信访举报", 135, 55, 10)
            .text("2.重复申请", 135, 75, 10)
            .text("21", 240, 75, 10);

    assertThat(cells(PdfReader.read(file.bytes())))
        .containsExactly(List.of("不予处理", "1.信访举报", "78"), List.of("2.重复申请", "21"));
  }

  /** As wkhtmltopdf draws a row that a page ends in, under a tall cell. */
  @Test
  void aLineThatPartsOnlyBlankCellsFromARowEndsNoRow() {
    Document document =
        PdfReader.read(
            writer(PdfStyle.PLAIN)
                .box(100, 100, 140, 130)
                .box(140, 100, 200, 130)
                .box(200, 100, 300, 130)
                .box(100, 130, 200, 170)
                .box(200, 130, 300, 170)
                .box(140, 130, 200, 145)
                .text("三", 110, 108, 10)
                .text("总计", 150, 108, 10)
                .text("15", 230, 108, 10)
                .text("四、结转", 110, 150, 10)
                .text("34", 230, 150, 10)
                .bytes());

    assertThat(cells(document)).containsExactly(List.of("三", "总计", "15"), List.of("四、结转", "34"));
  }

  @Test
  void tablesCutOffAtTheLowerEdgeAreTold() {
    PdfWriter first =
        writer(PdfStyle.PLAIN)
            .box(100, 800, 200, 880)
            .text("件数", 110, 810, 10)
            .box(200, 800, 300, 880);

    assertThat(PdfReader.read(first.bytes()).pages().cut()).isEmpty();
    first.text("12", 210, 850, 10);
    assertThat(PdfReader.read(first.bytes()).pages().cut()).containsExactly(1);
    first.page().box(100, -42, 200, 38).box(200, -42, 300, 38).text("12", 210, 8, 10);
    assertThat(PdfReader.read(first.bytes()).pages().cut()).as("goes on").isEmpty();
  }

  @Test
  void pagesThatArePicturesAreToldAndNotRead() {
    byte[] pdf =
        writer(PdfStyle.PLAIN.font(Font.INVISIBLE))
            .picture(0, 0, 595, 842)
            .text("总计12", 100, 100, 12)
            .bytes();
    Document document = PdfReader.read(pdf);

    assertThat(document.problem()).isEqualTo(Problem.PICTURES);
    assertThat(document.pages().pictures()).containsExactly(1);
    assertThat(document.blocks()).isEmpty();
  }

  @Test
  void fontsWithoutCharactersAreToldAndNotGuessed() {
    Document document = PdfReader.read(table(PdfStyle.PLAIN.font(Font.UNKNOWN)).bytes());

    assertThat(document.problem()).isEqualTo(Problem.UNMAPPED);
    assertThat(document.blocks()).isEmpty();
  }

  @Test
  void anOwnersPasswordDoesNotHinder() throws IOException {
    Document document = PdfReader.read(locked("owner", ""));

    assertThat(cells(document)).containsExactly(List.of("贝见长风"), List.of("件数", "1204"));
  }

  @Test
  void aUsersPasswordIsTold() throws IOException {
    assertThat(PdfReader.read(locked("owner", "user")).problem()).isEqualTo(Problem.ENCRYPTED);
  }

  private static byte[] locked(String owner, String user) throws IOException {
    try (PDDocument document = Loader.loadPDF(table(PdfStyle.PLAIN).bytes())) {
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy(owner, user, new AccessPermission());
      policy.setEncryptionKeyLength(256);
      document.protect(policy);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void aDamagedFileIsTold() {
    byte[] whole = table(PdfStyle.PLAIN).bytes();

    assertThat(PdfReader.read("%PDF-1.7\n".getBytes(ISO_8859_1)).problem())
        .isEqualTo(Problem.DAMAGED);
    assertThat(PdfReader.read(java.util.Arrays.copyOf(whole, whole.length / 3)).format())
        .isEqualTo(Format.PDF);
  }
}
