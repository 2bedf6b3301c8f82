package org.gongkai.document;

import java.util.Locale;

/** Looks into {@code style} attributes. */
final class Styles {
  private Styles() {}

  /** Whether a style takes the element off the page. */
  static boolean hides(String style) {
    return style.length() > 11
        && (declares(style, "display", "none") || declares(style, "mso-hide", "all"));
  }

  /**
   * Whether a style gives the property a value that begins so.
   *
   * @param property in lower case
   */
  static boolean declares(String style, String property, String value) {
    // Most styles do not have it at all; capitals throughout are what Word of old wrote.
    if (!style.contains(property.substring(1))
        && !style.contains(property.toUpperCase(Locale.ROOT))) {
      return false;
    }
    for (int at = indexOf(style, property, 0); at >= 0; at = indexOf(style, property, at + 1)) {
      int i = at + property.length();
      while (i < style.length() && style.charAt(i) <= ' ') {
        i++;
      }
      if (i < style.length() && style.charAt(i) == ':') {
        do {
          i++;
        } while (i < style.length() && style.charAt(i) <= ' ');
        if (style.regionMatches(true, i, value, 0, value.length())) {
          return true;
        }
      }
    }
    return false;
  }

  private static int indexOf(String text, String lowerCase, int from) {
    for (int i = from; i <= text.length() - lowerCase.length(); i++) {
      if ((text.charAt(i) | 0x20) == lowerCase.charAt(0)
          && text.regionMatches(true, i, lowerCase, 0, lowerCase.length())) {
        return i;
      }
    }
    return -1;
  }
}
