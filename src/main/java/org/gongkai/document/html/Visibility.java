package org.gongkai.document.html;

import java.util.Set;
import org.gongkai.document.AnnotationDetector;
import org.jsoup.nodes.Element;

/** Tells which elements of a page are not read: hidden ones, figures struck through, note marks. */
final class Visibility {
  private static final Set<String> BLOCKS = Set.of("td", "th", "p", "div", "li", "body");

  private static final Set<String> STYLED =
      Set.of("span", "font", "u", "b", "i", "em", "strong", "s", "strike", "sup");

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

  /** Takes in one of the page's own style sheets. */
  void read(String css) {
    if (obeysSheets) {
      sheet.read(css);
    }
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
    if (role == Role.INLINE && isAnnotation(element)) {
      return true;
    }
    if (element.attributesSize() == 0) {
      return false;
    }
    String style = element.attributes().get("style");
    if (element.attributes().hasKey("hidden") || Styles.hides(style)) {
      return true;
    }
    if (sheet.isEmpty() || !sheet.hides(element) || Styles.declares(style, "display", "")) {
      return false;
    }
    hidden += element.wholeText().length();
    hidTable |= element.selectFirst("table") != null;
    return true;
  }

  /** Whether it is struck through or a note's mark, and something else is said beside it. */
  private boolean isAnnotation(Element element) {
    String name = element.normalName();
    if (!STYLED.contains(name)) {
      return false;
    }
    String style = element.attributesSize() == 0 ? "" : element.attributes().get("style");
    boolean raised = name.equals("sup") || Styles.declares(style, "vertical-align", "super");
    boolean struck =
        name.equals("s")
            || name.equals("strike")
            || Styles.declares(style, "text-decoration", "line-through")
            || Styles.declares(style, "text-decoration-line", "line-through");
    if (!raised && !struck) {
      return false;
    }
    String own = texts.label(element);
    return (struck ? AnnotationDetector.isSlip(own) : AnnotationDetector.isNoteMark(own))
        && !isAlone(element, own);
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
