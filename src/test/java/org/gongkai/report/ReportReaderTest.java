package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Text;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a table and what is not, and where it may stand. */
class ReportReaderTest {
  private static final Edition EDITION = Editions.find("2021").orElseThrow();
  private static final Table REQUESTS = EDITION.table(Edition.REQUESTS);
  private static final String HEADS = "|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计";
  private static final String DISCLOSURE =
      Printed.table("信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|1|2|3", "行政规范性文件|4|5|6", "行政许可|7", "行政处罚|8");
  private static final String REMEDIES =
      Printed.table(
          "行政复议*5|行政诉讼*10",
          "结果维持^2|结果纠正^2|其他结果^2|尚未审结^2|总计^2|未经复议直接起诉*5|复议后起诉*5",
          "结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计",
          "1|0|0|2|3|0|0|0|0|0|0|1|0|0|1");

  /** Table III, of so many rows. */
  private static String requests(int rows) {
    List<String> lines = new ArrayList<>(List.of(HEADS));
    REQUESTS.rows().subList(0, rows).forEach(row -> lines.add(row.label() + "|1|0|0|0|0|0|1"));
    return Printed.table(lines.toArray(String[]::new));
  }

  @Test
  void tablesAreFoundInAnyOrder() {
    String[] tables = {DISCLOSURE, requests(25), REMEDIES};
    int[][] orders = {{0, 1, 2}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {0, 2, 1}};
    for (int[] order : orders) {
      Report report =
          Printed.report(
              tables[order[0]]
                  + "<p>甲</p>"
                  + tables[order[1]]
                  + "<p>乙</p>"
                  + tables[order[2]]
                  + "<p>丙</p>");
      assertThat(
              Printed.row(
                  report, EDITION.tables().get(0), EDITION.tables().get(0).row("regulations")))
          .isEqualTo("1 2 3");
      assertThat(Printed.row(report, REQUESTS, REQUESTS.row("disclosed")))
          .isEqualTo("1 0 0 0 0 0 1");
      Table remedies = EDITION.tables().get(2);
      assertThat(Printed.row(report, remedies, remedies.row("reconsideration")))
          .isEqualTo("1 0 0 2 3");
    }
  }

  @ParameterizedTest
  @CsvSource({"2, false", "3, true", "25, true"})
  void threeWholeRowsAreATable(int rows, boolean table) {
    Report report = Printed.report(requests(rows) + "<p>完</p>");
    assertThat(report.tables()).isEqualTo(table ? List.of(Edition.REQUESTS) : List.of());
    assertThat(report.has(REQUESTS)).isEqualTo(table);
  }

  /** The row of new requests, whose 0.5 breaks its sum, counts as one of them. */
  @ParameterizedTest
  @CsvSource({"1, 0, true", "1, 5, true", "2, 3, false", "2, 6, false", "3, 6, false"})
  void fromThreeRowsOnThatDoNotAddUpFiguresOfLinesAreNotTold(int broken, int whole, boolean kept) {
    List<String> lines = new ArrayList<>(List.of(HEADS.substring(1).replace('|', '\n')));
    int at = 0;
    for (Row row : REQUESTS.rows()) {
      String figures =
          at == 0
              ? "0|0|0.5|0|0|0|0"
              : at <= broken
                  ? "2|1|9"
                  : at <= broken + whole ? "2|1|3" : at < 15 ? "0|0|0|0|0|0|0" : "0|0|0";
      lines.add((row.label() + '|' + figures).replace('|', '\n'));
      at++;
    }
    Report report = Printed.report(String.join("\n", lines) + "\n完");
    List<LooseRow> telling =
        report.looseRows().stream()
            .filter(row -> !row.parts().stream().allMatch(part -> part.signum() == 0))
            .toList();
    assertThat(telling).hasSize(kept ? broken + whole : whole);
    Row first = REQUESTS.rows().get(1);
    assertThat(report.at(EDITION.cell(REQUESTS, first, first.columns().get(6))).value())
        .isEqualTo(kept ? BigDecimal.valueOf(9) : null);
  }

  @Test
  void rowsOfZerosThatLackFiguresAreKnownByTheirZeros() {
    List<String> lines = new ArrayList<>(List.of(HEADS.substring(1).replace('|', '\n')));
    for (Row row : REQUESTS.rows()) {
      boolean short_ = row.key().startsWith("refused.");
      String whole = row.key().equals("newRequests") ? "|1|0|0.5|0|0|0|1" : "|1|0|0|0|0|0|1";
      lines.add((row.label() + (short_ ? "|0|0|0" : whole)).replace('|', '\n'));
    }
    Report report = Printed.report(String.join("\n", lines) + "\n完");
    assertThat(report.looseRows())
        .hasSize(8)
        .allMatch(row -> row.table() == REQUESTS && row.row().key().startsWith("refused."));
  }

  @Test
  void anExcerptHasAtMostTwoHundredCharacters() {
    assertThat(Where.cut("甲".repeat(200))).hasSize(200);
    assertThat(Where.cut("甲".repeat(201))).hasSize(200);
    assertThat(Where.cut("甲".repeat(199) + "𠮷乙")).isEqualTo("甲".repeat(199));
    assertThat(Where.cut("甲".repeat(198) + "𠮷乙")).isEqualTo("甲".repeat(198) + "𠮷");
    Text text = ReportFixture.of("2021").text("甲乙丙");
    assertThat(Where.of(text, 1, 9).excerpt()).isEqualTo("乙丙");
    assertThat(Where.of(text, 1, 2).excerpt()).isEqualTo("乙");
    assertThat(Where.of(text, 1, 2).index()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "BLANK, true, 0",
    "PLACEHOLDER, true, 0",
    "TEXT, false, ",
    "ABSENT, false, ",
    "UNPLACED, false, "
  })
  void aCellThatHoldsNothingCountsAsZero(Status status, boolean blank, BigDecimal addend) {
    Report report = ReportFixture.of("2021").set("requests/disclosed/total", status, "x").build();
    Reading reading = report.at(EDITION.find("requests/disclosed/total").orElseThrow());
    assertThat(reading.isBlank()).isEqualTo(blank);
    assertThat((Object) reading.addend()).isEqualTo(addend);
  }
}
