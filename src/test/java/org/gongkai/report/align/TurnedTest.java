package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.document.Grid;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;

/** Table III with its applicants in rows and its outcomes in columns. */
class TurnedTest {
  private static final String APPLICANTS = "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计";

  private static Grid grid(List<String> rows) {
    byte[] page = Printed.table(rows.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8);
    return (Grid) DocumentReader.read(page).blocks().get(0);
  }

  /** A row for the labels and one for each applicant, of a name and so many figures. */
  private static List<String> rows(String applicants, int figures) {
    List<String> rows = new ArrayList<>();
    rows.add("申请人" + cells(figures, "行"));
    for (String applicant : applicants.split("\\|")) {
      rows.add(applicant + cells(figures, ""));
    }
    return rows;
  }

  private static String cells(int count, String before) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "|" + before + i)
        .collect(Collectors.joining());
  }

  private static List<String> upright(List<String> rows) {
    return Turned.upright(grid(rows)).rows().stream()
        .map(row -> row.cells().stream().map(TurnedTest::cell).collect(Collectors.joining("|")))
        .toList();
  }

  private static String cell(Grid.GridCell cell) {
    return cell.text().string()
        + (cell.columnSpan() > 1 ? "*" + cell.columnSpan() : "")
        + (cell.rowSpan() > 1 ? "^" + cell.rowSpan() : "");
  }

  private static boolean isTurned(List<String> rows) {
    Grid grid = grid(rows);
    return Turned.upright(grid) != grid;
  }

  @Test
  void itsRowsAreItsColumnsAgain() {
    List<String> upright = upright(rows(APPLICANTS, 25));
    assertThat(upright).hasSize(26);
    assertThat(upright.get(0)).isEqualTo("申请人|" + APPLICANTS);
    assertThat(upright.get(1)).isEqualTo("行1" + "|1".repeat(7));
    assertThat(upright.get(25)).isEqualTo("行25" + "|25".repeat(7));
  }

  @Test
  void whatReachesAcrossReachesDownAgain() {
    List<String> rows = rows(APPLICANTS, 25);
    rows.set(0, "申请人*2|行1|三、*23|行25");
    rows.set(1, rows.get(1).replace("自然人", "自然人*2"));
    rows.set(2, "法人或其他组织^5|" + rows.get(2));
    rows.set(7, rows.get(7).replace("总计", "总计*2"));
    List<String> upright = upright(rows);
    assertThat(upright).hasSize(27);
    assertThat(upright.get(0)).isEqualTo("申请人^2|自然人^2|法人或其他组织*5|总计^2");
    assertThat(upright.get(1)).isEqualTo("商业企业|科研机构|社会公益组织|法律服务机构|其他");
    assertThat(upright.get(2)).isEqualTo("行1" + "|1".repeat(7));
    assertThat(upright.get(3)).isEqualTo("三、^23" + "|2".repeat(7));
    assertThat(upright.get(26)).startsWith("行25|25");
  }

  @Test
  void aTableOfFewerApplicantsOrCellsStandsAsItIs() {
    String five = "自然人|商业企业|科研机构|社会公益组织|法律服务机构";
    assertThat(isTurned(rows(five, 19))).isTrue();
    assertThat(isTurned(rows(five, 18))).isFalse();
    assertThat(isTurned(rows(five.replace("法律服务机构", "商业企业"), 19))).isFalse();
    assertThat(isTurned(rows(five, 19).subList(1, 6))).as("without labels").isFalse();
    assertThat(isTurned(rows("甲|乙|丙|丁|戊|己", 25))).isFalse();
  }

  @Test
  void aTableLargerThanAnyFormsStandsAsItIs() {
    assertThat(isTurned(rows(APPLICANTS, 63))).isTrue();
    assertThat(isTurned(rows(APPLICANTS, 64))).isFalse();
    assertThat(isTurned(rows(APPLICANTS + "|注".repeat(56), 25))).isTrue();
    assertThat(isTurned(rows(APPLICANTS + "|注".repeat(57), 25))).isFalse();
    List<String> wide = rows(APPLICANTS, 25);
    wide.set(0, "申请人*70|行");
    assertThat(isTurned(wide)).isFalse();
  }
}
