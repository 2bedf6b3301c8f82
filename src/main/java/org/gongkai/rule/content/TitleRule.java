package org.gongkai.rule.content;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.report.Identity;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;

/** The title must name the issuer, the year and a report. */
final class TitleRule implements Rule {
  private static final String ISSUER = "title.issuer";
  private static final String YEAR = "title.year";
  private static final String KIND = "title.kind";

  private static final Pattern HAS_YEAR = Pattern.compile("[0-9?\uFFFD]{4}|[二〇○零一三四五六七八九]{4}");

  @Override
  public List<String> ids() {
    return List.of(ISSUER, YEAR, KIND);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    Identity identity = checked.report().identity();
    String title = identity.title();
    if (title == null) {
      return;
    }
    Where where = identity.titleWhere();
    Where at = where == null ? Where.DOCUMENT : where;
    if (title.endsWith("总结")) {
      findings.add(KIND).at(at).with("title", title);
      return;
    }
    int topicAt = title.indexOf("政府信息公开");
    String before = topicAt < 0 ? title : title.substring(0, topicAt);
    String name = HAS_YEAR.matcher(before).replaceAll("").replaceAll("[年度关于的“”《》\\s]", "");
    if (topicAt >= 0 && name.length() < 2) {
      findings.add(ISSUER).at(at).with("title", title);
    }
    if (!HAS_YEAR.matcher(title).find()) {
      findings.add(YEAR).at(at).with("title", title);
    }
  }
}
