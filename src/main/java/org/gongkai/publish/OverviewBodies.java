package org.gongkai.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.bodies.Body;
import org.gongkai.rule.bodies.BodyFinding;
import org.gongkai.rule.bodies.BodyList;
import org.gongkai.rule.bodies.BodyResults;
import org.gongkai.rule.bodies.BodyState;
import org.gongkai.rule.bodies.Difference;
import org.jspecify.annotations.Nullable;

/** The bodies of a list as tables; {@link OverviewDictionary} explains the columns. */
final class OverviewBodies {
  /** The columns of {@link Overview.Part#BODIES}. */
  static final String BODIES_HEADER =
      "body,parent,due,year,reports,verdict,late,conflicting,sum,"
          + "bodiesBelow,pass,incomplete,fail,unreadable,missing,lateBelow\r\n";

  /** The columns of {@link Overview.Part#DIFFERENCES}. */
  static final String DIFFERENCES_HEADER =
      "body,year,rule,cell,place,stated,compared,difference,parts,files\r\n";

  static final List<String> BODIES_COLUMNS_ZH =
      List.of(
          "机关", "上级", "截止日期", "年度", "报告份数", "结论", "逾期", "数字不一", "下级合计", "下级个数", "一致", "部分核对", "不符",
          "未核对", "没有报告", "逾期个数");
  static final List<String> DIFFERENCES_COLUMNS_ZH =
      List.of("机关", "年度", "规则", "单元格", "位置", "本级数字", "对照数字", "相差", "其中", "文件");

  private OverviewBodies() {}

  static String bodies(BodyResults results, BodyList list) {
    return bodyRows(results, list).stream().map(OverviewBodies::line).collect(Collectors.joining());
  }

  static String differences(BodyResults results) {
    return differenceRows(results).stream().map(OverviewBodies::line).collect(Collectors.joining());
  }

  /** Numbers are written as they are; only texts need protection against formulas. */
  private static String line(List<@Nullable Object> row) {
    return row.stream()
        .map(
            value ->
                value instanceof Number
                    ? value.toString()
                    : Csv.field(value == null ? null : value.toString()))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  static List<List<@Nullable Object>> bodyRows(BodyResults results, BodyList list) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (BodyState state : results.states()) {
      Body body = state.body();
      Body parent = list.parent(body);
      BodyState.Counts below = state.below();
      Verdict verdict = state.verdict();
      rows.add(
          Arrays.<@Nullable Object>asList(
              body.name(),
              parent == null ? null : parent.name(),
              body.due(),
              state.year(),
              state.reports(),
              verdict == null ? "missing" : verdict.key(),
              state.late(),
              state.conflicting(),
              state.sum().key(),
              below.bodies() - 1,
              below.pass(),
              below.incomplete(),
              below.fail(),
              below.unreadable(),
              below.missing(),
              below.late()));
    }
    return rows;
  }

  static List<List<@Nullable Object>> differenceRows(BodyResults results) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (BodyFinding finding : results.findings()) {
      Body body = finding.body();
      for (Difference difference : finding.differences()) {
        Cell cell = difference.cell();
        rows.add(
            Arrays.<@Nullable Object>asList(
                body == null ? null : body.name(),
                finding.year(),
                finding.rule(),
                cell.path(),
                PlaceNames.place(cell),
                difference.stated(),
                difference.compared(),
                difference.stated().subtract(difference.compared()),
                parts(difference),
                String.join("；", finding.sources())));
      }
    }
    return rows;
  }

  static String parts(Difference difference) {
    return difference.parts().stream()
        .map(part -> part.name() + ' ' + PlaceNames.figure(part.figure()))
        .collect(Collectors.joining("；"));
  }
}
