package org.gongkai.report.section;

import java.util.HashMap;
import java.util.Map;
import org.gongkai.form.Section;
import org.gongkai.text.Characters;
import org.gongkai.text.LongestCommonSubsequence;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Recognises the headings of the six sections, also without number or with characters lost. */
public final class Headings {
  private static final String NUMBERS = "一二三四五六七八九十";
  private static final int LONGEST = 45;

  /** Each title and alias has one of these: lines with none need no further look. */
  private static final String IN_TITLES = "情事概措";

  private static final Map<String, Section> TITLES = new HashMap<>();

  static {
    for (Section section : Section.ALL) {
      TITLES.put(TextNormalizer.key(section.title()), section);
      section.aliases().forEach(alias -> TITLES.putIfAbsent(TextNormalizer.key(alias), section));
    }
  }

  private Headings() {}

  /**
   * A heading.
   *
   * @param section the section that it begins
   * @param number the printed number; 0 for none
   * @param minor whether the number is in digits or brackets, like most of subheadings
   * @param likeness 1 for a title of the form, less for a damaged one
   */
  public record Heading(Section section, int number, boolean minor, double likeness) {}

  /** Whether a key is a section's heading. */
  public static boolean isHeading(String key) {
    return ofKey(key) != null;
  }

  /** The heading that a line is; null for any other line. */
  public static @Nullable Heading of(String line) {
    boolean maybe = line.length() <= 400 && Characters.hasOneOf(IN_TITLES, line);
    Heading heading = maybe ? ofKey(TextNormalizer.key(line, LONGEST)) : null;
    if (heading == null || isSentences(line)) {
      return null;
    }
    char first = line.strip().charAt(0);
    return first == '（' || first == '('
        ? new Heading(heading.section(), heading.number(), true, heading.likeness())
        : heading;
  }

  /** Whether a line has several sentences of which the first is no heading. */
  private static boolean isSentences(String line) {
    int stop = line.indexOf('。');
    return stop >= 0
        && stop < line.stripTrailing().length() - 1
        && ofKey(TextNormalizer.key(line.substring(0, stop))) == null;
  }

  private static @Nullable Heading ofKey(String key) {
    int length = key.length();
    if (length < 4 || length > LONGEST) {
      return null;
    }
    int number = 0;
    boolean digits = false;
    int from = 0;
    if (key.charAt(0) == '第') {
      from = 1;
    }
    int digit = NUMBERS.indexOf(key.charAt(from));
    if (digit >= 0) {
      number = digit + 1;
      from++;
    } else if (key.charAt(from) >= '1' && key.charAt(from) <= '9') {
      number = key.charAt(from) - '0';
      digits = true;
      from++;
    } else {
      from = 0;
    }
    if (key.startsWith("部分", from) || key.startsWith("章", from)) {
      from += key.charAt(from) == '章' ? 1 : 2;
    }
    String title = key.substring(from);
    Section exact = TITLES.get(title);
    if (exact != null) {
      return new Heading(exact, number, digits, 1);
    }
    if (title.length() < 4 || title.indexOf('情') < 0 && title.indexOf('事') < 0) {
      return null;
    }
    return damaged(title, number, digits);
  }

  private static @Nullable Heading damaged(String title, int number, boolean digits) {
    @Nullable Section best = null;
    double most = number > 0 ? 0.72 : 0.82;
    for (Map.Entry<String, Section> each : TITLES.entrySet()) {
      String known = each.getKey();
      double more = number == each.getValue().number() ? 0.03 : 0;
      int length = known.length() + title.length();
      // The comparison takes time: most lines are too long or too short to be like any title.
      if (2.0 * Math.min(known.length(), title.length()) / length + more > most) {
        double likeness = 2.0 * LongestCommonSubsequence.length(title, known) / length + more;
        if (likeness > most) {
          most = likeness;
          best = each.getValue();
        }
      }
    }
    return best == null ? null : new Heading(best, number, digits, Math.min(0.99, most));
  }
}
