package org.gongkai.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Edition;
import org.gongkai.form.Table;
import org.gongkai.publish.CellMarks.Mark;
import org.gongkai.publish.FormLayout.Columns;
import org.gongkai.publish.FormLayout.Head;
import org.gongkai.publish.FormLayout.Heading;
import org.gongkai.publish.FormLayout.TableLayout;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The three tables as the form prints them, with the cells read and their marks.
 *
 * @param legend whether to explain the marks of cells without a certain figure
 */
record PageTables(List<Section> tables, boolean legend) {
  /** The characters shown of a text in a cell: more would break the table. */
  private static final int MOST_CHARACTERS = 60;

  /**
   * A table.
   *
   * @param form null where the report has no such table
   */
  record Section(
      String key,
      String label,
      String english,
      @Nullable Form form,
      List<UnplacedRow> unplacedRows) {
    boolean hasUnplacedRows() {
      return !unplacedRows.isEmpty();
    }
  }

  /** A table as the form prints it. */
  record Form(String kind, @Nullable Columns columns, @Nullable Head head, List<Row> body) {}

  /** Headings and figures of a line. */
  record Row(List<Heading> heads, List<Figure> cells) {}

  /** A row whose figures could not be assigned to columns. */
  record UnplacedRow(String row, List<String> figures) {}

  /**
   * A cell: one of {@code figure}, {@code words}, {@code blank}, {@code absent}, {@code unplaced};
   * or nothing.
   *
   * @param css its classes
   * @param original the figure as printed, where it is shown differently
   * @param truncated whether the words are shortened
   * @param suggestion the suggested correction; null for none
   * @param numbers the numbers of the findings to list
   * @param more whether there are more findings
   */
  record Figure(
      int index,
      @Nullable Integer colspan,
      @Nullable String css,
      @Nullable String original,
      @Nullable String figure,
      @Nullable String words,
      boolean truncated,
      boolean blank,
      boolean absent,
      boolean unplaced,
      @Nullable Suggestion suggestion,
      List<Integer> numbers,
      boolean more) {
    boolean hasNumbers() {
      return !numbers.isEmpty();
    }
  }

  /** A correction; {@code suggested} is null for a blank. */
  record Suggestion(@Nullable String suggested, boolean isCertain) {}

  /** Lays out a report's tables; {@code marks} is null without findings. */
  static PageTables of(Report report, Edition edition, @Nullable CellMarks marks) {
    List<Section> tables = new ArrayList<>();
    for (TableLayout layout : FormLayout.of(edition)) {
      Table table = layout.table();
      boolean found = report.has(table);
      tables.add(
          new Section(
              table.key(),
              table.label(),
              table.english(),
              found ? form(layout, report, marks) : null,
              found ? unplacedRows(report, table) : List.of()));
    }
    boolean legend =
        report.readings().stream()
            .anyMatch(reading -> reading.status() != Status.NUMBER || !reading.sure());
    return new PageTables(tables, legend);
  }

  private static List<UnplacedRow> unplacedRows(Report report, Table table) {
    return report.looseRows().stream()
        .filter(row -> row.table().key().equals(table.key()))
        .map(
            row ->
                new UnplacedRow(
                    row.row().label(),
                    row.parts().stream().map(BigDecimal::toPlainString).toList()))
        .toList();
  }

  private static Form form(TableLayout layout, Report report, @Nullable CellMarks marks) {
    List<Row> body = new ArrayList<>();
    for (FormLayout.BodyRow row : layout.body()) {
      List<Figure> cells = new ArrayList<>();
      for (int i = 0; i < row.cells(); i++) {
        int index = row.first() + i;
        Reading reading = report.readings().get(index);
        Mark mark = marks == null ? null : marks.at(index);
        cells.add(figure(reading, row.colspan(), mark));
      }
      body.add(new Row(row.heads(), cells));
    }
    return new Form(layout.kind(), layout.columns(), layout.head(), body);
  }

  private static @Nullable Suggestion suggestion(@Nullable Mark mark) {
    return mark == null || mark.change == null
        ? null
        : new Suggestion(mark.change.suggested().toPlainString(), mark.certain);
  }

  private static Figure figure(Reading reading, @Nullable Integer colspan, @Nullable Mark mark) {
    Status status = reading.status();
    BigDecimal value = status == Status.NUMBER ? reading.value() : null;
    boolean words = status == Status.PLACEHOLDER || status == Status.TEXT;
    String printed = reading.printed();
    int end =
        words
            ? printed.offsetByCodePoints(
                0, Math.min(MOST_CHARACTERS, printed.codePointCount(0, printed.length())))
            : 0;
    boolean named = mark != null && !mark.findings.isEmpty() && !isZeroAddend(mark, value);
    return new Figure(
        reading.cell().index(),
        colspan,
        mark == null ? css(reading) : css(reading, mark),
        value == null ? null : original(printed, value),
        value == null ? null : value.toPlainString(),
        words ? printed.substring(0, end) : null,
        words && end < printed.length(),
        status == Status.BLANK,
        status == Status.ABSENT,
        status == Status.UNPLACED,
        suggestion(mark),
        named && mark != null ? mark.listedFindings() : List.of(),
        named && mark != null && mark.findings.size() > mark.listedFindings().size());
  }

  /** Whether a zero is a mere addend in findings: listing them there would hide others. */
  private static boolean isZeroAddend(Mark mark, @Nullable BigDecimal value) {
    return mark.ownSeverity == null
        && mark.change == null
        && (value == null || value.signum() == 0);
  }

  private static @Nullable String css(Reading reading) {
    BigDecimal value = reading.value();
    if (reading.status() != Status.NUMBER) {
      return "s " + reading.status().key();
    }
    if (value == null || reading.sure() && value.signum() != 0) {
      return null;
    }
    return reading.sure() ? "zero" : "weak";
  }

  private static String css(Reading reading, Mark mark) {
    StringBuilder css = new StringBuilder("k");
    Severity own = mark.ownSeverity;
    Severity part = mark.addendSeverity;
    if (own != null) {
      css.append(" own-").append(own.key());
    } else if (part != null) {
      css.append(" part-").append(part.key());
    }
    if (mark.change != null) {
      css.append(mark.certain ? " certain" : " maybe");
    }
    return css.append(reading.sure() ? " " : " weak ").append(reading.status().key()).toString();
  }

  private static @Nullable String original(String printed, BigDecimal value) {
    return printed.equals(value.toPlainString()) || printed.length() > 40 ? null : printed;
  }
}
