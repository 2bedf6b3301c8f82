package org.gongkai.document.html;

import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** Tells which elements of a page are not seen, or are seen to be void: hidden, struck, a mark. */
final class Visibility {
  private static final Set<String> BLOCKS =
      Set.of("td", "th", "p", "div", "li", "dd", "dt", "body");

  private final StyleSheet sheet = new StyleSheet();
  private final ElementText texts = new ElementText();
  private final boolean obeysSheets;
  private long hidden;
  private boolean hidTable;

  /**
   * @param obeysSheets whether what the page's own style sheets hide is hidden
   */
  Visibility(boolean obeysSheets) {
    this.obeysSheets = obeysSheets;
  }

  /** Takes in a style sheet that stands in the page. */
  void read(String css) {
    if (obeysSheets) {
      sheet.read(css);
    }
  }

  /** The page's style sheets as far as they are obeyed. */
  StyleSheet sheet() {
    return sheet;
  }

  /** Characters that style sheets hid so far. */
  long hidden() {
    return hidden;
  }

  /** Whether a table was among it. */
  boolean hidTable() {
    return hidTable;
  }

  /** Whether an element is to be passed over, with all that is in it. */
  boolean isHidden(Element element, Role role) {
    if (role == Role.INLINE && isVoid(element)) {
      return true;
    }
    if (element.attributesSize() == 0) {
      return false;
    }
    Attributes attributes = element.attributes();
    String style = attributes.get("style");
    if (attributes.hasKey("hidden") || Styles.hides(style)) {
      return true;
    }
    if (sheet.isEmpty() || !sheet.hides(element) || Styles.declares(style, "display", "")) {
      return false;
    }
    hidden += element.wholeText().length();
    hidTable |= element.selectFirst("table") != null;
    return true;
  }

  /** Whether it counts for nothing beside other words. */
  private boolean isVoid(Element element) {
    if (!AnnotationDetector.mayBe(element, sheet)) {
      return false;
    }
    String own = texts.label(element);
    return AnnotationDetector.is(element, sheet, own) && !isAlone(element, own);
  }

  /** Whether nothing else is said beside it. */
  private boolean isAlone(Element element, String own) {
    Element around = element;
    while (around.parent() != null && !BLOCKS.contains(around.normalName())) {
      around = around.parent();
    }
    return texts.label(around).length() <= own.length();
  }
}
