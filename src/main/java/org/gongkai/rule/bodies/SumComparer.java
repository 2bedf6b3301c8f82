package org.gongkai.rule.bodies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.FigureKind;
import org.jspecify.annotations.Nullable;

/**
 * Compares a government's figures with the sum of its own office's, its departments' and its lower
 * governments', cell by cell.
 *
 * <p>Of table II only what happens in the year is added up: documents issued and repealed,
 * decisions, fees. Not added up are regulations (规章), which only some governments may make and
 * which each reports for itself; documents in force at the end of the year (现行有效), as those of
 * lower bodies are not the government's own; and the numbers of items of edition 2019 (对外公开总数量,
 * 上一年项目数量, 本年增/减), as many bodies run the same item.
 */
final class SumComparer {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int CONTRIBUTORS = 3;

  private SumComparer() {}

  /** A body below and its figures. */
  record Addend(Body body, Figures figures) {}

  /**
   * The result.
   *
   * @param differences the cells that differ
   * @param unknown the number of cells that could not be compared because a figure is unknown
   */
  record Comparison(List<Difference> differences, int unknown) {}

  static Comparison compare(Figures stated, List<Addend> addends) {
    List<Difference> differences = new ArrayList<>();
    int unknown = 0;
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
        unknown++;
      } else if (figure.subtract(sum).abs().compareTo(rounding) > 0) {
        differences.add(new Difference(cell, figure, sum, largest(addends, i)));
      }
    }
    return new Comparison(differences, unknown);
  }

  static boolean addsUp(Cell cell) {
    if (!cell.table().key().equals(Edition.PROACTIVE_DISCLOSURE)) {
      return true;
    }
    return !cell.row().key().equals("regulations")
        && !List.of("inForce", "totalDisclosed", "previousItems", "change")
            .contains(cell.column().key());
  }

  /** Amounts are rounded, each to its own last place: half a unit of that may be lost. */
  private static BigDecimal rounding(Cell cell, BigDecimal figure) {
    return cell.column().kind() == FigureKind.AMOUNT && figure.signum() != 0
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
