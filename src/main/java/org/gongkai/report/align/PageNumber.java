package org.gongkai.report.align;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.Characters;
import org.gongkai.text.TextNormalizer;

/** The page number that a paragraph is, left where a page of the original ended. */
public final class PageNumber {
  private static final int LONGEST = 16;

  /** With the pinyin of each character: {@code 第(di) 4 頁(ye) 共(gong) 9 頁(ye)}. */
  private static final int LONGEST_WITH_PINYIN = 60;

  /** What all page numbers have one of: lines that hold a figure only have not. */
  private static final String MARKS = "-—–─·页頁/Pp";

  private static final Pattern FORM =
      Pattern.compile(
          "[-—–─·]+ ?\\d{1,4} ?[-—–─·]+|[Pp](?:age|AGE|\\.)? ?\\d{1,4}(?: ?(?:of|OF|/) ?\\d{1,4})?|第? ?\\d{1,4} ?页.*|\\d{1,4} ?/ ?\\d{1,4}",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** A page and how many there are. */
  private static final Pattern OF_PAGES = Pattern.compile("(\\d+) ?/ ?(\\d+)");

  private PageNumber() {}

  /**
   * Whether a paragraph is no more than a page number: {@code — 4 —}, {@code 第4页 共9页}, {@code 4/9}.
   */
  public static boolean is(String paragraph) {
    int length = paragraph.length();
    if (length > LONGEST
        && (length > LONGEST_WITH_PINYIN
            || paragraph.indexOf('页') < 0 && paragraph.indexOf('頁') < 0)) {
      return false;
    }
    // Patterns take time, and most paragraphs have no digit.
    if (!hasDigit(paragraph) || !Characters.hasOneOf(MARKS, paragraph)) {
      return false;
    }
    String folded = TextNormalizer.fold(paragraph).string().strip();
    if (folded.length() > LONGEST || !FORM.matcher(folded).matches()) {
      return false;
    }
    Matcher pages = OF_PAGES.matcher(folded);
    return !pages.matches() || Integer.parseInt(pages.group(1)) <= Integer.parseInt(pages.group(2));
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
