package org.gongkai.cli;

import java.util.Set;
import org.gongkai.publish.SourcePlace;
import org.gongkai.publish.Summary;
import org.gongkai.publish.VerdictText;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * Text for people: a line per report, and below it the findings with their place and suggestion.
 * Its columns have fixed widths, so that each line is printed at once.
 */
final class TableFormat implements OutputFormat {
  private static final int YEAR = 6;
  private static final int ISSUER = 32;
  private static final String INDENT = "    ";

  private final Terminal terminal;
  private final AnsiColors paint;

  TableFormat(Terminal terminal) {
    this.terminal = terminal;
    this.paint = new AnsiColors(terminal.usesColours());
  }

  @Override
  public String open() {
    String head =
        DisplayWidth.fit(terminal.localized("结论", "verdict"), verdictColumns())
            + DisplayWidth.fit(terminal.localized("不符", "mismatches"), countColumns())
            + DisplayWidth.fit(terminal.localized("提醒", "reminders"), countColumns())
            + DisplayWidth.fit(terminal.localized("说明", "notes"), countColumns())
            + DisplayWidth.fit(terminal.localized("年度", "year"), YEAR)
            + DisplayWidth.fit(terminal.localized("发布机构", "issuer"), ISSUER)
            + ' '
            + terminal.localized("文件", "file");
    return paint.bold(head) + '\n';
  }

  @Override
  public String render(Result result) {
    Summary summary = Summary.of(result);
    StringBuilder out = new StringBuilder();
    out.append(verdict(summary.verdict()))
        .append(DisplayWidth.fit(String.valueOf(summary.errors()), countColumns()))
        .append(DisplayWidth.fit(String.valueOf(summary.warnings()), countColumns()))
        .append(DisplayWidth.fit(String.valueOf(summary.notices()), countColumns()))
        .append(DisplayWidth.fit(summary.year() == null ? "" : summary.year().toString(), YEAR))
        .append(
            DisplayWidth.fit(
                summary.issuer() == null ? "" : Terminal.sanitized(summary.issuer()), ISSUER))
        .append(' ')
        .append(Terminal.sanitized(summary.name()))
        .append('\n');
    Set<String> replaced = result.replacedFindings();
    for (Diagnosis diagnosis : result.diagnoses()) {
      if (diagnosis.replacesFindings()) {
        inPlaceOfFindings(diagnosis, result, out);
      }
    }
    for (Finding finding : result.findings()) {
      boolean told =
          finding.severity() != Severity.NOTICE || result.verdict() == Verdict.UNREADABLE;
      if (told && !replaced.contains(finding.id())) {
        finding(finding, result, out);
      }
    }
    Message open = VerdictText.notAssessable(result);
    if (open != null) {
      out.append(INDENT).append(paint.yellow("? ")).append(text(open)).append('\n');
    }
    for (Diagnosis diagnosis : result.diagnoses()) {
      if (!diagnosis.replacesFindings()) {
        out.append(INDENT).append(paint.green("→ "));
        out.append(text(diagnosis.message())).append('\n');
      }
    }
    return out.toString();
  }

  private void inPlaceOfFindings(Diagnosis diagnosis, Result result, StringBuilder out) {
    Message consequence = VerdictText.consequence(diagnosis, result);
    out.append(INDENT).append(paint.red("✗ ")).append(text(diagnosis.message()));
    out.append(terminal.localized("", " ")).append(text(consequence));
    out.append(terminal.localized("，逐项见--format json。", "; --format json lists them."));
    place(SourcePlace.of(diagnosis, result), out);
    out.append(paint.dim("  [" + diagnosis.kind().key() + ']')).append('\n');
  }

  private void place(@Nullable SourcePlace place, StringBuilder out) {
    if (place != null) {
      out.append(terminal.localized("（" + place.zh() + "）", " (" + place.en() + ")"));
    }
  }

  private void finding(Finding finding, Result result, StringBuilder out) {
    boolean waived = finding.waiver() != null;
    out.append(INDENT);
    switch (waived ? Severity.NOTICE : finding.severity()) {
      case ERROR -> out.append(paint.red("✗ "));
      case WARNING -> out.append(paint.yellow("! "));
      case NOTICE -> out.append("· ");
    }
    out.append(text(finding.message()));
    place(SourcePlace.of(finding, result), out);
    if (finding.waiver() != null) {
      out.append(terminal.localized("（已豁免：", " (waived: "));
      out.append(Terminal.sanitized(finding.waiver())).append(terminal.localized("）", ")"));
    }
    out.append(paint.dim("  [" + finding.rule() + ' ' + finding.id() + ']')).append('\n');
  }

  private String text(Message message) {
    return Terminal.sanitized(terminal.localized(message.zh(), message.en()));
  }

  private int countColumns() {
    return terminal.chinese() ? 6 : 12;
  }

  private int verdictColumns() {
    return terminal.chinese() ? 10 : 12;
  }

  private String verdict(Verdict verdict) {
    String word =
        terminal.localized(VerdictText.word(verdict).zh(), VerdictText.word(verdict).en());
    String padded = DisplayWidth.fit(word, verdictColumns());
    return switch (verdict) {
      case PASS -> paint.green(padded);
      case FAIL -> paint.red(padded);
      case INCOMPLETE, UNREADABLE -> paint.yellow(padded);
    };
  }
}
