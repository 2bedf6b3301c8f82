package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines units up with the rows of a table: the best chain of units whose rows come in the form's
 * order and stand close together.
 *
 * <p>Time is linear in the number of units.
 */
public final class Chain {
  /** A row whose label is as likely as this is sure. */
  static final double SURE = 0.75;

  private static final double SKIPPED_ROW = 0.12;
  private static final double DISTANCE = 0.004;

  /**
   * A label without figures is worth little, so that only one close by is taken: menus have the
   * same words.
   */
  private static final double LABEL_ALONE = 0.4;

  private static final double FARTHEST = 1.2;
  private static final double HIDDEN = 0.5;

  private final RowLabels labels;
  private final @Nullable Unit[] units;
  private final double[] likeness;
  private final boolean[] hidden;
  private double score;
  private int first = -1;
  private int last = -1;

  private Chain(RowLabels labels, int rows) {
    this.labels = labels;
    this.units = new Unit[rows];
    this.likeness = new double[rows];
    this.hidden = new boolean[rows];
  }

  private record Link(int unit, int row, double likeness, double score, @Nullable Link before) {}

  /** Finds the best chain among the units {@code from} (inclusive) to {@code to} (exclusive). */
  static Chain find(RowLabels labels, List<Unit> all, int from, int to) {
    int rows = labels.table().rows().size();
    @Nullable Link[] near = new Link[rows];
    @Nullable Link[] far = new Link[rows];
    @Nullable Link best = null;
    for (int u = from; u < to; u++) {
      Unit unit = all.get(u);
      List<Link> made = new ArrayList<>(2);
      for (RowLabels.Match match : labels.find(unit.labels())) {
        int row = match.row();
        double own =
            unit.slots().isEmpty()
                ? LABEL_ALONE * match.likeness()
                : match.likeness() + fit(unit, labels.table().rows().get(row).columns().size());
        @Nullable Link before = null;
        double most = 0;
        for (int r = 0; r < row; r++) {
          double skipped = SKIPPED_ROW * (row - r - 1);
          Link link = near[r];
          if (link != null) {
            double value = link.score - DISTANCE * (unit.at() - all.get(link.unit).at()) - skipped;
            if (value > most) {
              most = value;
              before = link;
            }
          }
          link = far[r];
          if (link != null && link.score - FARTHEST - skipped > most) {
            most = link.score - FARTHEST - skipped;
            before = link;
          }
        }
        made.add(new Link(u, row, match.likeness(), own + most, before));
      }
      for (Link link : made) {
        near[link.row] = nearer(all, near[link.row], link);
        Link kept = far[link.row];
        if (kept == null || link.score > kept.score) {
          far[link.row] = link;
        }
        if (best == null || link.score > best.score) {
          best = link;
        }
      }
    }
    Chain chain = new Chain(labels, rows);
    if (best != null) {
      chain.score = best.score;
      chain.last = best.unit;
      for (Link link = best; link != null; link = link.before) {
        chain.units[link.row] = all.get(link.unit);
        chain.likeness[link.row] = link.likeness;
        chain.first = link.unit;
      }
    }
    return chain;
  }

  /**
   * Of two links to a row, the one worth more to what follows: distances count from where each
   * stands.
   */
  private static Link nearer(List<Unit> all, @Nullable Link kept, Link link) {
    if (kept == null) {
      return link;
    }
    double lead = DISTANCE * (all.get(link.unit).at() - all.get(kept.unit).at());
    return link.score >= kept.score - lead ? link : kept;
  }

  private static double fit(Unit unit, int columns) {
    if (unit.slots().stream().noneMatch(Token::isFigure)) {
      // The form itself, printed before the table that is filled in, or words about it.
      return 0;
    }
    int slots = unit.slots().size();
    if (slots == columns) {
      return 0.3;
    }
    return slots < columns ? 0.1 : 0.15;
  }

  RowLabels labels() {
    return labels;
  }

  /** How good the chain is; each row counts up to 1.3. */
  double score() {
    return score;
  }

  /** How many rows it has. */
  int size() {
    return (int) Arrays.stream(units).filter(unit -> unit != null).count();
  }

  /** The unit of a row; null where none was found. */
  @Nullable Unit unit(int row) {
    return units[row];
  }

  double likeness(int row) {
    return likeness[row];
  }

  /** Whether figures stand in a row's place that could not be told. */
  boolean isHidden(int row) {
    return hidden[row];
  }

  void hide(int row) {
    score -= hidden[row] ? 0 : HIDDEN;
    hidden[row] = true;
  }

  /** Gives a row a unit that the chain did not find, or another one. */
  void put(int row, Unit unit, double like) {
    Unit known = units[row];
    score += known == null ? like : known.slots().isEmpty() ? like / 2 : 0;
    units[row] = unit;
    likeness[row] = like;
  }

  /** The index of its first unit; -1 for an empty chain. */
  int first() {
    return first;
  }

  /** The index of its last unit; -1 for an empty chain. */
  int last() {
    return last;
  }
}
