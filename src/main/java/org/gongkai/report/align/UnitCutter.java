package org.gongkai.report.align;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.report.Status;
import org.gongkai.text.Ascii;
import org.jspecify.annotations.Nullable;

/** Cuts the sequence of labels and values into units: figures with the words before them. */
public final class UnitCutter {
  /** Headings of a table in single characters, one a line, are no more than this. */
  private static final int MOST_LABELS = 160;

  /** A row of blank cells only says something where the rows of the form stand side by side. */
  private static final int LEAST_SIDEWAYS = 4;

  /** So many cells behind the name of a group make it a row's label. */
  private static final int LEAST_BESIDE = 4;

  /**
   * As many characters may stand between a label and its figures: pieces of a heading beside it.
   */
  private static final int MOST_NOISE = 14;

  /** So many figures that count up number the columns. */
  private static final int LEAST_NUMBERED = 5;

  private final Vocabulary vocabulary;
  private final List<Unit> units = new ArrayList<>();
  private List<Token> pending = new ArrayList<>();
  private List<Token> slots = new ArrayList<>();
  private int at;
  private boolean labelled;

  private UnitCutter(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Cuts tokens into units. */
  static List<Unit> of(List<Token> tokens, Vocabulary vocabulary) {
    UnitCutter made = new UnitCutter(vocabulary);
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      made.at = i;
      if (!token.grid()) {
        made.line(token, i + 1 < tokens.size() ? tokens.get(i + 1) : null);
        i++;
        continue;
      }
      int end = i;
      while (end < tokens.size()
          && tokens.get(end).grid()
          && tokens.get(end).line() == token.line()) {
        end++;
      }
      made.row(tokens.subList(i, end));
      i = end;
    }
    if (!made.slots.isEmpty() || !made.pending.isEmpty()) {
      made.emit(List.of());
    }
    return made.units;
  }

  private void line(Token token, @Nullable Token next) {
    boolean among =
        !slots.isEmpty()
            && token.isBeside(slots.get(slots.size() - 1))
            && next != null
            && next.isValue()
            && next.isBeside(token)
            && !isLabel(token);
    if (token.isValue() || among) {
      slots.add(token);
      return;
    }
    flush();
    if (token.key().isEmpty() && token.to() - token.from() > 40) {
      pending.clear();
      return;
    }
    pend(token);
  }

  private void row(List<Token> row) {
    flush();
    List<Integer> labels = labels(row);
    if (labels.isEmpty()) {
      unlabelled(row);
      return;
    }
    for (Token token : row.subList(0, labels.get(0))) {
      pendWords(token);
    }
    for (int i = 0; i < labels.size(); i++) {
      pend(row.get(labels.get(i)));
      int from = labels.get(i) + 1;
      int to = i + 1 < labels.size() ? labels.get(i + 1) : row.size();
      int end = to;
      while (i + 1 < labels.size() && end > from && !row.get(end - 1).isValue()) {
        end--;
      }
      slots.addAll(row.subList(from, end));
      labelled = true;
      emit(row);
      labelled = false;
      row.subList(end, to).forEach(this::pendWords);
    }
  }

  /** The places of row labels in a row of a grid. */
  private List<Integer> labels(List<Token> row) {
    List<Integer> found = new ArrayList<>();
    int numbered = isNumbered(row) ? 1 : -1;
    for (int i = 0; i < row.size(); i++) {
      Token token = row.get(i);
      if (!token.isValue()
          && (isLabel(token) || i == numbered || isSideways(row, i))
          && hasFiguresBehind(row, i)) {
        found.add(i);
      }
    }
    return found;
  }

  private boolean isLabel(Token token) {
    return vocabulary.isLabel(token) || vocabulary.isDamagedLabel(token);
  }

  private boolean isSideways(List<Token> row, int label) {
    int values = 0;
    for (int i = label + 1; i < row.size() && row.get(i).isValue(); i++) {
      values++;
    }
    return values >= LEAST_BESIDE
        && vocabulary.isSideways(row.get(label))
        && row.subList(label + 1, row.size()).stream().noneMatch(vocabulary::beginsSideways);
  }

  /**
   * A heading such as 总计 that is a row's label too is one only where cells for figures stand behind
   * it.
   */
  private static boolean hasFiguresBehind(List<Token> row, int label) {
    for (int i = label + 1; i < row.size(); i++) {
      if (row.get(i).isValue()) {
        return true;
      }
    }
    return false;
  }

  private void unlabelled(List<Token> row) {
    int firstNumber = -1;
    for (int i = 0; i < row.size() && firstNumber < 0; i++) {
      Token token = row.get(i);
      if (token.figure().status() == Status.NUMBER) {
        firstNumber = i;
      }
    }
    if (firstNumber < 0) {
      if (row.size() >= LEAST_SIDEWAYS
          && row.stream().allMatch(token -> token.figure().status() == Status.BLANK)) {
        units.add(new Unit(List.copyOf(pending), row, row, at, units.size()));
        return;
      }
      int words = row.size();
      while (words > 0 && row.get(words - 1).isValue()) {
        words--;
      }
      List<Token> behind = row.subList(words, row.size());
      row.subList(0, words).forEach(this::pendWords);
      if (behind.stream().anyMatch(token -> token.figure().status() == Status.PLACEHOLDER)) {
        slots.addAll(behind);
        emit(row);
      }
      return;
    }
    int words = firstNumber;
    while (words > 0 && row.get(words - 1).isValue()) {
      words--;
    }
    row.subList(0, words).forEach(this::pendWords);
    if (!numbersColumns(row.subList(words, row.size()))) {
      slots.addAll(row.subList(words, row.size()));
      emit(row);
    }
  }

  /** Whether figures number the columns of a table: 1, 2, 3 and so on. */
  private static boolean numbersColumns(List<Token> figures) {
    for (int i = 0; i < figures.size(); i++) {
      BigDecimal number = figures.get(i).figure().value();
      if (number == null || number.compareTo(BigDecimal.valueOf(i + 1L)) != 0) {
        return false;
      }
    }
    return figures.size() >= LEAST_NUMBERED;
  }

  /** Whether the first cell of a row is the number of the label in the second. */
  private boolean isNumbered(List<Token> row) {
    String first = row.get(0).isValue() ? row.get(0).printed() : row.get(0).key();
    return row.size() > 2
        && (first.length() == 1 || first.length() == 2)
        && Ascii.isDigits(first)
        && vocabulary.isWithoutNumber(row.get(1));
  }

  private void pendWords(Token token) {
    if (!token.isValue()) {
      pend(token);
    }
  }

  private void pend(Token token) {
    if (pending.size() >= MOST_LABELS) {
      pending = new ArrayList<>(pending.subList(MOST_LABELS / 2, pending.size()));
    }
    pending.add(token);
  }

  private void flush() {
    if (!slots.isEmpty()) {
      emit(List.of());
    }
  }

  private void emit(List<Token> row) {
    int from = 0;
    int behind = 0;
    int last = labelled ? pending.size() - 1 : pending.size();
    for (int i = pending.size() - 1; i >= 0 && !labelled; i--) {
      if (vocabulary.isLabel(pending.get(i))) {
        last = behind > MOST_NOISE ? pending.size() : i;
        break;
      }
      behind += pending.get(i).key().length();
    }
    for (int i = 0; i < last; i++) {
      if (vocabulary.isLabel(pending.get(i))) {
        // Another label follows, or a table's headings: nothing is printed for this one.
        units.add(new Unit(pending.subList(from, i + 1), List.of(), List.of(), at, units.size()));
        from = i + 1;
      }
    }
    units.add(new Unit(pending.subList(from, pending.size()), slots, row, at, units.size()));
    pending = new ArrayList<>();
    slots = new ArrayList<>();
  }
}
