package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.gongkai.publish.ResultJson;
import org.gongkai.publish.ResultSchema;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is no report, or no whole one, is a result that says so; never an exception, never an error
 * by guess.
 */
class BadInputTest {
  private static final Path WHOLE = Path.of("samples", "yunxi-county-2023.html");

  @Test
  void anEmptyFileIsToldSo() throws IOException {
    unreadable(new byte[0], "document.empty");
    unreadable(utf8(" \n\t "), "document.empty");
  }

  @Test
  void aBinaryIsToldSo() throws IOException {
    byte[] picture = new byte[5_000];
    new Random(1).nextBytes(picture);
    System.arraycopy(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, 0, picture, 0, 8);
    unreadable(picture, "document.image");
    unreadable(utf8("%PDF-1.7\n1 0 obj"), "document.damaged");
  }

  @Test
  void thirtyMegabytesAreRefused() throws IOException {
    unreadable(new byte[30 << 20], "document.too-large");
  }

  @Test
  void aPageWithoutAnyTableIsNoReport() throws IOException {
    unreadable(utf8("<html><body><p>本页没有表格。</p></body></html>"), "nature.other");
  }

  @Test
  void aTableWithoutLabelsIsNotGuessedAt() throws IOException {
    String row = "<tr>" + "<td>3</td>".repeat(8) + "</tr>";
    unreadable(utf8("<table>" + row.repeat(25) + "</table>"), "nature.other");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95})
  void aTruncatedFileNeverFailsForWhatWasCutOff(double share) throws IOException {
    String whole = Files.readString(WHOLE);
    Result result = check(utf8(whole.substring(0, (int) (whole.length() * share))));

    assertThat(result.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(result.findings()).isNotEmpty();
  }

  @Test
  void aHundredThousandTagsAroundAReportDoNotHideIt() throws IOException {
    assertThat(check(utf8("<div>".repeat(100_000) + Files.readString(WHOLE))).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aHundredThousandTablesInsideEachOtherEnd() throws IOException {
    unreadable(utf8("<table><tr><td>".repeat(34_000)), "nature.other");
  }

  /** What would take minutes if anything were looked at once for each of the others. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>一、总体情况</p><p>二、主动公开政府信息情况</p>",
        "<p>一、本年新收政府信息公开申请数量</p><p>3</p>",
        "<p>某县2023年政府信息公开工作年度报告</p>",
        "&amp;",
        "规章,1,2,3\n",
        "|",
      })
  void theSameThirtyThousandTimesOverEnds(String piece) throws IOException {
    assertThat(check(utf8(piece.repeat(30_000))).verdict()).isEqualTo(Verdict.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table><tr><td>规章<td>1<td>2<td>3</table>",
        "<table><tr><td colspan=1000000000 rowspan=1000000000>1</table>",
        "<div>",
        "<span></span>",
      })
  void aThousandOfAnythingBeforeAReportDoNotHideIt(String piece) throws IOException {
    assertThat(check(utf8(piece.repeat(1_000) + Files.readString(WHOLE))).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void anUnknownCharsetNameIsPassedOver() throws IOException {
    String renamed =
        Files.readString(WHOLE)
            .replaceFirst("(?i)charset=[\"']?[-\\w]+", "charset=\"x-none-such\"");
    Result result = check(utf8(renamed));

    assertThat(renamed).contains("x-none-such");
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.report().document().charset()).isEqualTo("UTF-8");
  }

  private static void unreadable(byte[] bytes, String rule) throws IOException {
    Result result = check(bytes);
    assertThat(result.verdict()).isEqualTo(Verdict.UNREADABLE);
    assertThat(result.findings()).extracting(Finding::rule).containsExactly(rule);
    assertThat(result.findings().get(0).message().zh()).isNotBlank();
  }

  private static Result check(byte[] bytes) throws IOException {
    Result result = Gongkai.standard().check(bytes, "bad.html");
    ResultSchema.check(ResultJson.write(result));
    return result;
  }

  private static byte[] utf8(String string) {
    return string.getBytes(StandardCharsets.UTF_8);
  }
}
