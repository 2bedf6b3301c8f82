package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes a page as plain text. */
abstract class TextWriter {
  protected final StringBuilder out = new StringBuilder();
  protected final Random random;

  TextWriter(Random random) {
    this.random = random;
  }

  /** The whole text. */
  final String page(List<PageElement> parts) {
    for (PageElement part : parts) {
      if (part instanceof PageElement.Title it) {
        line(it.text());
      } else if (part instanceof PageElement.Heading it) {
        line(it.text());
      } else if (part instanceof PageElement.Paragraph it) {
        prose(it.text());
      } else if (part instanceof PageElement.TableElement it) {
        table(it.layoutTable());
      } else if (part instanceof PageElement.Menu it) {
        it.items().forEach(this::line);
      } else if (part instanceof PageElement.Index it) {
        it.rows().forEach(row -> line(String.join(" ", row)));
      } else if (part instanceof PageElement.Box it) {
        it.lines().forEach(this::line);
      }
    }
    return out.toString();
  }

  void line(String text) {
    out.append(text).append("\n\n");
  }

  void prose(String text) {
    line(text);
  }

  abstract void table(LayoutTable layoutTable);

  /** Whether a blank cell still shows as a place. */
  boolean keepsBlanks() {
    return true;
  }

  /** A cell a line, blank cells nowhere: text as saved from a page. */
  static final class Lines extends TextWriter {
    Lines(Random random) {
      super(random);
    }

    @Override
    boolean keepsBlanks() {
      return false;
    }

    @Override
    void table(LayoutTable layoutTable) {
      for (List<LayoutCell> row : layoutTable.rows()) {
        for (LayoutCell layoutCell : row) {
          for (String piece : layoutCell.text().split("\n")) {
            if (!piece.isBlank()) {
              line(
                  layoutCell.kind() == LayoutCell.Kind.FIGURE && random.nextInt(5) == 0
                      ? " " + piece
                      : piece);
            }
          }
        }
      }
      out.append(" \n\n");
    }
  }

  /** A cell a line, a pipe ending the cell; covered places are pipes only. */
  static final class PipeEnds extends TextWriter {
    PipeEnds(Random random) {
      super(random);
    }

    /** A line of pipes only may as well end a row as be a blank cell. */
    @Override
    boolean keepsBlanks() {
      return false;
    }

    @Override
    void table(LayoutTable layoutTable) {
      for (List<LayoutCell> row : layoutTable.rows()) {
        for (int i = 0; i < row.size(); i++) {
          LayoutCell layoutCell = row.get(i);
          out.append(layoutCell.text().replace("\n", " "))
              .append(" |")
              .append("|".repeat(layoutCell.columns() - 1));
          out.append('\n');
        }
      }
      out.append('\n');
    }
  }

  /** A row a line, cells between separators, spans flattened to empty cells. */
  static final class Separated extends TextWriter {
    private final String start;
    private final String between;
    private final String end;
    private final boolean rule;

    Separated(String start, String between, String end, boolean rule, Random random) {
      super(random);
      this.start = start;
      this.between = between;
      this.end = end;
      this.rule = rule;
    }

    @Override
    void table(LayoutTable layoutTable) {
      @Nullable LayoutCell[][] matrix = layoutTable.matrix();
      for (int r = 0; r < matrix.length; r++) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < matrix[r].length; c++) {
          LayoutCell layoutCell = LayoutTable.beginning(matrix, r, c);
          cells.add(layoutCell != null ? layoutCell.text().replace("\n", rule ? "<br>" : "") : "");
        }
        out.append(start).append(String.join(between, cells)).append(end).append('\n');
        if (r == 0 && rule) {
          out.append(start)
              .append(String.join(between, java.util.Collections.nCopies(cells.size(), "---")));
          out.append(end).append('\n');
        }
      }
      out.append('\n');
    }
  }

  /** Copied out of a browser, cells that hold paragraphs: a tab on a line of its own between. */
  static final class Copied extends TextWriter {
    Copied(Random random) {
      super(random);
    }

    @Override
    void table(LayoutTable layoutTable) {
      for (List<LayoutCell> row : layoutTable.rows()) {
        List<String> cells = new ArrayList<>();
        for (LayoutCell layoutCell : row) {
          cells.add(layoutCell.text().isBlank() ? "\u00a0" : layoutCell.text());
        }
        out.append("\n\n").append(String.join("\n\n\t\n\n", cells)).append("\n\n\n");
      }
    }
  }

  /** Saved as text by a word processor: a cell a line, a blank line for blank and covered ones. */
  static final class CellLines extends TextWriter {
    private final String blank;

    CellLines(String blank, Random random) {
      super(random);
      this.blank = blank;
    }

    /** An empty line may as well stand for a covered place. */
    @Override
    boolean keepsBlanks() {
      return !blank.isEmpty();
    }

    @Override
    void line(String text) {
      out.append(text).append('\n');
    }

    @Override
    void table(LayoutTable layoutTable) {
      @Nullable LayoutCell[][] matrix = layoutTable.matrix();
      for (int r = 0; r < matrix.length; r++) {
        for (int c = 0; c < matrix[r].length; c++) {
          LayoutCell layoutCell = LayoutTable.beginning(matrix, r, c);
          boolean above = layoutCell == null && r > 0 && matrix[r][c] == matrix[r - 1][c];
          if (layoutCell != null) {
            line(layoutCell.text().isBlank() ? blank : layoutCell.text());
          } else if (above) {
            line("");
          }
        }
      }
    }
  }

  /** A cell a line, a stroke behind each, blank ones a stroke alone. */
  static final class StrokeLines extends TextWriter {
    private final String before;
    private final String behind;

    StrokeLines(String before, String behind, Random random) {
      super(random);
      this.before = before;
      this.behind = behind;
    }

    /** Where strokes lead, a row's last blank cell and the next row's stroke look alike. */
    @Override
    boolean keepsBlanks() {
      return !behind.isEmpty();
    }

    @Override
    void line(String text) {
      out.append(text).append('\n');
    }

    @Override
    void table(LayoutTable layoutTable) {
      for (List<LayoutCell> row : layoutTable.rows()) {
        for (LayoutCell layoutCell : row) {
          line(before + layoutCell.text().replace("\n", " ") + behind);
        }
      }
    }
  }
}
