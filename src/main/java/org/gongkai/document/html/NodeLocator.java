package org.gongkai.document.html;

import java.util.stream.IntStream;
import org.gongkai.text.Entities;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.NodeIterator;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the nodes of a parsed page are, by going through its source in step with the tree: a
 * tenth of what it costs to parse once more with positions tracked.
 *
 * <p>It only follows. As soon as the source says anything that the tree has elsewhere, otherwise or
 * not at all (tags that the parser moved, repeated or dropped), it gives up.
 */
final class NodeLocator {
  private static final int LOST = -1;

  private final String html;
  private int at;

  private NodeLocator(String html) {
    this.html = html;
  }

  /**
   * Where each node of a tree begins in its source, in the order of the document; null where the
   * two part.
   *
   * @param html the source
   * @param root the root of the tree that was made of it
   */
  static int @Nullable [] follow(String html, Element root) {
    NodeLocator locator = new NodeLocator(html);
    IntStream.Builder starts = IntStream.builder();
    NodeIterator<Node> all = NodeIterator.from(root);
    while (all.hasNext()) {
      int start = locator.step(all.next());
      if (start == LOST) {
        return null;
      }
      starts.add(start);
    }
    locator.skipEnds();
    return locator.at == html.length() ? starts.build().toArray() : null;
  }

  /** Goes past the node's text or start tag; where it began. */
  private int step(Node node) {
    if (node instanceof Document) {
      return 0;
    }
    if (node instanceof TextNode text) {
      return text(text.getWholeText());
    }
    if (node instanceof DataNode data) {
      return past(at, at, data.getWholeData());
    }
    skipEnds();
    if (node instanceof Element element) {
      return element(element.tagName());
    }
    int start = at;
    if (node instanceof Comment comment && html.startsWith("<!--", at)) {
      return past(start, start + 4, comment.getData() + "-->");
    }
    if (node instanceof Comment || node instanceof DocumentType) {
      at = html.indexOf('>', start) + 1;
      return at > 0 && (html.startsWith("<!", start) || html.startsWith("<?", start))
          ? start
          : LOST;
    }
    return LOST;
  }

  private int past(int start, int from, String expected) {
    at = from + expected.length();
    return html.startsWith(expected, from) ? start : LOST;
  }

  private int element(String name) {
    int start = at;
    int end = start + 1 + name.length();
    if (end < html.length()
        && html.charAt(start) == '<'
        && html.regionMatches(true, start + 1, name, 0, name.length())
        && endsName(html.charAt(end))) {
      at = tagEnd(end);
      return start;
    }
    return isImplied(name) ? start : LOST;
  }

  /** Whether the parser puts in such an element where the source has none. */
  private static boolean isImplied(String name) {
    return switch (name) {
      case "html", "head", "body", "tbody", "tr", "colgroup" -> true;
      default -> false;
    };
  }

  private int text(String text) {
    while (html.startsWith("</", at)) {
      at = tagEnd(at + 2);
    }
    int start = at;
    int i = 0;
    while (i < text.length()) {
      if (at >= html.length()) {
        return LOST;
      }
      char c = html.charAt(at);
      if (c == '&') {
        int end = Entities.end(html, at);
        String meant = Entities.meant(html, at, end);
        if (!text.startsWith(meant, i)) {
          return LOST;
        }
        at = end;
        i += meant.length();
      } else if (c == text.charAt(i)) {
        at++;
        i++;
      } else {
        return LOST;
      }
    }
    return start;
  }

  /** Past white space that the tree need not have, and end tags. */
  private void skipEnds() {
    while (at < html.length()) {
      if (html.startsWith("</", at)) {
        at = tagEnd(at + 2);
      } else if (Character.isWhitespace(html.charAt(at))) {
        at++;
      } else {
        return;
      }
    }
  }

  /** Past the bracket that ends a tag: one in quotes, after an equals sign, does not. */
  private int tagEnd(int from) {
    int i = from;
    while (i < html.length() && html.charAt(i) != '>') {
      if (html.charAt(i++) == '=') {
        while (i < html.length() && html.charAt(i) <= ' ') {
          i++;
        }
        if (i < html.length() && (html.charAt(i) == '"' || html.charAt(i) == '\'')) {
          int quote = html.indexOf(html.charAt(i), i + 1);
          i = quote < 0 ? html.length() : quote + 1;
        }
      }
    }
    return Math.min(i + 1, html.length());
  }

  private static boolean endsName(char c) {
    return c <= ' ' || c == '>' || c == '/';
  }
}
