package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no report of the form is told apart: a folder of pages for each finding. */
class NaturesTest {
  private static final Path PAGES = Path.of("src/test/resources/natures");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files.filter(Files::isRegularFile).map(PAGES::relativize).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachPageIsUnreadableForItsOwnReason(Path page) throws IOException {
    Result result = check(page.toString());

    assertThat(result.verdict()).isEqualTo(Verdict.UNREADABLE);
    assertThat(result.findings())
        .extracting(Finding::rule)
        .containsExactly(page.getParent().toString());
  }

  @Test
  void linksToAttachmentsAreNamed() throws IOException {
    assertThat(check("nature.attachments/one.html").findings().get(0).message().zh())
        .contains("“某局2023年政府信息公开工作年度报告.docx”");
  }

  @Test
  void anotherReportIsNamed() throws IOException {
    assertThat(check("nature.other-report/accounts.html").findings().get(0).message().zh())
        .contains("“某局2022年度部门决算”");
  }

  @Test
  void aTitleThatIsShownIsNotSaidToBeMissing() throws IOException {
    assertThat(check("nature.other/title-only.html").findings().get(0).message().zh())
        .startsWith("标题是“临江市水务局2023年政府信息公开工作年度报告”，但未读取到政府信息公开工作年度报告的规定部分和表格。");
    assertThat(check("nature.other/notice.html").findings().get(0).message().zh())
        .startsWith("未读取到政府信息公开工作年度报告的标题、规定部分或表格。");
    assertThat(check("nature.other-report/zongjie.html").findings().get(0).message().zh())
        .contains("“临江市水务局2023年政务公开工作总结”");
  }

  @Test
  void theYearMayStandBehindTheName() throws IOException {
    Result result = check("nature.before-2019/year-behind.html");

    assertThat(result.report().identity().year()).isEqualTo(2017);
    assertThat(result.report().identity().issuer()).isEqualTo("青山县财政局");
  }

  @Test
  void aCountysNameMayHaveTwoCharacters() throws IOException {
    assertThat(check("nature.before-2019/with-statistics.html").report().identity().issuer())
        .isEqualTo("某市");
  }

  private static Result check(String page) throws IOException {
    return Gongkai.standard().check(Files.readAllBytes(PAGES.resolve(page)), page);
  }
}
