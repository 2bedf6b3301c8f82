package org.gongkai.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.rule.Message;
import org.gongkai.rule.bodies.Figures;
import org.jspecify.annotations.Nullable;

/** Adds up the main figures of reports by year. */
final class OverviewTotals {
  /** A figure to add up: of the total of all applicants, or of all three groups of remedies. */
  enum Measure {
    NEW_REQUESTS("新收申请", "new requests", "requests/newRequests"),
    DISCLOSED("予以公开", "disclosed", "requests/disclosed"),
    PARTIALLY_DISCLOSED("部分公开", "partially disclosed", "requests/partiallyDisclosed"),
    REFUSED("不予公开", "refused", "requests/refused"),
    UNAVAILABLE("无法提供", "unavailable", "requests/unavailable"),
    NOT_PROCESSED("不予处理", "not processed", "requests/notProcessed"),
    OTHER_HANDLING("其他处理", "other handling", "requests/otherHandling"),
    CORRECTED("结果纠正", "corrected", "remedies/corrected"),
    NOT_CORRECTED("维持或其他结果", "upheld or other result", "remedies/upheld", "remedies/other"),
    PENDING("尚未审结", "pending", "remedies/pending");

    private final Message title;
    private final List<Cell> cells;

    Measure(String zh, String en, String... groups) {
      title = new Message(zh, en);
      Map<String, Cell> found = new LinkedHashMap<>();
      for (Edition edition : Editions.all()) {
        for (Cell cell : edition.cells()) {
          if (Arrays.asList(groups).contains(group(cell))) {
            found.putIfAbsent(cell.path(), cell);
          }
        }
      }
      cells = List.copyOf(found.values());
    }

    /** The row's key up to the dot for table III, the column for table IV. */
    private static @Nullable String group(Cell cell) {
      String table = cell.table().key();
      String column = cell.column().key();
      if (table.equals(Edition.REMEDIES)) {
        return table + '/' + column;
      }
      return table.equals(Edition.REQUESTS) && column.equals("total")
          ? table + '/' + cell.row().key().replaceFirst("\\..*", "")
          : null;
    }

    Message title() {
      return title;
    }
  }

  private final SortedMap<Integer, BigDecimal[]> years = new TreeMap<>();

  /** Adds a report; unknown figures count as zero. */
  void add(@Nullable Integer year, Figures figures) {
    if (year == null) {
      return;
    }
    for (Measure measure : Measure.values()) {
      for (Cell cell : measure.cells) {
        BigDecimal figure = figures.at(cell);
        if (figure != null) {
          BigDecimal[] sums = years.computeIfAbsent(year, y -> zeros());
          sums[measure.ordinal()] = sums[measure.ordinal()].add(figure);
        }
      }
    }
  }

  private static BigDecimal[] zeros() {
    BigDecimal[] zeros = new BigDecimal[Measure.values().length];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  /** All years, ascending. */
  List<Integer> years() {
    return new ArrayList<>(years.keySet());
  }

  BigDecimal of(int year, Measure measure) {
    BigDecimal[] sums = years.get(year);
    return sums == null ? BigDecimal.ZERO : sums[measure.ordinal()];
  }
}
