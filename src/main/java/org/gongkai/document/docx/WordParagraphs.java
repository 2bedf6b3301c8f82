package org.gongkai.document.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.document.Origin;
import org.gongkai.document.Position;

/**
 * Where words are in a Word document: the paragraph is the line; the column counts code points, for
 * which pairs of surrogates are noted.
 */
final class WordParagraphs implements Origin {
  private final Map<Integer, List<Integer>> pairs = new HashMap<>();

  void surrogates(String text, int node, int base) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i))) {
        pairs.computeIfAbsent(node, n -> new ArrayList<>()).add(base + i);
      }
    }
  }

  @Override
  public Position at(int node, int offset) {
    int column = offset + 1;
    for (int pair : pairs.getOrDefault(node, List.of())) {
      if (pair < offset) {
        column--;
      }
    }
    return new Position(Math.max(1, node), column);
  }
}
