package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes a page as text. */
abstract class Plain {
  protected final StringBuilder out = new StringBuilder();
  protected final Random random;

  Plain(Random random) {
    this.random = random;
  }

  /** The whole text. */
  final String page(List<Part> parts) {
    for (Part part : parts) {
      if (part instanceof Part.Title it) {
        line(it.text());
      } else if (part instanceof Part.Heading it) {
        line(it.text());
      } else if (part instanceof Part.Prose it) {
        prose(it.text());
      } else if (part instanceof Part.Tabled it) {
        table(it.sheet());
      } else if (part instanceof Part.Menu it) {
        it.items().forEach(this::line);
      } else if (part instanceof Part.Index it) {
        it.rows().forEach(row -> line(String.join(" ", row)));
      } else if (part instanceof Part.Box it) {
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

  abstract void table(Sheet sheet);

  /** Whether a blank cell still shows as a place. */
  boolean keepsBlanks() {
    return true;
  }

  /** A cell a line, blank cells nowhere: text as saved from a page. */
  static final class Lines extends Plain {
    Lines(Random random) {
      super(random);
    }

    @Override
    boolean keepsBlanks() {
      return false;
    }

    @Override
    void table(Sheet sheet) {
      for (List<Slot> row : sheet.rows()) {
        for (Slot slot : row) {
          for (String piece : slot.text().split("\n")) {
            if (!piece.isBlank()) {
              line(slot.kind() == Slot.Kind.FIGURE && random.nextInt(5) == 0 ? " " + piece : piece);
            }
          }
        }
      }
      out.append(" \n\n");
    }
  }

  /** A cell a line, a pipe ending the cell; covered places are pipes only. */
  static final class PipeEnds extends Plain {
    PipeEnds(Random random) {
      super(random);
    }

    /** A line of pipes only may as well end a row as be a blank cell. */
    @Override
    boolean keepsBlanks() {
      return false;
    }

    @Override
    void table(Sheet sheet) {
      for (List<Slot> row : sheet.rows()) {
        for (int i = 0; i < row.size(); i++) {
          Slot slot = row.get(i);
          out.append(slot.text().replace("\n", " "))
              .append(" |")
              .append("|".repeat(slot.columns() - 1));
          out.append('\n');
        }
      }
      out.append('\n');
    }
  }

  /** A row a line, cells between separators, spans flattened to empty cells. */
  static final class Separated extends Plain {
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
    void table(Sheet sheet) {
      @Nullable Slot[][] matrix = sheet.matrix();
      for (int r = 0; r < matrix.length; r++) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < matrix[r].length; c++) {
          Slot slot = Sheet.beginning(matrix, r, c);
          cells.add(slot != null ? slot.text().replace("\n", rule ? "<br>" : "") : "");
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
  static final class Copied extends Plain {
    Copied(Random random) {
      super(random);
    }

    @Override
    void table(Sheet sheet) {
      for (List<Slot> row : sheet.rows()) {
        List<String> cells = new ArrayList<>();
        for (Slot slot : row) {
          cells.add(slot.text().isBlank() ? "\u00a0" : slot.text());
        }
        out.append("\n\n").append(String.join("\n\n\t\n\n", cells)).append("\n\n\n");
      }
    }
  }

  /** Saved as text by a word processor: a cell a line, a blank line for blank and covered ones. */
  static final class CellLines extends Plain {
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
    void table(Sheet sheet) {
      @Nullable Slot[][] matrix = sheet.matrix();
      for (int r = 0; r < matrix.length; r++) {
        for (int c = 0; c < matrix[r].length; c++) {
          Slot slot = Sheet.beginning(matrix, r, c);
          boolean above = slot == null && r > 0 && matrix[r][c] == matrix[r - 1][c];
          if (slot != null) {
            line(slot.text().isBlank() ? blank : slot.text());
          } else if (above) {
            line("");
          }
        }
      }
    }
  }

  /** A cell a line, a stroke behind each, blank ones a stroke alone. */
  static final class StrokeLines extends Plain {
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
    void table(Sheet sheet) {
      for (List<Slot> row : sheet.rows()) {
        for (Slot slot : row) {
          line(before + slot.text().replace("\n", " ") + behind);
        }
      }
    }
  }
}
