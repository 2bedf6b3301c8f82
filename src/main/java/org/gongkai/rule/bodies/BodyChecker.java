package org.gongkai.rule.bodies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.gongkai.rule.Catalogue;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.config.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Checks the reports of a list of bodies together: missing reports, late ones, reports of one body
 * with different figures, and figures that are not the sum of the bodies below (政府信息公开条例, article
 * 49: every body reports, and governments for all bodies below them).
 *
 * <p>The report owed is for the year before the due date; without a due date, for the year of most
 * reports. Reports of other years are compared too.
 *
 * <pre>{@code
 * BodyChecker checker = new BodyChecker(BodyListReader.read(bytes, "bodies.csv"), Configuration.standard());
 * reports.forEach(checker::add);
 * BodyResults results = checker.finish();
 * }</pre>
 *
 * <p>Needs 1 to 3 KB of memory for a report. Safe for use by several threads at once.
 */
public final class BodyChecker {
  /** The rules that it reports. */
  public static final List<String> IDS =
      List.of(
          "bodies.missing",
          "bodies.late",
          "bodies.conflict",
          "bodies.sum",
          "bodies.sum-not-assessable",
          "bodies.unlisted");

  private static final List<Verdict> WORST =
      List.of(Verdict.PASS, Verdict.INCOMPLETE, Verdict.UNREADABLE, Verdict.FAIL);

  private static final SortedMap<Integer, List<BodyReport>> EMPTY =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  private final BodyList list;
  private final Configuration configuration;
  private final Map<Body, SortedMap<Integer, List<BodyReport>>> reports = new HashMap<>();
  private final Map<Integer, Integer> years = new HashMap<>();
  private final List<BodyFinding> unlisted = new ArrayList<>();

  /** Starts without reports. */
  public BodyChecker(BodyList list, Configuration configuration) {
    this.list = list;
    this.configuration = configuration;
  }

  /** The bodies that owe a report. */
  public BodyList list() {
    return list;
  }

  /**
   * Adds a report. One without a year is only assigned to its body, not compared.
   *
   * @return the body that issued it; null for none or several candidates
   */
  public synchronized @Nullable Body add(BodyReport report) {
    BodyList.Match match = list.find(report.issuer());
    Body body = match.body();
    if (body == null) {
      unlisted(report, match.candidates());
    } else if (report.year() != null) {
      years.merge(report.year(), 1, Integer::sum);
      reports
          .computeIfAbsent(body, b -> new TreeMap<>())
          .computeIfAbsent(report.year(), y -> new ArrayList<>(1))
          .add(report);
    }
    return body;
  }

  /**
   * Passes the figures of each body without bodies below it to {@code taker}, with their year:
   * added up, nothing counts twice. Figures in which reports of one body and year differ are
   * unknown.
   */
  public synchronized void ownFigures(BiConsumer<Integer, Figures> taker) {
    for (Body body : list.all()) {
      if (!list.hasChildren(body)) {
        of(body).forEach((year, ofYear) -> taker.accept(year, common(ofYear)));
      }
    }
  }

  private void unlisted(BodyReport report, List<Body> candidates) {
    MessageArguments arguments =
        new MessageArguments()
            .with("file", report.source())
            .with("issuer", report.issuer() == null ? "" : report.issuer())
            .withBodies("candidates", candidates);
    if (candidates.isEmpty()) {
      arguments.with("none", "名单中没有这个机关", "no body of the list has that name");
    }
    add(unlisted, "bodies.unlisted", null, report.year(), arguments, List.of(report), List.of());
  }

  /** Compares all reports that were added. */
  public synchronized BodyResults finish() {
    Integer common =
        years.entrySet().stream()
            .max(
                Map.Entry.<Integer, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(null);
    List<BodyFinding> findings = new ArrayList<>();
    List<BodyState> states = new ArrayList<>(list.all().size());
    for (Body body : list.all()) {
      states.add(check(body, body.due() == null ? common : yearDue(body.due()), findings));
    }
    findings.addAll(unlisted);
    return new BodyResults(countBelow(states), findings);
  }

  private static Integer yearDue(LocalDate due) {
    return due.getYear() - 1;
  }

  private BodyState check(Body body, @Nullable Integer owed, List<BodyFinding> findings) {
    boolean late = false;
    boolean conflicting = false;
    BodyState.Sum sum = list.hasChildren(body) ? BodyState.Sum.NOT_ASSESSED : BodyState.Sum.NONE;
    List<BodyReport> owedReports = List.of();
    SortedSet<Integer> all = new TreeSet<>(of(body).keySet());
    for (Integer year : all) {
      List<BodyReport> ofYear = of(body, year);
      boolean lateThen = isLate(body, year, ofYear, findings);
      boolean conflictThen = hasConflict(body, year, ofYear, findings);
      BodyState.Sum sumThen = compareSum(body, year, ofYear, findings);
      if (year.equals(owed)) {
        late = lateThen;
        conflicting = conflictThen;
        sum = sumThen;
        owedReports = ofYear;
      }
    }
    if (owedReports.isEmpty()) {
      MessageArguments arguments =
          new MessageArguments()
              .with("year", owed == null ? "" : owed.toString())
              .with("due", body.due() == null ? "" : body.due().toString());
      add(findings, "bodies.missing", body, owed, arguments, List.of(), List.of());
    }
    Verdict verdict =
        owedReports.stream()
            .map(BodyReport::verdict)
            .max(Comparator.comparing(WORST::indexOf))
            .orElse(null);
    return new BodyState(
        body,
        owed,
        owedReports.size(),
        verdict,
        late,
        conflicting,
        sum,
        BodyState.Counts.of(verdict, late));
  }

  private SortedMap<Integer, List<BodyReport>> of(Body body) {
    return reports.getOrDefault(body, EMPTY);
  }

  private List<BodyReport> of(Body body, Integer year) {
    return of(body).getOrDefault(year, List.of());
  }

  /** Whether all dates of publication are known and the first is after the due date. */
  private boolean isLate(
      Body body, Integer year, List<BodyReport> ofYear, List<BodyFinding> findings) {
    LocalDate due = body.due();
    if (due == null
        || !year.equals(yearDue(due))
        || ofYear.stream().anyMatch(report -> report.published() == null)) {
      return false;
    }
    LocalDate first =
        ofYear.stream()
            .map(BodyReport::published)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(due);
    if (!first.isAfter(due)) {
      return false;
    }
    MessageArguments arguments =
        new MessageArguments()
            .with("year", year.toString())
            .with("published", first.toString())
            .with("due", due.toString());
    add(findings, "bodies.late", body, year, arguments, ofYear, List.of());
    return true;
  }

  private boolean hasConflict(
      Body body, Integer year, List<BodyReport> ofYear, List<BodyFinding> findings) {
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < Figures.CELLS.size() && ofYear.size() > 1; i++) {
      BodyReport first = null;
      for (BodyReport report : ofYear) {
        BigDecimal figure = report.figures().at(i);
        BigDecimal before = first == null ? null : first.figures().at(i);
        if (figure != null && first != null && before != null) {
          if (figure.compareTo(before) != 0) {
            differences.add(
                new Difference(
                    Figures.CELLS.get(i),
                    before,
                    figure,
                    List.of(
                        new Difference.Part(first.source(), before),
                        new Difference.Part(report.source(), figure))));
            break;
          }
        } else if (figure != null) {
          first = report;
        }
      }
    }
    if (differences.isEmpty()) {
      return false;
    }
    MessageArguments arguments =
        new MessageArguments()
            .with("year", year.toString())
            .with("reports", String.valueOf(ofYear.size()))
            .withFigures(differences);
    add(findings, "bodies.conflict", body, year, arguments, ofYear, differences);
    return true;
  }

  private BodyState.Sum compareSum(
      Body body, Integer year, List<BodyReport> ofYear, List<BodyFinding> findings) {
    List<Body> children = list.children(body);
    if (children.isEmpty()) {
      return BodyState.Sum.NONE;
    }
    Figures stated = common(ofYear);
    List<Body> missing = new ArrayList<>();
    List<Body> unread = new ArrayList<>();
    List<SumComparer.Addend> addends = new ArrayList<>();
    for (Body child : children) {
      List<BodyReport> theirs = of(child, year);
      Figures figures = theirs.isEmpty() ? null : common(theirs);
      if (figures == null) {
        missing.add(child);
      } else if (figures.isEmpty()) {
        unread.add(child);
      } else {
        addends.add(new SumComparer.Addend(child, figures));
      }
    }
    MessageArguments arguments = new MessageArguments().with("year", year.toString());
    int unknown = 0;
    if (missing.isEmpty() && unread.isEmpty() && !stated.isEmpty()) {
      SumComparer.Comparison comparison = SumComparer.compare(stated, addends);
      unknown = comparison.unknown();
      if (!comparison.differences().isEmpty()) {
        arguments
            .with("children", String.valueOf(children.size()))
            .withSums(comparison.differences());
        add(findings, "bodies.sum", body, year, arguments, ofYear, comparison.differences());
        return BodyState.Sum.DIFFERS;
      }
      if (unknown == 0) {
        return BodyState.Sum.AGREES;
      }
    }
    arguments
        .with("missingCount", missing.isEmpty() ? "" : String.valueOf(missing.size()))
        .withBodies("missing", missing)
        .withBodies("unread", unread)
        .with("open", unknown == 0 ? "" : String.valueOf(unknown));
    if (stated.isEmpty()) {
      arguments.with("own", "本级报告的数字未能读取", "its own figures could not be read");
    }
    add(findings, "bodies.sum-not-assessable", body, year, arguments, ofYear, List.of());
    return BodyState.Sum.NOT_ASSESSED;
  }

  private static Figures common(List<BodyReport> ofYear) {
    return Figures.common(ofYear.stream().map(BodyReport::figures).toList());
  }

  /** Adds the counts of the bodies below to each body's own, from the bottom up. */
  private List<BodyState> countBelow(List<BodyState> states) {
    int[] waiting = new int[states.size()];
    BodyState.Counts[] counts = new BodyState.Counts[states.size()];
    Deque<Integer> ready = new ArrayDeque<>();
    for (int i = 0; i < waiting.length; i++) {
      counts[i] = states.get(i).below();
      waiting[i] = list.children(states.get(i).body()).size();
      if (waiting[i] == 0) {
        ready.add(i);
      }
    }
    while (!ready.isEmpty()) {
      int done = ready.remove();
      int parent = list.all().get(done).parent();
      if (parent >= 0) {
        counts[parent] = counts[parent].plus(counts[done]);
        if (--waiting[parent] == 0) {
          ready.add(parent);
        }
      }
    }
    List<BodyState> counted = new ArrayList<>(states.size());
    for (int i = 0; i < waiting.length; i++) {
      BodyState state = states.get(i);
      counted.add(
          new BodyState(
              state.body(),
              state.year(),
              state.reports(),
              state.verdict(),
              state.late(),
              state.conflicting(),
              state.sum(),
              counts[i]));
    }
    return counted;
  }

  private void add(
      List<BodyFinding> findings,
      String rule,
      @Nullable Body body,
      @Nullable Integer year,
      MessageArguments arguments,
      List<BodyReport> of,
      List<Difference> differences) {
    if (!configuration.isOff(rule)) {
      Catalogue.Entry entry = Catalogue.standard().entry(rule);
      findings.add(
          new BodyFinding(
              rule,
              configuration.severity(entry),
              body,
              year,
              entry.message(arguments.zh(), arguments.en(), entry.remedy()),
              of.stream().map(BodyReport::source).toList(),
              differences));
    }
  }
}
