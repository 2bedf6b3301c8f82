package org.gongkai.document.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Pages;
import org.gongkai.document.Document.WebPage;
import org.gongkai.document.Format;
import org.gongkai.document.Text;
import org.gongkai.document.charset.Decoded;
import org.gongkai.document.text.TextLine.Kind;
import org.gongkai.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain text. A line is a paragraph, or a row where strokes or tabs are between its cells.
 *
 * <p>Where blank cells are there to be seen, cells that are on lines of their own are rows too:
 *
 * <ul>
 *   <li>browsers copy a table with a tab between cells, on a line of its own where a cell holds
 *       paragraphs ({@link TabRows});
 *   <li>Word and LibreOffice write a cell a line, a blank one as a blank line;
 *   <li>pages are saved with a stroke behind each cell, a blank one as a stroke alone ({@link
 *       LineRows}).
 * </ul>
 *
 * <p>Blanks within a line are no borders: how many figures are in such a line is for somebody to
 * tell who knows the form.
 */
public final class TextReader {
  /** Fewer figures side by side say nothing about the layout: table II has rows of three. */
  private static final int LEAST_CELLS = 4;

  private static final int MOST_CELLS = 40;

  private final String text;
  private final List<TextLine> lines;
  private final TextLayout layout;
  private final TextBlocks blocks;
  private final LineRows lineRows;

  /** How many cells most rows of cells on lines of their own have; 0 where there are no such. */
  private final int usual;

  private TextReader(String text) {
    this.text = text;
    this.lines = TextLine.of(text);
    this.layout = TextLayout.of(lines);
    this.blocks = new TextBlocks(text);
    this.lineRows = new LineRows(layout, this::row);
    int shown = layout.blanksAreShown() ? usualLength(LineRows::shown) : 0;
    this.usual = layout.blanksAreShown() && shown == 0 ? usualLength(List::size) : shown;
  }

  /** Reads a text. */
  public static Document read(Decoded decoded) {
    TextReader reader = new TextReader(decoded.text());
    reader.read();
    return new Document(
        Format.TEXT,
        decoded.charset(),
        decoded.from(),
        reader.blocks.end(),
        List.of(),
        WebPage.NONE,
        false,
        null,
        Pages.NONE);
  }

  /**
   * How many cells most rows have if they are on lines of their own; 0 if rows are of any length.
   *
   * @param length what counts as the length of a row
   */
  private int usualLength(ToIntFunction<List<@Nullable TextLine>> length) {
    int[] counts = new int[MOST_CELLS + 1];
    LineRows rows =
        new LineRows(
            layout, (label, cells) -> counts[Math.min(length.applyAsInt(cells), MOST_CELLS)]++);
    for (TextLine line : lines) {
      if (line.tabs() > 0) {
        rows.end();
      } else {
        rows.add(line);
      }
    }
    rows.end();
    int all = 0;
    int most = LEAST_CELLS;
    for (int i = LEAST_CELLS; i < counts.length; i++) {
      all += counts[i];
      most = counts[i] > counts[most] ? i : most;
    }
    // Where blank cells were dropped, rows are of any length.
    return all > 0 && counts[most] * 4 >= all * 3 ? most : 0;
  }

  private void read() {
    TabRows tabRows = new TabRows(text, lines, blocks);
    int i = 0;
    while (i < lines.size()) {
      TextLine line = lines.get(i++);
      if (!layout.tabsAreLost() && tabRows.beginsAt(i - 1)) {
        lineRows.end();
        i = tabRows.read(i - 1);
      } else if (line.kind() == Kind.BORDER) {
        blocks.border();
      } else if (line.strokes() > 0 && !layout.strokesEndCells()) {
        lineRows.end();
        blocks.rowOrLine(split(line));
      } else if (usual > 0) {
        lineRows.add(line);
      } else if (line.isSeen()) {
        blocks.line(line.from(), line.to());
      } else if (line.kind() == Kind.EMPTY) {
        blocks.gap();
      }
    }
    lineRows.end();
  }

  /** The cells of a line with strokes between. */
  private List<Text> split(TextLine line) {
    List<Text> cells = new ArrayList<>();
    int start = line.start();
    for (int i = start; i <= line.end(); i++) {
      if (i == line.end() || Characters.isVerticalBar(text.charAt(i))) {
        cells.add(blocks.cell(start, i));
        start = i + 1;
      }
    }
    if (layout.strokesAround() && line.closes()) {
      cells.remove(cells.size() - 1);
    }
    return layout.strokesLead() && line.opens() ? cells.subList(1, cells.size()) : cells;
  }

  /** Cells on lines of their own: a row if some of them are blank, else lines. */
  private void row(@Nullable TextLine label, List<@Nullable TextLine> cells) {
    if (isRow(cells, label == null ? LEAST_CELLS : 2)) {
      List<Text> row = new ArrayList<>();
      int end = 0;
      if (label != null) {
        row.add(blocks.cell(label.from(), label.to()));
        end = label.to();
      }
      for (TextLine cell : cells) {
        row.add(isFigure(cell) ? blocks.cell(cell.from(), cell.to()) : blocks.blank(end));
        end = cell == null ? end : cell.to();
      }
      blocks.row(row);
      return;
    }
    if (label != null) {
      blocks.line(label.from(), label.to());
    }
    for (TextLine cell : cells) {
      if (isFigure(cell)) {
        blocks.line(cell.from(), cell.to());
      }
    }
  }

  private boolean isRow(List<@Nullable TextLine> cells, int least) {
    int shown = layout.strokesEndCells() ? cells.size() : LineRows.shown(cells);
    boolean hasBlank = cells.subList(0, shown).stream().anyMatch(cell -> !isFigure(cell));
    // A row that is blank throughout shows nothing of its cells but how many there are.
    return shown >= least && hasBlank || shown == 0 && cells.size() >= usual;
  }

  private static boolean isFigure(@Nullable TextLine cell) {
    return cell != null && cell.kind() == Kind.VALUE;
  }
}
