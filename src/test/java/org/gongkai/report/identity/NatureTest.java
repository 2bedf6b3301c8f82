package org.gongkai.report.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Format;
import org.gongkai.report.Nature;
import org.gongkai.report.Printed;
import org.gongkai.report.ReportReader;
import org.gongkai.text.TextNormalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages without any of the form's tables are; {@code letters} says how long they are. */
class NatureTest {
  private static final String PASSWORD = "<input type=password>";
  private static final String SCRIPT = "<script>load()</script>";
  private static final String REPORT_LINK = "<a href='%d.html'>某局政府信息公开工作年度报告</a>";
  private static final String TITLE = "<p>某市水务局2023年政府信息公开工作年度报告</p>";

  private static Nature nature(String body) {
    return Printed.report("<html><body>" + body + "</body></html>").nature();
  }

  /** A page of so many letters. */
  private static Nature nature(String body, int letters) {
    String words = TextNormalizer.key(body.replaceAll("<script>.*?</script>|<[^>]*>", ""));
    return nature(body + "<p>" + "甲".repeat(letters - words.length()) + "</p>");
  }

  private static String links(int count) {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < count; i++) {
      links.append("<p>").append(REPORT_LINK.formatted(i)).append("</p>");
    }
    return links.toString();
  }

  @Test
  void whatCouldNotBeReadIsNothingElse() {
    assertThat(ReportReader.read(Document.unreadable(Format.PDF, Problem.UNSUPPORTED)).nature())
        .isEqualTo(Nature.UNREAD);
  }

  @ParameterizedTest
  @CsvSource({"2017, BEFORE_2019", "2018, BEFORE_2019", "2019, OTHER"})
  void aReportBeforeTheCommonTablesIsKnownByItsYear(int year, Nature nature) {
    assertThat(nature("<p>某市水务局" + year + "年政府信息公开工作年度报告</p><p>正文。</p>")).isEqualTo(nature);
  }

  @Test
  void threeSectionsOrATitleWithProseMakeAReport() {
    String two = "<p>一、总体情况</p><p>正文。</p><p>二、主动公开政府信息情况</p><p>正文。</p>";
    assertThat(nature(two)).isEqualTo(Nature.OTHER);
    assertThat(nature(two + "<p>五、存在的主要问题及改进情况</p><p>正文。</p>"))
        .isEqualTo(Nature.REPORT_WITHOUT_TABLES);
    assertThat(nature(TITLE, 301)).isEqualTo(Nature.REPORT_WITHOUT_TABLES);
    assertThat(nature(TITLE, 300)).isEqualTo(Nature.OTHER);
    assertThat(nature("<p>正文。</p>", 301)).isEqualTo(Nature.OTHER);
  }

  @Test
  void aListIsOfThreeReportsAtLeast() {
    assertThat(nature(links(2))).isEqualTo(Nature.OTHER);
    assertThat(nature(links(3))).isEqualTo(Nature.LIST);
    assertThat(nature("<a href=1>某局简介</a><a href=2>某局职能</a><a href=3>某局领导</a>"))
        .isEqualTo(Nature.OTHER);
    String file = "<p><a href='a.pdf'>附件</a></p>";
    assertThat(nature(file + links(3))).as("files stand first").isEqualTo(Nature.ATTACHMENTS);
    assertThat(nature(file + links(3), 600)).as("among many words").isEqualTo(Nature.LIST);
  }

  @ParameterizedTest
  @CsvSource({"299, ERROR_PAGE", "300, OTHER"})
  void anErrorPageIsShort(int letters, Nature nature) {
    assertThat(nature("<p>404 页面不存在</p>", letters)).isEqualTo(nature);
  }

  @ParameterizedTest
  @CsvSource({
    "<a href='/x/a.docx'>下载</a>, 599, ATTACHMENTS",
    "<a href='/x/a.docx'>下载</a>, 600, OTHER",
    "<a href='/x/A.PDF?id=3'>下载</a>, 50, ATTACHMENTS",
    "<a href='/x?id=3'>报告.doc </a>, 50, ATTACHMENTS",
    "<a href='/x/a.html'>下载</a>, 50, OTHER"
  })
  void aShortPageWithAFileHasAttachments(String link, int letters, Nature nature) {
    assertThat(nature(link, letters)).isEqualTo(nature);
  }

  @ParameterizedTest
  @CsvSource({"599, LOGIN", "600, OTHER"})
  void aPasswordMakesAShortPageALogin(int letters, Nature nature) {
    assertThat(nature(PASSWORD, letters)).isEqualTo(nature);
  }

  @Test
  void soDoTheWordsOfOne() {
    assertThat(nature("<p>用户名 验证码</p>", 299)).isEqualTo(Nature.LOGIN);
    assertThat(nature("<p>用户名 验证码</p>", 300)).isEqualTo(Nature.OTHER);
    assertThat(nature("<p>用户名</p>", 20)).isEqualTo(Nature.OTHER);
  }

  @ParameterizedTest
  @CsvSource({"299, SCRIPTED", "300, OTHER"})
  void aShortPageWithAScriptIsWrittenByIt(int letters, Nature nature) {
    assertThat(nature(SCRIPT, letters)).isEqualTo(nature);
  }

  @Test
  void anotherReportIsKnownByItsNameUnlessItIsTitledAsOneOfThese() {
    assertThat(nature("<p>某局2022年度部门决算</p>", 400)).isEqualTo(Nature.OTHER_REPORT);
    assertThat(nature("<p>某局2022年度部门决算</p>" + TITLE, 400)).isEqualTo(Nature.REPORT_WITHOUT_TABLES);
    assertThat(nature(Printed.table("某局2022年度部门决算|1|2", "甲|3|4"), 400))
        .as("in a table")
        .isEqualTo(Nature.OTHER_REPORT);
    assertThat(nature("<p>" + "甲".repeat(400) + "</p><p>某局2022年度部门决算</p>"))
        .as("far below")
        .isEqualTo(Nature.OTHER);
  }
}
