package org.gongkai.document.html;

/** Looks into {@code style} attributes. */
final class Styles {
  private Styles() {}

  /** Whether a style takes the element off the page. */
  static boolean hides(String style) {
    return style.length() > 11 && declares(style, "display", "none");
  }

  /**
   * Whether a style gives the property a value that begins so.
   *
   * @param property in lower case
   */
  static boolean declares(String style, String property, String value) {
    for (int colon = style.indexOf(':'); colon >= 0; colon = style.indexOf(':', colon + 1)) {
      int end = colon;
      while (end > 0 && style.charAt(end - 1) <= ' ') {
        end--;
      }
      if (style.regionMatches(true, end - property.length(), property, 0, property.length())) {
        int i = colon + 1;
        while (i < style.length() && style.charAt(i) <= ' ') {
          i++;
        }
        if (style.regionMatches(true, i, value, 0, value.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
