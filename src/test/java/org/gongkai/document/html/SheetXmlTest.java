package org.gongkai.document.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.gongkai.document.Document;
import org.gongkai.document.Grid;
import org.gongkai.document.Position;
import org.gongkai.document.reader.DocumentReader;
import org.junit.jupiter.api.Test;

/** Spreadsheets saved as XML. */
class SheetXmlTest {
  private static final String HEAD =
      "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
          + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles><Style>9</Style>"
          + "</Styles><Worksheet ss:Name=\"1\"><Table><Column ss:Width=\"50\"/>\n";
  private static final String FOOT =
      "</Table><WorksheetOptions>9</WorksheetOptions></Worksheet></Workbook>";

  private static Grid grid(String rows) {
    Document document = DocumentReader.read((HEAD + rows + FOOT).getBytes(StandardCharsets.UTF_8));
    assertThat(document.blocks()).hasSize(1);
    return (Grid) document.blocks().get(0);
  }

  private static String rows(Grid grid) {
    return grid.rows().stream()
        .map(
            row ->
                row.cells().stream()
                    .map(
                        cell ->
                            cell.text().string()
                                + "*".repeat(cell.columnSpan() - 1)
                                + "^".repeat(cell.rowSpan() - 1))
                    .collect(Collectors.joining("|")))
        .collect(Collectors.joining("\n"));
  }

  private static String cell(String attributes, String data) {
    return "<Cell" + attributes + "><Data ss:Type=\"String\">" + data + "</Data></Cell>";
  }

  @Test
  void rowsAndCellsAreThoseOfATable() {
    String merged = cell(" ss:MergeAcross=\"1\" ss:MergeDown=\"2\"", "项目");
    Grid grid =
        grid(
            "<Row ss:Height=\"9\">"
                + merged
                + cell("", "自然人")
                + "</Row>\n"
                + "<Row>"
                + cell(" ss:Index=\"3\"", "&lt;5&amp;")
                + "</Row><Row/>");
    assertThat(rows(grid)).isEqualTo("项目*^^|自然人\n<5&");
  }

  @Test
  void cellsWithoutDataAreBlank() {
    String rows =
        "<Row><Cell/>"
            + cell("", "一")
            + "</Row><Row><Cell ss:StyleID=\"s1\"></Cell>"
            + cell("", "<B>二</B>")
            + "<Cell><NamedCell ss:Name=\"x\"/></Cell></Row>";
    assertThat(rows(grid(rows))).isEqualTo("|一\n|二|");
  }

  @Test
  void aPrefixIsNoPartOfAName() {
    assertThat(rows(grid("<ss:Row><ss:Cell/><ss:Cell><ss:Data>7</ss:Data></ss:Cell></ss:Row>")))
        .isEqualTo("|7");
  }

  @Test
  void wordsStandWhereTheFileHasThem() {
    Grid grid = grid("<Row>" + cell("", "规章") + cell("", "12") + "</Row>");
    Position position = grid.rows().get(0).cells().get(1).text().position();
    assertThat(position.line()).isEqualTo(3);
    String before = "<Row>" + cell("", "规章") + "<Cell><Data ss:Type=\"String\">";
    assertThat(position.column()).isEqualTo(before.length() + 1);
  }

  @Test
  void aCellFarToTheRightIsNotWaitedFor() {
    assertThat(
            rows(grid("<Row>" + cell("", "一") + cell(" ss:Index=\"99999999999\"", "二") + "</Row>")))
        .hasSizeLessThan(80)
        .endsWith("|二");
  }

  @Test
  void whatIsCutOffIsReadAsFarAsItGoes() {
    String cut = HEAD + "<Row>" + cell("", "一") + cell("", "二") + "</Row><Row><Cell ss:Ind";
    Document document = DocumentReader.read(cut.getBytes(StandardCharsets.UTF_8));
    assertThat(rows((Grid) document.blocks().get(0))).isEqualTo("一|二");
    assertThat(document.whole()).isFalse();
  }
}
