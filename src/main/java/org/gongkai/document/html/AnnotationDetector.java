package org.gongkai.document.html;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.document.Text;
import org.gongkai.text.Ascii;
import org.jsoup.nodes.Element;

/**
 * TextBuilder that stand beside others and count for nothing there: what is struck through, the
 * marks of notes, and what is there for those who listen to the page and is not seen.
 */
public final class AnnotationDetector {
  /** What is struck through, marks a note or is not seen is no longer than this. */
  private static final int LONGEST = 24;

  private static final Pattern MARK =
      Pattern.compile("[\\[(（〔【]?(?:注?\\d{0,2}|[①-⑳*※#a-z])[\\])）〕】]?");

  /** The names that style sheets of their own give to what is only read aloud. */
  private static final Set<String> UNSEEN =
      Set.of("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "a11y-hidden");

  /** The names that they give to what is struck through. */
  private static final Set<String> STRUCK =
      Set.of(
          "line-through",
          "text-decoration-line-through",
          "strikethrough",
          "strike",
          "struck",
          "text-del",
          "del",
          "deleted");

  /** What the values begin with that make words void. */
  private static final String VALUES = "lshri0";

  private enum Kind {
    NONE,
    STRUCK,
    RAISED,
    UNSEEN
  }

  private AnnotationDetector() {}

  /**
   * Whether an element of a line may be void for its name or style: what it says must be looked at
   * then.
   */
  static boolean mayBe(Element element, StyleSheet sheet) {
    return kind(element, sheet) != Kind.NONE;
  }

  /** Whether it is void with these words in it, where others stand beside it. */
  static boolean is(Element element, StyleSheet sheet, String words) {
    return kind(element, sheet) == Kind.RAISED ? isMark(words) : isStruck(words);
  }

  /** Whether words that are struck through are no more than a slip. */
  public static boolean isStruck(String words) {
    return !words.isEmpty() && words.length() <= LONGEST;
  }

  /** Whether words are no more than digits. */
  public static boolean isFigure(Text words) {
    return Ascii.isDigits(words.string());
  }

  /** Whether raised words are the mark of a note. */
  public static boolean isMark(String words) {
    return isStruck(words) && MARK.matcher(words).matches();
  }

  private static Kind kind(Element element, StyleSheet sheet) {
    switch (element.normalName()) {
      case "s", "strike" -> {
        return Kind.STRUCK;
      }
      case "sup" -> {
        return Kind.RAISED;
      }
      case "span", "font", "u", "b", "i", "em", "strong" -> {
        if (element.attributesSize() == 0) {
          return Kind.NONE;
        }
        Kind own = declared(element.attr("style"));
        if (own == Kind.NONE && element.hasAttr("class")) {
          own = declared(sheet.voiding(element));
          return own == Kind.NONE ? named(element.className()) : own;
        }
        return own;
      }
      default -> {
        return Kind.NONE;
      }
    }
  }

  /** What the names say where the style sheet is not in the page. */
  private static Kind named(String names) {
    return isAmong(UNSEEN, names) ? Kind.UNSEEN : isAmong(STRUCK, names) ? Kind.STRUCK : Kind.NONE;
  }

  private static boolean isAmong(Set<String> known, String names) {
    return known.contains(names)
        || names.indexOf(' ') >= 0 && Arrays.stream(names.split("\\s+")).anyMatch(known::contains);
  }

  /** Whether a rule of a style sheet makes words count for nothing beside others. */
  static boolean isVoiding(String declared) {
    return declared(declared) != Kind.NONE;
  }

  private static Kind declared(String style) {
    if (!mayBeDeclared(style)) {
      return Kind.NONE;
    }
    if (Styles.declares(style, "text-decoration", "line-through")
        || Styles.declares(style, "text-decoration-line", "line-through")) {
      return Kind.STRUCK;
    }
    if (Styles.declares(style, "vertical-align", "super")) {
      return Kind.RAISED;
    }
    boolean unseen =
        Styles.declares(style, "visibility", "hidden")
            || isZero(Styles.value(style, "opacity"))
            || isZero(Styles.value(style, "font-size"))
            || Styles.declares(style, "clip", "rect(0")
            || Styles.declares(style, "clip", "rect(1px")
            || Styles.declares(style, "clip-path", "inset(50%");
    return unseen ? Kind.UNSEEN : Kind.NONE;
  }

  /** Whether a value begins as one of those that are looked for: hardly any does. */
  private static boolean mayBeDeclared(String style) {
    int last = style.length() - 1;
    for (int colon = style.indexOf(':'); colon >= 0; colon = style.indexOf(':', colon + 1)) {
      int at = colon + 1;
      while (at < last && style.charAt(at) == ' ') {
        at++;
      }
      if (at <= last && VALUES.indexOf(style.charAt(at) | 0x20) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isZero(String value) {
    return value.equals("0") || value.equals("0px") || value.equals("0pt") || value.equals("0em");
  }
}
