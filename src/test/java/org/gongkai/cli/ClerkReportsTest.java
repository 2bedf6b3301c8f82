package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clerk who made a mistake is told. */
class ClerkReportsTest {
  @TempDir private Path folder;

  private static SampleReport report() {
    return new SampleReport("云溪县水务局", 2023)
        .published("2024-01-12")
        .contact("联系电话：0000-1234567，地址：云溪县河滨路3号。")
        .section(1, "全年主动公开水利信息420条，加强信息管理和平台建设，落实监督保障。")
        .requests("newRequests", 105, 14, 1, 1, 6, 0)
        .requests("carriedOver", 6, 0, 0, 0, 0, 0)
        .requests("disclosed", 41, 6, 0, 1, 3, 0)
        .requests("partiallyDisclosed", 32, 3, 0, 0, 1, 0)
        .requests("unavailable.notHeld", 34, 4, 1, 0, 2, 0)
        .balanced()
        .row("remedies", "reconsideration", "4", "1", "0", "2")
        .row("remedies", "litigationDirect", "2", "0", "1", "1")
        .row("remedies", "litigationAfterReconsideration", "1", "1", "0", "0")
        .section(5, "主要问题是部分文件公开不够及时。下一步将加强培训，完善目录，提高答复质量。")
        .section(6, "本年度没有收取信息处理费。");
  }

  private Run check(String html, String... options) throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(file, html);
    String[] all = new String[options.length + 2];
    all[0] = "check";
    all[1] = file.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return Run.of(all);
  }

  private static String html(SampleReport report) {
    return report.html(SampleReport.Style.SITE, "UTF-8");
  }

  private static SampleReport shifted() {
    return report().row("requests", "unavailable.notHeld", "", "34", "4", "1", "0", "2", "0");
  }

  @Test
  void aSoundReportHasNothingToTell() throws IOException {
    Run run = check(html(report()), "--lang", "zh");
    assertThat(run.status()).as(run.out()).isZero();
    assertThat(run.out()).doesNotContain("✗", "!");
  }

  @Test
  void aShiftedRowIsOneLineInPlaceOfTheRelationsThatItBreaks() throws IOException {
    Run run = check(html(shifted()), "--lang", "zh");
    assertThat(run.out().lines().filter(line -> line.contains("✗")))
        .singleElement()
        .asString()
        .contains("右移一格", "由此造成8项勾稽关系不符", "源文件第", "[row-shifted]");
    assertThat(run.out()).doesNotContain("→").containsPattern("不符 +8 ");
  }

  @Test
  void theResultHasEachRelationAndWhichDiagnosisExplainsIt() throws IOException {
    JsonNode result = new ObjectMapper().readTree(check(html(shifted()), "--format", "json").out());
    assertThat(result.path("relations").path("broken").asInt()).isEqualTo(8);
    assertThat(result.path("counts").path("error").asInt()).isEqualTo(8);
    JsonNode diagnosis = result.path("diagnoses").get(0);
    assertThat(diagnosis.path("kind").asText()).isEqualTo("row-shifted");
    assertThat(diagnosis.path("explains")).hasSize(8);
  }

  @Test
  void theSameReportTwiceIsOneReminderAndNoMismatch() throws IOException {
    String html = html(report());
    int from = html.indexOf("<body");
    int to = html.indexOf("</body>");
    String body = html.substring(html.indexOf('>', from) + 1, to);
    Run run = check(html.substring(0, to) + body + html.substring(to), "--lang", "zh");
    assertThat(run.status()).as(run.out()).isZero();
    assertThat(run.out().lines().filter(line -> line.contains("!")))
        .singleElement()
        .asString()
        .contains("六个部分中有6个部分重复出现", "[report.repeated");
  }

  @Test
  void tableThreeTwiceIsToldWhereItsFiguresAreTheSame() throws IOException {
    String html = html(report());
    int at = html.indexOf("一、本年新收");
    int from = html.lastIndexOf("<table", at);
    int to = html.indexOf("</table>", at) + "</table>".length();
    String table = html.substring(from, to);
    Run same = check(html.substring(0, to) + table + html.substring(to), "--lang", "zh");
    assertThat(same.status()).as(same.out()).isZero();
    assertThat(same.out()).contains("表三重复出现，两处数据相同", "[table.repeated");
    String other = table.replace("105", "205");
    Run differing = check(html.substring(0, to) + other + html.substring(to), "--lang", "zh");
    assertThat(differing.out()).doesNotContain("table.repeated");
  }

  @Test
  void aPageSaysWhoCheckedAndWhenOnlyWhenTold() throws IOException {
    Path out = folder.resolve("out");
    String[] plain = {"--out", out.toString()};
    check(html(report()), plain);
    Path page;
    try (Stream<Path> files = Files.walk(out)) {
      page = files.filter(file -> file.endsWith("index.html")).findFirst().orElseThrow();
    }
    String before = Files.readString(page);
    assertThat(before).doesNotContain("核对人");
    check(html(report()), "--out", out.toString(), "--by", "李四", "--date", "2024-02-01");
    assertThat(Files.readString(page)).contains("核对人：", "<bdi>李四</bdi>", "2024-02-01");
    check(html(report()), plain);
    assertThat(Files.readString(page)).isEqualTo(before);
    assertThat(check(html(report()), "--date", "yesterday").status()).isEqualTo(2);
  }

  @Test
  void eachBodyWithSomethingToCorrectGetsALetterWithARowForTheShift() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(reports.resolve("shifted.html"), html(shifted()));
    Files.writeString(reports.resolve("sound.html"), html(SampleFiles.county(2023)));
    Path out = folder.resolve("out");
    Run.of("check", reports.toString(), "--out", out.toString());
    Run run = Run.of("letters", out.toString(), "--by", "信息公开科", "--lang", "zh");
    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("反馈单共 1 份");
    Document letter = Jsoup.parse(out.resolve("letters/云溪县水务局.html"));
    assertThat(letter.select(".to").text()).isEqualTo("云溪县水务局：");
    assertThat(letter.select("th").eachText()).contains("办理情况（被反馈单位填写）", "复核（核对人填写）");
    assertThat(letter.select("tbody tr")).hasSize(1);
    assertThat(letter.select("tbody tr").text()).contains("不符", "右移一格", "由此造成8项勾稽关系不符");
    assertThat(letter.select("td.w").eachText()).allMatch(String::isEmpty);
    assertThat(letter.select("dl").text()).contains("信息公开科");
    assertThat(Run.of("letters", folder.resolve("nonesuch").toString()).status()).isEqualTo(2);
  }
}
