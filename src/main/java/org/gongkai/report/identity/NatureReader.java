package org.gongkai.report.identity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Grid;
import org.gongkai.report.Identity;
import org.gongkai.report.Nature;
import org.gongkai.report.SectionText;
import org.gongkai.text.TextNormalizer;

/** Classifies documents in which no table of the form was found. */
public final class NatureReader {
  private static final Pattern ERROR =
      Pattern.compile(
          "(?i)\\b(404|403|500|502|503)\\b|not found|forbidden|页面不存在|页面已删除|无法找到|找不到|无法访问|已被删除|不存在或|系统错误|服务器错误|访问出错|出错了|设置拦截|被拦截|访问过于频繁|安全验证|access ?denied|nosuchkey");
  private static final Pattern LOGIN = Pattern.compile("登录|登陆|用户名|密码|验证码");
  private static final Pattern OTHER_REPORT =
      Pattern.compile("法治政府建设|部门决算|部门预算|决算公开|预算公开|财政决算|依法行政工作|网站工作年度报表|政务公开工作要点|生态环境状况公报|统计公报");
  private static final Pattern REPORT = Pattern.compile("政府信息公开(工作)?(年度)?报告|信息公开年报|信息公开(工作)?年度报告");
  private static final Pattern FILE =
      Pattern.compile("(?i)\\.(docx?|pdf|wps|xlsx?|zip|rar|ofd)(\\?.*)?$");
  private static final Pattern SUMMARY = Pattern.compile("总结$");
  private static final Pattern INTERPRETATION =
      Pattern.compile(
          "(?:年度报告|年报)[》”]?(?:文字|图文|图片|政策)?(?:解读|图解)|(?:解读|图解|一图读懂|一图看懂)[^\\n]{0,40}(?:年度报告|年报)");
  private static final Pattern NOTICE =
      Pattern.compile(
          "关于[^\\n]{0,12}(?:印发|发布|公布|修订)[^\\n]{0,30}年度报告(?:的)?格式[^\\n]{0,12}(?:的通知|的函)|年度报告格式》");

  /** With fewer letters a page has no content of its own. */
  private static final int LEAST_LETTERS = 300;

  /** From so many on: sections are a report, links to reports are a list. */
  private static final int SEVERAL = 3;

  private NatureReader() {}

  /** The nature of a document that has none of the form's tables. */
  public static Nature of(Document document, Identity identity, List<SectionText> sections) {
    if (document.problem() != null) {
      return Nature.UNREAD;
    }
    Integer year = identity.year();
    if (identity.title() != null && year != null && year <= 2018) {
      return Nature.BEFORE_2019;
    }
    String words = words(document);
    String title = identity.title();
    if (title != null && SUMMARY.matcher(title).find()) {
      return Nature.OTHER_REPORT;
    }
    if (isHeaded(document, INTERPRETATION, 60)) {
      return Nature.INTERPRETATION;
    }
    if (isNotice(document)) {
      return Nature.NOTICE;
    }
    if (sections.size() >= SEVERAL) {
      return Nature.REPORT_WITHOUT_TABLES;
    }
    int letters = TextNormalizer.key(words).length();
    if (document.web().passwordField() && letters < 2 * LEAST_LETTERS) {
      return Nature.LOGIN;
    }
    String head = document.web().title() + ' ' + words.substring(0, Math.min(words.length(), 400));
    String folded = TextNormalizer.simplify(head);
    long reports = document.web().links().stream().filter(link -> isReport(link.text())).count();
    if (reports >= SEVERAL && !FILE.matcher(document.web().links().get(0).target()).find()) {
      return Nature.LIST;
    }
    if (letters < LEAST_LETTERS && ERROR.matcher(folded).find()) {
      return Nature.ERROR_PAGE;
    }
    boolean files = document.web().links().stream().anyMatch(link -> isFile(link));
    if (files && letters < 2 * LEAST_LETTERS) {
      return Nature.ATTACHMENTS;
    }
    if (OTHER_REPORT.matcher(folded).find() && identity.title() == null) {
      return Nature.OTHER_REPORT;
    }
    if (letters < LEAST_LETTERS && LOGIN.matcher(folded).results().count() >= 2) {
      return Nature.LOGIN;
    }
    if (document.web().scripts() && letters < LEAST_LETTERS) {
      return Nature.SCRIPTED;
    }
    if (reports >= SEVERAL) {
      return Nature.LIST;
    }
    if (identity.title() != null && letters > LEAST_LETTERS) {
      return Nature.REPORT_WITHOUT_TABLES;
    }
    return Nature.OTHER;
  }

  /** Whether it is the notice that prescribes the form, which has the form's empty tables. */
  public static boolean isNotice(Document document) {
    return isHeaded(document, NOTICE, 80);
  }

  /**
   * Whether the page's title, or a line near its top of at most {@code longest} characters,
   * matches.
   */
  private static boolean isHeaded(Document document, Pattern heading, int longest) {
    return heading.matcher(TextNormalizer.simplify(document.web().title())).find()
        || TextNormalizer.simplify(words(document))
            .lines()
            .limit(12)
            .map(line -> line.replace(" ", ""))
            .filter(line -> line.length() <= longest && !line.contains("根据"))
            .anyMatch(line -> heading.matcher(line).find());
  }

  private static boolean isReport(String text) {
    return REPORT.matcher(TextNormalizer.simplify(text)).find();
  }

  private static boolean isFile(Document.Link link) {
    return FILE.matcher(link.target().toLowerCase(Locale.ROOT)).find()
        || FILE.matcher(link.text().trim()).find();
  }

  /** The first few thousand characters of the document's text. */
  private static String words(Document document) {
    StringBuilder words = new StringBuilder();
    for (Block block : document.blocks()) {
      char end = block instanceof Grid ? ' ' : '\n';
      block.texts().forEach(text -> words.append(text.string()).append(end));
      if (words.length() > 4000) {
        break;
      }
    }
    return words.toString();
  }
}
