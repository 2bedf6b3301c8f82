package org.gongkai.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;

/**
 * The tables of an edition as the form prints them, with a gap for each cell.
 *
 * <p>Built once an edition from the form's data: headings merge where neighbours share parents
 * (rows) or a group (columns). Each gap stands within the start tag {@code <td id="c12"}, so that
 * attributes can follow.
 */
final class FormMarkup {
  private static final Map<String, FormMarkup> ALL = new HashMap<>();

  static {
    for (Edition edition : Editions.all()) {
      ALL.put(edition.key(), new FormMarkup(edition));
    }
  }

  private final List<TableMarkup> tables = new ArrayList<>();

  private FormMarkup(Edition edition) {
    int first = 0;
    for (Table table : edition.tables()) {
      List<Cell> cells =
          edition.cells().stream().filter(cell -> cell.table().key().equals(table.key())).toList();
      tables.add(new Builder(table, cells).build(first));
      first += cells.size();
    }
  }

  static FormMarkup of(Edition edition) {
    FormMarkup markup = ALL.get(edition.key());
    return markup == null ? new FormMarkup(edition) : markup;
  }

  /** One for each table of the edition, in its order. */
  List<TableMarkup> tables() {
    return tables;
  }

  /**
   * A table.
   *
   * @param table the table
   * @param first the index of its first cell
   * @param before what stands before each cell's content, its start tag open
   * @param after what stands after the last cell
   */
  record TableMarkup(Table table, int first, byte[][] before, byte[] after) {}

  /** Puts one table together. */
  private static final class Builder {
    private static final String INFORMATION = "信息内容";
    private static final String APPLICANTS = "申请人情况";
    private static final String BALANCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

    private final Table table;
    private final List<Cell> cells;
    private final byte[][] before;
    private StringBuilder markup = new StringBuilder();
    private int next;

    Builder(Table table, List<Cell> cells) {
      this.table = table;
      this.cells = cells;
      this.before = new byte[cells.size()][];
    }

    TableMarkup build(int first) {
      boolean alike =
          table.rows().stream()
              .allMatch(row -> row.columns().equals(table.rows().get(0).columns()));
      if (table.sideways()) {
        sideways();
      } else if (alike) {
        matrix();
      } else {
        groups();
      }
      return new TableMarkup(
          table, first, before, Html.utf8(markup.append("</tbody></table>").toString()));
    }

    private void open(String kind) {
      markup
          .append("<table class=\"")
          .append(kind)
          .append("\"><caption class=\"v\">")
          .append(table.label())
          .append("</caption>");
    }

    /** Rows side by side, one line of figures for all: 行政复议 | 行政诉讼 of table IV. */
    private void sideways() {
      open("side");
      int width = table.rows().get(0).columns().size();
      markup.append("<thead><tr>");
      for (int i = 0; i < table.rows().size(); i++) {
        Row row = table.rows().get(i);
        if (row.parents().isEmpty()) {
          head("colgroup", row.label(), 2, width);
        } else if (i == 0 || !row.parents().equals(table.rows().get(i - 1).parents())) {
          String parent = row.parents().get(0);
          long alike =
              table.rows().stream().filter(other -> other.parents().contains(parent)).count();
          head("colgroup", parent, 1, (int) alike * width);
        }
      }
      markup.append("</tr><tr>");
      table.rows().stream()
          .filter(row -> !row.parents().isEmpty())
          .forEach(row -> head("colgroup", row.label(), 1, width));
      markup.append("</tr><tr>");
      for (Row row : table.rows()) {
        row.columns().forEach(column -> head("col", column.label(), 1, 1));
      }
      markup.append("</tr></thead><tbody><tr>");
      for (Row row : table.rows()) {
        row.columns().forEach(column -> cell());
      }
      markup.append("</tr>");
    }

    /** Rows that all have the same columns: table III. */
    private void matrix() {
      open("matrix");
      List<Column> columns = table.rows().get(0).columns();
      int depth = 1 + table.rows().stream().mapToInt(row -> row.parents().size()).max().orElse(0);
      markup
          .append("<colgroup>")
          .append("<col class=\"up\">".repeat(depth - 1))
          .append("<col class=\"lb\">")
          .append("<col>".repeat(columns.size()))
          .append("</colgroup><thead><tr><td class=\"note\" colspan=\"")
          .append(depth)
          .append("\" rowspan=\"3\">")
          .append(BALANCE)
          .append("</td>");
      head("colgroup", APPLICANTS, 1, columns.size());
      markup.append("</tr><tr>");
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        if (column.group().isEmpty()) {
          head("col", column.label(), 2, 1);
        } else if (i == 0 || !column.group().equals(columns.get(i - 1).group())) {
          int alike =
              (int) columns.stream().filter(other -> other.group().equals(column.group())).count();
          head("colgroup", column.group(), 1, alike);
        }
      }
      markup.append("</tr><tr>");
      columns.stream()
          .filter(column -> !column.group().isEmpty())
          .forEach(column -> head("col", column.label(), 1, 1));
      markup.append("</tr></thead><tbody>");
      for (int i = 0; i < table.rows().size(); i++) {
        Row row = table.rows().get(i);
        markup.append("<tr>");
        for (int level = 0; level < row.parents().size(); level++) {
          if (i == 0 || !sharesParents(table.rows().get(i - 1), row, level)) {
            parent(i, level);
          }
        }
        markup.append("<th scope=\"row\" class=\"l").append(row.parents().size()).append('"');
        span("colspan", depth - row.parents().size());
        markup.append('>').append(row.label()).append("</th>");
        columns.forEach(column -> cell());
        markup.append("</tr>");
      }
    }

    private void parent(int from, int level) {
      Row first = table.rows().get(from);
      int to = from;
      while (to < table.rows().size() && sharesParents(table.rows().get(to), first, level)) {
        to++;
      }
      markup.append("<th scope=\"rowgroup\" class=\"p").append(level).append('"');
      span("rowspan", to - from);
      markup.append("><span>").append(first.parents().get(level)).append("</span></th>");
    }

    private static boolean sharesParents(Row one, Row other, int level) {
      return one.parents().size() > level
          && other.parents().size() > level
          && one.parents().subList(0, level + 1).equals(other.parents().subList(0, level + 1));
    }

    /** Rows under headings, each with columns of its own: table II. */
    private void groups() {
      open("groups");
      int unit =
          table.rows().stream()
              .mapToInt(row -> row.columns().size())
              .reduce(1, Builder::commonMultiple);
      markup.append("<tbody>");
      for (int i = 0; i < table.rows().size(); i++) {
        Row row = table.rows().get(i);
        Row above = i == 0 ? null : table.rows().get(i - 1);
        boolean newHeading = above == null || !above.parents().equals(row.parents());
        if (newHeading) {
          markup.append("<tr>");
          head("colgroup", String.join(" ", row.parents()), 1, unit + 1);
          markup.append("</tr>");
        }
        int width = unit / row.columns().size();
        if (above == null || newHeading || !above.columns().equals(row.columns())) {
          markup.append("<tr>");
          head("col", INFORMATION, 1, 1);
          row.columns().forEach(column -> head("col", column.label(), 1, width));
          markup.append("</tr>");
        }
        markup.append("<tr><th scope=\"row\">").append(row.label()).append("</th>");
        for (int j = 0; j < row.columns().size(); j++) {
          span("colspan", width, cell());
        }
        markup.append("</tr>");
      }
    }

    private static int commonMultiple(int a, int b) {
      int multiple = Math.max(a, b);
      while (multiple % a != 0 || multiple % b != 0) {
        multiple++;
      }
      return multiple;
    }

    private void head(String scope, String label, int rows, int columns) {
      markup.append("<th scope=\"").append(scope).append('"');
      span("rowspan", rows);
      span("colspan", columns);
      markup.append('>').append(label).append("</th>");
    }

    private void span(String attribute, int count) {
      if (count > 1) {
        markup.append(' ').append(attribute).append("=\"").append(count).append('"');
      }
    }

    /** Adds an attribute to the start tag of a cell already written. */
    private void span(String attribute, int count, int cell) {
      if (count > 1) {
        String tag = new String(before[cell], StandardCharsets.UTF_8);
        before[cell] = Html.utf8(tag + ' ' + attribute + "=\"" + count + '"');
      }
    }

    private int cell() {
      markup.append("<td id=\"c").append(cells.get(next).index()).append('"');
      before[next] = Html.utf8(markup.toString());
      markup = new StringBuilder();
      return next++;
    }
  }
}
