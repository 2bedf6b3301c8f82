package org.gongkai.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.report.Nature;
import org.gongkai.report.Report;
import org.gongkai.rule.config.Configuration;
import org.gongkai.rule.config.UnusedWaiver;
import org.gongkai.rule.config.Waivers;
import org.gongkai.rule.content.ContentRules;
import org.gongkai.rule.diagnosis.Diagnoser;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.gongkai.rule.narrative.NarrativeRules;
import org.gongkai.rule.table.TableRules;
import org.gongkai.rule.years.PreviousYear;
import org.gongkai.rule.years.YearRules;
import org.jspecify.annotations.Nullable;

/**
 * A set of rules, ready to check reports. Immutable; safe for use by several threads at once.
 *
 * <pre>{@code
 * Rules rules = Rules.standard().with(Configuration.standard().without("cells.blank-as-zero"));
 * Result result = Gongkai.with(rules).check(bytes, name);
 * }</pre>
 */
public final class Rules {
  private static final Rules STANDARD =
      new Rules(Configuration.standard(), Waivers.none(), LocalDate.MIN);

  private final List<Rule> rules;
  private final Configuration configuration;
  private final Waivers waivers;
  private final LocalDate today;

  private Rules(Configuration configuration, Waivers waivers, LocalDate today) {
    this.configuration = configuration;
    this.waivers = waivers;
    this.today = today;
    List<Rule> wanted = new ArrayList<>();
    for (Rule rule : all()) {
      if (!rule.ids().stream().allMatch(configuration::isOff)) {
        wanted.add(rule);
      }
    }
    this.rules = List.copyOf(wanted);
  }

  /** All rules with the severities of the catalogue, without waivers. */
  public static Rules standard() {
    return STANDARD;
  }

  /** The same with other severities and thresholds. */
  public Rules with(Configuration other) {
    return new Rules(other, waivers, today);
  }

  /**
   * The same with waivers.
   *
   * @param waived the waivers
   * @param day today, to find expired waivers: rules have no clock
   */
  public Rules withWaivers(Waivers waived, LocalDate day) {
    return new Rules(configuration, waived, day);
  }

  /** The severities and thresholds. */
  public Configuration configuration() {
    return configuration;
  }

  /**
   * A digest of the settings: equal as long as the rules give the same result for every report. 16
   * hexadecimal digits, or empty for {@link #standard}. It changes on the day on which a waiver
   * expires.
   */
  public String fingerprint() {
    String settings = configuration.canonical() + '\n' + waivers.canonical(today);
    return settings.isBlank() ? "" : Sha256.of(settings);
  }

  /** The waivers for this result's source alone that have expired or match none of its findings. */
  public List<UnusedWaiver> unusedWaivers(Result result) {
    return waivers.unused(result, today);
  }

  /** All rules, in the order of the catalogue. */
  static List<Rule> all() {
    List<Rule> all = new ArrayList<>();
    all.addAll(TableRules.ALL);
    all.addAll(YearRules.ALL);
    all.addAll(NarrativeRules.ALL);
    all.addAll(ContentRules.ALL);
    return all;
  }

  /**
   * Checks a report.
   *
   * @param source the report's file
   * @param report what was read
   * @param previous the same issuer's report of the year before; null where not known
   */
  public Result check(Result.Source source, Report report, @Nullable PreviousYear previous) {
    FindingCollector findings = new FindingCollector(Catalogue.standard(), configuration);
    if (!readable(report)) {
      UnreadableExplainer.explain(report, findings);
      List<Finding> found = waivers.apply(findings.finish(), source.name(), today);
      return new Result(source, report, Verdict.UNREADABLE, List.of(), found, List.of());
    }
    CheckedReport checked = new CheckedReport(report, previous);
    for (Rule rule : rules) {
      rule.check(checked, findings);
    }
    List<Finding> found = waivers.apply(findings.finish(), source.name(), today);
    List<Diagnosis> diagnoses = Diagnoser.diagnose(checked, found);
    List<RelationCheck> checks = checked.assessment().checks();
    boolean isCut = !report.document().pages().cut().isEmpty();
    Verdict verdict = verdict(found, !isCut && RelationCounts.of(checks).allHold());
    return new Result(source, report, verdict, checks, found, diagnoses);
  }

  /** Whether it is a report with at least one of the three tables. */
  private static boolean readable(Report report) {
    return report.nature() == Nature.REPORT
        && report.edition() != null
        && !report.tables().isEmpty();
  }

  /**
   * A broken relation whose finding is waived, or is no error by configuration, does not fail the
   * report; but the report does not pass either. Nor does one with tables cut off at the edge of a
   * page.
   */
  private static Verdict verdict(List<Finding> findings, boolean allHold) {
    for (Finding finding : findings) {
      if (finding.counts() && finding.severity() == Severity.ERROR) {
        return Verdict.FAIL;
      }
    }
    return allHold ? Verdict.PASS : Verdict.INCOMPLETE;
  }
}
