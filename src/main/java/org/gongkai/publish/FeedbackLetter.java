package org.gongkai.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jstach.jstache.JStache;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.rule.Severity;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * A letter to a body about its reports, in Chinese: a page to print, with columns for the body and
 * the checker to fill in. It lists errors and warnings; notices are only on the reports' pages.
 *
 * <pre>{@code
 * FeedbackLetter letter = FeedbackLetter.of("云溪县水务局", entries, "信息公开科", LocalDate.of(2024, 2, 1));
 * if (letter != null) {
 *   Files.write(file, letter.html());
 * }
 * }</pre>
 */
@JStache(path = "letter")
public final class FeedbackLetter {
  private static final Assets ASSETS = Assets.styles("letter");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** {@code 表三 收到和处理…}: shortened to its number. */
  private static final Pattern LONG_TABLE = Pattern.compile("^(表[二三四]) [^›]*");

  private final String body;
  private final List<Section> reports;
  private final @Nullable String by;
  private final @Nullable String date;

  private FeedbackLetter(
      String body, List<Section> reports, @Nullable String by, @Nullable LocalDate date) {
    this.body = body;
    this.reports = reports;
    this.by = by;
    this.date = date == null ? null : date.toString();
  }

  /**
   * The findings about a report.
   *
   * @param first the figures to check first
   */
  record Section(String title, String file, List<Line> lines, List<String> first) {
    boolean hasFirst() {
      return !first.isEmpty();
    }
  }

  /** A finding, or a structural error in place of the findings that it explains. */
  record Line(
      int number, String level, String place, String problem, String remedy, @Nullable String at) {}

  /**
   * Writes the letter to a body; null where there is nothing to report.
   *
   * @param body the name of the body
   * @param entries its reports
   * @param by who checked; null for an empty line
   * @param date the date of the check; null for an empty line
   * @throws IOException when a report's result cannot be read
   */
  public static @Nullable FeedbackLetter of(
      String body, List<OverviewEntry> entries, @Nullable String by, @Nullable LocalDate date)
      throws IOException {
    List<Section> reports = new ArrayList<>();
    for (OverviewEntry entry : entries) {
      Section section = section(entry);
      if (!section.lines.isEmpty()) {
        reports.add(section);
      }
    }
    return reports.isEmpty() ? null : new FeedbackLetter(body, reports, by, date);
  }

  private static Section section(OverviewEntry entry) throws IOException {
    JsonNode result = JSON.readTree(entry.line());
    List<Line> lines = new ArrayList<>();
    Set<String> checkFirst = new LinkedHashSet<>();
    Set<String> explained = new HashSet<>();
    addDiagnoses(result, lines, checkFirst, explained);
    addFindings(entry, result, lines, explained);
    String title = result.path("report").path("title").asText("");
    String file = entry.summary().name();
    return new Section(title.isEmpty() ? file : title, file, lines, List.copyOf(checkFirst));
  }

  /** Adds certain structural errors, each as one line in place of the findings that it explains. */
  private static void addDiagnoses(
      JsonNode result, List<Line> lines, Set<String> checkFirst, Set<String> explained) {
    Set<String> added = new HashSet<>();
    for (JsonNode diagnosis : result.path("diagnoses")) {
      String message = diagnosis.path("message").path("zh").asText();
      if (!diagnosis.path("certain").asBoolean()) {
        continue;
      }
      if (diagnosis.path("kind").asText().equals(Diagnosis.Kind.FIGURES.key())) {
        checkFirst.add(message);
      } else if (added.add(message)) {
        diagnosis.path("explains").forEach(id -> explained.add(id.asText()));
        lines.add(
            new Line(
                lines.size() + 1,
                VerdictText.word(Severity.ERROR).zh(),
                message.substring(0, 2),
                message + "由此造成" + broken(result, diagnosis) + "项勾稽关系不符。",
                "",
                null));
      }
    }
  }

  private static void addFindings(
      OverviewEntry entry, JsonNode result, List<Line> lines, Set<String> explained) {
    String format = result.path("source").path("format").asText();
    for (JsonNode finding : FindingList.sorted(result)) {
      boolean note = FindingList.severity(finding) == Severity.NOTICE;
      if (note || finding.has("waived") || explained.contains(finding.path("id").asText())) {
        continue;
      }
      FindingList.Row row = FindingList.row(entry, finding, 0, format);
      lines.add(
          new Line(
              lines.size() + 1,
              row.level(),
              LONG_TABLE.matcher(row.place()).replaceFirst("$1"),
              row.problem(),
              row.remedy(),
              row.source()));
    }
  }

  /** The number of broken relations that a diagnosis explains. */
  private static long broken(JsonNode result, JsonNode diagnosis) {
    Set<String> explained = new HashSet<>();
    diagnosis.path("explains").forEach(id -> explained.add(id.asText()));
    long broken = 0;
    for (JsonNode finding : result.path("findings")) {
      broken +=
          explained.contains(finding.path("id").asText())
                  && FindingList.severity(finding) == Severity.ERROR
              ? 1
              : 0;
    }
    return broken;
  }

  /** The page, in UTF-8. */
  public byte[] html() {
    return PageTemplate.render(FeedbackLetterRenderer::render, this);
  }

  Assets assets() {
    return ASSETS;
  }

  String body() {
    return body;
  }

  List<Section> reports() {
    return reports;
  }

  @Nullable String by() {
    return by;
  }

  @Nullable String date() {
    return date;
  }

  String caveat() {
    return VerdictText.CAVEAT.zh();
  }
}
