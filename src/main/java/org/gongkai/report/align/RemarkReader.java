package org.gongkai.report.align;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.report.Status;
import org.gongkai.text.Numerals;
import org.gongkai.text.TextNormalizer;
import org.gongkai.text.Units;

/**
 * What people write into a cell of the form where a plain figure belongs: a figure with a remark
 * behind it, Chinese numerals, marks of their own for nothing.
 *
 * <p>Asked only where a cell's place is known: elsewhere the same words are a label's number, a
 * heading or part of a sentence.
 */
final class RemarkReader {
  private static final int LONGEST = 60;

  /**
   * Marks for nothing besides the form's; words for it are text, but for those that the form's
   * cells may hold ({@link Figure}).
   */
  private static final Pattern NOTHING = Pattern.compile("…{1,4}|\\.{1,6}|·{1,6}|[~～]{1,3}|_{1,6}");

  /** A figure, and in brackets what it includes. */
  private static final Pattern WITH_REMARK =
      Pattern.compile("([^\\[(（〔【]+)[\\[(（〔【](.+)[\\])）〕】][。；]?");

  /** The marks of notes, and what programs put before a figure. */
  private static final Pattern MARK = Pattern.compile("^[=¥￥]+|[*※†‡#]+$");

  private RemarkReader() {}

  /** Reads the words of a cell; text that says no number and no nothing stays text. */
  static Figure read(String printed) {
    if (printed.length() > LONGEST) {
      return Figure.TEXT;
    }
    String words = TextNormalizer.fold(printed).string().strip();
    String text = TextNormalizer.simplify(words.replace(" ", ""));
    if (NOTHING.matcher(text).matches()) {
      return Figure.PLACEHOLDER;
    }
    Matcher remark = WITH_REMARK.matcher(text);
    if (remark.matches()) {
      Figure figure = plain(remark.group(1));
      boolean another = Character.isDigit(remark.group(2).charAt(0));
      // 12(3) may be two numbers.
      return another && figure.status() == Status.NUMBER ? figure.doubted() : figure;
    }
    return plain(text);
  }

  private static Figure plain(String text) {
    String bare = MARK.matcher(text).replaceAll("");
    if (bare.isEmpty()) {
      return Figure.TEXT;
    }
    int end = Numerals.end(bare, 0);
    if (end == 0 || end < bare.length() && !Units.isUnit(bare.substring(end))) {
      Figure figure = Figure.parse(bare);
      return figure.status() == Status.NUMBER ? figure : Figure.TEXT;
    }
    String numerals = bare.substring(0, end);
    BigDecimal number =
        Numerals.isInDigits(numerals) ? Numerals.inDigits(numerals) : Numerals.parse(numerals);
    if (number == null) {
      return Figure.TEXT;
    }
    Figure figure = new Figure(Status.NUMBER, number, false);
    // A dash is written as the numeral one too.
    return bare.equals("一") ? figure.doubted() : figure;
  }
}
