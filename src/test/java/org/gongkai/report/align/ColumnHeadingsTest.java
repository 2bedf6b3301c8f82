package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.form.Editions;
import org.gongkai.form.Table;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;

/** Which column each heading names, on one level and under those of groups. */
class ColumnHeadingsTest {
  private static final Table REMEDIES = Editions.find("2021").orElseThrow().table("remedies");
  private final ColumnHeadings applicants =
      ColumnHeadings.of(
          Editions.find("2021").orElseThrow().table("requests").rows().get(0).columns());
  private final ColumnHeadings remedies = ColumnHeadings.ofSideways(REMEDIES);

  private static final String UPPER = "申请人^2|自然人^2|法人或其他组织*5|总计^2";
  private static final String LOWER = "商业企业|科研机构|社会公益组织|法律服务机构|其他";

  private static List<Token> html(String... rows) {
    byte[] page = Printed.table(rows).getBytes(StandardCharsets.UTF_8);
    return Tokenizer.of(DocumentReader.read(page).blocks());
  }

  /** What stands over each cell of the last row of a table. */
  private static int[] over(ColumnHeadings known, String... rows) {
    List<Token> tokens = html(rows);
    int last = tokens.get(tokens.size() - 1).line();
    return ColumnHeadings.over(
        tokens.stream().filter(token -> token.line() == last).toList(),
        known.over(tokens.stream().filter(token -> token.line() < last).toList()));
  }

  @Test
  void aCellBelongsToTheHeadingAboveIt() {
    assertThat(over(applicants, UPPER, LOWER, "一|1|2|3|4|5|6|7"))
        .containsExactly(-2, 0, 1, 2, 3, 4, 5, 6);
    assertThat(over(applicants, "|总计|自然人|" + LOWER, "一|7|1|2|3|4|5|6"))
        .containsExactly(-1, 6, 0, 1, 2, 3, 4, 5);
  }

  @Test
  void aHeadingThatIsNoneOfTheFormsIsAnother() {
    assertThat(over(applicants, "|自然人|" + LOWER + "|小计|总计", "一|1|2|3|4|5|6|6|7"))
        .containsExactly(-1, 0, 1, 2, 3, 4, 5, -2, 6);
  }

  @Test
  void headingsThatAreNotAllThereTellNothing() {
    assertThat(over(applicants, "|自然人|" + LOWER, "一|1|2|3|4|5|6")).containsOnly(-1);
  }

  @Test
  void underGroupsBothHeadingsTellAColumn() {
    String endings = "结果维持|结果纠正|其他结果|尚未审结|总计";
    String figures = "1|2|3|4|10|1|2|3|4|10|1|2|3|4|10";
    assertThat(
            over(
                remedies,
                "复议后起诉*5|行政复议*5|未经复议直接起诉*5",
                String.join("|", endings, endings, endings),
                figures))
        .containsExactly(10, 11, 12, 13, 14, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void aLineThatNamesAllColumnsShowsTheirOrder() {
    assertThat(applicants.order(Printed.words("总计 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他")))
        .containsExactly(6, 0, 1, 2, 3, 4, 5);
    assertThat(applicants.order(Printed.words("总计 自然人", "商业企业 科研机构 社会公益组织 法律服务机构 其他"))).isNull();
  }

  @Test
  void namesInAnotherOrderThanTheFormsContradictIt() {
    assertThat(remedies.areInOrder(Printed.words("结果维持 结果纠正 其他结果 尚未审结 总计 结果维持"))).isTrue();
    assertThat(remedies.areInOrder(Printed.words("结果维持 其他结果 结果纠正 尚未审结 总计"))).isFalse();
    assertThat(remedies.areInOrder(Printed.words("复议后起诉 行政复议"))).isFalse();
    assertThat(remedies.areInOrder(Printed.words("总计 总计 结果维持"))).as("others in pieces").isTrue();
  }
}
