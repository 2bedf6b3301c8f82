package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Documents;
import org.gongkai.document.Position;
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
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return Reports.read(Documents.read(bytes)).identity();
  }

  @ParameterizedTest
  @CsvSource({
    "某市水务局2023年政府信息公开工作年度报告, 某市水务局, 2023",
    "2023年某市水务局政府信息公开工作年度报告, 某市水务局, 2023",
    "某市人民政府2023年政府信息公开工作年度报告, 某市人民政府, 2023",
    "某县人民政府信息公开工作2023年度报告, , ",
    "某县人民2023年政府信息公开年报, 某县人民政府, 2023",
    "某市水务局二〇二三年政府信息公开年度报告, 某市水务局, 2023",
    "某市水务局二零二三年政府信息公开年度报告, 某市水务局, 2023",
    "某市水务局?023年政府信息公开工作年度报告, 某市水务局, 2023",
    "某市水務局2023年政府信息公開工作年度報告, 某市水务局, 2023",
    "关于某市水务局2023年度政府信息公开工作年度报告, 某市水务局, 2023",
    "标题：某市水务局2023年政府信息公开工作年度报告, 某市水务局, 2023",
    "2023年政府信息公开工作年度报告, , 2023",
    "某市水务局政府信息公开工作年度报告, 某市水务局, "
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
    "数据统计期限从2022年12月1日到2023年11月30日。, 2022-12-01, 2023-11-30"
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
    "电话：0512-12345678, "
  })
  void theIndexNumberStandsInTheFurniture(String line, String number) {
    assertThat(head(TITLE, line).indexNumber()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "发布机构：某市水务局办公室, 某市水务局办公室",
    "来源：某区教育局, 某区教育局",
    "来源：本站原创, ",
    "如有疑问，请与某市水务局办公室联系（电话：12345678）。, 某市水务局办公室"
  })
  void whereTheTitleNamesNobodyThePublisherIsTheIssuer(String line, String issuer) {
    assertThat(head("2023年政府信息公开工作年度报告", line).issuer()).isEqualTo(issuer);
  }
}
