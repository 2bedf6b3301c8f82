package org.gongkai.rule.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.report.Identity;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Prose;
import org.jspecify.annotations.Nullable;

/**
 * The date under the report contradicts its publication: it is later, or before the end of the
 * report's year.
 */
final class SignatureDateRule implements Rule {
  private static final String RULE = "signed.date";
  private static final Pattern SIGNATURE =
      Pattern.compile("[^\\d,。;:]{0,40}((?:19|20)\\d{2}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日?");
  private static final Pattern LABEL = Pattern.compile("发布|公布|公开|更新|时间|日期|来源|打印|至|截");
  private static final int LAST_PARAGRAPHS = 4;

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Identity identity = checked.report().identity();
    LocalDate published = identity.published();
    Integer year = identity.year();
    List<Prose.Paragraph> paragraphs = checked.prose().paragraphs();
    if (published == null || year == null || published.getYear() <= year) {
      return;
    }
    for (int i = paragraphs.size() - 1;
        i >= Math.max(0, paragraphs.size() - LAST_PARAGRAPHS);
        i--) {
      Prose.Paragraph paragraph = paragraphs.get(i);
      LocalDate signed = paragraph.section() == 6 ? signature(paragraph.string()) : null;
      if (signed == null) {
        continue;
      }
      // Some sites print the day on which the page was created, one day before the signature.
      if (signed.isAfter(published.plusDays(1)) || signed.getYear() <= year) {
        findings
            .add(RULE)
            .at(paragraph.where(0, paragraph.string().length()))
            .with("signed", ChineseDate.format(signed), signed.toString())
            .with("published", ChineseDate.format(published), published.toString())
            .with("year", year.toString());
      }
      return;
    }
  }

  private static @Nullable LocalDate signature(String line) {
    Matcher matcher = SIGNATURE.matcher(line.strip());
    if (!matcher.matches() || LABEL.matcher(line).find()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(matcher.group(1)),
          Integer.parseInt(matcher.group(2)),
          Integer.parseInt(matcher.group(3)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
