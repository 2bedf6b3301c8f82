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
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A letter to a body about its reports, in Chinese: one page to print, with columns that the body
 * and the checker fill in. It holds mismatches and reminders; notes are on the reports' pages.
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

  /** {@code 表三 收到和处理…}: its number is enough. */
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
   * What is said of a report.
   *
   * @param first what to check first
   */
  record Section(String title, String file, List<Line> lines, List<String> first) {
    boolean hasFirst() {
      return !first.isEmpty();
    }
  }

  /** A finding, or an error of a row in place of those that it explains. */
  record Line(
      int number, String level, String place, String problem, String remedy, @Nullable String at) {}

  /**
   * The letter to a body; null where there is nothing to write about.
   *
   * @param body its name
   * @param entries its reports
   * @param by who checked; null for a line to sign on
   * @param date when; null for a line to fill in
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
    String format = result.path("source").path("format").asText();
    List<Line> lines = new ArrayList<>();
    Set<String> told = new HashSet<>();
    Set<String> first = new LinkedHashSet<>();
    for (JsonNode diagnosis : result.path("diagnoses")) {
      String message = diagnosis.path("message").path("zh").asText();
      if (!diagnosis.path("certain").asBoolean()) {
        continue;
      }
      if (diagnosis.path("kind").asText().equals("figures")) {
        first.add(message);
      } else if (told.add(message)) {
        diagnosis.path("explains").forEach(id -> told.add(id.asText()));
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
    for (JsonNode finding : FindingList.sorted(result)) {
      boolean note = FindingList.severity(finding) == Severity.NOTICE;
      if (note || finding.has("waived") || told.contains(finding.path("id").asText())) {
        continue;
      }
      List<@Nullable String> row = FindingList.row(entry, finding, 0, format);
      lines.add(
          new Line(
              lines.size() + 1,
              Objects.requireNonNull(row.get(2)),
              LONG_TABLE.matcher(Objects.requireNonNull(row.get(3))).replaceFirst("$1"),
              Objects.requireNonNull(row.get(4)),
              Objects.requireNonNull(row.get(7)),
              row.get(8)));
    }
    String title = result.path("report").path("title").asText("");
    return new Section(
        title.isEmpty() ? entry.summary().name() : title,
        entry.summary().name(),
        lines,
        List.copyOf(first));
  }

  /** How many broken relations a diagnosis explains. */
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
