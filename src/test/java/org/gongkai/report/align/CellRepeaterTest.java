package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.document.Grid;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;

class CellRepeaterTest {
  private static Grid grid(String... rows) {
    byte[] page = Printed.table(rows).getBytes(StandardCharsets.UTF_8);
    return (Grid) DocumentReader.read(page).blocks().get(0);
  }

  /** The rows as {@link Printed#table} takes them. */
  private static List<String> rows(Grid grid) {
    return grid.rows().stream()
        .map(
            row ->
                row.cells().stream().map(CellRepeaterTest::cell).collect(Collectors.joining("|")))
        .toList();
  }

  private static String cell(Grid.GridCell cell) {
    return cell.text().string()
        + (cell.columnSpan() > 1 ? "*" + cell.columnSpan() : "")
        + (cell.rowSpan() > 1 ? "^" + cell.rowSpan() : "");
  }

  private static List<String> unmerged(String... rows) {
    return rows(CellRepeater.of(grid(rows)));
  }

  @Test
  void zerosAndBlanksMergedDownwardsAreEachRowsOwn() {
    assertThat(unmerged("甲|0^3|1", "乙|2", "丙|3")).containsExactly("甲|0|1", "乙|0|2", "丙|0|3");
    assertThat(unmerged("甲|^2|1", "乙|2")).containsExactly("甲||1", "乙||2");
    assertThat(unmerged("甲|1|/^2", "乙|2")).containsExactly("甲|1|/", "乙|2|/");
    assertThat(unmerged("甲|0*2^2|1", "乙|2")).containsExactly("甲|0*2|1", "乙|0*2|2");
    assertThat(unmerged("甲|0^2|/^3|1", "乙|2", "丙|3|4"))
        .containsExactly("甲|0|/|1", "乙|0|/|2", "丙|3|/|4");
    assertThat(unmerged("三、^2|甲|0^2|1", "乙|2")).containsExactly("三、^2|甲|0|1", "乙|0|2");
    assertThat(unmerged("1|甲|0^2|1", "2|乙|2")).containsExactly("1|甲|0|1", "2|乙|0|2");
  }

  @Test
  void aNumberStaysWhereItIs() {
    assertThat(unmerged("甲|5^2|1", "乙|2")).containsExactly("甲|5^2|1", "乙|2");
    assertThat(unmerged("甲|5^2|0^2", "乙")).containsExactly("甲|5^2|0", "乙|0");
  }

  @Test
  void whatNoLabelStandsBeforeIsMaybeALabelItself() {
    assertThat(unmerged("^2|甲|1", "乙|2")).containsExactly("^2|甲|1", "乙|2");
    assertThat(unmerged("1|0^2|甲", "2|乙")).containsExactly("1|0^2|甲", "2|乙");
  }

  @Test
  void spansAreBelievedWhereNineRowsOfTenAreOfOneWidth() {
    List<String> rows = new ArrayList<>(List.of("甲|0^2|1", "乙|2"));
    rows.addAll(Collections.nCopies(7, "丙|3|4"));
    rows.add("丁|5|6|7");
    assertThat(unmerged(rows.toArray(String[]::new))).startsWith("甲|0|1", "乙|0|2");
    rows.remove(2);
    assertThat(unmerged(rows.toArray(String[]::new))).startsWith("甲|0^2|1", "乙|2");
    assertThat(unmerged("甲|0^2|1", "乙|2|3")).containsExactly("甲|0^2|1", "乙|2|3");
  }

  @Test
  void aTableLongerThanAnyFormsIsLeftAsItIs() {
    List<String> rows = new ArrayList<>(List.of("甲|0^2|1", "乙|2"));
    rows.addAll(Collections.nCopies(62, "丙|3|4"));
    assertThat(unmerged(rows.toArray(String[]::new))).hasSize(64).startsWith("甲|0|1", "乙|0|2");
    rows.add("丙|3|4");
    assertThat(unmerged(rows.toArray(String[]::new))).startsWith("甲|0^2|1", "乙|2");
  }

  @Test
  void aTableWiderThanAnyFormsKeepsItsWords() {
    String wide = "|1".repeat(70);
    assertThat(unmerged("甲|0^2" + wide, "乙" + wide)).startsWith("甲|0" + "|1".repeat(62));
    assertThat(unmerged("甲|0*100^2", "乙")).containsExactly("甲|0*100", "乙|0*100");
  }
}
