package org.gongkai.rule.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Pages;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.report.ReportReader;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Result.Source;
import org.gongkai.rule.Rules;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Test;

class PagesRuleTest {
  /** A report that passes, with its pages as given. */
  private static Result check(Pages pages) throws IOException {
    try (InputStream in = PagesRuleTest.class.getResourceAsStream("/pdf/gbk.pdf")) {
      Document read = DocumentReader.read(in.readAllBytes());
      Document document =
          new Document(
              read.format(), null, null, read.blocks(), List.of(), read.web(), true, null, pages);
      Source source = new Source("x.pdf", null, null, null, "0".repeat(64), 1);
      return Rules.standard().check(source, ReportReader.read(document), null);
    }
  }

  @Test
  void aTableThatThePagesEdgeCutsOffNeverPasses() throws IOException {
    Result result = check(new Pages(4, List.of(), List.of(2, 3)));

    assertThat(result.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(result.findings())
        .filteredOn(finding -> finding.rule().equals("tables.cut"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message().zh()).startsWith("第2、3页的表格超出页面边缘"));
  }

  @Test
  void aPictureBesideTablesThatWereReadIsNoConcern() throws IOException {
    Result result = check(new Pages(4, List.of(4), List.of()));

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.findings()).extracting(Finding::rule).doesNotContain("document.pictures");
  }
}
