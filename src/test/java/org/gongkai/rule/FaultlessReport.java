package org.gongkai.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.Identity;
import org.gongkai.report.ReportFixture;
import org.gongkai.rule.years.PreviousYear;

/** A complete report without any finding; tests change one thing in it. */
public final class FaultlessReport {
  private final String edition;
  private final Map<Integer, String[]> sections = new LinkedHashMap<>();
  private final Map<String, String> figures = new LinkedHashMap<>();
  private String[] preamble = {
    "本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为2023年1月1日至2023年12月31日。联系电话：0512-12345678。"
  };
  private boolean topics = true;
  private final List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
  private Identity identity;

  private FaultlessReport(String edition, int year) {
    this.edition = edition;
    identity =
        identity("某市人民政府" + year + "年政府信息公开工作年度报告", "某市人民政府", year, LocalDate.of(year + 1, 1, 20));
    sections.put(1, new String[] {year + "年，全市认真做好政府信息公开工作。", "加强网站建设，开展培训2次。"});
    sections.put(2, new String[] {});
    sections.put(3, new String[] {});
    sections.put(4, new String[] {});
    sections.put(5, new String[] {"主要问题是解读形式还不够丰富。" + (year + 1) + "年，将多用图表和视频解读政策。"});
    sections.put(6, new String[] {year + "年未收取信息处理费。"});
  }

  public static FaultlessReport report() {
    return new FaultlessReport("2021", 2023);
  }

  public static FaultlessReport of2019(int year) {
    return new FaultlessReport("2019", year);
  }

  public static Identity identity(String title, String issuer, Integer year, LocalDate published) {
    LocalDate from = year == null ? null : LocalDate.of(year, 1, 1);
    LocalDate to = year == null ? null : LocalDate.of(year, 12, 31);
    return new Identity(title, issuer, year, published, null, from, to, null, null, null);
  }

  public FaultlessReport issuer(String issuer) {
    identity = identity(issuer + "2023年政府信息公开工作年度报告", issuer, 2023, LocalDate.of(2024, 1, 20));
    return this;
  }

  public FaultlessReport published(LocalDate published) {
    Identity i = identity;
    identity = identity(i.title(), i.issuer(), i.year(), published);
    return this;
  }

  public FaultlessReport identity(Identity other) {
    identity = other;
    return this;
  }

  public FaultlessReport preamble(String... paragraphs) {
    preamble = paragraphs;
    return this;
  }

  public FaultlessReport section(int number, String... paragraphs) {
    sections.put(number, paragraphs);
    return this;
  }

  public FaultlessReport order(Integer... numbers) {
    order.clear();
    order.addAll(List.of(numbers));
    return this;
  }

  public FaultlessReport figure(String path, String figure) {
    figures.put(path, figure);
    return this;
  }

  /** The figures of a row of table III, all by natural persons. */
  public FaultlessReport requests(String row, String figure) {
    return figure("requests/" + row + "/naturalPerson", figure)
        .figure("requests/" + row + "/total", figure);
  }

  public ReportFixture fixture() {
    ReportFixture fixture = ReportFixture.of(edition).identity(identity).preamble(preamble);
    figures.forEach(fixture::set);
    order.forEach(number -> fixture.section(number, paragraphs(number)));
    return fixture;
  }

  /** Section 1 without the sentence that touches on each of its topics. */
  public FaultlessReport withoutTopics() {
    topics = false;
    return this;
  }

  private String[] paragraphs(int number) {
    String[] own = sections.get(number);
    if (number != 1 || !topics || own.length == 0) {
      return own;
    }
    String[] more = Arrays.copyOf(own, own.length + 1);
    more[own.length] = "主动公开、依申请公开、信息管理、平台建设、监督保障各项工作有序推进。";
    return more;
  }

  public Result check() {
    return TestReports.check(fixture());
  }

  public Result check(PreviousYear previous) {
    return Rules.standard().check(TestReports.SOURCE, fixture().build(), previous);
  }

  /** The ids of all rules that found something, but those about the tables. */
  public List<String> rules() {
    return check().findings().stream()
        .map(Finding::rule)
        .filter(rule -> !Catalogue.standard().entry(rule).group().equals("tables"))
        .toList();
  }

  public Finding only(String rule) {
    List<Finding> found =
        check().findings().stream().filter(finding -> finding.rule().equals(rule)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " findings of " + rule);
    }
    return found.get(0);
  }
}
