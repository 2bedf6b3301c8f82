package org.gongkai.document.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.document.docx.DocxFixture.cell;
import static org.gongkai.document.docx.DocxFixture.deleted;
import static org.gongkai.document.docx.DocxFixture.deletedRow;
import static org.gongkai.document.docx.DocxFixture.holding;
import static org.gongkai.document.docx.DocxFixture.inserted;
import static org.gongkai.document.docx.DocxFixture.row;
import static org.gongkai.document.docx.DocxFixture.run;
import static org.gongkai.document.docx.DocxFixture.styled;
import static org.gongkai.document.docx.DocxFixture.tableMarkup;
import static org.gongkai.document.docx.DocxFixture.textBox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gongkai.document.BlocksDump;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Format;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Position;
import org.gongkai.document.Text;
import org.gongkai.document.reader.DocumentReader;
import org.junit.jupiter.api.Test;

class DocxReaderTest {
  private static String dump(DocxFixture docx) {
    return BlocksDump.of(DocumentReader.read(docx.bytes()));
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
        .isEqualTo("P 共8件\nG\n  甲|1\n  |\n  丙|3\n");
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
  void countsPicturesWithTheirDescription() {
    Document document =
        DocumentReader.read(
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
        DocumentReader.read(
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
    Document document = DocumentReader.read(new DocxFixture().markup(padded).bytes());
    assertThat(document.format()).isEqualTo(Format.DOCX);
    assertThat(document.problem()).isEqualTo(Problem.BOMB);
  }

  @Test
  void refusesDocumentTypes() {
    String xml = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>";
    Document document =
        DocumentReader.read(
            DocxFixture.zip(Map.of("word/document.xml", xml.getBytes(StandardCharsets.UTF_8))));
    assertThat(document.problem()).isEqualTo(Problem.DAMAGED);
  }

  @Test
  void tellsADamagedDocument() {
    byte[] docx = new DocxFixture().paragraph("甲").bytes();
    Document cut = DocumentReader.read(java.util.Arrays.copyOf(docx, docx.length - 30));
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
      assertThat(DocumentReader.read(damaged)).isNotNull();
    }
  }

  private static Text text(Document document, int paragraph) {
    return ((Paragraph) document.blocks().get(paragraph)).text();
  }

  @Test
  void aFigureStruckThroughBesideAnotherIsTakenBack() {
    String struck = styled("strike", "7");
    for (String property :
        new String[] {"strike", "dstrike", "strike w:val=\"1\"", "strike w:val=\"true\""}) {
      assertThat(dump(new DocxFixture().runs(styled(property, "7"), run("8"), run("件"))))
          .as(property)
          .isEqualTo("P 8件\n");
    }
    for (String off : new String[] {"0", "false", "off"}) {
      assertThat(
              dump(new DocxFixture().runs(styled("strike w:val=\"" + off + "\"", "7"), run("8"))))
          .as(off)
          .isEqualTo("P 78\n");
    }
    assertThat(dump(new DocxFixture().runs(run("共"), struck, "<w:r><w:t>8</w:t></w:r>", run("件"))))
        .isEqualTo("P 共8件\n");
    assertThat(dump(new DocxFixture().paragraph("共").runs(struck, run("8")).paragraph("件")))
        .isEqualTo("P 共\nP 8\nP 件\n");
  }

  @Test
  void aSentenceStruckThroughIsOneAllTheSame() {
    String slip = "本年度共收到政府信息公开申请三件，其中自然人二件";
    assertThat(slip).hasSize(24);
    assertThat(dump(new DocxFixture().runs(styled("strike", slip), run("无")))).isEqualTo("P 无\n");
    assertThat(dump(new DocxFixture().runs(styled("strike", slip + "。"), run("无"))))
        .isEqualTo("P " + slip + "。无\n");
  }

  @Test
  void whatIsStruckThroughStandsWhereNothingElseDoes() {
    assertThat(
            dump(
                new DocxFixture()
                    .runs(styled("strike", "本年"), styled("strike", "无"))
                    .paragraph("乙")))
        .isEqualTo("P 本年无\nP 乙\n");
    assertThat(dump(new DocxFixture().runs(styled("strike", "3")))).isEqualTo("P 3\n");
    assertThat(dump(new DocxFixture().runs(styled("strike", "甲"), "<w:r><w:br/></w:r>", run("乙"))))
        .isEqualTo("P 甲\nP 乙\n");
  }

  @Test
  void aFigureStruckThroughInACellLeavesItBlankAndWordsDoNot() {
    String cell = "<w:p>%s</w:p>";
    assertThat(
            dump(
                new DocxFixture()
                    .table(
                        row(cell("甲"), holding(cell.formatted(styled("strike", "3"))), cell("1")),
                        row(cell("乙"), holding(cell.formatted(styled("strike", "无"))), cell("2")),
                        row(
                            cell("丙"),
                            holding(cell.formatted(styled("strike", "4") + run("5"))),
                            cell("3")))
                    .runs(styled("strike", "6"))))
        .isEqualTo("G\n  甲||1\n  乙|无|2\n  丙|5|3\nP 6\n");
  }

  @Test
  void theRaisedMarkOfANoteIsNoneOfTheWords() {
    String raised = "vertAlign w:val=\"superscript\"";
    for (String mark : new String[] {"[1]", "①", "注2", "*", "a"}) {
      assertThat(dump(new DocxFixture().runs(run("3"), styled(raised, mark)))).isEqualTo("P 3\n");
    }
    assertThat(dump(new DocxFixture().runs(run("3"), styled("vertAlign w:val=\"subscript\"", "1"))))
        .isEqualTo("P 31\n");
    assertThat(dump(new DocxFixture().runs(run("1"), styled(raised, "st"), run(" of May"))))
        .isEqualTo("P 1st of May\n");
    assertThat(dump(new DocxFixture().runs(styled(raised, "12")))).isEqualTo("P 12\n");
  }

  @Test
  void whatARunIsEndsWithIt() {
    String hidden = "<w:r><w:rPr><w:vanish/></w:rPr>%s</w:r>";
    assertThat(
            dump(
                new DocxFixture()
                    .runs(
                        run("甲"),
                        hidden.formatted("<w:t>隐</w:t><w:br/><w:tab/><w:noBreakHyphen/>"),
                        "<w:r><w:t>乙</w:t></w:r>",
                        styled("strike", "1"),
                        "<w:r><w:t>2</w:t></w:r>")))
        .isEqualTo("P 甲乙2\n");
    assertThat(
            dump(
                new DocxFixture()
                    .markup("<w:p><w:pPr><w:rPr><w:vanish/><w:strike/></w:rPr></w:pPr>")
                    .markup("<w:r><w:t>丙</w:t></w:r></w:p>")))
        .isEqualTo("P 丙\n");
  }

  @Test
  void aFormatThatWasChangedIsTheNewOne() {
    assertThat(
            dump(
                new DocxFixture()
                    .runs(
                        "<w:r><w:rPr><w:rPrChange w:id=\"1\"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>")
                    .table(
                        row(cell("项目").across(2), cell("数量")),
                        row(cell("乙"), cell("丙"), cell("3"))
                            .replaceFirst(
                                "<w:tcPr>",
                                "<w:tcPr><w:tcPrChange w:id=\"2\"><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr></w:tcPrChange>"))))
        .isEqualTo("P 甲\nG\n  项目{1x2}|数量\n  乙|丙|3\n");
  }

  @Test
  void aCellWhoseDeletionIsTrackedIsGone() {
    assertThat(
            dump(
                new DocxFixture()
                    .table(
                        row(cell("甲"), cell("1"), cell("2")),
                        row(cell("乙"), cell("9"), cell("3"), cell("4"))
                            .replaceFirst("(乙.*?)<w:tcPr>", "$1<w:tcPr><w:cellDel w:id=\"1\"/>"))))
        .isEqualTo("G\n  甲|1|2\n  乙|3|4\n");
  }

  @Test
  void aTextBoxInACellIsTheCells() {
    String box = "<w:p>" + run("丙") + textBox("框") + run("丁") + "</w:p>";
    assertThat(
            dump(new DocxFixture().table(row(cell("甲"), cell("1")), row(holding(box), cell("2")))))
        .isEqualTo("G\n  甲|1\n  框丙丁|2\n");
  }

  @Test
  void aRunGoesOnBehindATextBox() {
    assertThat(dump(new DocxFixture().runs(run("甲"), textBox("框") + run("乙"))))
        .isEqualTo("P 框\nP 甲乙\n");
    assertThat(
            dump(
                new DocxFixture()
                    .runs(
                        run("甲"),
                        textBox("框")
                            .replaceFirst(
                                "</w:r>$", "<w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"))))
        .isEqualTo("P 框\nP 甲 乙\nP 丙\n");
  }

  @Test
  void aPictureStandsBehindTheWordsBeforeIt() {
    String picture = "<w:r><w:drawing>%s<pic:pic/></w:drawing></w:r>";
    Document document =
        DocumentReader.read(
            new DocxFixture()
                .paragraph("甲")
                .runs(picture.formatted("<wp:docPr id=\"1\" descr=\"表二\"/>"), picture.formatted(""))
                .runs(run("乙"), picture.formatted("<wp:docPr id=\"2\"/>"))
                .runs("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>")
                .bytes());
    assertThat(document.images())
        .containsExactly(
            new Document.Image(1, "表二"),
            new Document.Image(1, ""),
            new Document.Image(2, ""),
            new Document.Image(2, ""));
  }

  @Test
  void aDocumentOfNothingIsEmptyAndOneOfAPictureIsNot() {
    assertThat(DocumentReader.read(new DocxFixture().paragraph(" ").bytes()).problem())
        .isEqualTo(Problem.EMPTY);
    assertThat(
            DocumentReader.read(new DocxFixture().runs("<w:r><pic:pic/></w:r>").bytes()).problem())
        .isNull();
    assertThat(DocumentReader.read(new DocxFixture().paragraph("甲").bytes()).problem()).isNull();
  }

  @Test
  void aListThatAParagraphWasTakenOutOfIsNotItsList() {
    String numbering =
        "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:abstractNum w:abstractNumId=\"5\">"
            + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num></w:numbering>";
    String list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    assertThat(
            dump(
                new DocxFixture()
                    .part("word/numbering.xml", numbering)
                    .markup("<w:p><w:pPr><w:pPrChange><w:pPr>" + list + "</w:pPr></w:pPrChange>")
                    .markup("<w:jc w:val=\"center\"/></w:pPr>" + run("甲") + "</w:p>")
                    .markup("<w:p><w:pPr>" + list + "</w:pPr>" + run("乙") + "</w:p>")
                    .paragraph("丙")))
        .isEqualTo("P 甲\nP 1.乙\nP 丙\n");
  }

  private static final String WORD_2003 =
      """
      <?xml version="1.0"?><?mso-application progid="Word.Document"?>
      <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"
        xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"
        xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body>
      <w:p><w:pPr><w:listPr><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>
      <w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>
      <w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc>
      <w:tc><w:p><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:t>8</w:t></w:r></aml:content></aml:annotation>
      <aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>2</w:t></w:r></aml:content></aml:annotation></w:p></w:tc></w:tr></w:tbl>
      </w:body></w:wordDocument>
      """;

  @Test
  void wordsXmlOf2003IsReadWithItsChangesAccepted() {
    assertThat(BlocksDump.of(DocumentReader.read(WORD_2003.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("P 一、总体情况\nG\n  甲{2x1}|1\n  2\n");
  }

  @Test
  void aPackageInOneFileIsItsMainPart() {
    String flat =
        "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
            + "<pkg:part pkg:name=\"/word/header1.xml\" pkg:contentType=\"a/b.header+xml\"><pkg:xmlData>%s</pkg:xmlData></pkg:part>"
            + "<pkg:part pkg:name=\"/word/document.xml\" pkg:contentType=\"a/b.main+xml\"><pkg:xmlData>%s</pkg:xmlData></pkg:part>"
            + "</pkg:package>";
    String part =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:document>";
    String xml = flat.formatted(part.formatted("页眉"), part.formatted("正文"));
    assertThat(BlocksDump.of(DocumentReader.read(xml.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("P 正文\n");
    assertThat(
            DocumentReader.read(xml.substring(0, 500).getBytes(StandardCharsets.UTF_8)).problem())
        .isEqualTo(Problem.DAMAGED);
  }

  @Test
  void theMainPartIsWhereThePackageSaysInAnyCaseAndSlashes() {
    String relations =
        "<Relationships><Relationship Type=\"http://x/officeDocument\" Target=\"/Office/Text.xml\"/></Relationships>";
    byte[] text =
        "<w:document xmlns:w=\"http://x/wordprocessingml/2006/main\"><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:document>"
            .getBytes(StandardCharsets.UTF_8);
    for (String name : new String[] {"Office/Text.xml", "office\\text.XML"}) {
      byte[] zip =
          DocxFixture.zip(
              Map.of("_rels/.rels", relations.getBytes(StandardCharsets.UTF_8), name, text));
      assertThat(BlocksDump.of(DocumentReader.read(zip))).as(name).isEqualTo("P 甲\n");
    }
    assertThat(
            BlocksDump.of(DocumentReader.read(DocxFixture.zip(Map.of("Word\\Document.xml", text)))))
        .isEqualTo("P 甲\n");
  }

  @Test
  void anEmptyMainPartIsDamaged() {
    for (String xml : new String[] {"", "<", "\u0000", "<w"}) {
      assertThat(
              DocumentReader.read(
                      DocxFixture.zip(
                          Map.of("word/document.xml", xml.getBytes(StandardCharsets.UTF_8))))
                  .problem())
          .as(xml)
          .isEqualTo(Problem.DAMAGED);
    }
  }

  @Test
  void aCellMayReachDownBesideAnotherThatDoes() {
    assertThat(
            dump(
                new DocxFixture()
                    .table(
                        row(cell("甲").across(2).merged(true), cell("乙").merged(true), cell("1")),
                        row(cell().across(2).merged(false), cell("丙").merged(true), cell("2")),
                        row(cell("丁").across(2), cell().merged(false), cell("3")),
                        row(cell().across(2).merged(false), cell("戊"), cell("4")))))
        .isEqualTo("G\n  甲{2x2}|乙|1\n  丙{2x1}|2\n  丁{1x2}|3\n  {1x2}|戊|4\n");
  }

  @Test
  void columnsLeftOutCountForWhatReachesDown() {
    String gap = "<w:tr><w:trPr><w:gridBefore w:val=\"%s\"/></w:trPr>";
    assertThat(
            dump(
                new DocxFixture()
                    .table(
                        row(cell("甲"), cell("乙"), cell("丙").merged(true), cell("1")),
                        row(cell().merged(false), cell("2")).replace("<w:tr>", gap.formatted("2")),
                        row(cell("丁"), cell("戊"), cell().merged(false), cell("3"))
                            .replace("<w:tr>", gap.formatted("0")))))
        .isEqualTo("G\n  甲|乙|丙{3x1}|1\n  {1x2}|2\n  丁|戊|3\n");
  }

  @Test
  void aSpanThatIsNoNumberIsOne() {
    assertThat(
            dump(
                new DocxFixture()
                    .table(
                        row(cell("甲").across(2), cell("1")).replace("\"2\"", "\"x\""),
                        row(cell("乙").across(2), cell("2")).replace("\"2\"", "\"-3\""),
                        row(cell("丙").across(2), cell("3")).replace("\"2\"", "\" 3 \""))))
        .isEqualTo("G\n  甲|1\n  乙|2\n  丙{1x3}|3\n");
  }

  @Test
  void aPlaceIsTheCharacterOfItsParagraph() {
    Document document =
        DocumentReader.read(
            new DocxFixture()
                .runs(run("𠮷甲"), "<w:r><w:br/><w:t>乙𠮷丙</w:t></w:r>")
                .runs(run("甲"), styled("strike", "旧"), run("乙"), "<w:r><w:tab/></w:r>", run("丙"))
                .runs(textBox("框"), run("丁"))
                .bytes());
    assertThat(text(document, 0).at(2)).isEqualTo(new Position(1, 2));
    assertThat(text(document, 1).at(0)).isEqualTo(new Position(1, 4));
    assertThat(text(document, 1).at(1)).isEqualTo(new Position(1, 5));
    assertThat(text(document, 1).at(3)).isEqualTo(new Position(1, 6));
    assertThat(text(document, 2).string()).isEqualTo("甲乙 丙");
    assertThat(text(document, 2).at(1)).isEqualTo(new Position(2, 3));
    assertThat(text(document, 2).at(3)).isEqualTo(new Position(2, 5));
    assertThat(text(document, 3).position()).isEqualTo(new Position(4, 1));
  }

  @Test
  void whatIsLeftOutStandsBeforeTheNextParagraph() {
    String gap = "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>";
    Document document =
        DocumentReader.read(
            new DocxFixture()
                .table(row(cell("甲"), cell("1")), row(cell("2")).replace("<w:tr>", gap))
                .bytes());
    Grid grid = (Grid) document.blocks().get(0);
    assertThat(grid.rows().get(1).cells().get(0).text().position()).isEqualTo(new Position(3, 1));
    assertThat(grid.rows().get(1).cells().get(1).text().position()).isEqualTo(new Position(3, 1));
  }

  @Test
  void aDocumentUnderAPasswordSaysSo() {
    byte[] docx = new DocxFixture().paragraph("甲").bytes();
    for (int i = 0; i + 8 < docx.length; i++) {
      if (docx[i] == 'P' && docx[i + 1] == 'K' && docx[i + 2] == 1 && docx[i + 3] == 2) {
        docx[i + 8] |= 1;
      }
    }
    Document document = DocumentReader.read(docx);
    assertThat(document.format()).isEqualTo(Format.DOCX);
    assertThat(document.problem()).isEqualTo(Problem.ENCRYPTED);
  }

  @Test
  void wordsBeforeATableOrABoxStandBeforeIt() {
    String table = tableMarkup(row(cell("甲"), cell("1")), row(cell("乙"), cell("2")));
    assertThat(
            dump(
                new DocxFixture()
                    .markup(
                        "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
                            + run("前")
                            + "</w:p>")
                    .markup(table)
                    .paragraph("后")))
        .isEqualTo("P 前\nG\n  甲|1\n  乙|2\nP 后\n");
    assertThat(
            dump(
                new DocxFixture()
                    .table(
                        row(
                            holding(
                                "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
                                    + run("丙")
                                    + "</w:p>"),
                            cell("1")),
                        row(cell("丁"), cell("2")))))
        .isEqualTo("G\n  丙|1\n  丁|2\n");
  }
}
