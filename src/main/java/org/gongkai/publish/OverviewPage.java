package org.gongkai.publish;

import io.jstach.jstache.JStache;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.publish.Overview.Part;
import org.gongkai.rule.Catalogue;
import org.gongkai.rule.Message;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.bodies.Body;
import org.jspecify.annotations.Nullable;

/**
 * The page of an overview, written in parts: {@link #begin}, a {@link #row} per report, {@link
 * #end}. Counts are shown above the reports but are known only after them, so the reports are
 * written as data that the page's script lists.
 *
 * @param assets style sheet and script
 * @param reports the number of reports
 * @param size the size of the page so far
 * @param verdicts the number of reports by verdict
 * @param files the files beside the page
 * @param charts null without reports
 * @param figures null where no year is known
 * @param governments null without a list of bodies
 * @param filterYears the years to choose from
 * @param filterRules the rules to choose from
 */
@JStache(path = "overview")
record OverviewPage(
    Assets assets,
    String reports,
    String size,
    List<VerdictCount> verdicts,
    List<FileLink> files,
    @Nullable OverviewCharts charts,
    @Nullable OverviewFigures figures,
    @Nullable OverviewGovernments governments,
    List<Choice> filterYears,
    List<Choice> filterRules) {
  private static final Assets ASSETS = Assets.of("overview");

  /** The part before the reports. */
  @JStache(path = "overview-begin")
  record Begin(Assets assets, boolean english) {}

  /** The number of reports with a verdict. */
  record VerdictCount(
      int index, String key, String icon, String zh, String en, String count, String percent) {}

  /** A file beside the page. */
  record FileLink(String href, String zh, String en) {}

  /** An option of a filter. */
  record Choice(String value, String label) {}

  /** The page up to the reports. */
  static byte[] begin() {
    return PageTemplate.render(BeginRenderer::render, new Begin(ASSETS, false));
  }

  /**
   * A counted report as data: {@code [name, folder or 0, verdict, errors, warnings, notices, issuer
   * or 0, year or 0, [rules]]}, followed by the number of its body if known.
   *
   * @param body its body in the list; null for none
   */
  static byte[] row(OverviewEntry entry, OverviewCounts counts, @Nullable Body body) {
    Summary summary = entry.summary();
    String name = Html.json(summary.name());
    String folder = entry.folder() == null ? "0" : Html.json(entry.folder());
    String row =
        Stream.of(
                name,
                folder.equals(name) ? "\"\"" : folder,
                summary.verdict().ordinal(),
                summary.errors(),
                summary.warnings(),
                summary.notices(),
                summary.issuer() == null ? "0" : Html.json(summary.issuer()),
                summary.year() == null ? 0 : summary.year(),
                entry.rules().stream()
                    .map(rule -> String.valueOf(counts.index(rule)))
                    .collect(Collectors.joining(",", "[", "]")))
            .map(String::valueOf)
            .collect(
                Collectors.joining(
                    ",",
                    counts.reports() == 1 ? "\n[" : ",\n[",
                    body == null ? "]" : "," + body.number() + "]"));
    return row.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Totals, charts and the rest.
   *
   * @param governments null without a list of bodies
   * @param parts the files beside the page
   * @param before the bytes of the page so far
   */
  static byte[] end(
      OverviewCounts counts,
      OverviewTotals totals,
      @Nullable OverviewGovernments governments,
      Set<Part> parts,
      long before) {
    List<VerdictCount> verdicts =
        Arrays.stream(Verdict.values())
            .map(verdict -> count(verdict, counts.of(verdict), counts.reports()))
            .toList();
    OverviewPage page =
        new OverviewPage(
            ASSETS,
            grouped(counts.reports()),
            size(before),
            verdicts,
            files(parts),
            counts.reports() == 0 ? null : OverviewCharts.of(counts),
            totals.years().isEmpty() ? null : OverviewFigures.of(totals, governments != null),
            governments,
            years(counts),
            rules(counts));
    return PageTemplate.render(OverviewPageRenderer::render, page);
  }

  private static VerdictCount count(Verdict verdict, int count, int reports) {
    Message words = VerdictText.word(verdict);
    String percent =
        reports == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * count / reports);
    return new VerdictCount(
        verdict.ordinal(),
        verdict.key(),
        BadgeStatus.of(verdict).icon(),
        words.zh(),
        words.en(),
        grouped(count),
        percent);
  }

  private static List<FileLink> files(Set<Part> parts) {
    List<FileLink> files = new ArrayList<>();
    for (Part part : Part.values()) {
      Message words = words(part);
      if (words != null && parts.contains(part)) {
        files.add(new FileLink(part.fileName(), words.zh(), words.en()));
      }
    }
    return files;
  }

  private static @Nullable Message words(Part part) {
    return switch (part) {
      case PAGE -> null;
      case REPORTS -> new Message("报告表 CSV", "reports, CSV");
      case FINDINGS -> new Message("问题清单 CSV", "findings, CSV");
      case RESULTS -> new Message("全部结果 JSON Lines", "all results, JSON Lines");
      case CELLS -> new Message("全部单元格 CSV", "all cells, CSV");
      case DICTIONARY -> new Message("数据字典", "data dictionary");
      case WORKBOOK -> new Message("Excel工作簿", "Excel workbook");
      case BODIES -> new Message("机关名单 CSV", "bodies, CSV");
      case DIFFERENCES -> new Message("数字差异 CSV", "differences, CSV");
    };
  }

  private static List<Choice> years(OverviewCounts counts) {
    return counts.years().keySet().stream()
        .map(
            year ->
                year == OverviewCounts.NO_YEAR
                    ? new Choice("0", "无 none")
                    : new Choice(String.valueOf(year), String.valueOf(year)))
        .toList();
  }

  private static List<Choice> rules(OverviewCounts counts) {
    return counts.rules().stream()
        .map(
            rule ->
                new Choice(
                    String.valueOf(counts.index(rule)),
                    title(rule).zh() + "（" + grouped(counts.of(rule)) + "）"))
        .toList();
  }

  static Message title(String rule) {
    return Catalogue.standard()
        .find(rule)
        .map(Catalogue.Entry::title)
        .orElse(new Message(rule, rule));
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? Math.max(1, bytes / 1000) + " KB"
        : String.format(Locale.ROOT, "%.1f", bytes / 1e6) + " MB";
  }

  boolean oneReport() {
    return reports.equals("1");
  }

  String validator() {
    return Validator.NAME;
  }

  String version() {
    return Validator.VERSION;
  }
}
