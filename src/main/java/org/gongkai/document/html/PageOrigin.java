package org.gongkai.document.html;

import java.util.Arrays;
import org.gongkai.document.Origin;
import org.gongkai.document.Position;
import org.gongkai.document.Source;
import org.gongkai.text.Entities;
import org.jsoup.nodes.Node;

/** Where the nodes of a page begin in its source, as the parser noted it. */
final class PageOrigin implements Origin {
  private final Source source;
  private int[] starts = new int[256];
  private int size;

  PageOrigin(Source source) {
    this.source = source;
  }

  /** Takes in a node; its number. */
  int number(Node node) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
    }
    // A node that the parser put in is nowhere.
    starts[size] = Math.max(0, node.sourceRange().startPos());
    return size++;
  }

  @Override
  public Position at(int node, int offset) {
    return source.at(Entities.skip(source.text(), starts[node], offset));
  }
}
