package org.gongkai.publish;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gongkai.rule.Verdict;

/** Counts reports by verdict, year and rule. */
final class OverviewCounts {
  /** The year of a report without a known year; sorts last. */
  static final int NO_YEAR = Integer.MAX_VALUE;

  private final SortedMap<Integer, int[]> years = new TreeMap<>();
  private final Map<String, Broken> rules = new LinkedHashMap<>();
  private final int[] verdicts = new int[Verdict.values().length];
  private int reports;

  /**
   * A rule that reports break.
   *
   * @param index its number, from 0, in the order of first occurrence
   */
  record Broken(String rule, int index, int reports) {}

  void add(OverviewEntry entry) {
    Summary summary = entry.summary();
    int verdict = summary.verdict().ordinal();
    reports++;
    verdicts[verdict]++;
    int year = summary.year() == null ? NO_YEAR : summary.year();
    years.computeIfAbsent(year, y -> new int[verdicts.length])[verdict]++;
    for (String rule : entry.rules()) {
      Broken before = rules.getOrDefault(rule, new Broken(rule, rules.size(), 0));
      rules.put(rule, new Broken(rule, before.index, before.reports + 1));
    }
  }

  int reports() {
    return reports;
  }

  int of(Verdict verdict) {
    return verdicts[verdict.ordinal()];
  }

  /** The number of reports of each verdict, in the order of {@link Verdict}, by year. */
  SortedMap<Integer, int[]> years() {
    return years;
  }

  /** The number of a rule in the page's data. */
  int index(String rule) {
    Broken broken = rules.get(rule);
    return broken == null ? 0 : broken.index;
  }

  /** The number of reports that break a rule. */
  int of(String rule) {
    Broken broken = rules.get(rule);
    return broken == null ? 0 : broken.reports;
  }

  /** Rules in the order of their numbers. */
  List<String> rules() {
    return List.copyOf(rules.keySet());
  }

  /** Rules, the most frequent first. */
  List<Broken> broken() {
    return rules.values().stream()
        .sorted(Comparator.comparingInt(Broken::reports).reversed().thenComparing(Broken::rule))
        .toList();
  }
}
