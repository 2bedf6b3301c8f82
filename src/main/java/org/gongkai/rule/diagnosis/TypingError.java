package org.gongkai.rule.diagnosis;

import java.math.BigDecimal;
import org.gongkai.rule.Message;
import org.gongkai.rule.PlaceNames;

/**
 * A way to mistype a figure. It makes one correction likelier than another, but never certain.
 *
 * <p>The weights come from {@code PlantedErrorsTest}: a figure with a digit too many or two digits
 * transposed is usually the wrong one; a figure that repeats its neighbour or differs in one digit
 * usually does so by chance.
 */
enum TypingError {
  SWAPPED(6, "疑为两格数字互换", "two cells seem to have each other's figures"),
  MOVED(6, "疑为填入错误栏目", "the figure seems to be in the wrong cell"),
  SIGN(5, "疑误加负号", "a stray minus sign, it seems"),
  POINT(5, "疑小数点位置有误", "a misplaced decimal point, it seems"),
  TRANSPOSED(4, "疑相邻两位数字颠倒", "two digits seem to be transposed"),
  DROPPED(2, "疑漏录一位", "a digit seems to be missing"),
  ADDED(4, "疑多录一位", "a digit seems to be one too many"),
  NEIGHBOUR(1, "与相邻格数字相同，疑为错行（列）填写", "it repeats a neighbouring cell's figure and may be copied"),
  MISTYPED(1, "疑为数字录入错误（一位）", "one digit seems to be mistyped"),
  FORGOTTEN(1, "疑为漏填", "it seems to be left out");

  /** From this weight on a reason can make a candidate the likeliest. */
  static final int STRONG = 4;

  /** Its weight as a reason. */
  final int weight;

  final Message reason;

  TypingError(int weight, String zh, String en) {
    this.weight = weight;
    this.reason = new Message(zh, en);
  }

  /**
   * Whether this error turns the right figure into the printed one; false for errors that do not
   * show in the digits.
   */
  boolean explains(BigDecimal printed, BigDecimal right) {
    String is = PlaceNames.figure(printed);
    String should = PlaceNames.figure(right);
    return switch (this) {
      case SIGN -> printed.signum() < 0 && printed.negate().compareTo(right) == 0;
      case POINT -> printed.signum() > 0 && right.signum() > 0 && samePower(printed, right);
      case TRANSPOSED -> transposed(is, should);
      case DROPPED -> should.length() > 1 && dropped(should, is);
      case ADDED -> is.length() > 1 && dropped(is, should);
      case MISTYPED ->
          should.length() > 1 && should.length() == is.length() && differences(is, should) == 1;
      case SWAPPED, MOVED, NEIGHBOUR, FORGOTTEN -> false;
    };
  }

  /**
   * Whether the ratio is a power of ten and the first has a fraction: a zero too many is no
   * misplaced point.
   */
  private static boolean samePower(BigDecimal a, BigDecimal b) {
    BigDecimal x = a.stripTrailingZeros();
    return x.scale() > 0 && x.unscaledValue().equals(b.stripTrailingZeros().unscaledValue());
  }

  private static boolean transposed(String is, String should) {
    if (is.length() != should.length() || differences(is, should) != 2) {
      return false;
    }
    int at = 0;
    while (is.charAt(at) == should.charAt(at)) {
      at++;
    }
    return is.charAt(at) == should.charAt(at + 1) && is.charAt(at + 1) == should.charAt(at);
  }

  private static int differences(String a, String b) {
    int differences = 0;
    for (int i = 0; i < a.length(); i++) {
      differences += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return differences;
  }

  /** Whether the shorter is the longer without one of its digits. */
  private static boolean dropped(String longer, String shorter) {
    if (longer.length() != shorter.length() + 1 || longer.indexOf('.') >= 0) {
      return false;
    }
    int at = 0;
    while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
      at++;
    }
    return longer.substring(at + 1).equals(shorter.substring(at));
  }
}
