package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.document.DocxFixture.cell;
import static org.gongkai.document.DocxFixture.deleted;
import static org.gongkai.document.DocxFixture.deletedRow;
import static org.gongkai.document.DocxFixture.holding;
import static org.gongkai.document.DocxFixture.inserted;
import static org.gongkai.document.DocxFixture.row;
import static org.gongkai.document.DocxFixture.run;
import static org.gongkai.document.DocxFixture.tableMarkup;
import static org.gongkai.document.DocxFixture.textBox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gongkai.document.Document.Problem;
import org.junit.jupiter.api.Test;

class DocxReaderTest {
  private static String dump(DocxFixture docx) {
    return BlocksDump.of(Documents.read(docx.bytes()));
  }

  @Test
  void readsParagraphsAndTables() {
    assertThat(
            dump(
                new DocxFixture()
                    .paragraph("一、总体情况")
                    .runs(run("收到"), run("申请 "), run("3件"))
                    .table(
                        row(cell("项目").across(2), cell("数量")), row(cell("甲"), cell("乙"), cell()))))
        .isEqualTo("P 一、总体情况\nP 收到申请 3件\nG\n  项目{1x2}|数量\n  甲|乙|\n");
  }

  @Test
  void foldsVerticalMergesIntoTheFirstCell() {
    assertThat(
            dump(
                new DocxFixture()
                    .table(
                        row(cell("结果").merged(true), cell("公开").across(2).merged(true), cell("1")),
                        row(cell().merged(false), cell().across(2).merged(false), cell("2")),
                        row(cell().merged(false), cell("不公开").across(2), cell("3")))))
        .isEqualTo("G\n  结果{3x1}|公开{2x2}|1\n  2\n  不公开{1x2}|3\n");
  }

  @Test
  void acceptsTrackedChanges() {
    assertThat(
            dump(
                new DocxFixture()
                    .runs(run("共"), deleted("7"), inserted("8"), run("件"))
                    .table(
                        row(cell("甲"), cell("1")),
                        deletedRow(cell("乙"), cell("2")),
                        row(cell("丙"), cell("3")))))
        .isEqualTo("P 共8件\nG\n  甲|1\n  丙|3\n");
  }

  @Test
  void joinsParagraphsWhoseBreakIsDeleted() {
    assertThat(
            dump(
                new DocxFixture()
                    .markup(
                        "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
                            + run("一、")
                            + "</w:p>")
                    .paragraph("总体情况")))
        .isEqualTo("P 一、总体情况\n");
  }

  @Test
  void readsATextBoxOnce() {
    assertThat(dump(new DocxFixture().runs(run("甲"), textBox("框中"), run("乙"))))
        .isEqualTo("P 框中\nP 甲乙\n");
  }

  @Test
  void leavesOutHiddenTextFieldsAndPinyin() {
    assertThat(
            dump(
                new DocxFixture()
                    .runs(
                        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>",
                        "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r>",
                        "<w:r><w:instrText>PAGE</w:instrText></w:r>",
                        "<w:r><w:ruby><w:rt><w:r><w:t>gong</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>公</w:t></w:r></w:rubyBase></w:ruby></w:r>",
                        "<w:hyperlink><w:r><w:t>开</w:t></w:r></w:hyperlink>",
                        "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t>了</w:t></w:r></w:sdtContent></w:sdt>")))
        .isEqualTo("P 显公开了\n");
  }

  @Test
  void breaksAtBreaksAndKeepsTabsAndHyphens() {
    assertThat(
            dump(
                new DocxFixture()
                    .runs(
                        run("甲"),
                        "<w:r><w:tab/></w:r>",
                        run("3"),
                        "<w:r><w:noBreakHyphen/></w:r>",
                        run("5"),
                        "<w:r><w:br/></w:r>",
                        run("乙"))))
        .isEqualTo("P 甲 3-5\nP 乙\n");
  }

  @Test
  void dissolvesTablesThatLayThePageOut() {
    assertThat(
            dump(
                new DocxFixture()
                    .table(
                        row(
                            cell("栏目"),
                            holding(
                                tableMarkup(
                                    row(cell("甲"), cell("1")), row(cell("乙"), cell("2"))))))))
        .isEqualTo("P 栏目\nG\n  甲|1\n  乙|2\n");
  }

  @Test
  void fillsColumnsThatARowLeavesOut() {
    assertThat(
            dump(
                new DocxFixture()
                    .table(
                        row(cell("甲"), cell("乙"), cell("丙")),
                        row(cell("3"))
                            .replace(
                                "<w:tr>", "<w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>"))))
        .isEqualTo("G\n  甲|乙|丙\n  {1x2}|3\n");
  }

  @Test
  void writesAutomaticHanNumbers() {
    String numbering =
        "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:abstractNum w:abstractNumId=\"5\">"
            + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"·\"/></w:lvl>"
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num></w:numbering>";
    String heading =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%s\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>%s</w:p>";
    assertThat(
            dump(
                new DocxFixture()
                    .part("word/numbering.xml", numbering)
                    .markup(heading.formatted("0", run("总体情况")))
                    .markup(heading.formatted("1", run("点")))
                    .markup(heading.formatted("0", run("主动公开")))))
        .isEqualTo("P 一、总体情况\nP 点\nP 二、主动公开\n");
  }

  @Test
  void readsUtf16() {
    assertThat(dump(new DocxFixture().charset(StandardCharsets.UTF_16).paragraph("甲")))
        .isEqualTo("P 甲\n");
  }

  @Test
  void countsPicturesWithTheirDescription() {
    Document document =
        Documents.read(
            new DocxFixture()
                .paragraph("甲")
                .runs(
                    "<w:r><w:drawing><wp:docPr id=\"1\" descr=\"表\"/><pic:pic/></w:drawing></w:r>")
                .bytes());
    assertThat(document.images()).containsExactly(new Document.Image(1, "表"));
  }

  @Test
  void tellsTheParagraphAndColumn() {
    Document document =
        Documents.read(
            new DocxFixture()
                .paragraph("甲")
                .table(row(cell("x"), cell()), row(cell("𠮷乙"), cell("3")))
                .bytes());
    Grid grid = (Grid) document.blocks().get(1);
    Text text = grid.rows().get(1).cells().get(0).text();
    assertThat(text.position()).isEqualTo(new Position(4, 1));
    assertThat(text.at(2)).isEqualTo(new Position(4, 2));
    assertThat(grid.rows().get(0).cells().get(1).text().position()).isEqualTo(new Position(3, 1));
  }

  @Test
  void refusesWhatUnpacksToMuch() {
    String padded = "<w:p>" + " ".repeat(6 << 20) + "</w:p>";
    Document document = Documents.read(new DocxFixture().markup(padded).bytes());
    assertThat(document.format()).isEqualTo(Format.DOCX);
    assertThat(document.problem()).isEqualTo(Problem.BOMB);
  }

  @Test
  void refusesDocumentTypes() {
    String xml = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>";
    Document document =
        Documents.read(
            DocxFixture.zip(Map.of("word/document.xml", xml.getBytes(StandardCharsets.UTF_8))));
    assertThat(document.problem()).isEqualTo(Problem.DAMAGED);
  }

  @Test
  void tellsADamagedDocument() {
    byte[] docx = new DocxFixture().paragraph("甲").bytes();
    Document cut = Documents.read(java.util.Arrays.copyOf(docx, docx.length - 30));
    assertThat(cut.format()).isEqualTo(Format.DOCX);
    assertThat(cut.problem()).isEqualTo(Problem.DAMAGED);
  }

  @Test
  void neverThrowsForDamagedBytes() {
    byte[] docx = new DocxFixture().paragraph("甲乙丙").table(row(cell("a"), cell("b"))).bytes();
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = docx.clone();
      for (int k = 0; k < 3; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(Documents.read(damaged)).isNotNull();
    }
  }
}
