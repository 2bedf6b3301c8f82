package org.gongkai.document.html;

import java.util.Locale;
import org.gongkai.document.Unescaped;
import org.gongkai.text.Characters;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.NodeIterator;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the page that a page carries for a script to show: in a string of the script, in JSON, in a
 * field, an attribute, a template, or as text with its tags escaped.
 */
public final class Carried {
  /** Fewer cells are no report's tables. */
  private static final int LEAST_CELLS = 40;

  /** Escaped more often, it is not looked into. */
  private static final int MOST_LAYERS = 5;

  private final String html;
  private @Nullable Unescaped best;
  private int most = LEAST_CELLS - 1;

  private Carried(String html) {
    this.html = html;
  }

  /**
   * The page that another one carries; null where it carries none.
   *
   * @param html the other one
   * @param shown how many cells of tables it shows itself
   */
  static @Nullable Unescaped in(String html, int shown) {
    if (cells(html) < Math.max(LEAST_CELLS, shown)) {
      return null;
    }
    Carried carried = new Carried(html);
    carried.most = Math.max(carried.most, shown);
    NodeIterator<Node> nodes = NodeIterator.from(HtmlReader.parse(html, true));
    while (nodes.hasNext()) {
      carried.look(nodes.next());
    }
    return carried.best;
  }

  /** Whether a file that is no page may have one in it, its tags escaped. */
  public static boolean mayBeIn(String file) {
    return file.indexOf("&lt;") >= 0 && cells(file) >= LEAST_CELLS;
  }

  /** A whole file that is a string of JSON or a list of them, unescaped; null for any other. */
  public static @Nullable Unescaped json(String file) {
    int at = 0;
    while (at < file.length() && !Characters.isPrinting(file.charAt(at))) {
      at++;
    }
    boolean begins = at < file.length() && (file.charAt(at) == '{' || file.charAt(at) == '[');
    if (!begins || file.indexOf("\":") < 0 || file.indexOf('\\') < 0) {
      return null;
    }
    return Unescaped.of(file, at, file.length()).escapes();
  }

  private void look(Node node) {
    if (node instanceof DataNode) {
      take(stretch(node.sourceRange()));
    } else if (node instanceof TextNode text) {
      if (cells(text.getWholeText()) >= LEAST_CELLS) {
        take(stretch(node.sourceRange()).references());
      }
    } else if (node instanceof Element element) {
      if (isUnseen(element)) {
        take(stretch(element.sourceRange().endPos(), element.endSourceRange().startPos()));
      }
      for (Attribute attribute : element.attributes()) {
        if (cells(attribute.getValue()) >= LEAST_CELLS) {
          take(stretch(attribute.sourceRange().valueRange()).references());
        }
      }
    }
  }

  private static boolean isUnseen(Element element) {
    return switch (element.normalName()) {
      case "template", "noscript" -> true;
      default ->
          element.attributesSize() > 0
              && (element.hasAttr("hidden") || Styles.hides(element.attr("style")));
    };
  }

  private Unescaped stretch(Range range) {
    return stretch(range.startPos(), range.endPos());
  }

  /** What of the file is between two places; nothing where a place is not known. */
  private Unescaped stretch(int from, int to) {
    return from < 0 || to < from ? Unescaped.of(html, 0, 0) : Unescaped.of(html, from, to);
  }

  /** Keeps a stretch, escaped or not, if it has more of a table than any other. */
  private void take(Unescaped stretch) {
    Unescaped bare = stretch;
    String string = bare.string();
    if (cells(string) <= most) {
      return;
    }
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      // Escaped twice it is &amp;lt;td.
      if (has(string, "lt;td")) {
        bare = bare.references();
      } else if (has(string, "\\u003ctd") || has(string, "<\\/t") || has(string, "=\\\"")) {
        bare = bare.escapes();
      } else if (has(string, "%3ctd")) {
        bare = bare.percents();
      } else {
        break;
      }
      string = bare.string();
    }
    int from = string.indexOf('<');
    int cells = tags(string);
    if (from >= 0 && cells > most) {
      most = cells;
      best = bare.part(from, string.lastIndexOf('>') + 1);
    }
  }

  private static boolean has(String text, String marker) {
    return text.contains(marker) || text.toLowerCase(Locale.ROOT).contains(marker);
  }

  private static int tags(String text) {
    int tags = 0;
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      tags += text.regionMatches(true, i + 1, "td", 0, 2) ? 1 : 0;
    }
    return tags;
  }

  /** How many tags of cells there may be, escaped or not. */
  private static int cells(String text) {
    int cells = 0;
    for (int i = text.indexOf('d', 2); i >= 0; i = text.indexOf('d', i + 1)) {
      cells += text.charAt(i - 1) == 't' && opens(text.charAt(i - 2)) ? 1 : 0;
    }
    for (int i = text.indexOf('D', 2); i >= 0; i = text.indexOf('D', i + 1)) {
      cells += text.charAt(i - 1) == 'T' && opens(text.charAt(i - 2)) ? 1 : 0;
    }
    return cells;
  }

  /**
   * Whether a tag's bracket ends so: plain, as a reference (lt;), as JSON escapes it (003c), as an
   * address does (%3C).
   */
  private static boolean opens(char c) {
    return c == '<' || c == ';' || c == 'c' || c == 'C';
  }
}
