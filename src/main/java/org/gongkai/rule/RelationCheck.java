package org.gongkai.rule;

import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Relation;

/**
 * The result of checking one relation of the form.
 *
 * @param relation the relation
 * @param state whether it holds, or why that is unknown
 * @param cause the cells because of which it is unknown; else empty
 */
public record RelationCheck(Relation relation, State state, List<Cell> cause) {
  public RelationCheck {
    cause = List.copyOf(cause);
  }

  /** Whether a relation holds; if that is unknown, why and what to do. */
  public enum State {
    /** It holds, wherever unplaced figures belong. */
    HOLDS(new Message("", ""), new Message("", "")),
    /** It does not hold, and every reading in it is sure. */
    BROKEN(new Message("", ""), new Message("", "")),
    /** Not assessable: a total in it is left blank though its parts are not zero. */
    TOTAL_BLANK(
        new Message("总计空白而各分项不为零", "a total is left blank though its parts are not zero"),
        new Message("请在空白的总计格填上合计数。", "Fill in the blank totals.")),
    /** Not assessable: a cell in it holds text that is no number. */
    TEXT(
        new Message("有的格里不是数字", "a cell holds no number"),
        new Message("请将不是数字的内容改为数字，没有的填0。", "Put numbers there, 0 where there is nothing.")),
    /** Not assessable: it does not hold as read, and the place of a figure in it is not certain. */
    UNCERTAIN(
        new Message("有的数字属于哪一格不能确定", "it is not certain to which cell a figure belongs"),
        new Message(
            "如果报告本身填写无误，请改为上传保留表格的网页或docx文件。",
            "If the report itself is filled in correctly, upload it as HTML or docx with its tables kept.")),
    /** Not assessable: a figure of one of its rows has no place. */
    UNPLACED(
        new Message(
            "文件没有保留空白格，有的数字属于哪一格不能确定",
            "the file lost its blank cells, so it is not certain to which cell a figure belongs"),
        new Message(
            "如果报告本身填写无误，请改为上传保留表格的网页或docx文件。",
            "If the report itself is filled in correctly, upload it as HTML or docx with its tables kept.")),
    /** Not assessable: its table is there, a row or cell of it was not found. */
    CELL_ABSENT(
        new Message("未读取到有关的行或栏", "a row or column was not found"),
        new Message(
            "请补齐缺少的行、栏；如果报告本身是完整的，请改为上传保留表格的网页或docx文件。",
            "Add the rows and columns that are missing; if the report itself is whole, upload it as HTML or docx with"
                + " its tables kept.")),
    /** Not assessable: its table was not found. */
    TABLE_ABSENT(
        new Message("未读取到这张表", "the table was not found"),
        new Message(
            "请补上缺少的表；如果报告本身是完整的，请改为上传保留表格的网页或docx文件。",
            "Add the table that is missing; if the report itself is whole, upload it as HTML or docx with its tables"
                + " kept."));

    private final Message reason;
    private final Message remedy;

    State(Message reason, Message remedy) {
      this.reason = reason;
      this.remedy = remedy;
    }

    /** Whether it is known if the relation holds. */
    public boolean isAssessed() {
      return this == HOLDS || this == BROKEN;
    }

    /** Why it is not assessable, as a clause; empty where it is. */
    public Message reason() {
      return reason;
    }

    /** What makes it assessable, as sentences; empty where it is. */
    public Message remedy() {
      return remedy;
    }
  }
}
