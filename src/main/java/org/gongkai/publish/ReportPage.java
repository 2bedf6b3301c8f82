package org.gongkai.publish;

import io.jstach.jstache.JStache;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkai.document.Document;
import org.gongkai.form.Edition;
import org.gongkai.report.Identity;
import org.gongkai.report.Report;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * The page of a result: the verdict, the findings, the three tables as the form prints them.
 *
 * <p>One file that loads nothing and runs no script but its own, which its Content-Security-Policy
 * names by digest. It is complete without script; the script adds highlighting, copying and the
 * browser's language.
 *
 * @param assets style sheet and script
 * @param english whether the page opens in English where the browser prefers neither language
 * @param isPublic whether it shows neither suggestions nor the link to the file with them
 * @param title the report's title, or else the file's name
 * @param badgeText the message of the badge
 * @param verdict the verdict's key
 * @param icon SVG markup in a square of 10
 * @param sentence the verdict as a sentence
 * @param notAssessable the relations that could not be assessed, why, and what to do; null for none
 * @param warnings the number of warnings that count
 * @param identity issuer, year and other data of the report
 * @param checked who checked and when; null for neither
 * @param address the address of the report's file; null for no link to it
 * @param findings null for none
 * @param tables null where the edition is not known
 */
@JStache(path = "page")
record ReportPage(
    Assets assets,
    boolean english,
    boolean isPublic,
    String title,
    String badgeText,
    String verdict,
    String icon,
    Message sentence,
    @Nullable Message notAssessable,
    int warnings,
    List<Entry> identity,
    @Nullable Checked checked,
    @Nullable String address,
    @Nullable PageFindings findings,
    @Nullable PageTables tables) {
  private static final Assets ASSETS = Assets.of("page");

  /** A datum of the report with its name in both languages. */
  record Entry(String zh, String en, String value) {
    boolean isFile() {
      return en.equals("File");
    }
  }

  /** Who checked, and when. */
  record Checked(@Nullable String by, @Nullable String date) {}

  /** The page of a result, in UTF-8. */
  static byte[] html(Result result, Style style) {
    return PageTemplate.render(ReportPageRenderer::render, of(result, style));
  }

  private static ReportPage of(Result result, Style style) {
    Report report = result.report();
    List<Finding> findings =
        result.findings().stream().sorted(Comparator.comparing(Finding::severity)).toList();
    List<Diagnosis> diagnoses = style.suggestions() ? result.diagnoses() : List.of();
    boolean nothingFound = findings.isEmpty() && diagnoses.isEmpty();
    Edition edition = report.edition();
    CellMarks marks =
        nothingFound || edition == null ? null : CellMarks.of(findings, diagnoses, edition);
    return new ReportPage(
        ASSETS,
        style.language() == Style.Language.EN,
        !style.suggestions(),
        title(result),
        style.language().of(VerdictText.brief(result)),
        result.verdict().key(),
        BadgeStatus.of(result).icon(),
        VerdictText.sentence(result),
        VerdictText.notAssessable(result),
        result.count(Severity.WARNING),
        identity(result),
        checked(style),
        address(result, style),
        nothingFound ? null : PageFindings.of(result, findings, diagnoses),
        edition == null ? null : PageTables.of(report, edition, marks));
  }

  private static @Nullable Checked checked(Style style) {
    LocalDate date = style.date();
    return style.by() == null && date == null
        ? null
        : new Checked(style.by(), date == null ? null : date.toString());
  }

  /** The public gets no link into folders of those who checked. */
  private static @Nullable String address(Result result, Style style) {
    boolean hasPages = result.report().document().pages().count() > 0;
    return hasPages && style.suggestions() ? style.report() : null;
  }

  private static String title(Result result) {
    String title = result.report().identity().title();
    return title == null ? result.source().name() : title;
  }

  private static List<Entry> identity(Result result) {
    Report report = result.report();
    Identity identity = report.identity();
    List<Entry> entries = new ArrayList<>();
    add(entries, "发布机构", "Body", identity.issuer());
    add(entries, "年度", "Year", identity.year());
    Edition edition = report.edition();
    if (edition != null) {
      add(entries, "表格版本", "Edition of the form", edition.key() + "（" + edition.notice() + "）");
    }
    if (identity.from() != null && identity.to() != null) {
      add(entries, "统计期限", "Period", identity.from() + " – " + identity.to());
    }
    add(entries, "公布日期", "Published", identity.published());
    add(entries, "索引号", "Index number", identity.indexNumber());
    add(entries, "文件", "File", result.source().name());
    Document document = report.document();
    String charset = document.charset() == null ? "" : " · " + document.charset();
    add(entries, "格式", "Format", document.format().key() + charset);
    return entries;
  }

  private static void add(List<Entry> entries, String zh, String en, @Nullable Object value) {
    if (value != null) {
      entries.add(new Entry(zh, en, value.toString()));
    }
  }

  Message firstClause() {
    return new Message(
        sentence.zh().substring(0, firstClauseEnd(sentence.zh())),
        sentence.en().substring(0, firstClauseEnd(sentence.en())));
  }

  Message otherClauses() {
    return new Message(
        sentence.zh().substring(firstClauseEnd(sentence.zh())),
        sentence.en().substring(firstClauseEnd(sentence.en())));
  }

  /** The end of the first clause of a sentence. */
  private static int firstClauseEnd(String sentence) {
    int end = 0;
    while (end < sentence.length() && "：，:,".indexOf(sentence.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  Message caveat() {
    return VerdictText.CAVEAT;
  }

  boolean hasWarnings() {
    return warnings > 0;
  }

  boolean oneWarning() {
    return warnings == 1;
  }

  /** Whether there are no findings and suggestions. */
  boolean nothingFound() {
    return findings == null;
  }

  String validator() {
    return Validator.NAME;
  }

  String version() {
    return Validator.VERSION;
  }

  String rules() {
    return Validator.RULES;
  }
}
