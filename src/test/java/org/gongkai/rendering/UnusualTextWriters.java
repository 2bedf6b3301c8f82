package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writers of text as exported by spreadsheets, terminals or scanners. */
final class UnusualTextWriters {
  private UnusualTextWriters() {}

  /** A label on a line, its figures on the next, wide blanks between. */
  static final class TwoLines extends TextWriter {
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
    void table(LayoutTable layoutTable) {
      for (List<LayoutCell> row : layoutTable.rows()) {
        List<String> figures = new ArrayList<>();
        for (LayoutCell layoutCell : row) {
          String text = layoutCell.text().replace("\n", "");
          if (layoutCell.kind() == LayoutCell.Kind.FIGURE) {
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
  static final class Pages extends TextWriter {
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
    void table(LayoutTable layoutTable) {
      for (List<LayoutCell> row : layoutTable.rows()) {
        StringBuilder line = new StringBuilder();
        for (LayoutCell layoutCell : row) {
          String text = layoutCell.text().replace("\n", "");
          line.append(
              text.isEmpty()
                  ? ""
                  : text + GeneratedReport.pick(random, List.of("　", "   ", "\u00a0\u00a0")));
        }
        out.append(line.toString().strip()).append('\n');
        if (random.nextInt(9) == 0) {
          page++;
          out.append(
              GeneratedReport.pick(
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
}
