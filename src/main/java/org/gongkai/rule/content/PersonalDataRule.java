package org.gongkai.rule.content;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.Where;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.gongkai.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Personal data that should not be published: identity card numbers whose check digit is right, and
 * mobile numbers of natural persons (《政府信息公开条例》第十五条). The body's own contacts are allowed:
 * landlines, and a mobile number that is called a contact before the first section or in the last.
 * Findings never repeat the number.
 */
final class PersonalDataRule implements Rule {
  private static final String ID_NUMBER = "personal.id-number";
  private static final String MOBILE = "personal.mobile";

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  /** The digits of a mobile number: no other number of a person has fewer. */
  private static final int SHORTEST = 11;

  private static final String CHECK_DIGITS = "10X98765432";

  /** Words before a number that make it the body's contact. */
  private static final String[] CONTACTS = {
    "联系电话", "咨询电话", "电话", "热线", "联系方式", "传真", "客服", "技术支持", "手机", "微信", "QQ", "联系人", "值班", "邮箱",
    "Tel", "tel", "TEL"
  };

  private static final String[] PERSONS = {"申请人", "举报人", "投诉人", "群众", "当事人", "原告", "村民", "居民"};

  @Override
  public List<String> ids() {
    return List.of(ID_NUMBER, MOBILE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    for (Paragraph paragraph : checked.prose().paragraphs()) {
      String text = paragraph.string();
      Map<String, Integer> firsts = Map.of();
      Map<String, Integer> counts = Map.of();
      int from = 0;
      while (from < text.length()) {
        if (!Ascii.isDigit(text.charAt(from))) {
          from++;
          continue;
        }
        int to = from;
        while (to < text.length() && Ascii.isDigit(text.charAt(to))) {
          to++;
        }
        String rule = to - from < SHORTEST ? null : rule(paragraph, from, to);
        if (rule != null) {
          if (firsts.isEmpty()) {
            firsts = new LinkedHashMap<>();
            counts = new HashMap<>();
          }
          firsts.putIfAbsent(rule, from);
          counts.merge(rule, 1, Integer::sum);
        }
        from = to;
      }
      Map<String, Integer> all = counts;
      // One finding for a paragraph, at its first number.
      firsts.forEach(
          (rule, first) -> {
            int count = all.getOrDefault(rule, 1);
            findings
                .add(rule)
                .at(masked(paragraph, first, first + (rule.equals(ID_NUMBER) ? 18 : 11)))
                .with("count", count > 1 ? Integer.toString(count) : "");
          });
    }
  }

  /** The rule that a run of digits breaks; null for none. */
  private static @Nullable String rule(Paragraph paragraph, int from, int to) {
    String text = paragraph.string();
    boolean alone =
        from == 0
            || !Ascii.isLetter(text.charAt(from - 1))
                && text.charAt(from - 1) != '.'
                && text.charAt(from - 1) != '-';
    boolean ends =
        to == text.length() || !Ascii.isLetter(text.charAt(to)) && text.charAt(to) != '@';
    boolean x = to < text.length() && (text.charAt(to) == 'X' || text.charAt(to) == 'x');
    if (alone && (to - from == 18 && ends || to - from == 17 && x) && isIdNumber(text, from)) {
      return ID_NUMBER;
    }
    return alone && ends && to - from == 11 && isMobile(text, from) && !isContact(paragraph, from)
        ? MOBILE
        : null;
  }

  /** The place, with all but the first digits of the number hidden. */
  private static Where masked(Paragraph paragraph, int from, int to) {
    String text = paragraph.string();
    String around =
        text.substring(Math.max(0, from - 12), from)
            + text.substring(from, from + 3)
            + "*".repeat(to - from - 3);
    return new Where(
        null, null, null, paragraph.text(), paragraph.folded().originalIndex(from), around);
  }

  private static boolean isIdNumber(String text, int from) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (text.charAt(from + i) - '0') * WEIGHTS[i];
    }
    int year = number(text, from + 6, 4);
    int month = number(text, from + 10, 2);
    int day = number(text, from + 12, 2);
    boolean born =
        year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return born
        && text.charAt(from) != '0'
        && CHECK_DIGITS.charAt(sum % 11) == Character.toUpperCase(text.charAt(from + 17));
  }

  private static int number(String text, int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isMobile(String text, int from) {
    return text.charAt(from) == '1' && text.charAt(from + 1) >= '3';
  }

  private static boolean isContact(Paragraph paragraph, int at) {
    String before = paragraph.string().substring(Math.max(0, at - 24), at);
    for (String person : PERSONS) {
      if (before.contains(person)) {
        return false;
      }
    }
    if (paragraph.section() >= 1 && paragraph.section() <= 5) {
      return before.contains("联系电话") || before.contains("咨询电话") || before.contains("热线");
    }
    for (String contact : CONTACTS) {
      if (before.contains(contact)) {
        return true;
      }
    }
    return false;
  }
}
