package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Table;
import org.gongkai.report.section.Headings;
import org.jspecify.annotations.Nullable;

/**
 * Gives rows that no label tells the figures that stand in their place: between two rows that were
 * found as many rows of figures as the form has there.
 */
final class RowFiller {
  private static final int MOST_MOVED = 3;

  /** Longer words are the text around a table. */
  private static final int LONGEST_WORD = 8;

  private final Chain chain;
  private final List<Unit> units;
  private final Table table;
  private final int size;

  private RowFiller(Chain chain, List<Unit> units) {
    this.chain = chain;
    this.units = units;
    this.table = chain.labels().table();
    this.size = table.rows().size();
  }

  /** Fills a chain's gaps; rows whose figures could not be told are hidden. */
  static void fill(Chain chain, List<Unit> units) {
    RowFiller filler = new RowFiller(chain, units);
    int before = -1;
    for (int row = 0; row <= size(chain); row++) {
      if (row == filler.size || !filler.lacksFigures(row)) {
        if (row - before > 1) {
          filler.fill(before, row);
        }
        before = row;
      }
    }
    filler.takeWords();
    filler.joinCutRows();
    filler.hideNearFreeFigures();
    filler.trustNeighbours();
  }

  private static int size(Chain chain) {
    return chain.labels().table().rows().size();
  }

  private boolean lacksFigures(int row) {
    Unit unit = chain.unit(row);
    return unit == null || unit.slots().isEmpty() && !unit.grid();
  }

  private int columns(int row) {
    return table.rows().get(row).columns().size();
  }

  private void fill(int before, int after) {
    Unit above = before < 0 ? null : chain.unit(before);
    Unit below = after >= size ? null : chain.unit(after);
    int missing = after - before - 1;
    int from = above == null ? chain.first() - missing : above.index() + 1;
    int to = below == null ? chain.last() + 1 + missing : below.index();
    List<Unit> free = new ArrayList<>();
    if (above != null && !above.grid() && isSeveral(above, before, missing)) {
      List<Unit> parts = parts(above, columns(before));
      chain.put(before, parts.get(0), chain.likeness(before));
      free.addAll(parts.subList(1, parts.size()));
    }
    for (Unit unit :
        units.subList(Math.max(0, from), Math.max(Math.max(0, from), Math.min(to, units.size())))) {
      if (!unit.slots().isEmpty() && !(unit.isBlank() && !unit.grid())) {
        boolean several = !unit.grid() && isSeveral(unit, Math.min(before + 1, size - 1), missing);
        free.addAll(several ? parts(unit, columns(before + 1)) : List.of(unit));
      }
    }
    boolean edge = above == null || below == null;
    boolean fits = free.size() == missing;
    for (int i = 0; i < missing && fits; i++) {
      int row = before + 1 + i;
      Unit unit = free.get(i);
      int columns = columns(row);
      boolean full = unit.slotsByLine(columns).size() == columns;
      boolean named = words(unit, row) >= 0.5;
      fits = edge ? full && named : full || unit.slots().size() > columns && unit.grid() || named;
    }
    for (int i = 0; i < missing; i++) {
      if (fits) {
        chain.put(before + 1 + i, free.get(i), Chain.SURE);
      } else if (!edge && free.stream().anyMatch(unit -> !unit.isBlank())) {
        chain.hide(before + 1 + i);
      }
    }
  }

  /** How much of a row's label the words before some figures have, in order. */
  private double words(Unit unit, int row) {
    return chain.labels().share(RowLabels.words(unit.labels()), row);
  }

  /** Whether figures run on from row to row, the labels standing elsewhere. */
  private boolean isSeveral(Unit unit, int row, int missing) {
    int columns = columns(row);
    int figures = unit.slots().size();
    return columns > 1
        && figures > columns
        && figures % columns == 0
        && figures / columns <= missing + 1;
  }

  private static List<Unit> parts(Unit unit, int columns) {
    List<Unit> parts = new ArrayList<>();
    for (int from = 0; from < unit.slots().size(); from += columns) {
      parts.add(
          new Unit(
              from == 0 ? unit.labels() : List.of(),
              unit.slots().subList(from, from + columns),
              List.of(),
              unit.at(),
              unit.index()));
    }
    return parts;
  }

  /**
   * A word in lines of text that stands where a row lacks a figure: a cell where others follow it
   * and the row is whole with it, else the row cannot be told.
   */
  private void takeWords() {
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      int figures = unit == null || unit.grid() ? 0 : unit.slots().size();
      if (unit == null || figures == 0 || figures >= columns(row)) {
        continue;
      }
      Unit next = unit.index() + 1 < units.size() ? units.get(unit.index() + 1) : unit;
      List<Token> behind = next == unit || next.grid() ? List.of() : next.labels();
      boolean word = !behind.isEmpty() && isWord(behind.get(0));
      if (word && behind.size() == 1 && figures + 1 + next.slots().size() == columns(row)) {
        List<Token> whole = new ArrayList<>(unit.slots());
        whole.addAll(behind);
        whole.addAll(next.slots());
        chain.put(row, unit.withSlots(whole), chain.likeness(row));
      } else if (word
          || unit.labels().size() > 1 && isWord(unit.labels().get(unit.labels().size() - 1))) {
        chain.hide(row);
      }
    }
  }

  /** Whether it is a short word that no table prints, nor a piece of one. */
  private boolean isWord(Token token) {
    String key = token.key();
    return !key.isEmpty()
        && key.length() <= LONGEST_WORD
        && !Headings.isHeading(key)
        && !TableWords.mayBePiece(key);
  }

  /**
   * A row that a page's end cut: some of its label stands in one row of the grid, the rest and the
   * figures in the next, or the one before.
   */
  private void joinCutRows() {
    BitSet taken = new BitSet();
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      if (unit != null) {
        taken.set(unit.index());
      }
    }
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      for (int step = 1; step >= -1 && unit != null && unit.grid() && unit.isBlank(); step -= 2) {
        int at = unit.index() + step;
        Unit other = at < 0 || at >= units.size() ? null : withoutBegin(units.get(at), row);
        if (other != null && !other.isBlank() && !taken.get(at) && isRest(other, row, step)) {
          chain.put(row, other, Chain.SURE);
          break;
        }
      }
    }
  }

  /**
   * Where figures in lines of text are no row's, and one of the rows close by lacks some, those
   * between may have taken each other's: what comes out of a PDF may have the figures before their
   * label, below it, or beside the label of the next row.
   */
  private void hideNearFreeFigures() {
    Set<Integer> taken = new HashSet<>();
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      taken.add(unit == null ? -1 : unit.index());
    }
    int below = 0;
    for (int i = Math.max(0, chain.first() - 1); i <= chain.last() + 1 && i < units.size(); i++) {
      while (below < size && isAbove(below, i)) {
        below++;
      }
      Unit unit = units.get(i);
      boolean within = i >= chain.first() && i <= chain.last();
      boolean own = taken.contains(i);
      boolean free =
          own
              ? unit.slotsByLine(columns(below)).size() > columns(below)
              : !unit.isBlank() && (within || isNear(unit));
      if (free && !unit.grid()) {
        hide(own ? below + 1 : below, 1);
        hide(below - 1, -1);
      }
    }
  }

  private boolean isAbove(int row, int unit) {
    Unit own = chain.unit(row);
    return own == null || own.index() < unit;
  }

  /** Whether figures before or behind the rows found stand under words of their table alone. */
  private boolean isNear(Unit unit) {
    List<Token> labels = unit.labels();
    return labels.isEmpty()
        || unit.index() < chain.first()
            && TableWords.of(table).contains(labels.get(labels.size() - 1).key());
  }

  /** Hides the rows from one up to the next that lacks figures. */
  private void hide(int from, int step) {
    for (int row = from; row >= 0 && row < size && Math.abs(row - from) < MOST_MOVED; row += step) {
      Unit unit = chain.unit(row);
      if (unit == null || !unit.grid() && unit.slots().size() < columns(row)) {
        for (int moved = from; moved != row + step; moved += step) {
          chain.hide(moved);
        }
        return;
      }
    }
  }

  private boolean isRest(Unit unit, int row, int step) {
    int last = unit.labels().size() - 1;
    String words = last < 0 ? "" : unit.labels().get(last).key();
    return words.length() >= 2 && chain.labels().isPieceOf(words, row)
        || (step > 0 ? chain.labels().isEndOf(words, row) : chain.labels().isBeginOf(words, row));
  }

  /** A row of a grid with the begin of a label in its first cell as one of its labels. */
  private Unit withoutBegin(Unit unit, int row) {
    List<Token> slots = unit.slots();
    if (!unit.grid()
        || slots.size() != columns(row) + 1
        || slots.get(0).key().length() < 2
        || !chain.labels().isBeginOf(slots.get(0).key(), row)) {
      return unit;
    }
    List<Token> labels = new ArrayList<>(unit.labels());
    labels.add(slots.get(0));
    return new Unit(labels, slots.subList(1, slots.size()), unit.row(), unit.at(), unit.index());
  }

  /** A row whose label is damaged is sure where no other figures stand beside it. */
  private void trustNeighbours() {
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      if (unit != null && chain.likeness(row) < Chain.SURE) {
        boolean above = row == 0 || isNext(chain.unit(row - 1), unit);
        boolean below = row == size - 1 || isNext(unit, chain.unit(row + 1));
        if (above && below) {
          chain.put(row, unit, Chain.SURE);
        }
      }
    }
  }

  private boolean isNext(@Nullable Unit one, @Nullable Unit next) {
    return one != null
        && next != null
        && units.subList(Math.min(one.index() + 1, next.index()), next.index()).stream()
            .allMatch(unit -> unit.slots().isEmpty());
  }
}
