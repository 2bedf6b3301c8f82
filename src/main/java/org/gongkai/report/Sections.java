package org.gongkai.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.document.Block;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Text;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a report and the prose in each.
 *
 * @param preamble the prose between the title and the first section
 * @param sections the sections in document order
 */
record Sections(List<Text> preamble, List<SectionText> sections) {

  /** A run of blocks that is a table, from first to last. */
  record Range(int from, int to, int figures) {
    boolean holds(int block) {
      return from <= block && block <= to;
    }
  }

  /** Finds the sections of a document whose tables lie in those ranges. */
  static Sections find(List<Block> blocks, List<Range> tables) {
    List<Integer> starts = new ArrayList<>();
    List<Headings.@Nullable Heading> headings = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Text text = heading(blocks.get(i));
      Headings.Heading heading =
          text == null || holds(tables, i) ? null : Headings.of(text.string());
      headings.add(heading);
    }
    dropSubheadings(headings);
    for (int i = 0; i < blocks.size(); i++) {
      if (headings.get(i) != null) {
        starts.add(i);
      }
    }
    int first = firstRealHeading(headings, starts);
    List<SectionText> found = new ArrayList<>();
    int end = blocks.size();
    for (int at = starts.size() - 1; at >= first; at--) {
      int block = starts.get(at);
      Headings.Heading heading = headings.get(block);
      Text text = heading(blocks.get(block));
      if (heading != null && text != null) {
        found.add(
            0,
            new SectionText(
                heading.section(),
                heading.number(),
                text,
                prose(blocks, tables, block + 1, end),
                figures(tables, block, end)));
      }
      end = block;
    }
    int to = first < starts.size() ? starts.get(first) : 0;
    return new Sections(prose(blocks, tables, Math.max(0, to - 12), to), found);
  }

  /**
   * Where sections are numbered in Chinese (二、主动公开政府信息情况), what is numbered in digits below them
   * (1.主动公开情况) is no section, unless it is one that the others leave open.
   */
  private static void dropSubheadings(List<Headings.@Nullable Heading> headings) {
    Set<Integer> numbered = new HashSet<>();
    for (Headings.Heading heading : headings) {
      if (heading != null && heading.number() > 0 && !heading.digits()) {
        numbered.add(heading.section().number());
      }
    }
    for (int i = 0; i < headings.size() && numbered.size() > 1; i++) {
      Headings.Heading heading = headings.get(i);
      if (heading != null
          && heading.digits()
          && (heading.number() != heading.section().number()
              || numbered.contains(heading.section().number()))) {
        headings.set(i, null);
      }
    }
  }

  /**
   * Headings that follow each other with nothing between are a table of contents: the real ones
   * come after.
   */
  private static int firstRealHeading(
      List<Headings.@Nullable Heading> headings, List<Integer> starts) {
    for (int at = 0; at < starts.size(); at++) {
      boolean repeated = false;
      Headings.Heading heading = headings.get(starts.get(at));
      for (int later = at + 1; later < starts.size() && heading != null; later++) {
        Headings.Heading other = headings.get(starts.get(later));
        repeated |= other != null && other.section() == heading.section();
      }
      boolean closeToNext = at + 1 < starts.size() && starts.get(at + 1) - starts.get(at) == 1;
      boolean closeToLast = at > 0 && starts.get(at) - starts.get(at - 1) == 1;
      if (!(repeated && (closeToNext || closeToLast))) {
        return at;
      }
    }
    return 0;
  }

  static boolean holds(List<Range> tables, int block) {
    for (Range table : tables) {
      if (table.holds(block)) {
        return true;
      }
    }
    return false;
  }

  private static int figures(List<Range> tables, int from, int to) {
    int figures = 0;
    for (Range table : tables) {
      if (table.from >= from && table.from < to) {
        figures += table.figures;
      }
    }
    return figures;
  }

  private static List<Text> prose(List<Block> blocks, List<Range> tables, int from, int to) {
    List<Text> prose = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (holds(tables, i)) {
        continue;
      }
      Block block = blocks.get(i);
      if (block instanceof Paragraph paragraph) {
        prose.add(paragraph.text());
      } else if (block instanceof Grid grid) {
        for (Grid.GridRow row : grid.rows()) {
          for (Grid.GridCell cell : row.cells()) {
            if (cell.text().string().length() > 30) {
              prose.add(cell.text());
            }
          }
        }
      }
    }
    return prose;
  }

  private static @Nullable Text heading(Block block) {
    if (block instanceof Paragraph paragraph) {
      return paragraph.text();
    }
    if (block instanceof Grid grid
        && grid.rows().size() == 1
        && grid.rows().get(0).cells().size() == 1) {
      return grid.rows().get(0).cells().get(0).text();
    }
    return null;
  }
}
