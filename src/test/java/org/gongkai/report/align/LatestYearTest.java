package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.document.Grid;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several years side by side in one table. */
class LatestYearTest {
  private static List<String> left(String... rows) {
    return Printed.rows(LatestYear.only(Printed.grid(rows)));
  }

  private static boolean isLeft(String... rows) {
    Grid grid = Printed.grid(rows);
    return LatestYear.only(grid) == grid;
  }

  @Test
  void theColumnsOfTheYearBeforeAreTakenAway() {
    assertThat(left("项目^2|2022年*2|2023年*2", "自然人|总计|自然人|总计", "予以公开|1|2|3|4"))
        .containsExactly("项目|2023年*", "自然人|总计", "予以公开|3|4");
  }

  @Test
  void whatReachesOverBothYearsStays() {
    assertThat(left("表二*3", "项目|2023年度|2022年度", "规章|5|6", "注*3"))
        .containsExactly("表二*", "项目|2023年度", "规章|5", "注*");
  }

  @Test
  void aYearReachesOverTheBlanksBehindIt() {
    assertThat(left("项目|本年|||上年||", "予以公开|1|2|3|4|5|6")).containsExactly("项目|本年||", "予以公开|1|2|3");
  }

  @Test
  void eachColumnMayHaveBoth() {
    assertThat(left("项目^2|自然人*2|总计*2", "本年|上年|本年|上年", "予以公开|1|2|3|4"))
        .containsExactly("项目|自然人|总计", "本年|本年", "予以公开|1|3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"予以公开|3|4|5", "予以公开|3"})
  void rowsOfAnotherWidthAreInDoubt(String row) {
    Grid left = LatestYear.only(Printed.grid("项目|2023年|2022年", row));
    assertThat(left.damaged()).isTrue();
    assertThat(left.rows()).hasSize(2);
    assertThat(left.rows().get(0).cells()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"项目|2023年|数量; 予以公开|3|4", "项目|2023年|2023年; 予以公开|3|4", "项目|2023年报|2022年报; 予以公开|3|4"})
  void oneYearIsLeftAsItIs(String headings, String row) {
    assertThat(isLeft(headings, row)).isTrue();
  }
}
