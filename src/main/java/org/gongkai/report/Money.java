package org.gongkai.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Text;
import org.gongkai.form.Cell;
import org.gongkai.form.FigureKind;
import org.gongkai.text.TextNormalizer;
import org.gongkai.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of money of a document, which the form asks for in 万元 (国办公开办函〔2021〕30号, section 2). A
 * unit printed in the cell counts, else one in the heading; the value is converted exactly.
 */
public final class Money {
  /** The form's unit. */
  private static final String FORM = "万元";

  private static final Set<String> PRINTED_BESIDE_COUNTS = Set.of("元", FORM, "亿元");

  private static final Pattern AMOUNT =
      Pattern.compile("[约共计￥¥]*(\\d+(?:,\\d{3,4})*(?:\\.\\d+)?)([^\\d.,].{0,8})");

  /** What may be around a unit. */
  private static final Pattern AROUND = Pattern.compile("[()（）\\[\\]。:：]|人民币|单位|整$");

  /** What may be a unit of money that is none of these. */
  private static final Pattern UNKNOWN =
      Pattern.compile(".{0,4}[元币圆镑]|[A-Za-z]{2,4}|[$€£]|美金|欧元|美刀");

  private static final Pattern HEADING =
      Pattern.compile("收费(?:总?金额)?[(（](?:单位[:：]?)?([\u4e00-\u9fffA-Za-z]{1,5})[)）]");

  private final Document document;

  /** The unit in the heading; empty for none, null until it is looked for. */
  private @Nullable String heading;

  /**
   * The amounts of a document.
   *
   * @param document where the heading may give a unit
   */
  public Money(Document document) {
    this.document = document;
  }

  /**
   * A unit other than the form's.
   *
   * @param unit as printed: {@code 元}
   * @param known whether it can be converted
   * @param inHeading whether the heading has it, not the cell
   */
  public record Unit(String unit, boolean known, boolean inHeading) {}

  /** The readings with amounts in 万元. */
  static List<Reading> convert(Document document, List<Reading> readings) {
    Money money = new Money(document);
    List<Reading> converted = new ArrayList<>(readings);
    for (int i = 0; i < converted.size(); i++) {
      Reading reading = converted.get(i);
      if (reading.printed().isEmpty()) {
        continue;
      }
      if (isFees(reading.cell())) {
        converted.set(i, money.convert(reading));
      } else if (reading.value() != null && !isPlain(reading.printed()) && isScaled(reading)) {
        converted.set(i, reading.withValue(null)); // 3万 is no count of 3
      }
    }
    return converted;
  }

  private Reading convert(Reading reading) {
    Matcher amount = amount(reading.printed());
    Unit unit = unit(reading);
    if (unit == null) {
      return reading.value() == null && amount != null && isForm(unit(amount))
          ? reading.withValue(number(amount))
          : reading;
    }
    if (unit.inHeading() && !unit.known()) {
      return reading;
    }
    BigDecimal yuan = Units.yuan(unit.unit());
    BigDecimal printed = amount == null ? reading.value() : number(amount);
    return yuan == null || printed == null
        ? reading.withValue(null)
        : reading.withValue(plain(printed.multiply(yuan).movePointLeft(4)));
  }

  /** The unit of an amount that is not in the form's; null for one that is, and for zero. */
  public @Nullable Unit unit(Reading reading) {
    if (!isFees(reading.cell())) {
      return null;
    }
    Matcher amount = amount(reading.printed());
    if (amount != null) {
      String unit = unit(amount);
      boolean other = !isForm(unit) && number(amount).signum() != 0;
      return other && isMoney(unit) ? new Unit(unit, isKnown(unit), false) : null;
    }
    boolean number = reading.status() == Status.NUMBER;
    if (!number || reading.value() == null || reading.value().signum() == 0) {
      return null;
    }
    String unit = heading();
    return unit.isEmpty() || isForm(unit) || !isMoney(unit)
        ? null
        : new Unit(unit, isKnown(unit), true);
  }

  /** Whether an amount's cell holds a number and a unit of money, known or not. */
  public static boolean isAmount(Reading reading) {
    return isFees(reading.cell()) && isMoney(reading);
  }

  /** Of edition 2019's purchases the form does not give the unit: they stay as printed. */
  private static boolean isFees(Cell cell) {
    return cell.kind() == FigureKind.AMOUNT && cell.row().key().equals("fees");
  }

  /** Whether a number has a unit by which no count is given. */
  private static boolean isScaled(Reading reading) {
    Matcher amount = amount(reading.printed());
    return amount != null && isMoney(reading) && !PRINTED_BESIDE_COUNTS.contains(unit(amount));
  }

  /** Whether it ends as most figures do: most cells need not be looked at further. */
  private static boolean isPlain(String printed) {
    return Character.isDigit(printed.charAt(printed.length() - 1));
  }

  private static boolean isMoney(Reading reading) {
    Matcher amount = amount(reading.printed());
    return amount != null && isMoney(unit(amount));
  }

  private static boolean isMoney(String unit) {
    return isKnown(unit) || UNKNOWN.matcher(unit).matches();
  }

  private static boolean isKnown(String unit) {
    return Units.yuan(unit) != null;
  }

  private static boolean isForm(String unit) {
    return unit.equals(FORM) || unit.equals("万");
  }

  /** A number with words behind it; null for anything else. */
  private static @Nullable Matcher amount(String printed) {
    String text = TextNormalizer.simplify(TextNormalizer.fold(printed).string()).replace(" ", "");
    Matcher matcher = AMOUNT.matcher(text);
    return matcher.matches() && !unit(matcher).isEmpty() ? matcher : null;
  }

  private static String unit(Matcher amount) {
    return AROUND.matcher(amount.group(2)).replaceAll("");
  }

  private static BigDecimal number(Matcher amount) {
    return new BigDecimal(amount.group(1).replace(",", ""));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The unit that the amount's heading gives; the form's where any heading has that. */
  private String heading() {
    String known = heading;
    if (known == null) {
      known = findHeading();
      heading = known;
    }
    return known;
  }

  private String findHeading() {
    String unit = "";
    for (Block block : document.blocks()) {
      for (Text text : block.texts()) {
        String string = text.string();
        if (string.length() > 200 || !string.contains("单位") && !string.contains("元")) {
          continue;
        }
        Matcher found = HEADING.matcher(TextNormalizer.simplify(string).replace(" ", ""));
        while (found.find() && !isForm(unit)) {
          unit = found.group(1);
        }
      }
    }
    return unit;
  }
}
