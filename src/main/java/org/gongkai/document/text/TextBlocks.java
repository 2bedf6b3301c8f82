package org.gongkai.document.text;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Block;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Source;
import org.gongkai.document.Text;
import org.gongkai.document.TextBuilder;

/** Gathers what a text says: lines become paragraphs, rows that follow each other a grid. */
final class TextBlocks {
  private final String text;
  private final Source origin;
  private final TextBuilder words;
  private final List<Block> blocks = new ArrayList<>();
  private final List<List<Text>> rows = new ArrayList<>();

  private int borders;

  /** Whether there are borders between the rows: lines may be parts of a row then. */
  private boolean isDrawn;

  TextBlocks(String text) {
    this.text = text;
    this.origin = new Source(text);
    this.words = new TextBuilder(origin);
  }

  /** What is said between two places, a blank where nothing is. */
  Text cell(int from, int to) {
    words.add(text, 0, from, to);
    Text said = words.take();
    return said == null ? blank(from) : said;
  }

  Text blank(int at) {
    return Text.blank(0, at, origin);
  }

  void line(int from, int to) {
    endGrid();
    paragraph(cell(from, to));
  }

  /** A row, whatever it says. */
  void row(List<Text> cells) {
    rows.add(cells);
  }

  /** A row, or a line that is indented by a tab or has a stroke: a row says several things. */
  void rowOrLine(List<Text> cells) {
    long filled = cells.stream().filter(cell -> !cell.string().isEmpty()).count();
    if (filled > 1 || filled == 1 && !rows.isEmpty()) {
      rows.add(cells);
    } else {
      cells.forEach(this::paragraph);
    }
  }

  /** A border: one is below the heads of a table in Markdown, several are drawn around rows. */
  void border() {
    borders++;
    isDrawn |= borders > 1;
  }

  /** An empty line: what follows is another table, if any. */
  void gap() {
    borders = 0;
  }

  List<Block> end() {
    endGrid();
    return blocks;
  }

  private void endGrid() {
    if (isDrawn) {
      rows.forEach(row -> row.forEach(this::paragraph));
    } else if (!rows.isEmpty()) {
      blocks.add(new Grid(rows.stream().map(TextBlocks::gridRow).toList()));
    }
    rows.clear();
    isDrawn = false;
    borders = 0;
  }

  private static GridRow gridRow(List<Text> cells) {
    return new GridRow(cells.stream().map(cell -> new GridCell(cell, 1, 1)).toList());
  }

  private void paragraph(Text said) {
    if (!said.string().isEmpty()) {
      blocks.add(new Paragraph(said));
    }
  }
}
