package org.gongkai.rule.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Link;
import org.gongkai.document.DocumentFixture;
import org.gongkai.report.Status;
import org.gongkai.rule.FaultlessReport;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Severity;
import org.gongkai.rule.TestReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What inspectors look for beside sums and sections: for each rule good, bad and not applicable.
 */
class InspectionRulesTest {
  private static final String TOPICS = "section.topics";

  @ParameterizedTest
  @CsvSource({
    "主动公开,公布信息120条。",
    "依申请公开,办理申请12件。",
    "政府信息管理,清理规范性文件。",
    "政府信息公开平台建设,维护门户网站。",
    "监督保障,组织培训2次。"
  })
  void aTopicOfSectionOneWithoutAWordIsNamed(String topic, String sentence) {
    String all = "公布信息120条。办理申请12件。清理规范性文件。维护门户网站。组织培训2次。";
    assertThat(FaultlessReport.report().withoutTopics().section(1, all).rules())
        .doesNotContain(TOPICS);
    Finding finding =
        FaultlessReport.report().withoutTopics().section(1, all.replace(sentence, "")).only(TOPICS);
    assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
    assertThat(finding.message().zh()).startsWith("第一部分未提及“" + topic + "”。");
  }

  @Test
  void noTopicsWereAskedForBefore2021AndNoneAreMissedInASectionWithoutText() {
    assertThat(FaultlessReport.of2019(2020).withoutTopics().section(1, "工作有序。").rules())
        .doesNotContain(TOPICS);
    assertThat(FaultlessReport.report().withoutTopics().section(1).rules()).doesNotContain(TOPICS);
    assertThat(FaultlessReport.report().withoutTopics().section(1, "工作有序。").rules())
        .as("cut short")
        .doesNotContain(TOPICS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "本报告按照国办公开办函〔2019〕60号文件要求编制。",
        "根据《格式》（国办公开办函[2019]60号）编制。",
        "根据国办公开办函（2019）60 号编制。"
      })
  void theReplacedNoticeIsNotToBeCited(String preamble) {
    Finding finding = FaultlessReport.report().preamble(preamble).only("citation.outdated");
    assertThat(finding.where().excerpt()).startsWith("国办公开办函");
    assertThat(FaultlessReport.of2019(2020).preamble(preamble).rules())
        .doesNotContain("citation.outdated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "本报告按照国办公开办函〔2021〕30号文件要求编制。",
        "国办公开办函〔2021〕30号印发后，国办公开办函〔2019〕60号不再执行。",
        "按照国办函〔2019〕60号开展工作。"
      })
  void theNoticeInForceAndTheChangeMayBeCited(String preamble) {
    assertThat(FaultlessReport.report().preamble(preamble).rules())
        .doesNotContain("citation.outdated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "本年度未发出收费通知，未收取信息处理费。",
        "本年度没有出具信息处理费收费通知书。",
        "本年度发出收费通知0件，总金额0元。",
        "发出收费通知的件数为0件，金额为0元。"
      })
  void nobodyOwesWhatNobodyWasAskedFor(String said) {
    FaultlessReport report = FaultlessReport.report().section(6, said);
    assertThat(report.rules()).doesNotContain("fees.unpaid-without-notice");
    report.requests("otherHandling.feeNotPaid", "2").requests("outcomeTotal", "2");
    report.requests("newRequests", "2");
    Finding finding = report.only("fees.unpaid-without-notice");
    assertThat(finding.cells()).containsExactly("requests/otherHandling.feeNotPaid/total");
    assertThat(finding.message().zh()).contains("为2件");
  }

  @Test
  void whoWasAskedMayOwe() {
    for (String said :
        List.of("发出收费通知2件，总金额300元，实际收取0元。", "本年度未收取信息处理费，申请人未按收费通知要求缴纳费用2件。", "本年度未收取信息处理费。")) {
      assertThat(
              FaultlessReport.report()
                  .section(6, said)
                  .requests("otherHandling.feeNotPaid", "2")
                  .requests("outcomeTotal", "2")
                  .requests("newRequests", "2")
                  .rules())
          .as(said)
          .doesNotContain("fees.unpaid-without-notice", "fees.amount");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"本年度收取了信息处理费。", "本年度按规定收取了政府信息公开信息处理费。", "全年发出收费通知3件。"})
  void feesAreGivenWithTheirAmount(String said) {
    assertThat(FaultlessReport.report().section(6, said).rules()).contains("fees.amount");
    assertThat(FaultlessReport.report().section(6, said, "总金额300元。").rules())
        .doesNotContain("fees.amount");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "本年度未收取信息处理费。",
        "本年度没有收取信息处理费。",
        "收取信息处理费情况：无。",
        "严格执行信息处理费收取的规定，本年度免收。",
        "发出收费通知0件。",
        "本年度收取了信息处理费三百元。",
        "本年度实际收取信息处理费0元。"
      })
  void whereNoneWereChargedNoAmountIsMissed(String said) {
    assertThat(FaultlessReport.report().section(6, said).rules()).doesNotContain("fees.amount");
  }

  @Test
  void whatWasIssuedThisYearIsInForce() {
    String path = "proactiveDisclosure/normativeDocuments/";
    FaultlessReport fewer =
        FaultlessReport.report().figure(path + "issued", "5").figure(path + "inForce", "3");
    assertThat(fewer.only("documents.in-force").cells())
        .containsExactly(path + "issued", path + "inForce");
    FaultlessReport as =
        FaultlessReport.report().figure(path + "issued", "5").figure(path + "inForce", "5");
    assertThat(as.rules()).doesNotContain("documents.in-force");
    assertThat(
            TestReports.findings(
                fewer.fixture().set(path + "inForce", Status.BLANK, ""), "documents.in-force"))
        .isEmpty();
    assertThat(
            TestReports.findings(fewer.fixture().weak(path + "inForce", "3"), "documents.in-force"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "云岭县人民政府,1",
    "临江市云岭区人民政府,1",
    "临江市云岭区人民政府办公室,1",
    "云岭县青石镇人民政府,1",
    "云岭区青石街道办事处,1",
    "临江市教育局,1",
    "某省生态环境厅,1",
    "临江市发展和改革委员会,1",
    "临江高新技术产业开发区管理委员会,1",
    "临江市人民政府,0",
    "临江市人民政府办公室,0",
    "某省人民政府,0",
    "某自治区人民政府,0",
    "某族自治州人民政府,0",
    "国家能源局,0",
    "生态环境部,0",
    "住房和城乡建设部,0",
    "国家市场监督管理总局,0",
    "国家税务总局临江市税务局,0",
    "交通运输部长江航务管理局,0"
  })
  void regulationsAreMadeByThoseWhoCan(String issuer, int findings) {
    FaultlessReport report =
        FaultlessReport.report()
            .issuer(issuer)
            .figure("proactiveDisclosure/regulations/inForce", "2");
    assertThat(report.rules().stream().filter("regulations.issuer"::equals)).hasSize(findings);
    assertThat(FaultlessReport.report().issuer(issuer).rules())
        .doesNotContain("regulations.issuer");
  }

  @ParameterizedTest
  @CsvSource({
    "2024年1月20日,0",
    "2024年1月10日,0",
    "某市人民政府办公室 2024年1月21日,0",
    "2024年3月5日,1",
    "某市人民政府 2023年1月20日,1",
    "2025年1月20日,1",
    "发布日期：2024年3月5日,0",
    "截至2024年3月5日,0",
    "2024年13月5日,0",
    "我市将于2024年3月5日召开会议，部署工作。,0"
  })
  void aSignatureComesBeforeItsPublicationAndAfterItsYear(String line, int findings) {
    FaultlessReport report = FaultlessReport.report().section(6, "未收取信息处理费。", line);
    assertThat(report.rules().stream().filter("signed.date"::equals)).hasSize(findings);
    assertThat(report.identity(FaultlessReport.identity("某市人民政府年报", "某市人民政府", 2023, null)).rules())
        .doesNotContain("signed.date");
    assertThat(report.published(LocalDate.of(2024, 3, 20)).rules().contains("signed.date"))
        .isEqualTo(line.contains("2025") || line.contains("2023"));
  }

  @ParameterizedTest
  @CsvSource({
    "按时办结率105%。,1",
    "按时答复率达到100.5%。,1",
    "群众满意率为120%。,1",
    "网上申请占总数的130%。,1",
    "按时办结率100%。,0",
    "同比增长120%。,0",
    "年度计划完成率120%。,0",
    "占总数的30%；同比增长130%。,0",
    "发布量是上年的150%。,0",
    "信息量较上年提高，占比上升130%。,0"
  })
  void noPartIsMoreThanTheWhole(String sentence, int findings) {
    FaultlessReport report = FaultlessReport.report().section(1, "2023年，工作有序。", sentence);
    assertThat(report.rules().stream().filter("rate.impossible"::equals)).hasSize(findings);
  }

  @Test
  void aReportSaysHowToReachTheBody() {
    String preamble =
        "本报告根据《中华人民共和国政府信息公开条例》编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分组成，"
            + "所列数据的统计期限为2023年1月1日至2023年12月31日。";
    assertThat(FaultlessReport.report().preamble(preamble).only("contact.absent").severity())
        .isEqualTo(Severity.NOTICE);
    for (String contact : List.of("电话：0512-12345678。", "地址：某市某路1号。", "0512—12345678", "某某@某.cn")) {
      assertThat(FaultlessReport.report().preamble(preamble, contact).rules())
          .as(contact)
          .doesNotContain("contact.absent");
    }
    assertThat(FaultlessReport.report().preamble().rules()).doesNotContain("contact.absent");
    assertThat(FaultlessReport.report().preamble(preamble).order(1, 6).rules())
        .doesNotContain("contact.absent");
  }

  @Test
  void aReportUnderTheTitleOfAnotherKindIsSaid() {
    FaultlessReport report =
        FaultlessReport.report()
            .identity(
                FaultlessReport.identity(
                    "某市水务局2023年政务公开工作总结", "某市水务局", 2023, LocalDate.of(2024, 1, 20)));
    assertThat(report.only("title.kind").severity()).isEqualTo(Severity.WARNING);
    assertThat(FaultlessReport.report().rules()).doesNotContain("title.kind");
  }

  @Test
  void linksOpenSomewhere() {
    Link[] dead = {
      new Link("附件1", "file:///C:/Users/a/1.doc"),
      new Link("附表", "C:\\\\表.xls"),
      new Link("年度报告", "http://localhost:8080/a.html"),
      new Link("报告", "http://127.0.0.1/a"),
      new Link("附件：报告.docx", "javascript:void(0);"),
      new Link("www.example.cn", "javascript:;")
    };
    Link[] alive = {
      new Link("附件1", "/upload/1.doc"),
      new Link("打印", "javascript:window.print()"),
      new Link("关闭", "javascript:void(0)"),
      new Link("附件1", "javascript:download('1')"),
      new Link("首页", "https://www.example.cn/"),
      new Link("", "file:///C:/a.htm"),
      new Link("本地", "http://localhost.example.cn/")
    };
    for (Link link : dead) {
      assertThat(links(link)).as(link.toString()).hasSize(1);
    }
    assertThat(links(alive)).isEmpty();
    assertThat(links(dead).get(0).message().zh()).contains("“附件1”、“附表”、“年度报告”");
  }

  private static List<Finding> links(Link... links) {
    Document page = DocumentFixture.page(List.of(), Arrays.asList(links), List.of(), null);
    return TestReports.findings(FaultlessReport.report().fixture().document(page), "links.dead");
  }
}
