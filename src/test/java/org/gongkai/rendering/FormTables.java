package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.rendering.FigureStyle.Printed;

/** Lays out the three tables as the form prints them, with columns in a given order. */
final class FormTables {
  static final String CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

  private final GeneratedReport generated;
  private final Map<String, Printed> printed;

  FormTables(GeneratedReport generated, Map<String, Printed> printed) {
    this.generated = generated;
    this.printed = printed;
  }

  /**
   * Table II: one table for each heading (第二十条第（一）项 …), each in the order that puts column i at
   * order[i].
   */
  List<LayoutTable> disclosure(List<Integer> order) {
    Table table = generated.edition().table(Edition.PROACTIVE_DISCLOSURE);
    int width = 3;
    List<LayoutTable> layoutTables = new ArrayList<>();
    List<List<LayoutCell>> rows = new ArrayList<>();
    String heading = "";
    List<Column> columns = List.of();
    for (Row row : present(table)) {
      if (!row.parents().get(0).equals(heading)) {
        if (!rows.isEmpty()) {
          layoutTables.add(new LayoutTable(table.key(), rows));
          rows = new ArrayList<>();
        }
        heading = row.parents().get(0);
        rows.add(List.of(LayoutCell.head(heading, 1, width + 1)));
        columns = List.of();
      }
      if (columns != row.columns()) {
        columns = row.columns();
        List<LayoutCell> heads = new ArrayList<>(List.of(LayoutCell.head("信息内容", 1, 1)));
        ordered(
            columns,
            order,
            width,
            (column, span) -> heads.add(LayoutCell.head(column.label(), 1, span)));
        rows.add(heads);
      }
      List<LayoutCell> layoutCells = new ArrayList<>(List.of(LayoutCell.label(row.label(), 1, 1)));
      ordered(
          columns,
          order,
          width,
          (column, span) -> layoutCells.add(figure(table, row, column).span(1, span)));
      rows.add(layoutCells);
    }
    layoutTables.add(new LayoutTable(table.key(), rows));
    return layoutTables;
  }

  /** Table III, its columns in an order of 0 (自然人) to 6 (总计). */
  LayoutTable requests(List<Integer> order) {
    Table table = generated.edition().table(Edition.REQUESTS);
    List<Column> columns = order.stream().map(table.rows().get(0).columns()::get).toList();
    List<List<LayoutCell>> rows = new ArrayList<>();
    int first = 0;
    while (first < columns.size() && columns.get(first).group().isEmpty()) {
      first++;
    }
    boolean together =
        columns.subList(first, first + 5).stream().noneMatch(column -> column.group().isEmpty());
    rows.add(List.of(LayoutCell.head(CORNER, together ? 3 : 2, 3), LayoutCell.head("申请人情况", 1, 7)));
    List<LayoutCell> upper = new ArrayList<>();
    List<LayoutCell> lower = new ArrayList<>();
    for (Column column : columns) {
      if (!together) {
        upper.add(LayoutCell.head(column.label(), 1, 1));
      } else if (column.group().isEmpty()) {
        upper.add(LayoutCell.head(column.label(), 2, 1));
      } else {
        if (lower.isEmpty()) {
          upper.add(LayoutCell.head(column.group(), 1, 5));
        }
        lower.add(LayoutCell.head(column.label(), 1, 1));
      }
    }
    rows.add(upper);
    if (together) {
      rows.add(lower);
    }
    List<Row> present = present(table);
    for (int i = 0; i < present.size(); i++) {
      Row row = present.get(i);
      List<LayoutCell> layoutCells = new ArrayList<>();
      for (int depth = 0; depth < row.parents().size(); depth++) {
        if (i == 0 || !under(present.get(i - 1), row, depth)) {
          int span = 1;
          while (i + span < present.size() && under(present.get(i + span), row, depth)) {
            span++;
          }
          layoutCells.add(LayoutCell.label(row.parents().get(depth), span, 1));
        }
      }
      layoutCells.add(LayoutCell.label(row.label(), 1, 3 - row.parents().size()));
      for (Column column : columns) {
        layoutCells.add(figure(table, row, column));
      }
      rows.add(layoutCells);
    }
    return new LayoutTable(table.key(), rows);
  }

  /** Table IV, the endings of each group in an order of 0 (结果维持) to 4 (总计). */
  LayoutTable remedies(List<Integer> order) {
    Table table = generated.edition().table(Edition.REMEDIES);
    List<Column> columns = order.stream().map(table.rows().get(0).columns()::get).toList();
    List<LayoutCell> top = List.of(LayoutCell.head("行政复议", 1, 5), LayoutCell.head("行政诉讼", 1, 10));
    List<LayoutCell> middle = new ArrayList<>();
    columns.forEach(column -> middle.add(LayoutCell.head(column.label(), 2, 1)));
    List<LayoutCell> heads = new ArrayList<>();
    List<LayoutCell> figures = new ArrayList<>();
    for (Row row : table.rows()) {
      if (!row.parents().isEmpty()) {
        middle.add(LayoutCell.head(row.label(), 1, 5));
        columns.forEach(column -> heads.add(LayoutCell.head(column.label(), 1, 1)));
      }
      columns.forEach(column -> figures.add(figure(table, row, column)));
    }
    return new LayoutTable(table.key(), List.of(top, middle, heads, figures));
  }

  /** Table IV with 行政诉讼 before 行政复议. */
  LayoutTable remediesSwapped(List<Integer> order) {
    List<List<LayoutCell>> rows = new ArrayList<>();
    LayoutTable usual = remedies(order);
    rows.add(List.of(LayoutCell.head("行政诉讼", 1, 10), LayoutCell.head("行政复议", 1, 5)));
    List<LayoutCell> middle = usual.rows().get(1);
    List<LayoutCell> swapped = new ArrayList<>(middle.subList(5, 7));
    swapped.addAll(middle.subList(0, 5));
    rows.add(swapped);
    rows.add(usual.rows().get(2));
    List<LayoutCell> figures = new ArrayList<>(usual.rows().get(3).subList(5, 15));
    figures.addAll(usual.rows().get(3).subList(0, 5));
    rows.add(figures);
    return new LayoutTable(usual.table(), rows);
  }

  /** Table IV with a row for each group, its endings across. */
  LayoutTable remediesTransposed(List<Integer> order) {
    Table table = generated.edition().table(Edition.REMEDIES);
    List<Column> columns = order.stream().map(table.rows().get(0).columns()::get).toList();
    List<List<LayoutCell>> rows = new ArrayList<>();
    List<LayoutCell> heads = new ArrayList<>(List.of(LayoutCell.head("类别", 1, 2)));
    columns.forEach(column -> heads.add(LayoutCell.head(column.label(), 1, 1)));
    rows.add(heads);
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      List<LayoutCell> layoutCells = new ArrayList<>();
      if (row.parents().isEmpty()) {
        layoutCells.add(LayoutCell.label(row.label(), 1, 2));
      } else {
        if (table.rows().get(i - 1).parents().isEmpty()) {
          layoutCells.add(LayoutCell.label(row.parents().get(0), 2, 1));
        }
        layoutCells.add(LayoutCell.label(row.label(), 1, 1));
      }
      columns.forEach(column -> layoutCells.add(figure(table, row, column)));
      rows.add(layoutCells);
    }
    return new LayoutTable(table.key(), rows);
  }

  /** Table IV as a small table for each group. */
  List<LayoutTable> remediesStacked(List<Integer> order) {
    Table table = generated.edition().table(Edition.REMEDIES);
    List<Column> columns = order.stream().map(table.rows().get(0).columns()::get).toList();
    List<LayoutTable> layoutTables = new ArrayList<>();
    for (Row row : table.rows()) {
      List<List<LayoutCell>> rows = new ArrayList<>();
      row.parents().forEach(parent -> rows.add(List.of(LayoutCell.head(parent, 1, 5))));
      rows.add(List.of(LayoutCell.head(row.label(), 1, 5)));
      rows.add(columns.stream().map(column -> LayoutCell.head(column.label(), 1, 1)).toList());
      rows.add(columns.stream().map(column -> figure(table, row, column)).toList());
      layoutTables.add(new LayoutTable(table.key(), rows));
    }
    return layoutTables;
  }

  private interface Placed {
    void place(Column column, int span);
  }

  /** The last column takes the width that is left. */
  private static void ordered(List<Column> columns, List<Integer> order, int width, Placed placed) {
    List<Integer> own = order.stream().filter(i -> i < columns.size()).toList();
    for (int i = 0; i < own.size(); i++) {
      placed.place(columns.get(own.get(i)), i < own.size() - 1 ? 1 : width - own.size() + 1);
    }
  }

  private static boolean under(Row other, Row row, int depth) {
    return other.parents().size() > depth
        && other.parents().subList(0, depth + 1).equals(row.parents().subList(0, depth + 1));
  }

  private List<Row> present(Table table) {
    return table.rows().stream()
        .filter(row -> !generated.missingRows().contains(table.key() + '/' + row.key()))
        .toList();
  }

  private LayoutCell figure(Table table, Row row, Column column) {
    String path = generated.edition().cell(table, row, column).path();
    Printed here = printed.get(path);
    if (here == null) {
      throw new IllegalStateException("nothing printed at " + path);
    }
    return new LayoutCell(LayoutCell.Kind.FIGURE, here.text(), path, 1, 1);
  }
}
