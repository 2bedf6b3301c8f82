package org.gongkai.report.align;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Cuts the sequence of labels and values into units: figures with the words before them. */
final class UnitCutter {
  /** The headings of a table, upright ones with a character a line too, are no more than this. */
  private static final int MOST_LABELS = 160;

  /** A row of blank cells says something only where the rows of the form stand side by side. */
  private static final int LEAST_BLANK = 4;

  /** So many figures that count up number the columns. */
  private static final int LEAST_NUMBERED = 5;

  private final List<Unit> units = new ArrayList<>();
  private List<Token> labels = new ArrayList<>();
  private List<Token> slots = new ArrayList<>();
  private int at;

  private UnitCutter() {}

  /** Cuts tokens into units. */
  static List<Unit> of(List<Token> tokens) {
    UnitCutter made = new UnitCutter();
    int next;
    for (int i = 0; i < tokens.size(); i = next) {
      Token token = tokens.get(i);
      made.at = i;
      next = i + 1;
      if (token.grid()) {
        while (next < tokens.size() && tokens.get(next).line() == token.line()) {
          next++;
        }
        made.row(tokens.subList(i, next));
      } else {
        made.word(token);
      }
    }
    if (!made.slots.isEmpty() || !made.labels.isEmpty()) {
      made.emit(false);
    }
    return made.units;
  }

  private void word(Token token) {
    if (token.isValue()) {
      slots.add(token);
    } else {
      flush();
      labels.add(token);
    }
  }

  private void row(List<Token> row) {
    flush();
    int label = label(row);
    int from = label >= 0 ? label + 1 : firstFigure(row);
    row.subList(0, from).stream().filter(token -> !token.isValue()).forEach(labels::add);
    List<Token> behind = row.subList(from, row.size());
    if (!behind.isEmpty() && !numberColumns(behind)) {
      slots.addAll(behind);
      emit(true);
    }
  }

  /** The last row label in a row of a grid that has cells behind it; -1 for none. */
  private static int label(List<Token> row) {
    int label = row.size() - 2;
    while (label >= 0
        && (row.get(label).isValue()
            || !RowLabels.isLabel(row.get(label)) && !RowLabels.isDamagedLabel(row.get(label)))) {
      label--;
    }
    return label;
  }

  /**
   * Where the first run of cells begins that holds a figure, or a placeholder; the row's end for
   * none. One before all words may be the row's number. A row of blanks alone is one.
   */
  private static int firstFigure(List<Token> row) {
    int run = 0;
    for (int i = 0; i < row.size(); i++) {
      if (!row.get(i).isValue()) {
        run = i + 1;
      } else if (i > 0 && row.get(i).isFigure()) {
        return run;
      }
    }
    boolean blank = run == 0 && row.size() >= LEAST_BLANK;
    return row.get(0).isFigure() || blank ? 0 : row.size();
  }

  /** Whether figures number the columns of a table: 1, 2, 3 and so on. */
  private static boolean numberColumns(List<Token> figures) {
    for (int i = 0; i < figures.size(); i++) {
      BigDecimal number = figures.get(i).figure().value();
      if (number == null || number.compareTo(BigDecimal.valueOf(i + 1L)) != 0) {
        return false;
      }
    }
    return figures.size() >= LEAST_NUMBERED;
  }

  private void flush() {
    if (!slots.isEmpty()) {
      emit(false);
    }
  }

  private void emit(boolean grid) {
    labels = labels.subList(Math.max(0, labels.size() - MOST_LABELS), labels.size());
    int last = labels.size() - 1;
    while (last >= 0 && !RowLabels.isLabel(labels.get(last))) {
      last--;
    }
    int from = 0;
    for (int i = 0; i < last; i++) {
      if (RowLabels.isLabel(labels.get(i))) {
        // Another label follows, or a table's headings: nothing is printed for this one.
        units.add(new Unit(labels.subList(from, i + 1), List.of(), false, at, units.size()));
        from = i + 1;
      }
    }
    units.add(new Unit(labels.subList(from, labels.size()), slots, grid, at, units.size()));
    labels = new ArrayList<>();
    slots = new ArrayList<>();
  }
}
