package org.gongkai.document.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Tells which elements are laid out as rows and cells though they are no table: by {@code display},
 * by class names, or by being built alike, row after row of short pieces.
 */
final class DivGrid {
  /** A cell with more nodes than that is something else. */
  private static final int MAX_NODES = 64;

  /** Where nothing says that it is a row, its cells must be as short as labels and figures are. */
  private static final int LABEL = 60;

  private static final Set<String> ROWS =
      Set.of("div", "ul", "ol", "section", "li", "article", "view", "uni-view");

  private DivGrid() {}

  /**
   * Where the rows end that begin with a child.
   *
   * @return the index behind the last row; {@code from} where the child begins none
   */
  static int end(Element parent, int from) {
    int cells = cells(parent.childNode(from));
    if (cells == 0) {
      return from;
    }
    boolean said = cells < 0;
    int rows = 1;
    int end = from + 1;
    for (int i = end; i < parent.childNodeSize(); i++) {
      Node node = parent.childNode(i);
      if (node instanceof TextNode text ? text.isBlank() : !(node instanceof Element)) {
        continue;
      }
      int next = cells(node);
      if (next == 0 || next < 0 != said || !said && next != cells) {
        break;
      }
      rows++;
      end = i + 1;
    }
    return said || rows > 1 ? end : from;
  }

  /**
   * How many cells a row has: as a negative number where its style or class says that it is one; 0
   * for no row.
   */
  private static int cells(Node node) {
    if (!(node instanceof Element row)
        || !ROWS.contains(row.normalName()) && !isCustom(row)
        || row.childNodeSize() < 2) {
      return 0;
    }
    boolean said = isRow(row);
    int cells = 0;
    for (int i = 0; i < row.childNodeSize(); i++) {
      Node child = row.childNode(i);
      if (child instanceof TextNode text) {
        if (!text.isBlank()) {
          return 0;
        }
      } else if (child instanceof Element cell) {
        boolean like = said || isCell(cell);
        if (!like && !cell.normalName().equals("div") && !isCustom(cell)
            || !isLeaf(cell, like ? Integer.MAX_VALUE : LABEL)) {
          return 0;
        }
        said |= like;
        cells++;
      }
    }
    return cells < 2 ? 0 : said ? -cells : cells;
  }

  /** Whether it is an element of the page's own making, or of a spreadsheet's. */
  static boolean isCustom(Element element) {
    String name = element.normalName();
    return name.indexOf('-') > 0 || name.equals("row") || name.equals("cell");
  }

  /** Whether its like stands right beside it. */
  private static boolean isRepeated(Element element) {
    Element next = element.nextElementSibling();
    Element before = next == null ? element.previousElementSibling() : next;
    return before != null && before.normalName().equals(element.normalName());
  }

  private static boolean isNamed(Element element, String word) {
    return isCustom(element) && isWord(element.normalName(), word);
  }

  private static boolean isRow(Element element) {
    if (isNamed(element, "row")
        || isNamed(element, "tr")
        || isCustom(element) && isRepeated(element)) {
      return true;
    }
    if (element.attributesSize() == 0) {
      return false;
    }
    String style = element.attr("style");
    if (Styles.declares(style, "display", "table-row")
        || Styles.declares(style, "display", "flex")) {
      return !Styles.declares(style, "flex-direction", "column");
    }
    return element.attr("role").equals("row")
        || hasClass(element, "row")
        || hasClass(element, "tr");
  }

  private static boolean isCell(Element element) {
    return isNamed(element, "cell")
        || isNamed(element, "td")
        || element.attributesSize() > 0
            && (Styles.declares(element.attr("style"), "display", "table-cell")
                || Styles.declares(element.attr("style"), "display", "inline-block")
                || Styles.declares(element.attr("style"), "float", "left")
                || element.attr("role").endsWith("cell")
                || hasClass(element, "cell")
                || hasClass(element, "td")
                || hasClass(element, "col"));
  }

  /**
   * Whether a class is the word, alone or set off by what is no letter ({@code col-md-3}, {@code
   * tr1}).
   */
  private static boolean hasClass(Element element, String word) {
    return isWord(element.attr("class").toLowerCase(Locale.ROOT), word);
  }

  private static boolean isWord(String names, String word) {
    for (int at = names.indexOf(word); at >= 0; at = names.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !Character.isLetter(names.charAt(at - 1)))
          && (end == names.length() || !Character.isLetter(names.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it holds words and no more than a block around them. */
  private static boolean isLeaf(Element cell, int longest) {
    int nodes = 0;
    int length = 0;
    int blocks = 0;
    Node node = cell;
    while (true) {
      if (++nodes > MAX_NODES) {
        return false;
      }
      if (node instanceof TextNode text) {
        String words = text.getWholeText();
        length += words.isBlank() ? 0 : words.strip().length();
        if (length > longest || longest < Integer.MAX_VALUE && words.indexOf('。') >= 0) {
          return false;
        }
      } else if (node != cell && node instanceof Element element) {
        String name = element.normalName();
        if (name.equals("table") || ROWS.contains(name) && ++blocks > 1) {
          return false;
        }
      }
      if (node.childNodeSize() > 0) {
        node = node.childNode(0);
        continue;
      }
      while (node != cell && node.nextSibling() == null) {
        node = node.parentNode();
        if (node == null) {
          return true;
        }
      }
      if (node == cell) {
        return true;
      }
      Node next = node.nextSibling();
      if (next == null) {
        return true;
      }
      node = next;
    }
  }
}
