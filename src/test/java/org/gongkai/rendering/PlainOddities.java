package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Text that came out of something else: a spreadsheet, a terminal, a scanner's pages. */
final class PlainOddities {
  private PlainOddities() {}

  private static List<List<String>> cells(Sheet sheet) {
    @Nullable Slot[][] matrix = sheet.matrix();
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < matrix.length; r++) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < matrix[r].length; c++) {
        Slot slot = Sheet.beginning(matrix, r, c);
        cells.add(slot != null ? slot.text().replace("\n", "") : "");
      }
      rows.add(cells);
    }
    return rows;
  }

  /** A label on a line, its figures on the next, wide blanks between. */
  static final class TwoLines extends Plain {
    private final String gap;

    TwoLines(String gap, Random random) {
      super(random);
      this.gap = gap;
    }

    @Override
    boolean keepsBlanks() {
      return false;
    }

    @Override
    void line(String text) {
      out.append(text).append('\n');
    }

    @Override
    void table(Sheet sheet) {
      for (List<Slot> row : sheet.rows()) {
        List<String> figures = new ArrayList<>();
        for (Slot slot : row) {
          String text = slot.text().replace("\n", "");
          if (slot.kind() == Slot.Kind.FIGURE) {
            figures.add(text);
          } else if (!text.isEmpty()) {
            line(text);
          }
        }
        if (!figures.isEmpty()) {
          line(String.join(gap, figures));
        }
      }
    }
  }

  /**
   * A row a line, wide blanks between cells, long rows broken; what a page is headed by between.
   */
  static final class Pages extends Plain {
    private String title = "";
    private int page = 1;

    Pages(Random random) {
      super(random);
    }

    @Override
    boolean keepsBlanks() {
      return false;
    }

    @Override
    void line(String text) {
      if (title.isEmpty() && text.contains("年度报告")) {
        title = text;
      }
      out.append(text).append('\n');
    }

    @Override
    void table(Sheet sheet) {
      for (List<Slot> row : sheet.rows()) {
        StringBuilder line = new StringBuilder();
        for (Slot slot : row) {
          String text = slot.text().replace("\n", "");
          line.append(
              text.isEmpty() ? "" : text + Drawn.pick(random, List.of("　", "   ", "\u00a0\u00a0")));
        }
        out.append(line.toString().strip()).append('\n');
        if (random.nextInt(9) == 0) {
          page++;
          out.append(
              Drawn.pick(
                  random,
                  List.of(
                      "第 " + page + " 页 共 9 页\n" + title + "\n",
                      "\f" + title + "　　" + page + "\n",
                      "- " + page + " -\n\n",
                      page + "/9\n",
                      "Page " + page + " of 9\n")));
        }
      }
    }
  }

  /** Markdown with bold figures and escaped bars. */
  static final class Bold extends Plain {
    Bold(Random random) {
      super(random);
    }

    @Override
    void table(Sheet sheet) {
      List<List<String>> rows = cells(sheet);
      for (int r = 0; r < rows.size(); r++) {
        out.append("|");
        for (String cell : rows.get(r)) {
          String mark = cell.isBlank() ? "" : random.nextInt(5) == 0 ? "**" : "";
          out.append(' ').append(mark).append(cell).append(mark).append(" |");
        }
        out.append('\n');
        if (r == 0) {
          out.append("|").append(" :---: |".repeat(rows.get(0).size())).append('\n');
        }
      }
      out.append('\n');
    }
  }
}
