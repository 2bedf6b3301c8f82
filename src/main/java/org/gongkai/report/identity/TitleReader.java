package org.gongkai.report.identity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.report.Where;
import org.gongkai.text.Ascii;
import org.jspecify.annotations.Nullable;

/** Finds a report's title, and in it the issuer and the year. */
final class TitleReader {
  private static final int LONGEST_TITLE = 80;
  private static final Pattern REPORT =
      Pattern.compile(
          "(?:政府|政务|府)?信息公开(?:工作)?(?:情况)?(?:的)?(?:年度报告|年度工作报告|工作报告|年报|报告)"
              + "|政务公开(?:工作)?(?:情况)?(?:年度报告|年度工作报告|年报)"
              + "|(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:年度)?(?:工作)?总结");

  /** A year in the middle of the report's name: {@code 政府信息公开工作2021年度报告}. */
  private static final Pattern YEAR_WITHIN =
      Pattern.compile("((?:政府|政务)?信息公开(?:工作)?)((?:19|20)\\d{2})年?(?:年度|度)?(?=工作报告|报告|年报)");

  /** A title that is only quoted in the preamble: {@code 现公布《某市水务局2023年政府信息公开工作年度报告》}. */
  private static final Pattern QUOTED = Pattern.compile("《([^《》]{8,80})》");

  /** Words that begin a sentence, and punctuation within one; titles have neither. */
  private static final Pattern SENTENCE = Pattern.compile("[,，;]|^(?:根据|按照|依据|依照|现将|特|本报告|为|遵照|按)");

  private static final Pattern YEAR =
      Pattern.compile(
          "((?:19|20)\\d{2}|"
              + HeadLine.LOST
              + "(?:0\\d{2})|[二][0〇○零Oo][一二三四五六七八九0〇○零Oo]{2})\\s*年?度?");

  /** A year after the report's name: {@code （2023年度）}. */
  private static final Pattern YEAR_AFTER = Pattern.compile("[（(\\[]" + YEAR.pattern() + "[）)\\]]");

  /** The shortest names are those of counties: {@code 忠县}. */
  private static final Pattern PLACE = Pattern.compile("[\u4e00-\u9fff][县市区州盟旗局镇乡]");

  private static final Pattern FINAL_BRACKET = Pattern.compile("[(（][^()（）]{2,30}[)）]$");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** The navigation path before a page's name: {@code 首页 > 政务公开 > }. */
  private static final Pattern PATH = Pattern.compile("^.{0,60}[>＞»›]");

  private static final Pattern BEFORE_SITE_NAME = Pattern.compile("[-_|—]");
  private static final Pattern TITLE_LABEL =
      Pattern.compile("^(标题|信息名称|名称|内容概述|[^《]{0,6}《|\\d[.、])");
  private static final Pattern TITLE_END = Pattern.compile("》$");
  private static final Pattern BEFORE_ISSUER = Pattern.compile("^(关于|度|年度?)");
  private static final Pattern AFTER_ISSUER = Pattern.compile("(关于|年度|的)$");
  private static final Pattern AROUND_ISSUER =
      Pattern.compile("^【[^】]{0,8}】|^[“\"'<〈•·●▪■◆◇★☆※○*\\-]+|[”\"'>〉]+$");
  private static final Pattern NO_REPORT = Pattern.compile(".*(解读|下载|目录|图解|docx?|pdf|mp3|通知|编制).*");

  private TitleReader() {}

  /**
   * A title.
   *
   * @param string the title as printed
   * @param issuer whose report it is; null where it does not say
   * @param year the year of the report; null where it does not say
   * @param where its place; null where it is only in the page's metadata
   */
  record Title(
      String string, @Nullable String issuer, @Nullable Integer year, @Nullable Where where) {
    /** How much it says; of two titles the more informative one is taken. */
    int information() {
      return (issuer != null ? 2 : 0) + (year != null ? 2 : 0) + (where != null ? 1 : 0);
    }
  }

  /**
   * The most informative title.
   *
   * @param head the lines before the first section
   * @param metaTitle the title in the page's metadata
   */
  static @Nullable Title read(List<HeadLine> head, String metaTitle) {
    @Nullable Title best = null;
    for (int i = 0; i < head.size(); i++) {
      HeadLine line = head.get(i);
      if (!line.mayBeTitle()) {
        continue;
      }
      Title title = title(line.string().trim(), line.where(0, line.string().length()));
      if (title != null && title.issuer() == null && i > 0) {
        Title joined = joined(head, i, title);
        title = joined == null ? title : joined;
      }
      if (title != null && (best == null || title.information() >= best.information())) {
        best = title;
      }
    }
    Title meta =
        metaTitle.indexOf('报') >= 0
            ? title(BEFORE_SITE_NAME.split(metaTitle)[0].trim(), null)
            : null;
    if (best == null) {
      best = quoted(head);
    }
    if (meta != null && (best == null || meta.information() > best.information() + 1)) {
      best =
          new Title(meta.string(), meta.issuer(), meta.year(), best == null ? null : best.where());
    }
    return best;
  }

  /** A title quoted in a sentence; null for none with issuer and year. */
  private static @Nullable Title quoted(List<HeadLine> head) {
    for (HeadLine line : head) {
      Matcher matcher = line.mayBeTitle() ? QUOTED.matcher(line.string()) : null;
      while (matcher != null && matcher.find()) {
        Title title = title(matcher.group(1), line.where(matcher.start(1), matcher.end(1)));
        if (title != null && title.issuer() != null && title.year() != null) {
          return title;
        }
      }
    }
    return null;
  }

  /** A title in two lines, with the issuer on the first; null where no issuer is above. */
  private static @Nullable Title joined(List<HeadLine> head, int at, Title second) {
    for (int i = at - 1; i >= 0 && i >= at - 2; i--) {
      String above = head.get(i).string().replace(" ", "");
      if (above.length() >= 4
          && above.length() <= 40
          && PublisherReader.ORGAN.matcher(FINAL_BRACKET.matcher(above).replaceFirst("")).find()
          && !above.contains("：")
          && !above.contains(":")) {
        return title(above + second.string(), head.get(i).where(0, head.get(i).string().length()));
      }
    }
    return null;
  }

  private static @Nullable Title title(String line, @Nullable Where where) {
    String string = PATH.matcher(BLANKS.matcher(line).replaceAll("")).replaceFirst("");
    string = AROUND_ISSUER.matcher(string).replaceFirst("");
    int colon = Math.max(string.lastIndexOf('：'), string.lastIndexOf(':'));
    if (colon >= 0 && colon < 8) {
      string = string.substring(colon + 1);
    }
    string = TITLE_END.matcher(TITLE_LABEL.matcher(string).replaceFirst("")).replaceFirst("");
    if (string.length() < 8
        || string.length() > LONGEST_TITLE
        || SENTENCE.matcher(string).find()
        || string.contains("。")
        || string.contains("；")) {
      return null;
    }
    String printed = string;
    string = YEAR_WITHIN.matcher(string).replaceFirst("$2年$1");
    Matcher report = REPORT.matcher(string);
    int at = -1;
    int end = -1;
    while (report.find()) {
      at = report.start();
      end = report.end();
    }
    if (at < 0) {
      return null;
    }
    String behind = string.substring(end);
    Matcher yearAfter = YEAR_AFTER.matcher(behind);
    Integer year = yearAfter.matches() ? year(yearAfter.group(1)) : null;
    if (year == null && (behind.length() > 6 || NO_REPORT.matcher(behind).matches())) {
      return null;
    }
    String before = string.substring(0, at);
    Matcher years = YEAR.matcher(before);
    String issuer = before;
    int yearStart = -1;
    int yearEnd = -1;
    while (years.find()) {
      Integer found = year(years.group(1));
      if (found != null) {
        year = found;
        yearStart = years.start();
        yearEnd = years.end();
      }
    }
    if (yearStart >= 0) {
      issuer = before.substring(0, yearStart) + before.substring(yearEnd);
    }
    if (issuer.endsWith("人民") && string.startsWith("政府信息公开", at)) {
      issuer = issuer + "政府";
    }
    issuer = BEFORE_ISSUER.matcher(issuer).replaceFirst("");
    issuer = AFTER_ISSUER.matcher(issuer).replaceFirst("");
    issuer = AROUND_ISSUER.matcher(issuer).replaceAll("");
    issuer = withWideBrackets(withoutUnpairedBracket(issuer));
    if (issuer.isEmpty() && year == null) {
      return null;
    }
    boolean named =
        (issuer.length() >= 3 || PLACE.matcher(issuer).matches())
            && !issuer.contains("格式")
            && !issuer.contains("国务院办公厅政府信息");
    if (!issuer.isEmpty() && !named) {
      return null;
    }
    return new Title(printed, named ? issuer : null, year, where);
  }

  /** Without a bracket at either end that has no counterpart. */
  private static String withoutUnpairedBracket(String issuer) {
    int open = issuer.indexOf('(');
    int close = issuer.lastIndexOf(')');
    if (open == 0 && close != issuer.length() - 1 && close < 0) {
      return issuer.substring(1);
    }
    return close == issuer.length() - 1 && close >= 0 && open < 0
        ? issuer.substring(0, close)
        : issuer;
  }

  /** With full-width brackets, as Chinese names have. */
  private static String withWideBrackets(String issuer) {
    return issuer.replace('(', '（').replace(')', '）');
  }

  private static @Nullable Integer year(String printed) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      int chinese = "〇一二三四五六七八九".indexOf(c);
      if (Ascii.isDigit(c)) {
        digits.append(c);
      } else if (chinese >= 0) {
        digits.append(chinese);
      } else if (c == '○' || c == '零' || c == 'O' || c == 'o') {
        digits.append('0');
      } else if (c == '?' || c == '\uFFFD') {
        digits.append('2');
      }
    }
    return digits.length() == 4 ? Integer.valueOf(digits.toString()) : null;
  }
}
