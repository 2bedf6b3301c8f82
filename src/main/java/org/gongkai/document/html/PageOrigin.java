package org.gongkai.document.html;

import java.lang.ref.SoftReference;
import java.util.stream.IntStream;
import org.gongkai.document.Origin;
import org.gongkai.document.Position;
import org.gongkai.document.Source;
import org.gongkai.text.Entities;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Knows where the nodes of a page begin, or finds it when the first is asked for. */
final class PageOrigin implements Origin {
  private final Source source;

  /** The tree as it was parsed, as long as there is room for it. */
  private final SoftReference<Element> root;

  private int @Nullable [] starts;

  PageOrigin(Source source, Element root, boolean atOnce) {
    this.source = source;
    this.root = new SoftReference<>(atOnce ? null : root);
    starts = atOnce ? NodeLocator.follow(source.text(), root) : null;
  }

  @Override
  public synchronized Position at(int node, int offset) {
    int[] known = starts;
    if (known == null) {
      Element tree = root.get();
      known = tree == null ? null : NodeLocator.follow(source.text(), tree);
      known = known == null ? tracked() : known;
      starts = known;
      root.clear();
    }
    int start = node < known.length ? known[node] : 0;
    return source.at(Entities.skip(source.text(), start, offset));
  }

  private int[] tracked() {
    IntStream.Builder found = IntStream.builder();
    HtmlReader.parse(source.text(), true)
        .nodeStream()
        .forEach(node -> found.add(Math.max(0, node.sourceRange().startPos())));
    return found.build().toArray();
  }
}
