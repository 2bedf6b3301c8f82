package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes text as extracted from a PDF: one line per table row with spaces between the figures, long
 * labels over several lines with the figures on one of them, merged labels and vertical headings at
 * any place between.
 */
final class PdfTextWriter extends TextWriter {
  private final boolean broken;
  private final boolean upright;
  private final boolean pageNumbers;
  private int page = 1;

  /**
   * A writer.
   *
   * @param broken whether labels are broken over lines and merged labels lie between them
   * @param upright whether narrow headings stand upright and are read across
   * @param pageNumbers whether pages end within tables, with their numbers
   */
  PdfTextWriter(boolean broken, boolean upright, boolean pageNumbers, Random random) {
    super(random);
    this.broken = broken;
    this.upright = upright;
    this.pageNumbers = pageNumbers;
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
  void prose(String text) {
    String rest = text;
    while (rest.length() > 36) {
      line(rest.substring(0, 36));
      rest = rest.substring(36);
    }
    line(rest);
  }

  @Override
  void table(LayoutTable layoutTable) {
    int heads = layoutTable.headRows();
    if (heads > 0) {
      heads(layoutTable, heads);
    }
    List<List<String>> lines = new ArrayList<>();
    List<List<LayoutCell>> spanning = new ArrayList<>();
    for (List<LayoutCell> row : layoutTable.rows().subList(heads, layoutTable.rows().size())) {
      List<String> figures = new ArrayList<>();
      StringBuilder label = new StringBuilder();
      List<LayoutCell> merged = new ArrayList<>();
      for (LayoutCell layoutCell : row) {
        String text = layoutCell.text().replace("\n", "");
        if (layoutCell.kind() == LayoutCell.Kind.FIGURE) {
          figures.add(text);
        } else if (layoutCell.rows() > 1 && broken) {
          merged.add(layoutCell);
        } else if (!text.isEmpty()) {
          label.append(label.length() == 0 ? "" : " ").append(text);
        }
      }
      lines.add(lines(label.toString(), figures));
      spanning.add(merged);
    }
    weave(lines, spanning);
    for (List<String> row : lines) {
      row.forEach(this::line);
      if (pageNumbers && random.nextInt(12) == 0) {
        line("— " + ++page + " —");
      }
    }
  }

  private List<String> lines(String label, List<String> figures) {
    String numbers =
        String.join(" ", figures.stream().filter(figure -> !figure.isBlank()).toList());
    int width = broken ? 6 + random.nextInt(6) : 100;
    List<String> pieces = new ArrayList<>(pieces(label, figures.isEmpty() ? 100 : width));
    if (pieces.isEmpty()) {
      pieces.add("");
    }
    int at = random.nextInt(pieces.size());
    if (!numbers.isEmpty()) {
      pieces.set(at, (pieces.get(at) + " " + numbers).trim());
    }
    return pieces;
  }

  /** Puts the pieces of a merged label before lines of the rows that it spans, in order. */
  private void weave(List<List<String>> lines, List<List<LayoutCell>> spanning) {
    for (int r = spanning.size() - 1; r >= 0; r--) {
      for (int m = spanning.get(r).size() - 1; m >= 0; m--) {
        LayoutCell layoutCell = spanning.get(r).get(m);
        List<String> pieces = pieces(layoutCell.text().replace("\n", ""), 2 + random.nextInt(3));
        List<int[]> places = new ArrayList<>();
        for (int i = r; i < Math.min(lines.size(), r + layoutCell.rows()); i++) {
          for (int j = 0; j < lines.get(i).size(); j++) {
            places.add(new int[] {i, j});
          }
        }
        int start = Math.max(0, (places.size() - pieces.size()) / 2);
        for (int p = 0; p < pieces.size(); p++) {
          int[] place = places.get(Math.min(start + p, places.size() - 1));
          List<String> row = lines.get(place[0]);
          if (start + p < places.size()) {
            row.set(place[1], pieces.get(p) + " " + row.get(place[1]));
          } else {
            row.add(pieces.get(p));
          }
        }
      }
    }
  }

  private void heads(LayoutTable layoutTable, int heads) {
    List<LayoutCell> last = new ArrayList<>();
    List<List<LayoutCell>> rows = layoutTable.rows().subList(0, heads);
    if (!upright) {
      for (List<LayoutCell> row : rows) {
        line(
            String.join(
                " ", row.stream().map(layoutCell -> layoutCell.text().replace("\n", "")).toList()));
      }
      return;
    }
    var matrix = layoutTable.matrix();
    for (int r = 0; r < heads; r++) {
      List<String> wide = new ArrayList<>();
      for (LayoutCell layoutCell : rows.get(r)) {
        if (layoutCell.columns() > 1) {
          wide.addAll(
              layoutCell.columns() > 3 ? List.of(layoutCell.text().replace("\n", "")) : List.of());
        }
      }
      if (!wide.isEmpty()) {
        line(String.join(" ", wide));
      }
    }
    for (int c = 0; c < matrix[0].length; c++) {
      LayoutCell layoutCell = matrix[heads - 1][c];
      if (layoutCell != null && layoutCell.columns() == 1) {
        last.add(layoutCell);
      }
    }
    int longest = last.stream().mapToInt(layoutCell -> layoutCell.text().length()).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      List<String> across = new ArrayList<>();
      for (LayoutCell layoutCell : last) {
        String text = layoutCell.text().replace("\n", "");
        if (i < text.length()) {
          across.add(text.substring(i, i + 1));
        }
      }
      line(String.join(" ", across));
    }
    if (layoutTable.table().equals("requests")) {
      pieces(FormTables.CORNER, 14).forEach(this::line);
    }
  }

  /** Breaks words; the number before a label stays with its dot, or it would be a figure. */
  private static List<String> pieces(String text, int width) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + width);
      if (to < text.length() && text.charAt(to) == '.' && to - from > 1) {
        to--;
      }
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }
}
