package org.gongkai.rule.bodies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gongkai.rule.Catalogue;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.config.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Checks what only all reports together show: who has not reported, who late, who twice with other
 * figures, and whose figures are not the sum of those below it (政府信息公开条例, article 49: every body
 * reports, and governments for all below them).
 *
 * <p>The year that a body owes is that before its due date; without one, the year of most reports.
 * Reports of other years are compared all the same.
 *
 * <pre>{@code
 * BodyChecker checker = new BodyChecker(BodyListReader.read(bytes, "bodies.csv"), Configuration.standard());
 * reports.forEach(checker::add);
 * BodyResults results = checker.finish();
 * }</pre>
 *
 * <p>It holds 1 to 3 KB a report. Safe for use by several threads at once.
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

  /** So many are named in a message; {@link BodyFinding#differences} has all. */
  private static final int NAMED = 5;

  private static final List<Verdict> WORST =
      List.of(Verdict.PASS, Verdict.INCOMPLETE, Verdict.UNREADABLE, Verdict.FAIL);

  private static final SortedMap<Integer, List<BodyReport>> EMPTY =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  private final BodyList list;
  private final Configuration configuration;
  private final Map<Body, SortedMap<Integer, List<BodyReport>>> reports = new HashMap<>();
  private final Map<Integer, Integer> years = new HashMap<>();
  private final List<BodyFinding> unlisted = new ArrayList<>();

  /** Begins with no reports. */
  public BodyChecker(BodyList list, Configuration configuration) {
    this.list = list;
    this.configuration = configuration;
  }

  /** Who owes a report. */
  public BodyList list() {
    return list;
  }

  /**
   * Takes a report in. One without a year is of no year, and no use here.
   *
   * @return whose it is; null where that cannot be told
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
   * Gives the figures of each body that has none below it, year by year: added up, nothing counts
   * twice. What several reports of one body and year differ in is not known.
   */
  public synchronized void ownFigures(BiConsumer<Integer, Figures> taker) {
    for (Body body : list.all()) {
      if (!list.hasChildren(body)) {
        of(body).forEach((year, ofYear) -> taker.accept(year, common(ofYear)));
      }
    }
  }

  private void unlisted(BodyReport report, List<Body> candidates) {
    Words words =
        new Words()
            .with("file", report.source())
            .with("issuer", report.issuer() == null ? "" : report.issuer())
            .with(
                "candidates",
                named(candidates, PlaceNames::all),
                named(candidates, PlaceNames::allInEnglish));
    if (candidates.isEmpty()) {
      words.with("none", "名单中没有这个机关", "no body of the list has that name");
    }
    add(unlisted, "bodies.unlisted", null, report.year(), words, List.of(report), List.of());
  }

  /** Compares all that was added. */
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
      states.add(check(body, body.due() == null ? common : year(body.due()), findings));
    }
    findings.addAll(unlisted);
    return new BodyResults(countBelow(states), findings);
  }

  private static Integer year(LocalDate due) {
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
      boolean lateThen = late(body, year, ofYear, findings);
      boolean conflictThen = conflicts(body, year, ofYear, findings);
      BodyState.Sum sumThen = sums(body, year, ofYear, findings);
      if (year.equals(owed)) {
        late = lateThen;
        conflicting = conflictThen;
        sum = sumThen;
        owedReports = ofYear;
      }
    }
    if (owedReports.isEmpty()) {
      Words words =
          new Words()
              .with("year", owed == null ? "" : owed.toString())
              .with("due", body.due() == null ? "" : body.due().toString());
      add(findings, "bodies.missing", body, owed, words, List.of(), List.of());
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

  /** Late where the day of every report is known, and the first of them is after the due date. */
  private boolean late(
      Body body, Integer year, List<BodyReport> ofYear, List<BodyFinding> findings) {
    LocalDate due = body.due();
    if (due == null
        || !year.equals(year(due))
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
    Words words =
        new Words()
            .with("year", year.toString())
            .with("published", first.toString())
            .with("due", due.toString());
    add(findings, "bodies.late", body, year, words, ofYear, List.of());
    return true;
  }

  private boolean conflicts(
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
    Words words =
        new Words()
            .with("year", year.toString())
            .with("reports", String.valueOf(ofYear.size()))
            .differences(differences, false);
    add(findings, "bodies.conflict", body, year, words, ofYear, differences);
    return true;
  }

  private BodyState.Sum sums(
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
    int open = 0;
    if (missing.isEmpty() && unread.isEmpty() && !stated.isEmpty()) {
      SumComparer.Outcome outcome = SumComparer.compare(stated, addends);
      open = outcome.open();
      if (!outcome.differences().isEmpty()) {
        Words words =
            new Words()
                .with("year", year.toString())
                .with("children", String.valueOf(children.size()))
                .differences(outcome.differences(), true);
        add(findings, "bodies.sum", body, year, words, ofYear, outcome.differences());
        return BodyState.Sum.DIFFERS;
      }
      if (open == 0) {
        return BodyState.Sum.AGREES;
      }
    }
    Words words =
        new Words()
            .with("year", year.toString())
            .with("missingCount", count(missing))
            .with(
                "missing",
                named(missing, PlaceNames::all),
                named(missing, PlaceNames::allInEnglish))
            .with("unread", named(unread, PlaceNames::all), named(unread, PlaceNames::allInEnglish))
            .with("open", open == 0 ? "" : String.valueOf(open));
    if (stated.isEmpty()) {
      words.with("own", "本级报告的数字未能读取", "its own figures could not be read");
    }
    add(findings, "bodies.sum-not-assessable", body, year, words, ofYear, List.of());
    return BodyState.Sum.NOT_ASSESSED;
  }

  private static Figures common(List<BodyReport> ofYear) {
    return Figures.common(ofYear.stream().map(BodyReport::figures).toList());
  }

  /** Adds to each body's count those of the bodies below it, from the bottom up. */
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
      Words words,
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
              entry.message(words.zh, words.en, entry.remedy()),
              of.stream().map(BodyReport::source).toList(),
              differences));
    }
  }

  private static String count(Collection<Body> bodies) {
    return bodies.isEmpty() ? "" : String.valueOf(bodies.size());
  }

  private static String named(
      List<Body> bodies, BiFunction<Collection<Body>, Function<Body, String>, String> list) {
    String names = list.apply(bodies.subList(0, Math.min(NAMED, bodies.size())), Body::name);
    return bodies.size() > NAMED ? names + "…" : names;
  }

  /** The arguments of a message. */
  private static final class Words {
    private final Map<String, String> zh = new LinkedHashMap<>();
    private final Map<String, String> en = new LinkedHashMap<>();

    Words with(String name, String both) {
      return with(name, both, both);
    }

    Words with(String name, String inChinese, String inEnglish) {
      zh.put(name, inChinese);
      en.put(name, inEnglish);
      return this;
    }

    /** The first cells that differ, with both figures; of a sum its largest contributors. */
    Words differences(List<Difference> differences, boolean sum) {
      List<String> inChinese = new ArrayList<>();
      List<String> inEnglish = new ArrayList<>();
      for (Difference each : differences.subList(0, Math.min(NAMED, differences.size()))) {
        String stated = PlaceNames.figure(each.stated());
        String compared = PlaceNames.figure(each.compared());
        List<String> parts =
            each.parts().stream()
                .map(
                    part ->
                        "“"
                            + part.name()
                            + "”"
                            + (sum ? "" : "为")
                            + PlaceNames.figure(part.figure()))
                .toList();
        List<String> partsInEnglish =
            each.parts().stream()
                .map(part -> "“" + part.name() + "” " + PlaceNames.figure(part.figure()))
                .toList();
        String place = PlaceNames.place(each.cell());
        String placeInEnglish = PlaceNames.placeInEnglish(each.cell());
        inChinese.add(
            sum
                ? place
                    + "为"
                    + stated
                    + "，下级合计"
                    + compared
                    + (parts.isEmpty() ? "" : "（最多的是" + String.join("、", parts) + "）")
                : place + "，" + String.join("，", parts));
        inEnglish.add(
            sum
                ? placeInEnglish
                    + " says "
                    + stated
                    + ", those below add up to "
                    + compared
                    + (parts.isEmpty()
                        ? ""
                        : " (most of it: " + String.join(", ", partsInEnglish) + ")")
                : placeInEnglish + ": " + String.join(", ", partsInEnglish));
      }
      with("count", String.valueOf(differences.size()));
      with("cells", String.join("；", inChinese), String.join("; ", inEnglish));
      return with(
          "more", differences.size() > NAMED ? String.valueOf(differences.size() - NAMED) : "");
    }
  }
}
