package org.gongkai.publish;

import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.FigureKind;
import org.gongkai.form.Row;
import org.gongkai.report.Status;
import org.gongkai.rule.Message;

/** The data dictionary: explains columns, keys and statuses of the overview's CSV files. */
final class OverviewDictionary {
  private static final String[][] BODIES = {
    {
      "year",
      "应当公布的年度：截止日期的上一年，没有截止日期的取报告最多的年度",
      "year owed: that before the due date, else that of most reports"
    },
    {"reports", "该年度的报告份数", "reports of that year"},
    {"verdict", "各份报告中最差的结论；missing为没有报告", "worst verdict among them; missing for none"},
    {"late", "是否晚于截止日期公布", "whether published after the due date"},
    {"conflicting", "同一年度的报告是否数字不同", "whether its reports of the year differ in a figure"},
    {
      "sum",
      "与下级合计：none没有下级、agrees相符、differs不符、notAssessable未能核对；规章和现行有效件数不参与合计",
      "against the sum of those below: none, agrees, differs, notAssessable; regulations and what"
          + " is in force are left out"
    },
    {"bodiesBelow", "以下各级机关个数，不含本机关", "bodies below it, all levels, without itself"},
    {"pass…lateBelow", "本机关和以下各级机关中各种状态的个数", "how many of it and those below are in each state"}
  };
  private static final String[][] DIFFERENCES = {
    {"stated", "本机关（第一份）报告中的数字", "the figure of the body's (first) report"},
    {"compared", "下级合计，或另一份报告中的数字", "the sum of those below, or the figure of the other report"},
    {"difference", "stated减compared", "stated less compared"},
    {"parts", "下级中数字最大的几个，或各份报告的数字", "the largest of those below, or the figure of each report"}
  };

  private OverviewDictionary() {}

  /** The lines of {@link Overview.Part#DICTIONARY}. */
  static String lines() {
    StringBuilder lines = new StringBuilder("field,value,edition,zh,en\r\n");
    lines
        .append(Csv.line("file", "", "", "源文件的名称", "name of the source file"))
        .append(
            Csv.line(
                "issuer", "", "", "发布机构；空白为未能识别", "issuing body; empty where it cannot be told"))
        .append(Csv.line("year", "", "", "报告年度", "year reported on"))
        .append(Csv.line("edition", "", "", "表格版本", "edition of the form"))
        .append(Csv.line("table", "", "", "表", "table"))
        .append(Csv.line("row", "", "", "行", "row"))
        .append(
            Csv.line(
                "column", "", "", "列；该行只有一列时为空白", "column; empty where the row has one column"))
        .append(
            Csv.line(
                "value",
                "",
                "",
                "所填数字，小数点为“.”；空白为没有数字",
                "the figure as stated, with a decimal point; empty for none"))
        .append(Csv.line("status", "", "", "单元格里有什么", "what the cell holds"));
    for (Status status : Status.values()) {
      Message meaning = meaning(status);
      lines.append(Csv.line("status", status.key(), "", meaning.zh(), meaning.en()));
    }
    for (DerivedFigure derived : DerivedFigure.values()) {
      lines.append(
          Csv.line(
              "overview.csv",
              derived.key(),
              "",
              derived.title().zh() + "：" + derived.definition().zh() + "；取总计栏，保留四位小数；缺数字或分母为0时空白",
              derived.title().en()
                  + ": "
                  + derived.definition().en()
                  + "; totals of all applicants, four digits; empty where a figure is not known or"
                  + " the divisor is 0"));
    }
    for (String[] column : BODIES) {
      lines.append(Csv.line("bodies.csv", column[0], "", column[1], column[2]));
    }
    for (String[] column : DIFFERENCES) {
      lines.append(Csv.line("differences.csv", column[0], "", column[1], column[2]));
    }
    for (Edition edition : Editions.all()) {
      for (Cell cell : edition.cells()) {
        Row row = cell.row();
        Column column = cell.column();
        lines.append(
            Csv.line(
                "table/row/column",
                cell.path(),
                edition.key(),
                String.join(
                        " › ",
                        cell.table().label(),
                        String.join(" › ", row.parents()),
                        row.label(),
                        column.label())
                    .replace(" ›  › ", " › "),
                cell.table().english() + "; " + unit(column.kind())));
      }
    }
    return lines.toString();
  }

  private static String unit(FigureKind kind) {
    return switch (kind) {
      case COUNT -> "count";
      case CHANGE -> "count, signed";
      case AMOUNT -> "amount in 10,000 yuan (万元), unless the report says otherwise";
    };
  }

  private static Message meaning(Status status) {
    return switch (status) {
      case NUMBER -> new Message("数字", "a figure");
      case BLANK -> new Message("空白，求和时按0计算", "nothing; counts as zero in a sum");
      case PLACEHOLDER ->
          new Message("占位符（如“/”“无”），求和时按0计算", "a placeholder such as /; counts as zero in a sum");
      case TEXT -> new Message("不是数字的文字", "text that is no number");
      case UNPLACED -> new Message("该行有数字所属单元格未能确定", "figures of its row could not be placed");
      case ABSENT -> new Message("没有找到该行或该表", "its row or table was not found");
    };
  }
}
