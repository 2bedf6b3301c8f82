package org.gongkai.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.rule.Message;
import org.gongkai.rule.bodies.Figures;
import org.jspecify.annotations.Nullable;

/**
 * A share that researchers compute from a report's figures: of the totals of all applicants, or of
 * all three groups of remedies.
 */
enum DerivedFigure {
  DISCLOSED(
      "disclosedShare",
      new Message("予以公开占比", "share disclosed"),
      new Message("予以公开 ÷ 办理结果总计", "disclosed / outcomeTotal"),
      requests("disclosed"),
      requests("outcomeTotal")),
  PARTIALLY_DISCLOSED(
      "partiallyDisclosedShare",
      new Message("部分公开占比", "share partially disclosed"),
      new Message("部分公开 ÷ 办理结果总计", "partiallyDisclosed / outcomeTotal"),
      requests("partiallyDisclosed"),
      requests("outcomeTotal")),
  REFUSED(
      "refusedShare",
      new Message("不予公开占比", "share refused"),
      new Message("不予公开各项之和 ÷ 办理结果总计", "sum of refused.* / outcomeTotal"),
      requests("refused."),
      requests("outcomeTotal")),
  NOT_HELD(
      "notHeldShare",
      new Message("本机关不掌握占比", "share not held"),
      new Message("无法提供中本机关不掌握的件数 ÷ 办理结果总计", "unavailable.notHeld / outcomeTotal"),
      requests("unavailable.notHeld"),
      requests("outcomeTotal")),
  CARRIED_FORWARD(
      "carriedForwardShare",
      new Message("结转下年占比", "share carried forward"),
      new Message("结转下年度 ÷（本年新收＋上年结转）", "carriedForward / (newRequests + carriedOver)"),
      requests("carriedForward"),
      requests("newRequests", "carriedOver")),
  CORRECTED(
      "correctedShare",
      new Message("复议诉讼纠错率", "share of remedies corrected"),
      new Message(
          "三类的结果纠正之和 ÷ 三类的结果维持、结果纠正、其他结果之和（尚未审结的不计）",
          "corrected / (upheld + corrected + other) of all three groups; pending ones left out"),
      remedies("corrected"),
      remedies("upheld", "corrected", "other"));

  private final String key;
  private final Message title;
  private final Message definition;
  private final List<Cell> parts;
  private final List<Cell> whole;

  DerivedFigure(String key, Message title, Message definition, List<Cell> parts, List<Cell> whole) {
    this.key = key;
    this.title = title;
    this.definition = definition;
    this.parts = parts;
    this.whole = whole;
  }

  /** The totals of rows of table III; a key that ends with a dot means all rows below it. */
  private static List<Cell> requests(String... keys) {
    Edition edition = Editions.all().get(0);
    Table table = edition.table(Edition.REQUESTS);
    List<Cell> cells = new ArrayList<>();
    for (Row row : table.rows()) {
      for (String key : keys) {
        if (row.key().equals(key) || key.endsWith(".") && row.key().startsWith(key)) {
          cells.add(edition.cell(table, row, row.columns().get(row.columns().size() - 1)));
        }
      }
    }
    return cells;
  }

  /** The cells of columns of table IV, in all rows. */
  private static List<Cell> remedies(String... columns) {
    return Editions.all().get(0).cells().stream()
        .filter(cell -> cell.table().key().equals(Edition.REMEDIES))
        .filter(cell -> List.of(columns).contains(cell.column().key()))
        .toList();
  }

  /** The name of its column in CSV. */
  String key() {
    return key;
  }

  Message title() {
    return title;
  }

  /** Its formula. */
  Message definition() {
    return definition;
  }

  /** The share, 0 to 1, with four decimals; null where a figure is unknown or the divisor is 0. */
  @Nullable BigDecimal of(Figures figures) {
    BigDecimal part = sum(parts, figures);
    BigDecimal all = sum(whole, figures);
    return part == null || all == null || all.signum() == 0
        ? null
        : part.divide(all, 4, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal sum(List<Cell> cells, Figures figures) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Cell cell : cells) {
      BigDecimal figure = figures.at(cell);
      if (figure == null) {
        return null;
      }
      sum = sum.add(figure);
    }
    return sum;
  }
}
