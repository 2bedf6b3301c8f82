package org.gongkai.publish;

import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Kind;
import org.gongkai.form.Row;
import org.gongkai.report.Status;
import org.gongkai.rule.Message;

/** Says what the columns, keys and statuses of {@link Overview.Part#CELLS} mean, as data. */
final class OverviewDictionary {
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

  private static String unit(Kind kind) {
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
      case UNPLACED -> new Message("该行有数字无法确定位置", "figures of its row could not be placed");
      case ABSENT -> new Message("没有找到该行或该表", "its row or table was not found");
    };
  }
}
