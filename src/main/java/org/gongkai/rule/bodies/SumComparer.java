package org.gongkai.rule.bodies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Compares a government's figures with the sum of its own office's, its departments' and its lower
 * governments', cell by cell.
 *
 * <p>Of table II only what happens in the year is added up: documents issued and repealed,
 * decisions, fees. Left out are regulations (规章), which only some governments may make and which
 * each reports for itself; what is in force at the year's end (现行有效), since a lower body's document
 * is none of the government's own; and the numbers of items of edition 2019 (对外公开总数量, 上一年项目数量,
 * 本年增/减), since one item is run by many bodies.
 */
final class SumComparer {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int CONTRIBUTORS = 3;

  private SumComparer() {}

  /** A body below and its figures. */
  record Addend(Body body, Figures figures) {}

  /**
   * What came of it.
   *
   * @param differences the cells that differ
   * @param open how many cells could not be compared since a figure was not read
   */
  record Outcome(List<Difference> differences, int open) {}

  static Outcome compare(Figures stated, List<Addend> addends) {
    List<Difference> differences = new ArrayList<>();
    int open = 0;
    for (int i = 0; i < Figures.CELLS.size(); i++) {
      Cell cell = Figures.CELLS.get(i);
      BigDecimal figure = stated.at(i);
      if (figure == null || !addsUp(cell)) {
        continue;
      }
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal rounding = rounding(cell, figure);
      boolean known = true;
      for (Addend addend : addends) {
        BigDecimal part = addend.figures().at(i);
        if (part == null) {
          known = false;
          break;
        }
        sum = sum.add(part);
        rounding = rounding.add(rounding(cell, part));
      }
      if (!known) {
        open++;
      } else if (figure.subtract(sum).abs().compareTo(rounding) > 0) {
        differences.add(new Difference(cell, figure, sum, largest(addends, i)));
      }
    }
    return new Outcome(differences, open);
  }

  static boolean addsUp(Cell cell) {
    if (!cell.table().key().equals(Edition.PROACTIVE_DISCLOSURE)) {
      return true;
    }
    return !cell.row().key().equals("regulations")
        && !List.of("inForce", "totalDisclosed", "previousItems", "change")
            .contains(cell.column().key());
  }

  /** Amounts are printed rounded, each to its own place: half a unit of it may be lost. */
  private static BigDecimal rounding(Cell cell, BigDecimal figure) {
    return cell.column().kind() == Kind.AMOUNT && figure.signum() != 0
        ? HALF.movePointLeft(Math.max(0, figure.scale()))
        : BigDecimal.ZERO;
  }

  private static List<Difference.Part> largest(List<Addend> addends, int place) {
    return addends.stream()
        .map(addend -> new Difference.Part(addend.body().name(), zero(addend.figures().at(place))))
        .filter(part -> part.figure().signum() != 0)
        .sorted(Comparator.comparing(Difference.Part::figure).reversed())
        .limit(CONTRIBUTORS)
        .toList();
  }

  private static BigDecimal zero(@Nullable BigDecimal figure) {
    return figure == null ? BigDecimal.ZERO : figure;
  }
}
