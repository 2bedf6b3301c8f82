package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A table drawn with characters, cells of several lines within its borders, in habits drawn at
 * random: what it is drawn with, how wide a Chinese character counts, where words stand in a cell,
 * whether spans are drawn, how much room there is.
 */
final class Bordered extends Plain {
  /** Lines, bars, and crossings row by row: what meets above, in the middle, below. */
  private enum Style {
    ASCII("-|+++++++++"),
    LIGHT("─│┌┬┐├┼┤└┴┘"),
    HEAVY("━┃┏┳┓┣╋┫┗┻┛"),
    DOUBLE("═║╔╦╗╠╬╣╚╩╝"),
    DASHES("-||||||||||");

    private final String strokes;

    Style(String strokes) {
      this.strokes = strokes;
    }

    char line() {
      return strokes.charAt(0);
    }

    char bar() {
      return strokes.charAt(1);
    }

    /** What stands where borders lead up, down, left and right, as far as they do. */
    char crossing(boolean up, boolean down, boolean left, boolean right) {
      if (!left && !right) {
        return bar();
      }
      if (!up && !down) {
        return line();
      }
      int row = up && down ? 1 : up ? 2 : 0;
      int column = left && right ? 1 : left ? 2 : 0;
      return strokes.charAt(2 + row * 3 + column);
    }
  }

  /** A slot as it is drawn. */
  private static final class Box {
    final Slot slot;
    final int row;
    final int column;
    List<String> lines = List.of();
    int next;

    Box(Slot slot, int row, int column) {
      this.slot = slot;
      this.row = row;
      this.column = column;
    }
  }

  private final Style style;
  private final int wide;
  private final boolean spans;
  private final boolean wraps;
  private final int padding;
  private final double ragged;
  private final int valign;
  private final String indent;

  /**
   * Draws habits.
   *
   * @param wraps whether cells are narrow
   * @param ragged whether bars stand aside
   */
  Bordered(boolean wraps, boolean ragged, Random random) {
    super(random);
    this.wraps = wraps;
    this.style = Drawn.pick(random, List.of(Style.values()));
    this.wide = Drawn.pick(random, List.of(2, 2, 1, 3));
    this.spans = random.nextBoolean();
    this.padding = random.nextInt(3);
    this.ragged = ragged ? 0.3 : 0;
    this.valign = random.nextInt(3);
    this.indent = Drawn.pick(random, List.of("", "", "  ", "> "));
  }

  @Override
  void table(Sheet sheet) {
    @Nullable Slot[][] matrix = (spans ? sheet : flat(sheet)).matrix();
    int rows = matrix.length;
    int columns = matrix[0].length;
    Box[][] boxes = boxes(matrix);
    int[] widths = widths(boxes, columns);
    int[] heights = new int[rows];
    Arrays.fill(heights, 1);
    for (Box[] row : boxes) {
      for (Box box : row) {
        box.lines = wrap(box.slot.text().replace("\n", ""), width(box, widths));
        int bottom = Math.min(rows, box.row + box.slot.rows());
        int room = bottom - box.row - 1;
        for (int i = box.row; i < bottom; i++) {
          room += heights[i];
        }
        heights[bottom - 1] += Math.max(0, box.lines.size() - room);
      }
    }
    for (Box[] row : boxes) {
      for (Box box : row) {
        align(box, heights);
      }
    }
    rule(boxes, -1, widths);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < heights[row]; i++) {
        out.append(indent);
        for (int column = 0; column < columns; column++) {
          Box box = boxes[row][column];
          if (box.column == column) {
            out.append(style.bar());
            words(box, widths);
          }
        }
        out.append(style.bar()).append('\n');
      }
      rule(boxes, row, widths);
    }
    out.append('\n');
  }

  /** The same with a blank slot wherever a span covers one. */
  private static Sheet flat(Sheet sheet) {
    @Nullable Slot[][] matrix = sheet.matrix();
    @Nullable Slot[][] flat = new Slot[matrix.length][];
    for (int r = 0; r < matrix.length; r++) {
      flat[r] = new Slot[matrix[r].length];
      for (int c = 0; c < matrix[r].length; c++) {
        Slot slot = Sheet.beginning(matrix, r, c);
        flat[r][c] = slot != null ? slot.span(1, 1) : Slot.empty();
      }
    }
    return Sheet.of(sheet.table(), flat);
  }

  private static Box[][] boxes(@Nullable Slot[][] matrix) {
    Box[][] boxes = new Box[matrix.length][matrix[0].length];
    for (int r = 0; r < matrix.length; r++) {
      for (int c = 0; c < matrix[r].length; c++) {
        Slot slot = matrix[r][c];
        if (slot != null && r > 0 && boxes[r - 1][c].slot == slot) {
          boxes[r][c] = boxes[r - 1][c];
        } else if (slot != null && c > 0 && boxes[r][c - 1].slot == slot) {
          boxes[r][c] = boxes[r][c - 1];
        } else {
          boxes[r][c] = new Box(slot == null ? Slot.empty() : slot, r, c);
        }
      }
    }
    return boxes;
  }

  private int[] widths(Box[][] boxes, int columns) {
    int label = 8 + random.nextInt(16);
    int figure = 6 + random.nextInt(5);
    int[] widths = new int[columns];
    Arrays.fill(widths, Math.max(wide, 2));
    for (Box[] row : boxes) {
      for (Box box : row) {
        boolean isFigure = box.slot.kind() == Slot.Kind.FIGURE;
        int wished = measure(box.slot.text().replace("\n", ""));
        int most = wraps ? Math.min(wished, isFigure ? figure : label) : wished;
        int across = Math.min(columns, box.column + box.slot.columns()) - box.column;
        int share = (most + across - 1) / across;
        for (int i = 0; i < across; i++) {
          widths[box.column + i] = Math.max(widths[box.column + i], share);
        }
      }
    }
    return widths;
  }

  private int width(Box box, int[] widths) {
    int end = Math.min(widths.length, box.column + box.slot.columns());
    int width = (end - box.column - 1) * (1 + 2 * padding);
    for (int i = box.column; i < end; i++) {
      width += widths[i];
    }
    return width;
  }

  private int measure(String words) {
    ToIntFunction<Integer> width = c -> c >= 0x1100 && !(c >= 0x2000 && c < 0x2e80) ? wide : 1;
    return words.chars().boxed().mapToInt(width).sum();
  }

  private List<String> wrap(String words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (!line.isEmpty() && measure(line.toString() + c) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(c);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Puts blank lines around a box's words, at its top, middle or bottom. */
  private void align(Box box, int[] heights) {
    if (box.next < 0) {
      return;
    }
    int bottom = Math.min(heights.length, box.row + box.slot.rows());
    int room = bottom - box.row - 1;
    for (int i = box.row; i < bottom; i++) {
      room += heights[i];
    }
    int above = (room - box.lines.size()) * valign / 2;
    List<String> lines = new ArrayList<>(java.util.Collections.nCopies(above, ""));
    lines.addAll(box.lines);
    while (lines.size() < room) {
      lines.add("");
    }
    box.lines = lines;
    box.next = -1;
  }

  private void words(Box box, int[] widths) {
    int line = box.next < 0 ? 0 : box.next;
    box.next = line + 1;
    String words = box.lines.get(line);
    int blanks = width(box, widths) - measure(words);
    if (random.nextDouble() < ragged) {
      blanks += 1 + random.nextInt(2);
    }
    int before = box.slot.kind() == Slot.Kind.FIGURE ? blanks : 0;
    out.append(" ".repeat(padding + before)).append(words);
    out.append(" ".repeat(blanks - before + padding));
  }

  /** The border below a row; above the first for -1. */
  private void rule(Box[][] boxes, int row, int[] widths) {
    out.append(indent);
    for (int column = 0; column <= widths.length; column++) {
      boolean left = isClosed(boxes, row, column - 1);
      boolean right = isClosed(boxes, row, column);
      boolean up = isBar(boxes, row, column);
      boolean down = isBar(boxes, row + 1, column);
      if (left || right || up || down) {
        out.append(style.crossing(up, down, left, right));
      }
      if (right) {
        out.append(String.valueOf(style.line()).repeat(widths[column] + 2 * padding));
      } else if (column < widths.length && boxes[row][column].column == column) {
        words(boxes[row][column], widths);
      }
    }
    out.append('\n');
  }

  private static boolean isClosed(Box[][] boxes, int row, int column) {
    return column >= 0
        && column < boxes[0].length
        && (row < 0 || row == boxes.length - 1 || boxes[row][column] != boxes[row + 1][column]);
  }

  private static boolean isBar(Box[][] boxes, int row, int column) {
    return row >= 0
        && row < boxes.length
        && (column == 0
            || column == boxes[0].length
            || boxes[row][column - 1] != boxes[row][column]);
  }
}
