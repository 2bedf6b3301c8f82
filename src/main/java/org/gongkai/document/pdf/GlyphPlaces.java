package org.gongkai.document.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.document.Origin;
import org.gongkai.document.Position;

/**
 * Where glyphs are: the page, which line of it from the top, which glyph of the line. A node is a
 * page, an offset a glyph's number; found when the first is asked for.
 */
final class GlyphPlaces implements Origin {
  private final List<PdfPage> pages;
  private final Map<Integer, Map<Integer, Position>> known = new HashMap<>();

  GlyphPlaces(List<PdfPage> pages) {
    this.pages = pages;
  }

  @Override
  public synchronized Position at(int node, int offset) {
    int page = Math.max(1, Math.min(node, pages.size()));
    Map<Integer, Position> places = known.computeIfAbsent(page, this::places);
    Position place = places.get(offset);
    Position before = places.get(offset - 1);
    if (place != null) {
      return place;
    }
    return before == null
        ? new Position(page, 1, 1)
        : new Position(page, before.line(), before.column() + 1);
  }

  private Map<Integer, Position> places(int page) {
    Map<Integer, Position> places = new HashMap<>();
    int number = 1;
    for (GlyphLine line : GlyphLine.of(page, pages.get(page - 1).glyphs())) {
      int column = 1;
      for (Glyph glyph : line.glyphs()) {
        places.put(glyph.index(), new Position(page, number, column++));
      }
      number++;
    }
    return places;
  }
}
