package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Table;
import org.gongkai.report.section.Headings;
import org.jspecify.annotations.Nullable;

/** Tells words that stand in the place of figures from those of labels and headings. */
final class AmongFigures {
  private static final int LONGEST_WORD = 12;

  /** Figures of more rows than these are no row's. */
  private static final int CROWD = 3;

  private final Chain chain;
  private final List<Unit> units;
  private final Table table;
  private final int size;
  private @Nullable List<Token> crowd;

  AmongFigures(Chain chain, List<Unit> units) {
    this.chain = chain;
    this.units = units;
    this.table = chain.labels().table();
    this.size = table.rows().size();
  }

  /**
   * The figures of a row and the words among them, where a word stands in the place of a figure.
   */
  List<Token> withWords(int row, Unit unit, int columns) {
    List<Token> all = new ArrayList<>();
    if (hasWordBefore(row, unit)) {
      all.add(unit.labels().get(unit.labels().size() - 1));
    }
    all.addAll(unit.slots());
    for (int i = unit.index() + 1; i < units.size() && all.size() < columns; i++) {
      for (Token word : units.get(i).labels()) {
        if (all.size() < columns && isForeign(word, row)) {
          all.add(word);
        } else {
          return all;
        }
      }
      if (all.size() + units.get(i).slots().size() <= columns) {
        all.addAll(units.get(i).slots());
      }
    }
    return all;
  }

  /** The words beside a label that has nothing but words beside it in its row of a grid. */
  List<Token> alone(int row, Unit unit) {
    Token label = unit.labels().isEmpty() ? null : unit.labels().get(unit.labels().size() - 1);
    if (label == null || !label.grid() || unit.index() + 1 >= units.size()) {
      return List.of();
    }
    List<Token> beside =
        units.get(unit.index() + 1).labels().stream()
            .takeWhile(word -> word.grid() && word.line() == label.line())
            .toList();
    return beside.stream().allMatch(word -> isForeign(word, row)) ? beside : List.of();
  }

  /** Whether a word stands before or behind the figures of a row of text, in a figure's place. */
  boolean isInterrupted(int row, Unit unit) {
    if (hasWordBefore(row, unit)) {
      return true;
    }
    if (unit.grid() || unit.index() + 1 >= units.size()) {
      return false;
    }
    Unit next = units.get(unit.index() + 1);
    boolean taken = row + 1 < size && next == chain.unit(row + 1);
    return !taken
        && !next.grid()
        && !next.labels().isEmpty()
        && next.labels().stream().allMatch(word -> isForeign(word, row));
  }

  /** Whether a word stands between the label and the figures of a row. */
  private boolean hasWordBefore(int row, Unit unit) {
    int last = unit.labels().size() - 1;
    return last >= 1 && isForeign(unit.labels().get(last), row);
  }

  /** Whether a word is no part of any label around a row. */
  boolean isForeign(Token word, int row) {
    String key = word.key();
    return !key.isEmpty()
        && key.length() <= LONGEST_WORD
        && !OwnWords.of(table).contains(key)
        && !Headings.isHeading(key)
        && !chain.labels().isPieceOfParent(key)
        && !chain.labels().isPieceOf(key, row)
        && (row + 1 >= size || !chain.labels().isPieceOf(key, row + 1));
  }

  /**
   * The figures of a whole table in one run, column by column or however they lie, words in the
   * place of some; none where there is no such run.
   */
  List<Token> crowd() {
    if (crowd == null) {
      crowd = findCrowd();
    }
    return crowd;
  }

  private List<Token> findCrowd() {
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      if (unit != null && !unit.grid() && !unit.slots().isEmpty()) {
        List<Token> run = run(unit, row);
        if (run.size() > CROWD * table.rows().get(row).columns().size()) {
          return run;
        }
      }
    }
    return List.of();
  }

  /** The figures of a unit, and of those behind it that have no words but foreign ones. */
  private List<Token> run(Unit unit, int row) {
    List<Token> run = new ArrayList<>(unit.slots());
    for (int i = unit.index() + 1; i < units.size(); i++) {
      Unit next = units.get(i);
      if (next.grid() || !next.labels().stream().allMatch(word -> isForeign(word, row))) {
        break;
      }
      run.addAll(next.labels());
      run.addAll(next.slots());
    }
    return run;
  }
}
