package org.gongkai.document.text;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Text;
import org.gongkai.document.text.TextLine.Kind;

/**
 * Reads rows with a tab between cells. Browsers copy a table so: a row a line, but the tab is on a
 * line of its own, or begins or ends one, where a cell holds paragraphs.
 */
final class TabRows {
  /** A longer line is no part of a heading that goes over lines. */
  private static final int HEADING_PART = 20;

  private final String text;
  private final List<TextLine> lines;
  private final TextBlocks blocks;

  TabRows(String text, List<TextLine> lines, TextBlocks blocks) {
    this.text = text;
    this.lines = lines;
    this.blocks = blocks;
  }

  /** Whether a row begins with a line: it has tabs, or the next one goes on with a tab. */
  boolean beginsAt(int index) {
    TextLine line = lines.get(index);
    return line.strokes() == 0 && (line.tabs() > 0 || line.isSeen() && isBeforeTab(index));
  }

  private boolean isBeforeTab(int index) {
    int next = index + 1;
    while (next < lines.size() && lines.get(next).kind() == Kind.EMPTY) {
      next++;
    }
    if (next == lines.size()) {
      return false;
    }
    TextLine line = lines.get(next);
    return line.kind() == Kind.SEPARATORS
        ? line.tabs() > 0 && next <= index + 2
        : next > index + 1 && isFigureBehindTab(line);
  }

  private static boolean isFigureBehindTab(TextLine line) {
    return line.beginsWithTab() && (line.kind() == Kind.VALUE || line.hasInnerTab());
  }

  /**
   * Reads the row that begins with a line.
   *
   * @return the index behind its last line
   */
  int read(int first) {
    Row row = new Row(lines.get(first));
    int end = first + 1;
    for (int at = end; at < lines.size(); at++) {
      TextLine line = lines.get(at);
      if (line.kind() != Kind.EMPTY) {
        if (!row.goesOnWith(line, at - end)) {
          break;
        }
        row.add(line);
        end = at + 1;
      }
    }
    blocks.rowOrLine(row.texts());
    return end;
  }

  /** A row, and what of it was read last. */
  private final class Row {
    private final List<Cell> cells = new ArrayList<>();
    private TextLine last;

    /** Empty lines within the row: as many as are before the first tab on a line of its own. */
    private int widest = 1;

    private boolean hasTabLines;

    Row(TextLine begin) {
      last = begin;
      cells.add(new Cell(begin.start(), new ArrayList<>(1)));
      add(begin);
    }

    boolean goesOnWith(TextLine line, int gap) {
      if (line.strokes() > 0 || line.isNumbered()) {
        return false;
      }
      if (line.kind() == Kind.SEPARATORS) {
        boolean isRow = line.tabs() > 1 && gap > widest;
        widest = hasTabLines ? widest : gap;
        hasTabLines = true;
        return !isRow;
      }
      boolean isShort = line.kind() == Kind.WORDS && line.to() - line.from() <= HEADING_PART;
      if (line.beginsWithTab()) {
        // Right below a line it begins a row whose first cell is blank, or it is indented.
        boolean isCell = isShort && !cells.get(0).said().isEmpty();
        return gap > 0 && (isCell || isFigureBehindTab(line));
      }
      if (gap > widest || line.hasInnerTab()) {
        return false;
      }
      if (last.kind() == Kind.SEPARATORS) {
        return true;
      }
      if (last.endsWithTab()) {
        return gap > 0 || line.kind() == Kind.VALUE;
      }
      boolean isPart = last.kind() == Kind.WORDS && last.tabs() == 0 && line.tabs() == 0;
      return hasTabLines && isShort && isPart;
    }

    /** Adds what a line says, each tab between two cells. */
    void add(TextLine line) {
      int start = line.start();
      for (int i = start; i <= line.end(); i++) {
        if (i == line.end() || text.charAt(i) == '\t') {
          Text said = blocks.cell(start, i);
          if (!said.string().isEmpty()) {
            cells.get(cells.size() - 1).said().add(said);
          }
          if (i < line.end()) {
            cells.add(new Cell(i + 1, new ArrayList<>(1)));
          }
          start = i + 1;
        }
      }
      last = line;
    }

    List<Text> texts() {
      return cells.stream()
          .map(cell -> cell.said().isEmpty() ? blocks.blank(cell.from()) : Text.join(cell.said()))
          .toList();
    }
  }

  /** A cell: where it begins, and its lines. */
  private record Cell(int from, List<Text> said) {}
}
