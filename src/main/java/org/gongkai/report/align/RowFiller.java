package org.gongkai.report.align;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/**
 * Gives rows that no label tells the figures that stand in their place: between two rows that were
 * found as many rows of figures as the form has there.
 */
final class RowFiller {
  /** So many rows away, figures may have gone to another row. */
  private static final int NEAR = 3;

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
    for (int row = 0; row <= filler.size; row++) {
      if (row == filler.size || !filler.lacksFigures(row)) {
        if (row - before > 1) {
          filler.fill(before, row);
        }
        before = row;
      }
    }
    filler.hideNearFreeFigures();
    filler.trustNeighbours();
  }

  private int columns(int row) {
    return table.rows().get(row).columns().size();
  }

  private boolean lacksFigures(int row) {
    Unit unit = chain.unit(row);
    return unit == null || unit.slots().isEmpty() && !unit.grid();
  }

  /** Gives the rows between two the units that stand there, if there are as many. */
  private void fill(int before, int after) {
    Unit above = before < 0 ? null : chain.unit(before);
    Unit below = after >= size ? null : chain.unit(after);
    int missing = after - before - 1;
    int from = above == null ? chain.first() - missing : above.index() + 1;
    int to = below == null ? chain.last() + 1 + missing : below.index();
    List<Unit> free =
        units.subList(Math.max(0, from), Math.min(to, units.size())).stream()
            .filter(unit -> unit.grid() ? !unit.slots().isEmpty() : !unit.isBlank())
            .toList();
    boolean edge = above == null || below == null;
    boolean fits = free.size() == missing;
    for (int i = 0; i < missing && fits; i++) {
      fits = mayBe(free.get(i), before + 1 + i, edge);
    }
    boolean hidden = !fits && !edge && free.stream().anyMatch(unit -> !unit.isBlank());
    for (int i = 0; i < missing; i++) {
      if (fits) {
        chain.put(before + 1 + i, free.get(i), Chain.SURE);
      } else if (hidden) {
        chain.hide(before + 1 + i);
      }
    }
  }

  /** Whether it has a row's figures, or half of its label; at the table's edge both. */
  private boolean mayBe(Unit unit, int row, boolean edge) {
    int more = unit.slots().size() - columns(row);
    boolean full = more == 0 || unit.grid() && more > 0;
    boolean named = chain.labels().share(RowLabels.words(unit.labels()), row) >= 0.5;
    return edge ? full && named : full || named;
  }

  /**
   * Where figures are no row's, and one of the rows close by lacks some, those between may have
   * taken each other's: what comes out of a PDF may have the figures before their label, below it,
   * or beside the label of the next row, and a page's end may cut a row of a grid.
   */
  private void hideNearFreeFigures() {
    Set<Integer> taken = new HashSet<>();
    for (int row = 0; row < size; row++) {
      Unit unit = chain.unit(row);
      taken.add(unit == null ? -1 : unit.index());
    }
    int below = 0;
    for (int i = Math.max(0, chain.first()); i <= chain.last(); i++) {
      Unit own = chain.unit(Math.min(below, size - 1));
      while (below < size && (own == null || own.index() < i)) {
        below++;
        own = chain.unit(Math.min(below, size - 1));
      }
      if (!taken.contains(i) && !units.get(i).isBlank()) {
        hide(below, 1);
        hide(below - 1, -1);
      }
    }
  }

  /** Hides the rows from one up to the next that lacks figures. */
  private void hide(int from, int step) {
    for (int row = from; row >= 0 && row < size && Math.abs(row - from) < NEAR; row += step) {
      Unit unit = chain.unit(row);
      if (unit == null || unit.isBlank() || !unit.grid() && unit.slots().size() < columns(row)) {
        for (int moved = from; moved != row + step; moved += step) {
          chain.hide(moved);
        }
        return;
      }
    }
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
