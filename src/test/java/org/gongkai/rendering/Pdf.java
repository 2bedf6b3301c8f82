package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Text taken out of a PDF: a table row a line, spaces between the figures, long labels over several
 * lines with the figures on one of them, merged labels and upright headings mixed in where they
 * happen to lie.
 */
final class Pdf extends Plain {
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
  Pdf(boolean broken, boolean upright, boolean pageNumbers, Random random) {
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
  void table(Sheet sheet) {
    int heads = sheet.headRows();
    if (heads > 0) {
      heads(sheet, heads);
    }
    List<List<String>> lines = new ArrayList<>();
    List<List<Slot>> spanning = new ArrayList<>();
    for (List<Slot> row : sheet.rows().subList(heads, sheet.rows().size())) {
      List<String> figures = new ArrayList<>();
      StringBuilder label = new StringBuilder();
      List<Slot> merged = new ArrayList<>();
      for (Slot slot : row) {
        String text = slot.text().replace("\n", "");
        if (slot.kind() == Slot.Kind.FIGURE) {
          figures.add(text);
        } else if (slot.rows() > 1 && broken) {
          merged.add(slot);
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
  private void weave(List<List<String>> lines, List<List<Slot>> spanning) {
    for (int r = spanning.size() - 1; r >= 0; r--) {
      for (int m = spanning.get(r).size() - 1; m >= 0; m--) {
        Slot slot = spanning.get(r).get(m);
        List<String> pieces = pieces(slot.text().replace("\n", ""), 2 + random.nextInt(3));
        List<int[]> places = new ArrayList<>();
        for (int i = r; i < Math.min(lines.size(), r + slot.rows()); i++) {
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

  private void heads(Sheet sheet, int heads) {
    List<Slot> last = new ArrayList<>();
    List<List<Slot>> rows = sheet.rows().subList(0, heads);
    if (!upright) {
      for (List<Slot> row : rows) {
        line(String.join(" ", row.stream().map(slot -> slot.text().replace("\n", "")).toList()));
      }
      return;
    }
    var matrix = sheet.matrix();
    for (int r = 0; r < heads; r++) {
      List<String> wide = new ArrayList<>();
      for (Slot slot : rows.get(r)) {
        if (slot.columns() > 1) {
          wide.addAll(slot.columns() > 3 ? List.of(slot.text().replace("\n", "")) : List.of());
        }
      }
      if (!wide.isEmpty()) {
        line(String.join(" ", wide));
      }
    }
    for (int c = 0; c < matrix[0].length; c++) {
      Slot slot = matrix[heads - 1][c];
      if (slot != null && slot.columns() == 1) {
        last.add(slot);
      }
    }
    int longest = last.stream().mapToInt(slot -> slot.text().length()).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      List<String> across = new ArrayList<>();
      for (Slot slot : last) {
        String text = slot.text().replace("\n", "");
        if (i < text.length()) {
          across.add(text.substring(i, i + 1));
        }
      }
      line(String.join(" ", across));
    }
    if (sheet.table().equals("requests")) {
      pieces(Sheets.CORNER, 14).forEach(this::line);
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
