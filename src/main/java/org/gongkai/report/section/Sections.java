package org.gongkai.report.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.document.Block;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Text;
import org.gongkai.form.Section;
import org.gongkai.report.SectionText;
import org.gongkai.report.section.Headings.Heading;
import org.gongkai.text.Ascii;
import org.gongkai.text.TextNormalizer;
import org.gongkai.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a report and the prose in each. Get them with {@link #find}.
 *
 * @param preamble the prose between the title and the first section
 * @param sections the sections in document order
 */
public record Sections(List<Text> preamble, List<SectionText> sections) {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,2})?");
  private static final String BEHIND_NUMBER = "年月日场期篇万%";

  /**
   * The blocks that a table takes up.
   *
   * @param from the index of the first
   * @param to the index of the last
   * @param figures the number of figures in them
   */
  public record Range(int from, int to, int figures) {
    public boolean holds(int block) {
      return from <= block && block <= to;
    }
  }

  /** Where a section begins: the block that is its heading. */
  private record Start(int block, Text text, Heading heading) {
    Section section() {
      return heading.section();
    }
  }

  /**
   * Finds the sections of a document.
   *
   * @param tables the ranges of its tables, in which no headings are searched
   */
  public static Sections find(List<Block> blocks, List<Range> tables) {
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Text text = heading(blocks.get(i));
      Heading heading = text == null || holds(tables, i) ? null : Headings.of(text.string());
      if (text != null && heading != null) {
        starts.add(new Start(i, text, heading));
      }
    }
    dropSubheadings(starts);
    int first = firstAfterContents(starts);
    List<SectionText> found = new ArrayList<>();
    for (int at = first; at < starts.size(); at++) {
      Start start = starts.get(at);
      int end = at + 1 < starts.size() ? starts.get(at + 1).block() : blocks.size();
      found.add(
          new SectionText(
              start.section(),
              start.heading().number(),
              start.text(),
              prose(blocks, tables, start.block() + 1, end),
              figures(tables, start.block(), end)));
    }
    int to = first < starts.size() ? starts.get(first).block() : 0;
    return new Sections(prose(blocks, tables, Math.max(0, to - 12), to), found);
  }

  /**
   * Drops headings numbered in digits or brackets (1.主动公开情况, （一）主动公开情况) where others are numbered
   * in Chinese (二、主动公开政府信息情况): they are subheadings. One is kept if it has the number and title of
   * a section that no other heading begins.
   */
  private static void dropSubheadings(List<Start> starts) {
    Set<Integer> numbered = new HashSet<>();
    for (Start start : starts) {
      if (start.heading().number() > 0 && !start.heading().minor()) {
        numbered.add(start.section().number());
      }
    }
    if (!numbered.isEmpty()) {
      starts.removeIf(
          start ->
              start.heading().minor()
                  && (start.heading().number() != start.section().number()
                      || numbered.size() > 1 && numbered.contains(start.section().number())
                      || numbered.size() == 1 && inBrackets(start) && !isTitle(start)));
    }
  }

  private static boolean inBrackets(Start start) {
    return "(（".indexOf(start.text().string().strip().charAt(0)) >= 0;
  }

  /** Whether a heading has the title of its section as the form prints it. */
  private static boolean isTitle(Start start) {
    return TextNormalizer.key(start.text().string())
        .endsWith(TextNormalizer.key(start.section().title()));
  }

  /**
   * The index of the first heading after the table of contents, whose headings follow each other
   * directly and are repeated later.
   */
  private static int firstAfterContents(List<Start> starts) {
    Map<Integer, Integer> last = new HashMap<>();
    for (int at = 0; at < starts.size(); at++) {
      last.put(starts.get(at).section().number(), at);
    }
    for (int at = 0; at < starts.size(); at++) {
      Start start = starts.get(at);
      boolean repeated = last.getOrDefault(start.section().number(), at) > at;
      boolean closeToNext =
          at + 1 < starts.size() && starts.get(at + 1).block() - start.block() == 1;
      boolean closeToLast = at > 0 && start.block() - starts.get(at - 1).block() == 1;
      if (!(repeated && (closeToNext || closeToLast))) {
        return at;
      }
    }
    return 0;
  }

  /** Whether a block is in one of the ranges. */
  public static boolean holds(List<Range> tables, int block) {
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
        int last = prose.size() - 1;
        if (last >= 0 && isNumberBefore(prose.get(last).string(), paragraph.text().string())) {
          prose.set(last, prose.get(last).with(paragraph.text()));
        } else {
          prose.add(paragraph.text());
        }
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

  /** Whether a paragraph is only a number that belongs to the beginning of the next. */
  private static boolean isNumberBefore(String number, String words) {
    return Ascii.isDigit(number.charAt(0))
        && NUMBER.matcher(number).matches()
        && (BEHIND_NUMBER.indexOf(words.charAt(0)) >= 0 || Units.isUnit(words.substring(0, 1)));
  }

  /**
   * The text of a block that can be a heading; null for a grid. A table of one column is read as
   * paragraphs, so words in a grid have other cells beside them.
   */
  private static @Nullable Text heading(Block block) {
    return block instanceof Paragraph paragraph ? paragraph.text() : null;
  }
}
