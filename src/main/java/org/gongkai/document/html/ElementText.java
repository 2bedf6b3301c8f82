package org.gongkai.document.html;

import org.gongkai.document.Position;
import org.gongkai.document.TextBuilder;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Words of a page that are no block: of links, of attributes, of parts that may be left out. */
final class ElementText {
  /** Nodes of an element that are looked at for what it says. */
  private static final int MOST_NODES = 64;

  /** Characters of a node. */
  private static final int MOST_CHARACTERS = 500;

  private final TextBuilder words = new TextBuilder((node, offset) -> new Position(1, 1));

  /** A text with its white space folded. */
  String fold(String text) {
    words.add(text, 0, 0, text.length());
    return words.takeString();
  }

  /**
   * What an element says: the words at its beginning, since a link that was never closed may hold
   * the rest of the page.
   */
  String label(Element element) {
    Node node = element;
    for (int seen = 0; node != null && seen <= MOST_NODES; seen++) {
      if (node instanceof TextNode text) {
        String whole = text.getWholeText();
        words.add(whole, 0, 0, Math.min(whole.length(), MOST_CHARACTERS));
      }
      node = next(node, element);
    }
    return words.takeString();
  }

  /** The node after another in the order of the document, within an element; null for the last. */
  private static @Nullable Node next(Node node, Element within) {
    if (node.childNodeSize() > 0) {
      return node.childNode(0);
    }
    Node at = node;
    while (at != null && at != within) {
      Node sibling = at.nextSibling();
      if (sibling != null) {
        return sibling;
      }
      at = at.parentNode();
    }
    return null;
  }
}
