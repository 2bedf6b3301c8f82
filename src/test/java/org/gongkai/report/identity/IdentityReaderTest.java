package org.gongkai.report.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Position;
import org.gongkai.report.Identity;
import org.gongkai.report.Printed;
import org.gongkai.report.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityReaderTest {
  private static final String TITLE = "某市水务局2023年政府信息公开工作年度报告";

  /** What a report says of itself that begins with those lines. */
  private static Identity head(String... lines) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.add("一、总体情况");
    all.add("全年更新网站栏目十二个，发布各类信息。");
    all.add("二、主动公开政府信息情况");
    all.add("六、其他需要报告的事项");
    return read(all);
  }

  private static Identity read(List<String> lines) {
    return read(String.join("\n", lines));
  }

  private static Identity read(String document) {
    return Printed.report(document).identity();
  }

  @ParameterizedTest
  @CsvSource({
    "某市水务局2023年政府信息公开工作年度报告, 某市水务局, 2023",
    "2023年某市水务局政府信息公开工作年度报告, 某市水务局, 2023",
    "某市人民政府2023年政府信息公开工作年度报告, 某市人民政府, 2023",
    "某县人民政府信息公开工作2023年度报告, 某县人民政府, 2023",
    "某县人民2023年政府信息公开年报, 某县人民政府, 2023",
    "某市水务局二〇二三年政府信息公开年度报告, 某市水务局, 2023",
    "某市水务局二零二三年政府信息公开年度报告, 某市水务局, 2023",
    "某市水务局?023年政府信息公开工作年度报告, 某市水务局, 2023",
    "某市水務局2023年政府信息公開工作年度報告, 某市水务局, 2023",
    "关于某市水务局2023年度政府信息公开工作年度报告, 某市水务局, 2023",
    "标题：某市水务局2023年政府信息公开工作年度报告, 某市水务局, 2023",
    "2023年政府信息公开工作年度报告, , 2023",
    "某市水务局政府信息公开工作年度报告, 某市水务局, ",
    "某市水务局2020年政府信息公开工作年度报告, 某市水务局, 2020",
    "某市水务局二〇一九年政府信息公开年度报告, 某市水务局, 2019",
    "某市水务局政府信息公开工作年度报告（2023年度）, 某市水务局, 2023",
    "政府信息公开工作年度报告（2023年度）, , 2023",
    "某市水务局2023年政府信息公开工作年度报告（全文发布）, 某市水务局, 2023",
    "某市水务局2023年政府信息公开工作年度报告（全文已发布）, , ",
    "忠县2023年政府信息公开工作年度报告, 忠县, 2023",
    "安化县2023年政府信息公开工作年度报告, 安化县, 2023",
    "：某市水务局2023年政府信息公开工作年度报告, 某市水务局, 2023",
    "1.某市水务局2023年政府信息公开工作年度报告, 某市水务局, 2023",
    "《某市水务局2023年政府信息公开工作年度报告》, 某市水务局, 2023",
    "【年报】某市水务局2023年政府信息公开工作年度报告, 某市水务局, 2023",
    "首页 > 政务公开 > 某市水务局2023年政府信息公开年报, 某市水务局, 2023",
    "首页>政务公开>政府信息公开年报, , "
  })
  void theTitleTellsWhoseReportItIsAndOfWhichYear(String title, String issuer, Integer year) {
    Identity identity = head(title);
    assertThat(identity.issuer()).isEqualTo(issuer);
    assertThat(identity.year()).isEqualTo(year);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "关于印发政府信息公开工作年度报告格式的通知",
        "一图读懂某市水务局2023年政府信息公开工作年度报告解读",
        "根据要求，编制某市水务局2023年政府信息公开工作年度报告。",
        "信息公开年报"
      })
  void otherLinesAreNoTitle(String line) {
    assertThat(head(line).title()).isNull();
  }

  @Test
  void aTitleOverTwoLinesHasItsIssuerOnTheFirst() {
    Identity identity = head("某市水务局", "2023年政府信息公开工作年度报告");
    assertThat(identity.issuer()).isEqualTo("某市水务局");
    assertThat(identity.title()).isEqualTo("某市水务局2023年政府信息公开工作年度报告");
    assertThat(head("某水务局", "（本级）", "2023年政府信息公开工作年度报告").issuer()).isEqualTo("某水务局");
    assertThat(head("某水务局", "甲", "乙", "2023年政府信息公开工作年度报告").issuer()).isNull();
    assertThat(head("来源：某市水务局", "2023年政府信息公开工作年度报告").title()).isEqualTo("2023年政府信息公开工作年度报告");
  }

  @Test
  void theTitleSaysWhereItStood() {
    Where where = head("首页", "  " + TITLE).titleWhere();
    assertThat(where).isNotNull();
    assertThat(where.position()).isEqualTo(new Position(2, 3));
    assertThat(where.excerpt()).isEqualTo(TITLE);
  }

  @ParameterizedTest
  @CsvSource({
    "发布日期：2024-01-26, 2024-01-26",
    "发布时间： 2024年1月26日 10:30, 2024-01-26",
    "公开日期：2024/1/6, 2024-01-06",
    "时间：2024.01.26 浏览次数：2019, 2024-01-26",
    "成文日期：2024-01-10 发布日期：2024-01-26, 2024-01-26",
    "公开日期：2024-01-26 成文日期：2024-01-10, 2024-01-26",
    "成文日期：2024-01-10 公开时间：2024-01-26, 2024-01-26",
    "日期：1924-01-26, 1924-01-26",
    "2024-01-26, 2024-01-26",
    "日期：2024-13-26, "
  })
  void theDateOfPublicationStandsUnderTheTitle(String line, LocalDate published) {
    assertThat(head(TITLE, line).published()).isEqualTo(published);
  }

  @Test
  void theSignatureIsDatedBelow() {
    Identity identity =
        read(
            List.of(
                "2023年政府信息公开工作年度报告",
                "一、总体情况",
                "全年更新网站栏目十二个。",
                "六、其他需要报告的事项",
                "未收取信息处理费。",
                "某市水务局",
                "2024年1月20日"));
    assertThat(identity.published()).isEqualTo("2024-01-20");
    assertThat(identity.issuer()).isEqualTo("某市水务局");
  }

  @ParameterizedTest
  @CsvSource({
    "本报告中所列数据的统计期限自2023年1月1日至2023年12月31日止。, 2023-01-01, 2023-12-31",
    "统计期限为2023年1月1日起至12月31日。, 2023-01-01, 2023-12-31",
    "数据统计期限从2022年12月1日到2023年11月30日。, 2022-12-01, 2023-11-30",
    "本报告数据自2023年1月1日至2023年12月31日。, 2023-01-01, 2023-12-31",
    "统计时间为2023年1月1日至12月31日。, 2023-01-01, 2023-12-31",
    "统计期限为2023年1月1日起至?023年12月31日。, 2023-01-01, 2023-12-31",
    "期限：2023年1月?日至2023年12月?1日。, 2023-01-01, 2023-12-31",
    "统计期限为??2年1月1日起至2023年12月31日。, 2023-01-01, 2023-12-31",
    "统计期限为2022年1月1日起至?023年12月31日。, , ",
    "统计期限为2023年1月1日起至?023年11月30日。, , ",
    "统计期限为?年起至???月。, , ",
    "自2023年1月1日至2023年12月31日，工作有序开展。, , "
  })
  void thePeriodIsPrintedBeforeTheFirstSection(String line, LocalDate from, LocalDate to) {
    Identity identity = head(TITLE, line);
    assertThat(identity.from()).isEqualTo(from);
    assertThat(identity.to()).isEqualTo(to);
  }

  @Test
  void whereTheTitleHasNoYearThePeriodHas() {
    Identity identity = head("某市水务局政府信息公开工作年度报告", "统计期限自2023年1月1日至2023年12月31日。");
    assertThat(identity.year()).isEqualTo(2023);
  }

  @ParameterizedTest
  @CsvSource({
    "索引号：014180233/2024-00004 分类：工作报告, 014180233/2024-00004",
    "索 引 号: 01404053X/2024-00175, 01404053X/2024-00175",
    "014109429/2023-00035, 014109429/2023-00035",
    "索引号：GK-2024-0012 生成日期, GK-2024-0012",
    "电话：0512-12345678, "
  })
  void theIndexNumberStandsInTheFurniture(String line, String number) {
    assertThat(head(TITLE, line).indexNumber()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "发布机构：某市水务局办公室, 某市水务局办公室",
    "来源：某区教育局, 某区教育局",
    "公开主体：某区教育局, 某区教育局",
    "发文机关：某区教育局, 某区教育局",
    "发布单位：某区教育局, 某区教育局",
    "文章来自：某区教育局, 某区教育局",
    "作者：某区教育局, 某区教育局",
    "来源：本站原创, ",
    "如有疑问，请联系某市水务局办公室（电话：12345678）。, 某市水务局办公室",
    "可与某市水务局办公室联系。, 某市水务局办公室",
    "有疑问的，请向某市水务局办公室咨询。, 某市水务局办公室",
    "如有疑问，请与某市水务局办公室联系（电话：12345678）。, 某市水务局办公室"
  })
  void whereTheTitleNamesNobodyThePublisherIsTheIssuer(String line, String issuer) {
    assertThat(head("2023年政府信息公开工作年度报告", line).issuer()).isEqualTo(issuer);
  }

  @Test
  void ofSeveralTitlesTheLastThatSaysMostCounts() {
    assertThat(head("某市2022年政府信息公开工作年度报告", TITLE).year()).isEqualTo(2023);
    assertThat(head(TITLE, "某市水务局政府信息公开工作年度报告").title()).isEqualTo(TITLE);
    assertThat(head(TITLE, "2024年政府信息公开工作年度报告").year()).isEqualTo(2023);
    assertThat(head("某市水务局政府信息公开工作年度报告", "政府信息公开年报", TITLE).title()).isEqualTo(TITLE);
  }

  @Test
  void aReportWithoutSectionsHasATitleToo() {
    assertThat(read(TITLE).title()).isEqualTo(TITLE);
  }

  @Test
  void aDateWithinTheSectionsIsNotThatOfPublication() {
    assertThat(read(List.of(TITLE, "一、总体情况", "公开日期：2023-05-06", "二、主动公开政府信息情况")).published())
        .isNull();
  }

  @Test
  void dateAndPeriodSayWhereTheyStood() {
    Identity identity = head(TITLE, "发布日期：2024-01-26 10:00", "统计期限：2023年1月1日至2023年12月31日。");
    Where published = identity.publishedWhere();
    assertThat(published).isNotNull();
    assertThat(published.position()).isEqualTo(new Position(2, 6));
    assertThat(published.excerpt()).isEqualTo("2024-01-26");
    Where period = identity.periodWhere();
    assertThat(period).isNotNull();
    assertThat(period.position()).isEqualTo(new Position(3, 6));
    assertThat(period.excerpt()).isEqualTo("2023年1月1日至2023年12月31日");
  }

  @Test
  void theFurnitureMayStandInATable() {
    String furniture = Printed.table("索引号|014180233/2024-00004", "发布机构：某区教育局|发布日期：2024-01-26");
    Identity identity = read(furniture + "<p>2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>正文。</p>");
    assertThat(identity.indexNumber()).isEqualTo("014180233/2024-00004");
    assertThat(identity.issuer()).isEqualTo("某区教育局");
    assertThat(identity.published()).isEqualTo("2024-01-26");
  }

  /** A page with metadata, whose own lines name nobody. */
  private static Identity page(String metadata, String title) {
    return read(
        "<html><head>"
            + metadata
            + "</head><body><p>"
            + title
            + "</p><p>一、总体情况</p><p>正文。</p></body></html>");
  }

  @Test
  void aPagesMetadataSayWhatItsLinesDoNot() {
    String metadata =
        "<meta name=ArticleTitle content='某区教育局2023年政府信息公开工作年度报告'><meta name=PubDate content='2024-01-26 10:00'>"
            + "<meta name=ContentSource content='某区住建局'>";
    Identity identity = page(metadata, "全文如下");
    assertThat(identity.title()).isEqualTo("某区教育局2023年政府信息公开工作年度报告");
    assertThat(identity.issuer()).isEqualTo("某区教育局");
    assertThat(identity.year()).isEqualTo(2023);
    assertThat(identity.published()).as("the page shows none").isNull();
    assertThat(identity.titleWhere()).isNull();
    identity = page(metadata, "2022年政府信息公开工作年度报告");
    assertThat(identity.year()).as("says as much but for where it stands").isEqualTo(2022);
    assertThat(identity.issuer()).isEqualTo("某区住建局");
    identity = page(metadata, TITLE);
    assertThat(identity.issuer()).isEqualTo("某市水务局");
    assertThat(page("<title>某区教育局2023年政府信息公开工作年度报告 - 某区政府网</title>", "正文").issuer())
        .isEqualTo("某区教育局");
  }

  @Test
  void whereThePublisherIsShortTheContactHasTheFullName() {
    String title = "2023年政府信息公开工作年度报告";
    assertThat(head(title, "来源：区教育局", "请与某市某区教育局联系。").issuer()).isEqualTo("某市某区教育局");
    assertThat(head(title, "来源：某市某区教育局", "请与区教育局联系。").issuer()).isEqualTo("某市某区教育局");
    assertThat(head(title, "来源：区教育局", "请与某市某区教育局办公室联系。").issuer()).isEqualTo("区教育局");
  }
}
