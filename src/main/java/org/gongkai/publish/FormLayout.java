package org.gongkai.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the form's tables: headings are merged where neighbours share parents (rows) or a group
 * (columns). Computed once per edition from the form's data.
 */
final class FormLayout {
  private static final String INFORMATION = "信息内容";
  private static final String APPLICANTS = "申请人情况";
  private static final String BALANCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

  private static final Map<Edition, List<TableLayout>> ALL = new HashMap<>();

  static {
    for (Edition edition : Editions.all()) {
      ALL.put(edition, layout(edition));
    }
  }

  private final Table table;
  private int next;

  private FormLayout(Table table, int first) {
    this.table = table;
    this.next = first;
  }

  /**
   * A table.
   *
   * @param kind its class: {@code groups} (table II), {@code matrix} (III), {@code side} (IV)
   * @param columns the groups of columns; null where all have one width
   * @param head the headings above; null where they are among the rows
   */
  record TableLayout(
      Table table,
      String kind,
      @Nullable Columns columns,
      @Nullable Head head,
      List<BodyRow> body) {}

  /** The numbers of columns: for headings left of the innermost, and for figures. */
  record Columns(int parentHeadings, int figures) {}

  /** Lines of headings. */
  record Head(List<HeadRow> rows) {}

  /**
   * A line of headings.
   *
   * @param corner the text in the corner, beside all lines; null for none
   */
  record HeadRow(@Nullable Corner corner, List<Heading> heads) {}

  /** The text in the corner, and the columns that it spans. */
  record Corner(String text, int depth) {}

  /**
   * A heading.
   *
   * @param css its class; null for none
   * @param rowspan the lines that it spans; null for one
   * @param colspan the columns that it spans; null for one
   * @param vertical whether it is written from top to bottom
   */
  record Heading(
      String scope,
      String label,
      @Nullable String css,
      @Nullable Integer rowspan,
      @Nullable Integer colspan,
      boolean vertical) {}

  /**
   * A line of the body.
   *
   * @param first the index of its first cell
   * @param cells the number of its cells
   * @param colspan the columns that each spans; null for one
   */
  record BodyRow(List<Heading> heads, int first, int cells, @Nullable Integer colspan) {}

  /** The layouts of the edition's tables, in its order. */
  static List<TableLayout> of(Edition edition) {
    List<TableLayout> layout = ALL.get(edition);
    return layout == null ? layout(edition) : layout;
  }

  private static List<TableLayout> layout(Edition edition) {
    List<TableLayout> tables = new ArrayList<>();
    int first = 0;
    for (Table table : edition.tables()) {
      tables.add(new FormLayout(table, first).layout());
      first += table.rows().stream().mapToInt(row -> row.columns().size()).sum();
    }
    return tables;
  }

  private TableLayout layout() {
    List<Column> columns = table.rows().get(0).columns();
    if (table.sideways()) {
      return sideways(columns.size());
    }
    return table.rows().stream().allMatch(row -> row.columns().equals(columns))
        ? matrix(columns)
        : groups();
  }

  /** Rows side by side, one line of figures for all: 行政复议 | 行政诉讼 of table IV. */
  private TableLayout sideways(int width) {
    List<Heading> outer = new ArrayList<>();
    List<Heading> inner = new ArrayList<>();
    List<Heading> innermost = new ArrayList<>();
    String before = "";
    for (Row row : table.rows()) {
      if (row.parents().isEmpty()) {
        outer.add(head("colgroup", row.label(), 2, width));
      } else {
        String parent = row.parents().get(0);
        if (!parent.equals(before)) {
          long alike =
              table.rows().stream().filter(other -> other.parents().contains(parent)).count();
          outer.add(head("colgroup", parent, 1, (int) alike * width));
        }
        before = parent;
        inner.add(head("colgroup", row.label(), 1, width));
      }
      row.columns().forEach(column -> innermost.add(head("col", column.label(), 1, 1)));
    }
    Head head =
        new Head(
            List.of(
                new HeadRow(null, outer), new HeadRow(null, inner), new HeadRow(null, innermost)));
    return new TableLayout(table, "side", null, head, List.of(row(List.of(), innermost.size(), 1)));
  }

  /** Rows that all have the same columns: table III. */
  private TableLayout matrix(List<Column> columns) {
    int depth = 1 + table.rows().stream().mapToInt(row -> row.parents().size()).max().orElse(0);
    List<Heading> outer = new ArrayList<>();
    List<Heading> inner = new ArrayList<>();
    String before = "";
    for (Column column : columns) {
      String group = column.group();
      if (group.isEmpty()) {
        outer.add(head("col", column.label(), 2, 1));
      } else {
        if (!group.equals(before)) {
          long alike = columns.stream().filter(other -> other.group().equals(group)).count();
          outer.add(head("colgroup", group, 1, (int) alike));
        }
        inner.add(head("col", column.label(), 1, 1));
      }
      before = group;
    }
    Head head =
        new Head(
            List.of(
                new HeadRow(
                    new Corner(BALANCE, depth),
                    List.of(head("colgroup", APPLICANTS, 1, columns.size()))),
                new HeadRow(null, outer),
                new HeadRow(null, inner)));
    List<BodyRow> body = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      List<Heading> heads = new ArrayList<>();
      for (int level = 0; level < row.parents().size(); level++) {
        if (i == 0 || !sharesParents(table.rows().get(i - 1), row, level)) {
          heads.add(parent(i, level));
        }
      }
      int level = row.parents().size();
      heads.add(new Heading("row", row.label(), "l" + level, null, span(depth - level), false));
      body.add(row(heads, columns.size(), 1));
    }
    return new TableLayout(table, "matrix", new Columns(depth - 1, columns.size()), head, body);
  }

  private Heading parent(int from, int level) {
    Row first = table.rows().get(from);
    int to = from;
    while (to < table.rows().size() && sharesParents(table.rows().get(to), first, level)) {
      to++;
    }
    return new Heading(
        "rowgroup", first.parents().get(level), "p" + level, span(to - from), null, true);
  }

  private static boolean sharesParents(Row one, Row other, int level) {
    return one.parents().size() > level
        && other.parents().size() > level
        && one.parents().subList(0, level + 1).equals(other.parents().subList(0, level + 1));
  }

  /** Rows under headings, each with columns of its own: table II. */
  private TableLayout groups() {
    int unit =
        table.rows().stream()
            .mapToInt(row -> row.columns().size())
            .reduce(1, FormLayout::commonMultiple);
    List<BodyRow> body = new ArrayList<>();
    Row above = null;
    for (Row row : table.rows()) {
      boolean newHeading = above == null || !above.parents().equals(row.parents());
      if (newHeading) {
        String heading = String.join(" ", row.parents());
        body.add(row(List.of(head("colgroup", heading, 1, unit + 1)), 0, 1));
      }
      int width = unit / row.columns().size();
      if (above == null || newHeading || !above.columns().equals(row.columns())) {
        List<Heading> heads = new ArrayList<>();
        heads.add(head("col", INFORMATION, 1, 1));
        row.columns().forEach(column -> heads.add(head("col", column.label(), 1, width)));
        body.add(row(heads, 0, 1));
      }
      body.add(row(List.of(head("row", row.label(), 1, 1)), row.columns().size(), width));
      above = row;
    }
    return new TableLayout(table, "groups", null, null, body);
  }

  private static int commonMultiple(int a, int b) {
    int multiple = Math.max(a, b);
    while (multiple % a != 0 || multiple % b != 0) {
      multiple++;
    }
    return multiple;
  }

  private BodyRow row(List<Heading> heads, int cells, int width) {
    BodyRow row = new BodyRow(heads, next, cells, span(width));
    next += cells;
    return row;
  }

  private static Heading head(String scope, String label, int rows, int columns) {
    return new Heading(scope, label, null, span(rows), span(columns), false);
  }

  private static @Nullable Integer span(int count) {
    return count > 1 ? (Integer) count : null;
  }
}
