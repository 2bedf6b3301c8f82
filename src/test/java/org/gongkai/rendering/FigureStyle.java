package org.gongkai.rendering;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.gongkai.form.Cell;
import org.gongkai.form.FigureKind;
import org.gongkai.report.Status;

/** The way in which figures are printed. */
enum FigureStyle {
  PLAIN,
  /** Zeros left blank. */
  BLANK,
  /** Zeros left blank, totals too here and there, as under edition 2019. */
  BLANK_TOTALS,
  /** Zeros as a cell that holds a non-breaking space. */
  NBSP,
  SLASH,
  /** One of the dashes for zero. */
  DASH,
  NONE_WORD,
  NOT_APPLICABLE,
  /** Zeros at random as 0, blank, a dash, a slash or 无. */
  MIXED,
  FULL_WIDTH,
  SEPARATORS,
  UNITS,
  /** Spaces before, within and after. */
  SPACED,
  /**
   * Zeros of the five organisations left blank, so that they can be dropped: first and last figure
   * always stand.
   */
  BLANK_MIDDLE;

  /** The text of a cell and its status. */
  record Printed(String text, Status status) {}

  /** Whether it may leave a cell empty. */
  boolean blanks() {
    return this == BLANK
        || this == BLANK_TOTALS
        || this == NBSP
        || this == MIXED
        || this == BLANK_MIDDLE;
  }

  /** Whether a figure may hold white space within. */
  boolean spaces() {
    return this == SPACED;
  }

  Printed print(Cell cell, BigDecimal figure, Random random) {
    boolean zero = figure.signum() == 0;
    boolean total = cell.column().key().equals("total") || cell.row().key().equals("outcomeTotal");
    String plain = plain(cell.kind(), figure, random);
    if (!zero && !(this == BLANK_TOTALS && total && random.nextInt(3) == 0)) {
      return new Printed(dress(cell, plain, figure, random), Status.NUMBER);
    }
    return switch (this) {
      case BLANK, BLANK_TOTALS -> new Printed("", Status.BLANK);
      case NBSP -> new Printed(random.nextBoolean() ? "\u00a0" : "\u3000", Status.BLANK);
      case SLASH -> new Printed(random.nextInt(4) == 0 ? "／" : "/", Status.PLACEHOLDER);
      case DASH ->
          new Printed(
              GeneratedReport.pick(random, List.of("—", "-", "－", "——")), Status.PLACEHOLDER);
      case NONE_WORD -> new Printed("无", Status.PLACEHOLDER);
      case NOT_APPLICABLE -> new Printed(random.nextBoolean() ? "不适用" : "N/A", Status.PLACEHOLDER);
      case MIXED ->
          switch (random.nextInt(5)) {
            case 0 -> new Printed("", Status.BLANK);
            case 1 -> new Printed("—", Status.PLACEHOLDER);
            case 2 -> new Printed("/", Status.PLACEHOLDER);
            case 3 -> new Printed("无", Status.PLACEHOLDER);
            default -> new Printed("0", Status.NUMBER);
          };
      case BLANK_MIDDLE ->
          cell.column().group().isEmpty() || random.nextInt(3) == 0
              ? new Printed("0", Status.NUMBER)
              : new Printed("", Status.BLANK);
      default -> new Printed(dress(cell, plain, figure, random), Status.NUMBER);
    };
  }

  private static String plain(FigureKind kind, BigDecimal figure, Random random) {
    if (kind == FigureKind.CHANGE && figure.signum() > 0 && random.nextBoolean()) {
      return "+" + figure.toPlainString();
    }
    return figure.toPlainString();
  }

  private String dress(Cell cell, String plain, BigDecimal figure, Random random) {
    return switch (this) {
      case FULL_WIDTH -> fullWidth(plain);
      case SEPARATORS -> separated(plain, random.nextInt(4) == 0 ? "，" : ",");
      case UNITS ->
          plain + (cell.row().key().equals("procurement") && figure.scale() > 0 ? "元" : unit(cell));
      case SPACED -> spaced(plain, random);
      default -> plain;
    };
  }

  private static String unit(Cell cell) {
    return switch (cell.kind()) {
      case AMOUNT -> "万元";
      case CHANGE -> "项";
      case COUNT -> "件";
    };
  }

  static String fullWidth(String plain) {
    StringBuilder wide = new StringBuilder();
    plain.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    return wide.toString();
  }

  private static String separated(String plain, String separator) {
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String rest = point < 0 ? "" : plain.substring(point);
    return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", separator) + rest;
  }

  /** Digits set apart, or thousands; blanks around. */
  private static String spaced(String plain, Random random) {
    String space = random.nextBoolean() ? " " : "\u00a0";
    String apart =
        random.nextBoolean() ? separated(plain, space) : plain.replaceAll("(?<=\\d)(?=\\d)", space);
    return (random.nextBoolean() ? space : "") + apart + (random.nextBoolean() ? "\u3000" : "");
  }
}
