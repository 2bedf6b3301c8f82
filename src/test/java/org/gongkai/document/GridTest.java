package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final Origin NOWHERE = (node, offset) -> new Position(1, 1);

  /** A cell as {@code words}, or {@code words:rows,columns}. */
  private static GridCell cell(String drawn) {
    String[] parts = drawn.split("[:,]");
    return new GridCell(
        new Text(parts[0], new int[3], NOWHERE),
        parts.length < 3 ? 1 : Integer.parseInt(parts[1]),
        parts.length < 3 ? 1 : Integer.parseInt(parts[2]));
  }

  private static Grid grid(String... rows) {
    return new Grid(
        Arrays.stream(rows)
            .map(row -> new GridRow(Arrays.stream(row.split(" ")).map(GridTest::cell).toList()))
            .toList());
  }

  private static String laidOut(Grid grid, int row) {
    return IntStream.range(0, grid.width())
        .mapToObj(column -> grid.at(row, column))
        .map(cell -> cell == null ? "." : cell.text().string())
        .collect(Collectors.joining(" "));
  }

  @Test
  void aCellCoversEachPlaceThatItSpans() {
    Grid grid = grid("甲:2,1 乙:1,2 丙", "丁 戊 己", "庚:1,4");
    assertThat(grid.width()).isEqualTo(4);
    assertThat(laidOut(grid, 0)).isEqualTo("甲 乙 乙 丙");
    assertThat(laidOut(grid, 1)).isEqualTo("甲 丁 戊 己");
    assertThat(laidOut(grid, 2)).isEqualTo("庚 庚 庚 庚");
    assertThat(grid.column(1, 0)).isEqualTo(1);
  }

  @Test
  void aPlaceThatNoCellCoversIsNull() {
    Grid grid = grid("甲:3,1 乙", "丙", "丁 戊 己:9,1");
    assertThat(laidOut(grid, 1)).isEqualTo("甲 丙 . .");
    assertThat(laidOut(grid, 2)).isEqualTo("甲 丁 戊 己");
    assertThat(grid.at(3, 0)).isNull();
    assertThat(grid.at(-1, 0)).isNull();
    assertThat(grid.at(0, -1)).isNull();
    assertThat(grid.at(0, 99)).isNull();
  }

  @Test
  void moreColumnsThanAnyFormHasAreNone() {
    Grid grid = grid("甲:1,70 乙", "丙");
    assertThat(grid.width()).isEqualTo(64);
    assertThat(grid.column(0, 1)).isEqualTo(64);
    assertThat(laidOut(grid, 1)).startsWith("丙 . .");
  }

  @Property(tries = 200)
  void everyCellCoversThePlaceWhereItBegins(
      @ForAll @Size(min = 1, max = 8)
          List<@Size(min = 1, max = 5) List<@IntRange(max = 15) Integer>> spans) {
    Grid grid =
        new Grid(
            spans.stream()
                .map(
                    row ->
                        new GridRow(
                            row.stream()
                                .map(span -> cell("字:" + (span / 4 + 1) + "," + (span % 4 + 1)))
                                .toList()))
                .toList());
    for (int row = 0; row < spans.size(); row++) {
      int end = 0;
      for (int i = 0; i < spans.get(row).size(); i++) {
        GridCell cell = grid.rows().get(row).cells().get(i);
        int begin = grid.column(row, i);
        assertThat(begin).isGreaterThanOrEqualTo(end);
        assertThat(grid.at(row, begin)).isSameAs(cell);
        assertThat(grid.at(row, begin + cell.columnSpan() - 1)).isSameAs(cell);
        end = begin + cell.columnSpan();
      }
    }
  }
}
