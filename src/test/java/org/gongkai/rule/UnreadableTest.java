package org.gongkai.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Image;
import org.gongkai.document.Document.Link;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.DocumentFixture;
import org.gongkai.document.Format;
import org.gongkai.report.Identity;
import org.gongkai.report.Nature;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
import org.junit.jupiter.api.Test;

class UnreadableTest {
  private static final Identity NOBODY =
      new Identity(null, null, null, null, null, null, null, null, null, null);

  private static Finding explain(Document document, Nature nature, Identity identity) {
    Report report = ReportFixture.without(document, nature, identity);
    Result result = Rules.standard().check(TestReports.SOURCE, report, null);
    assertThat(result.verdict()).isEqualTo(Verdict.UNREADABLE);
    assertThat(result.findings()).hasSize(1);
    return result.findings().get(0);
  }

  private static Document page(List<Link> links, List<Image> images) {
    return DocumentFixture.page(List.of(), links, images, null);
  }

  private static Finding explain(Nature nature) {
    return explain(page(List.of(), List.of()), nature, NOBODY);
  }

  @Test
  void everyProblemAndEveryNatureHasARuleOfItsOwn() {
    Set<String> ids = new TreeSet<>();
    for (Problem problem : Problem.values()) {
      ids.add(explain(Document.unreadable(Format.BINARY, problem), Nature.UNREAD, NOBODY).rule());
    }
    for (Format format : Format.values()) {
      Document unread = Document.unreadable(format, Problem.UNSUPPORTED);
      ids.add(explain(unread, Nature.UNREAD, NOBODY).rule());
    }
    for (Nature nature : Nature.values()) {
      if (nature != Nature.REPORT && nature != Nature.UNREAD) {
        ids.add(explain(nature).rule());
      }
    }
    assertThat(ids).containsExactlyInAnyOrderElementsOf(UnreadableExplainer.IDS);
  }

  @Test
  void noneOfThemIsAnError() {
    assertThat(explain(Nature.LIST).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void richTextIsToldWhatToUploadInstead() {
    Finding finding =
        explain(Document.unreadable(Format.RTF, Problem.UNSUPPORTED), Nature.UNREAD, NOBODY);
    assertThat(finding.message().zh())
        .isEqualTo("这是RTF文件，不支持这种格式，未能可靠读取表格。请改为上传网页（HTML）、Word文档（doc、docx）、PDF或纯文本格式的同一份报告。");
  }

  @Test
  void attachmentsAreNamed() {
    List<Link> links =
        List.of(
            new Link("首页", "/index.html"),
            new Link("2023年年报.pdf", "/P0/1.PDF?x=1"),
            new Link("", "2.docx"));
    assertThat(explain(page(links, List.of()), Nature.ATTACHMENTS, NOBODY).message().zh())
        .startsWith("页面上没有报告正文，只有附件链接：“2023年年报.pdf”、“2.docx”。");
  }

  @Test
  void whereNoLinkIsPlainlyAFileAllAreNamed() {
    assertThat(
            explain(
                    page(List.of(new Link("点击查看", "view?id=3")), List.of()),
                    Nature.ATTACHMENTS,
                    NOBODY)
                .message()
                .zh())
        .contains("“点击查看”");
  }

  @Test
  void picturesInsteadOfTablesAreMentioned() {
    assertThat(
            explain(
                    page(List.of(), List.of(new Image(3, ""))),
                    Nature.REPORT_WITHOUT_TABLES,
                    NOBODY)
                .message()
                .zh())
        .startsWith("读取到报告的文字，未读取到三张统计表；文中有1张图片，表格可能以图片形式发布。");
    assertThat(explain(Nature.REPORT_WITHOUT_TABLES).message().zh())
        .startsWith("读取到报告的文字，未读取到三张统计表。");
  }

  @Test
  void theYearOfAnOldReportIsNamed() {
    Identity of2017 = new Identity(null, null, 2017, null, null, null, null, null, null, null);
    assertThat(explain(page(List.of(), List.of()), Nature.BEFORE_2019, of2017).message().zh())
        .startsWith("2018年及以前的年度报告没有统一的表格（这是2017年的报告），");
    assertThat(explain(Nature.BEFORE_2019).message().zh()).startsWith("2018年及以前的年度报告没有统一的表格，");
  }

  @Test
  void aReportWithAllTablesAwayIsUnreadable() {
    ReportFixture fixture =
        ReportFixture.of("2021")
            .without("proactiveDisclosure")
            .without("requests")
            .without("remedies");
    assertThat(TestReports.check(fixture).verdict()).isEqualTo(Verdict.UNREADABLE);
  }
}
