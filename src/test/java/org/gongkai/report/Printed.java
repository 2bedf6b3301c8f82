package org.gongkai.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.document.Grid;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.align.Token;
import org.gongkai.report.align.Tokenizer;

/** Labels and values of a few lines, for tests: {@code 规章 1 2}, or {@code 规章|1|2} for a grid. */
public final class Printed {
  private Printed() {}

  public static List<Token> tokens(String... lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return Tokenizer.of(DocumentReader.read(bytes).blocks());
  }

  /**
   * A table of HTML, a row each: {@code 行政复议*5|结果^2} for a cell over five columns and one over two
   * rows.
   */
  public static String table(String... rows) {
    StringBuilder table = new StringBuilder("<table>");
    for (String row : rows) {
      table.append("<tr>");
      for (String cell : row.split("\\|", -1)) {
        table.append(
            cell.replaceFirst("([^*^]*)(.*)", "<td$2>$1</td>")
                .replaceFirst("\\*(\\d+)", " colspan=$1")
                .replaceFirst("\\^(\\d+)", " rowspan=$1"));
      }
      table.append("</tr>");
    }
    return table.append("</table>").toString();
  }

  /** The same, read. */
  public static Grid grid(String... rows) {
    return (Grid) DocumentReader.read(table(rows).getBytes(StandardCharsets.UTF_8)).blocks().get(0);
  }

  /** A grid's rows: cells apart by bars, a star for each further column. */
  public static List<String> rows(Grid grid) {
    return grid.rows().stream()
        .map(
            row ->
                row.cells().stream()
                    .map(cell -> cell.text().string() + "*".repeat(cell.columnSpan() - 1))
                    .collect(Collectors.joining("|")))
        .toList();
  }

  /** Those that are figures, blanks or placeholders. */
  public static List<Token> values(String... lines) {
    return tokens(lines).stream().filter(Token::isValue).toList();
  }

  /** Those that are words. */
  public static List<Token> words(String... lines) {
    return tokens(lines).stream().filter(token -> !token.isValue()).toList();
  }

  /** What a document is read as. */
  public static Report report(String document) {
    return ReportReader.read(DocumentReader.read(document.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * A row's figures as printed: blanks as underlines, those without place as question marks, {@code
   * absent} for a row that was not found, {@code unsure} behind it where any of it is.
   */
  public static String row(Report report, Table table, Row row) {
    List<String> figures = new ArrayList<>();
    boolean sure = true;
    for (Reading reading : report.readings()) {
      if (reading.cell().table() == table && reading.cell().row() == row) {
        sure &= reading.sure();
        figures.add(
            switch (reading.status()) {
              case BLANK -> "_";
              case UNPLACED -> "?";
              case ABSENT -> "absent";
              default -> reading.printed();
            });
      }
    }
    boolean absent = figures.stream().allMatch("absent"::equals);
    return (absent ? "absent" : String.join(" ", figures)) + (sure ? "" : " unsure");
  }
}
