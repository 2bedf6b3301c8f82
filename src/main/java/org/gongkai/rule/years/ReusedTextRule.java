package org.gongkai.rule.years;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Text;
import org.gongkai.report.SectionText;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.similarity.NarrativeReuse;
import org.gongkai.rule.similarity.NarrativeReuse.Reused;
import org.jspecify.annotations.Nullable;

/**
 * The text is last year's with other figures. Some sentences may be the same every year, so the
 * rule needs half of the text for a notice and four fifths for a warning, unless configured.
 */
final class ReusedTextRule extends PreviousYearRule {
  private static final String MOST = "years.reused-text";
  private static final String MUCH = "years.similar-text";

  ReusedTextRule() {
    super(MUCH, MOST);
  }

  @Override
  void check(CheckedReport checked, PreviousYear previous, FindingCollector findings) {
    if (previous.text().size() == 0) {
      return;
    }
    List<Text> paragraphs = new ArrayList<>();
    for (SectionText section : checked.report().sections()) {
      paragraphs.addAll(section.paragraphs());
    }
    Reused reused =
        NarrativeReuse.compare(paragraphs.stream().map(Text::string).toList(), previous.text());
    String rule = rule(reused.share(), findings);
    if (rule == null) {
      return;
    }
    List<Text> taken = reused.paragraphs().stream().map(paragraphs::get).toList();
    Text first = taken.isEmpty() ? paragraphs.get(0) : taken.get(0);
    findings
        .add(rule)
        .at(Where.of(first, 0, first.string().length()))
        .with("year", String.valueOf(previous.year()))
        .with("percent", Long.toString(Math.round(100 * reused.share())))
        .with("count", taken.isEmpty() ? "" : Integer.toString(taken.size()))
        .with(
            "paragraphs",
            PlaceNames.list(taken, ReusedTextRule::start),
            PlaceNames.listInEnglish(taken, ReusedTextRule::start));
  }

  private static @Nullable String rule(double share, FindingCollector findings) {
    if (findings.wants(MOST) && share >= findings.threshold(MOST)) {
      return MOST;
    }
    return share >= findings.threshold(MUCH) ? MUCH : null;
  }

  private static String start(Text paragraph) {
    String string = paragraph.string();
    return string.codePointCount(0, string.length()) <= 16
        ? string
        : string.substring(0, string.offsetByCodePoints(0, 16)) + "……";
  }
}
