package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes blocks of pages: tables where lines cross, paragraphs elsewhere. */
final class PageLayout {
  /** Lines wider apart than that, in parts of their size, are of two paragraphs. */
  private static final float LEADING = 3.2f;

  /** A paragraph's last line leaves more than that free, in parts of its size. */
  private static final float FREE = 1.6f;

  private static final float INDENT = .9f;

  /** A line with fewer gaps may be words set apart: table II has three cells beside a label. */
  private static final int LEAST_GAPS = 3;

  /** What is further off the page is not seen. */
  private static final float EDGE = 5;

  /**
   * The tables of a page and the lines beside them.
   *
   * @param isBeyond whether a table reaches beyond the page's sides
   */
  private record Parts(List<RuledTable> tables, List<GlyphLine> lines, boolean isBeyond) {}

  private final List<PdfPage> pages;
  private final List<Parts> parts = new ArrayList<>();
  private final List<Integer> cut = new ArrayList<>();

  /** Between which places the lines of full paragraphs run, on all pages. */
  private float left = Float.MAX_VALUE;

  private float right;

  PageLayout(List<PdfPage> pages) {
    this.pages = pages;
    for (PdfPage page : pages) {
      parts.add(split(page));
    }
    for (int i = 0; i < pages.size(); i++) {
      if (parts.get(i).isBeyond || isCutBelow(i)) {
        cut.add(pages.get(i).number());
      }
    }
    HeadersAndFooters.remove(pages, parts.stream().map(Parts::lines).toList());
    for (Parts part : parts) {
      for (GlyphLine line : part.lines) {
        float width = pages.get(line.page() - 1).width();
        if (line.glyphs().size() >= 15
            && line.box().x1() - line.box().x0() > .35f * width
            && line.gaps() < 2) {
          left = Math.min(left, line.box().x0());
          right = Math.max(right, line.box().x1());
        }
      }
    }
  }

  private Parts split(PdfPage page) {
    List<RuledTable> tables = TableFinder.find(page);
    List<Glyph> rest = new ArrayList<>();
    List<Glyph> outside = new ArrayList<>();
    boolean beyond = false;
    for (Glyph glyph : page.glyphs()) {
      // Of a table within another the inner one is first.
      Optional<RuledTable> table = tables.stream().filter(each -> each.holds(glyph)).findFirst();
      if (table.isPresent()) {
        table.get().put(glyph);
        beyond |= glyph.centerX() < 0 || glyph.centerX() > page.width();
      } else if (glyph.box().x1() > -EDGE && glyph.box().x0() < page.width() + EDGE) {
        rest.add(glyph);
      } else {
        outside.add(glyph);
      }
    }
    for (RuledTable table : tables) {
      table.removeWatermark();
      beyond |= table.box().x0() < -EDGE || table.box().x1() > page.width() + EDGE;
    }
    List<GlyphLine> lines = GlyphLine.of(page.number(), rest);
    return new Parts(tables, lines, beyond || goesOnOutside(lines, outside));
  }

  /** Whether a line of cells, in a table without lines, goes on beside the page. */
  private static boolean goesOnOutside(List<GlyphLine> lines, List<Glyph> outside) {
    return lines.stream()
        .filter(line -> outside.stream().anyMatch(line::isBeside))
        .anyMatch(line -> line.gaps() >= LEAST_GAPS);
  }

  /** Whether a table ends at the lower edge of its page and does not go on on the next. */
  private boolean isCutBelow(int i) {
    PdfPage page = pages.get(i);
    return page.hasMoreBelow()
        && parts.get(i).tables.stream().anyMatch(table -> table.box().y1() > page.height() - EDGE)
        && (i + 1 == pages.size()
            || parts.get(i + 1).tables.stream().noneMatch(table -> table.box().y0() < EDGE));
  }

  /** The pages whose tables are cut off by the page's edge. */
  List<Integer> cut() {
    return cut;
  }

  /** Where paragraphs begin on the left. */
  float left() {
    return left;
  }

  /** The blocks of each page, in reading order. */
  List<List<PageBlock>> blocks() {
    List<List<PageBlock>> blocks = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      blocks.add(blocks(pages.get(i), parts.get(i)));
    }
    return blocks;
  }

  private List<PageBlock> blocks(PdfPage page, Parts part) {
    List<PageBlock> blocks = new ArrayList<>();
    for (RuledTable table : part.tables) {
      TableBlock block = new TableBlock(page.number(), table);
      if (!block.isBlank()) {
        blocks.add(block);
      }
    }
    List<GlyphLine> prose = new ArrayList<>(part.lines);
    for (BareTable table : BareTableFinder.find(part.lines)) {
      blocks.add(table);
      prose.removeAll(table.lines());
    }
    paragraphs(prose, right == 0 ? .85f * page.width() : right, blocks);
    blocks.sort(
        Comparator.comparing(
            PageBlock::box, Comparator.comparingDouble(Box::y0).thenComparingDouble(Box::x0)));
    return blocks;
  }

  private void paragraphs(List<GlyphLine> lines, float end, List<PageBlock> into) {
    List<GlyphLine> open = new ArrayList<>();
    for (GlyphLine line : lines) {
      GlyphLine last = open.isEmpty() ? null : open.get(open.size() - 1);
      if (last != null && !continues(last, line, end)) {
        into.add(new TextBlock(List.copyOf(open), isFull(last, end)));
        open.clear();
      }
      open.add(line);
    }
    if (!open.isEmpty()) {
      into.add(new TextBlock(List.copyOf(open), isFull(open.get(open.size() - 1), end)));
    }
  }

  private static boolean isFull(GlyphLine line, float end) {
    return line.box().x1() > end - FREE * line.size() && line.gaps() < 2;
  }

  private boolean continues(GlyphLine last, GlyphLine next, float end) {
    String said = last.text();
    return isFull(last, end)
        && next.gaps() < 2
        && next.box().x0() < left + INDENT * next.size()
        && next.box().centerY() - last.box().centerY() < LEADING * last.size()
        && Math.abs(next.size() - last.size()) < .15f * next.size()
        && !(LineJoiner.isEnd(said) && LineJoiner.isNumbered(next.text()));
  }
}
