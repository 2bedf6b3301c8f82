package org.gongkai.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.document.Ascii;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Text;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose report it is, of which year, when it was published: from the title, the
 * furniture, the signature.
 */
final class IdentityReader {
  private static final int LONGEST_TITLE = 80;
  private static final int LONGEST_HEAD_LINE = 400;
  private static final String LOST = "[?\uFFFD]";
  private static final Pattern REPORT =
      Pattern.compile("政?府?信息公开(?:工作)?(?:情况)?(?:的)?(?:年度报告|年度工作报告|工作报告|年报|报告)");
  private static final Pattern YEAR =
      Pattern.compile(
          "((?:19|20)\\d{2}|" + LOST + "(?:0\\d{2})|[二][0〇○零Oo][一二三四五六七八九0〇○零Oo]{2})\\s*年?度?");

  /** The year behind the report's name: {@code （2023年度）}. */
  private static final Pattern YEAR_BEHIND =
      Pattern.compile("[（(\\[]" + YEAR.pattern() + "[）)\\]]");

  /** The shortest names are those of counties: {@code 忠县}. */
  private static final Pattern PLACE = Pattern.compile("[\u4e00-\u9fff][县市区州盟旗局镇乡]");

  private static final Pattern DATE =
      Pattern.compile("((?:19|20)\\d{2})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)");
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "(?:发布(?:日期|时间)|公开(?:日期|时间)|发文日期|公布日期|时\\s*间|日\\s*期).{0,16}?" + DATE.pattern());
  private static final Pattern PERIOD =
      Pattern.compile(
          "(\\d{4})年(\\d{1,2})月(\\d{1,2})日\\s*(?:起)?[\\s，,]*(?:至|到|—|-|–|~|～)+\\s*(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日");
  private static final Pattern LOOSE_PERIOD =
      Pattern.compile(
          "期限[^0-9?\uFFFD]{0,8}([0-9年月日?\uFFFD]{4,16})(?:起至|起到|起|至|到)([0-9年月日?\uFFFD]{4,16})");
  private static final Pattern INDEX_LABEL =
      Pattern.compile("索\\s*引\\s*号\\s*[:：]?\\s*([0-9A-Za-z][-0-9A-Za-z/_.]{4,40})");
  private static final Pattern INDEX =
      Pattern.compile("(?<![0-9A-Za-z])([0-9A-Z]{8,10}/\\d{4}-\\d{4,6})(?!\\d)");
  private static final Pattern PUBLISHER =
      Pattern.compile(
          "(?:发布机构|公开主体|发文机关|发布单位|信息来源|来\\s*源|来自|作\\s*者)\\s*[:：]?\\s*([\u4e00-\u9fff（）()]{4,40})");
  private static final Pattern CONTACT =
      Pattern.compile("(?:请与|请联系|可与|请向)([\u4e00-\u9fff]{4,30}?)(?:联系|咨询|反映|\\(|（|，|,)");
  private static final Pattern ORGAN =
      Pattern.compile("(?:人民政府|政府|办公室|办公厅|委员会|局|厅|部|院|处|中心|管委会|街道|镇|乡|大队|支队|公司|学校|大学|协会|银行|所|站)$");

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern SITE = Pattern.compile("[-_|—]");
  private static final Pattern TITLE_LABEL =
      Pattern.compile("^(标题|信息名称|名称|内容概述|[^《]{0,6}《|\\d[.、])");
  private static final Pattern TITLE_END = Pattern.compile("》$");
  private static final Pattern BEFORE_ISSUER = Pattern.compile("^(关于|度|年度?)");
  private static final Pattern AFTER_ISSUER = Pattern.compile("(关于|年度|的)$");
  private static final Pattern AROUND_ISSUER = Pattern.compile("^[“\"'<〈(]+|[”\"'>〉)]+$");
  private static final Pattern OTHER = Pattern.compile(".*(解读|下载|目录|图解|docx?|pdf|mp3|通知|编制).*");

  private final List<Line> head = new ArrayList<>();
  private final List<Line> tail = new ArrayList<>();
  private final Document document;
  private final String metaTitle;

  private IdentityReader(Document document) {
    this.document = document;
    Map<String, String> metadata = document.metadata();
    this.metaTitle = Normal.simplify(metadata.getOrDefault("articletitle", document.title()));
  }

  /**
   * A line of the page before section 1, or after the last table, folded.
   *
   * @param characters which it has: most patterns need not be tried
   */
  private record Line(Text text, Normal.Folded folded, CharacterSet characters) {
    static Line of(Text text) {
      Normal.Folded folded = Normal.fold(text.string());
      return new Line(text, folded, CharacterSet.of(folded.string()));
    }

    String string() {
      return folded.string();
    }

    boolean has(char c) {
      return characters.mayHave(c) && string().indexOf(c) >= 0;
    }

    private boolean has(String word) {
      return characters.mayHave(word.charAt(0)) && string().contains(word);
    }

    /** Whether it has the characters of all titles. */
    boolean mayBeTitle() {
      return has('息') && has('开') && has('报');
    }

    /** Whether it has one of the words before a publisher's name. */
    boolean mayNamePublisher() {
      return has("发布机构")
          || has("公开主体")
          || has("发文机关")
          || has("发布单位")
          || has("来自")
          || has('源')
          || has('者');
    }

    /** Whether it has one of the words before the name of a body that questions go to. */
    boolean mayNameContact() {
      return has("请与") || has("请联系") || has("可与") || has("请向");
    }

    /** Whether it may hold a date: all begin with the century. */
    boolean hasYear() {
      return characters.mayHave('0') && string().contains("20")
          || characters.mayHave('9') && string().contains("19");
    }

    /** Whether it speaks of a period, or of figures that are of one. */
    boolean tellsPeriod() {
      return hasPeriod()
          || has('统') && string().contains("统计")
          || has('据') && string().contains("数据");
    }

    boolean hasPeriod() {
      return has('限') && string().contains("期限");
    }

    Where where(int from, int to) {
      return Where.of(text, folded.before(from), folded.before(to));
    }
  }

  static Identity read(
      Document document, List<Block> blocks, Sections sections, List<Sections.Range> tables) {
    IdentityReader reader = new IdentityReader(document);
    reader.gather(blocks, sections, tables);
    return reader.identity();
  }

  private void gather(List<Block> blocks, Sections sections, List<Sections.Range> tables) {
    Text first = sections.sections().isEmpty() ? null : sections.sections().get(0).heading();
    boolean before = true;
    for (int i = 0; i < blocks.size() && before && head.size() < 400; i++) {
      if (Sections.holds(tables, i)) {
        break;
      }
      for (Text text : texts(blocks.get(i))) {
        if (text == first) {
          before = false;
          break;
        }
        add(head, text);
      }
    }
    if (!sections.sections().isEmpty()) {
      SectionText last = sections.sections().get(sections.sections().size() - 1);
      last.paragraphs().stream().limit(60).forEach(text -> add(tail, text));
    }
  }

  private static void add(List<Line> lines, Text text) {
    String string = text.string();
    if (!string.isEmpty() && string.length() < 6 * LONGEST_HEAD_LINE) {
      lines.add(Line.of(text));
    }
  }

  private static List<Text> texts(Block block) {
    if (block instanceof Paragraph paragraph) {
      return List.of(paragraph.text());
    }
    List<Text> texts = new ArrayList<>();
    if (block instanceof Grid grid) {
      grid.rows().forEach(row -> row.cells().forEach(cell -> texts.add(cell.text())));
    }
    return texts;
  }

  private Identity identity() {
    Title title = title();
    Integer year = title == null ? null : title.year();
    Dated published = published();
    Period period = period(year);
    if (year == null && period != null) {
      year = period.from().getYear();
    }
    String issuer = title == null ? null : title.issuer();
    if (issuer == null || issuer.isEmpty()) {
      issuer = publisher();
    }
    return new Identity(
        title == null ? null : title.string(),
        issuer,
        year,
        published == null ? null : published.date(),
        indexNumber(),
        period == null ? null : period.from(),
        period == null ? null : period.to(),
        title == null ? null : title.where(),
        published == null ? null : published.where(),
        period == null ? null : period.where());
  }

  private record Title(
      String string, @Nullable String issuer, @Nullable Integer year, @Nullable Where where) {
    int worth() {
      return (issuer != null ? 2 : 0) + (year != null ? 2 : 0) + (where != null ? 1 : 0);
    }
  }

  private @Nullable Title title() {
    @Nullable Title best = null;
    for (int i = 0; i < head.size(); i++) {
      Line line = head.get(i);
      if (!line.mayBeTitle()) {
        continue;
      }
      Title title = title(line.string().trim(), line.where(0, line.string().length()));
      if (title != null && title.issuer() == null && i > 0) {
        Title joined = joined(i, title);
        title = joined == null ? title : joined;
      }
      if (title != null && (best == null || title.worth() >= best.worth())) {
        best = title;
      }
    }
    Title meta = metaTitle.indexOf('报') >= 0 ? title(SITE.split(metaTitle)[0].trim(), null) : null;
    if (meta != null && (best == null || meta.worth() > best.worth() + 1)) {
      best =
          new Title(meta.string(), meta.issuer(), meta.year(), best == null ? null : best.where());
    }
    return best;
  }

  /** A title over two lines: the issuer on the first. */
  private @Nullable Title joined(int at, Title second) {
    for (int i = at - 1; i >= 0 && i >= at - 2; i--) {
      String above = head.get(i).string().replace(" ", "");
      if (above.length() >= 4
          && above.length() <= 40
          && ORGAN.matcher(above).find()
          && !above.contains("：")
          && !above.contains(":")) {
        return title(above + second.string(), head.get(i).where(0, head.get(i).string().length()));
      }
    }
    return null;
  }

  private static @Nullable Title title(String line, @Nullable Where where) {
    String string = BLANKS.matcher(line).replaceAll("");
    int colon = Math.max(string.lastIndexOf('：'), string.lastIndexOf(':'));
    if (colon >= 0 && colon < 8) {
      string = string.substring(colon + 1);
    }
    string = TITLE_END.matcher(TITLE_LABEL.matcher(string).replaceFirst("")).replaceFirst("");
    if (string.length() < 8
        || string.length() > LONGEST_TITLE
        || string.contains("。")
        || string.contains("；")) {
      return null;
    }
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
    Matcher yearBehind = YEAR_BEHIND.matcher(behind);
    Integer year = yearBehind.matches() ? year(yearBehind.group(1)) : null;
    if (year == null && (behind.length() > 6 || OTHER.matcher(behind).matches())) {
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
    return new Title(string, named ? issuer : null, year, where);
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

  private @Nullable String publisher() {
    @Nullable String found = null;
    for (Line line : head) {
      Matcher matcher =
          found == null && line.mayNamePublisher() ? PUBLISHER.matcher(line.string()) : null;
      if (matcher != null && matcher.find() && ORGAN.matcher(matcher.group(1)).find()) {
        found = matcher.group(1);
      }
    }
    for (String name : List.of("contentsource", "publisher", "author", "sitename")) {
      String meta = Normal.simplify(document.metadata().getOrDefault(name, "")).trim();
      if (found == null && ORGAN.matcher(meta).find()) {
        found = meta;
      }
    }
    for (int i = tail.size() - 1; i >= 0 && found == null; i--) {
      String line = tail.get(i).string().replace(" ", "");
      boolean dated = i + 1 < tail.size() && tail.get(i + 1).string().contains("年");
      if (line.length() >= 4 && line.length() <= 30 && ORGAN.matcher(line).find() && dated) {
        found = line;
      }
    }
    @Nullable String contact = contact();
    if (found == null
        || contact != null && contact.length() > found.length() && contact.endsWith(found)) {
      found = contact == null ? found : contact;
    }
    return found;
  }

  /** The body that questions go to: its name is printed in full where the publisher's is short. */
  private @Nullable String contact() {
    for (Line line : head) {
      if (!line.mayNameContact()) {
        continue;
      }
      Matcher matcher = CONTACT.matcher(line.string());
      if (matcher.find() && ORGAN.matcher(matcher.group(1)).find()) {
        return matcher.group(1);
      }
    }
    return null;
  }

  private record Dated(LocalDate date, Where where) {}

  private @Nullable Dated published() {
    for (Line line : head) {
      if (!line.hasYear()) {
        continue;
      }
      Matcher matcher = PUBLISHED.matcher(line.string());
      @Nullable Dated found = null;
      while (matcher.find()) {
        LocalDate date = date(matcher.group(1), matcher.group(2), matcher.group(3));
        boolean named = matcher.group().startsWith("发布") || matcher.group().startsWith("公");
        if (date != null && (found == null || named)) {
          found = new Dated(date, line.where(matcher.start(1), matcher.end()));
        }
      }
      if (found != null && line.string().length() < LONGEST_HEAD_LINE) {
        return found;
      }
    }
    for (String name :
        List.of("pubdate", "publishdate", "firstpublishedtime", "publish_time", "date")) {
      String meta = document.metadata().get(name);
      Matcher matcher = meta == null ? null : DATE.matcher(meta);
      if (matcher != null && matcher.find()) {
        LocalDate date = date(matcher.group(1), matcher.group(2), matcher.group(3));
        if (date != null) {
          return new Dated(date, Where.DOCUMENT);
        }
      }
    }
    for (Line line : head) {
      Matcher matcher = line.hasYear() ? DATE.matcher(line.string()) : null;
      if (matcher != null && line.string().trim().length() <= 22 && matcher.find()) {
        LocalDate date = date(matcher.group(1), matcher.group(2), matcher.group(3));
        if (date != null) {
          return new Dated(date, line.where(matcher.start(), matcher.end()));
        }
      }
    }
    return signed();
  }

  /** The date under the signature. */
  private @Nullable Dated signed() {
    for (Line line : tail) {
      Matcher matcher = line.hasYear() ? DATE.matcher(line.string()) : null;
      if (matcher != null && line.string().trim().length() <= 16 && matcher.find()) {
        LocalDate date = date(matcher.group(1), matcher.group(2), matcher.group(3));
        if (date != null) {
          return new Dated(date, line.where(matcher.start(), matcher.end()));
        }
      }
    }
    return null;
  }

  private static @Nullable LocalDate date(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null; // printed, but no day of the calendar
    }
  }

  private record Period(LocalDate from, LocalDate to, Where where) {}

  private @Nullable Period period(@Nullable Integer year) {
    List<Line> lines = new ArrayList<>(head);
    lines.addAll(tail);
    for (Line line : lines) {
      String string = line.string();
      Matcher matcher = line.tellsPeriod() ? PERIOD.matcher(string) : null;
      if (matcher != null && matcher.find()) {
        String last = matcher.group(4) == null ? matcher.group(1) : matcher.group(4);
        LocalDate from = date(matcher.group(1), matcher.group(2), matcher.group(3));
        LocalDate to = date(last, matcher.group(5), matcher.group(6));
        if (from != null && to != null) {
          return new Period(from, to, line.where(matcher.start(), matcher.end()));
        }
      }
    }
    if (year == null) {
      return null;
    }
    for (Line line : lines) {
      Matcher matcher = line.hasPeriod() ? LOOSE_PERIOD.matcher(line.string()) : null;
      if (matcher != null && matcher.find()) {
        boolean whole =
            isLeftOf(matcher.group(1), year + "年1月1日")
                && isLeftOf(matcher.group(2), year + "年12月31日");
        if (whole) {
          return new Period(
              LocalDate.of(year, 1, 1),
              LocalDate.of(year, 12, 31),
              line.where(matcher.start(1), matcher.end()));
        }
      }
    }
    return null;
  }

  /** Whether a date is what is left of another after characters were lost. */
  private static boolean isLeftOf(String left, String whole) {
    String clean = left.replaceAll(LOST, "");
    return clean.length() >= 3 && RowLabels.common(clean, whole) == clean.length();
  }

  private @Nullable String indexNumber() {
    for (Line line : head) {
      Matcher matcher = line.has('索') ? INDEX_LABEL.matcher(line.string()) : null;
      if (matcher != null && matcher.find()) {
        return matcher.group(1);
      }
    }
    for (Line line : head) {
      Matcher matcher = line.has('/') ? INDEX.matcher(line.string()) : null;
      if (matcher != null && matcher.find()) {
        return matcher.group(1);
      }
    }
    return null;
  }
}
