package org.gongkai.rule;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.form.Row;
import org.gongkai.form.Table;

/** Names tables, rows and cells of the form in messages, and formats figures and lists. */
public final class PlaceNames {
  /** The number of names in a shortened list. */
  private static final int LISTED = 3;

  private PlaceNames() {}

  /** {@code 表三}. */
  public static String table(Table table) {
    return until(table.label(), " ");
  }

  /** {@code Table III}. */
  public static String tableInEnglish(Table table) {
    return until(table.english(), ",");
  }

  /**
   * {@code （三）不予公开·1.属于国家秘密}: the label without the explanation in brackets, after the headings
   * above it. The outermost heading of table III is omitted, as it covers all outcomes, and so are
   * those of table II, which are paragraphs of the Regulations.
   */
  public static String row(Table table, Row row) {
    int from = 4 - table.section();
    StringBuilder label = new StringBuilder();
    for (int i = Math.min(from, row.parents().size()); i < row.parents().size(); i++) {
      label.append(row.parents().get(i)).append('·');
    }
    int bracket = row.label().indexOf('（', 1);
    return label.append(bracket < 0 ? row.label() : row.label().substring(0, bracket)).toString();
  }

  public static String row(Cell cell) {
    return row(cell.table(), cell.row());
  }

  public static String column(Cell cell) {
    return cell.column().label();
  }

  /** {@code 表三“（二）部分公开”的“自然人”}. */
  public static String place(Cell cell) {
    return table(cell.table()) + '“' + row(cell) + "”的“" + column(cell) + '”';
  }

  /** {@code Table III, “（二）部分公开”, “自然人”}. */
  public static String placeInEnglish(Cell cell) {
    return tableInEnglish(cell.table()) + ", “" + row(cell) + "”, “" + column(cell) + '”';
  }

  /** {@code “甲”、“乙”、“丙”等5项}: the first three and the number of all; empty for none. */
  public static <T> String list(Collection<T> things, Function<T, String> name) {
    List<String> names = names(things, name);
    return join(names, LISTED, "、") + (names.size() > LISTED ? "等" + names.size() + "项" : "");
  }

  /** {@code “甲”, “乙”, “丙” and 2 more}; empty for none. */
  public static <T> String listInEnglish(Collection<T> things, Function<T, String> name) {
    List<String> names = names(things, name);
    int more = names.size() - LISTED;
    return join(names, LISTED, ", ") + (more > 0 ? " and " + more + " more" : "");
  }

  /** {@code “甲”、“乙”} and so on to the last; empty for none. */
  public static <T> String all(Collection<T> things, Function<T, String> name) {
    return join(names(things, name), things.size(), "、");
  }

  /** {@code “甲”, “乙”} and so on to the last; empty for none. */
  public static <T> String allInEnglish(Collection<T> things, Function<T, String> name) {
    return join(names(things, name), things.size(), ", ");
  }

  private static <T> List<String> names(Collection<T> things, Function<T, String> name) {
    return things.stream().map(name).distinct().toList();
  }

  private static String join(List<String> names, int most, String between) {
    return names.stream()
        .limit(most)
        .map(name -> '“' + name + '”')
        .collect(Collectors.joining(between));
  }

  /** A figure in digits: {@code 28660.38}. */
  public static String figure(BigDecimal figure) {
    BigDecimal plain = figure.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
  }

  private static String until(String text, String end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
