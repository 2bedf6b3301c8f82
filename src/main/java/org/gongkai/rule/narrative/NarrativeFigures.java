package org.gongkai.rule.narrative;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.report.Report;

/**
 * The figures that the prose gives for cells, to tell which of several corrections is the likely
 * one.
 */
public final class NarrativeFigures {
  private NarrativeFigures() {}

  /** The figures of a report's prose: see {@link #of(List)}. */
  public static Map<String, BigDecimal> of(Report report) {
    return of(Claims.of(report, Prose.of(report)).all());
  }

  /**
   * Figures by what they are of: {@code requests/outcomeTotal/total} for a cell, {@code
   * requests/newRequests+carriedOver/total} for the sum of two.
   *
   * <p>Only those printed whole, and none that the prose gives twice and differently.
   */
  public static Map<String, BigDecimal> of(List<Claim> claims) {
    Map<String, BigDecimal> figures = new HashMap<>();
    Set<String> doubtful = new HashSet<>();
    for (Claim claim : claims) {
      if (!claim.amount().isWhole() || claim.target().isVague()) {
        continue;
      }
      for (List<String> rows : claim.target().readings()) {
        String path =
            claim.target().table() + '/' + String.join("+", rows) + '/' + claim.target().column();
        BigDecimal before = figures.put(path, claim.amount().value());
        if (before != null && before.compareTo(claim.amount().value()) != 0) {
          doubtful.add(path);
        }
      }
    }
    figures.keySet().removeAll(doubtful);
    return figures;
  }
}
