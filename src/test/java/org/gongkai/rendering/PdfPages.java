package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a report on pages. A page may end within a row; then both pages have a part of it with
 * lines of its own.
 */
final class PdfPages {
  private static final float LEFT = 62;
  private static final float RIGHT = PdfWriter.WIDTH - 62;
  private static final float TOP = 72;
  private static final float BOTTOM = PdfWriter.HEIGHT - 72;
  private static final float SIZE = 10.5f;
  private static final float LEADING = 14;
  private static final float PADDING = 4;

  /** A line of a cell and how far below the table's top it is. */
  private static final class CellLine {
    final String text;
    final float x;
    float y;

    CellLine(String text, float x, float y) {
      this.text = text;
      this.x = x;
      this.y = y;
    }
  }

  private record Box(int row, int endRow, float x0, float x1, List<CellLine> lines) {}

  private final PdfWriter out;
  private final boolean numbered;
  private final float figureWidth;
  private float y = TOP;
  private int page;

  /**
   * Pages to be written.
   *
   * @param numbered whether they have numbers
   * @param lead how far below its top the first page begins
   * @param figureWidth how wide the columns of figures are; as wide as is usual where 0
   */
  PdfPages(PdfStyle style, boolean numbered, float lead, float figureWidth, Random random) {
    this.out = new PdfWriter(style, random);
    this.numbered = numbered;
    this.figureWidth = figureWidth;
    turn();
    y += lead;
  }

  byte[] bytes(List<PageElement> parts) {
    for (PageElement part : parts) {
      if (part instanceof PageElement.Title it) {
        centred(it.text());
      } else if (part instanceof PageElement.Heading it) {
        paragraph(it.text());
      } else if (part instanceof PageElement.Paragraph it) {
        paragraph(it.text());
      } else if (part instanceof PageElement.TableElement it) {
        table(it.layoutTable());
        y += LEADING;
      }
    }
    return out.bytes();
  }

  private void turn() {
    out.page();
    page++;
    y = TOP;
    if (numbered) {
      out.text("- " + page + " -", page % 2 == 0 ? LEFT : RIGHT - 40, BOTTOM + 20, SIZE);
    }
  }

  private void centred(String text) {
    for (String line : wrap(text, RIGHT - LEFT, 16)) {
      room(24);
      float width = PdfWriter.width(line) * 16;
      out.text(line, (LEFT + RIGHT - width) / 2, y, 16);
      y += 24;
    }
  }

  private void paragraph(String text) {
    for (String line : wrap("　　" + text, RIGHT - LEFT, 14)) {
      room(24);
      out.text(line, LEFT, y, 14);
      y += 24;
    }
  }

  private void room(float height) {
    if (y + height > BOTTOM) {
      turn();
    }
  }

  private static List<String> wrap(String text, float width, float size) {
    List<String> lines = new ArrayList<>();
    for (String given : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String c : given.codePoints().mapToObj(Character::toString).toList()) {
        if (line.length() > 0 && PdfWriter.width(line + c) * size > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(c);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private void table(LayoutTable layoutTable) {
    @Nullable LayoutCell[][] matrix = layoutTable.matrix();
    float[] xs = columns(matrix);
    List<Box> boxes = new ArrayList<>();
    float[] heights = new float[matrix.length];
    java.util.Arrays.fill(heights, LEADING + 2 * PADDING);
    for (int r = 0; r < matrix.length; r++) {
      for (int c = 0; c < matrix[r].length; c++) {
        LayoutCell layoutCell = LayoutTable.beginning(matrix, r, c);
        if (layoutCell == null && matrix[r][c] != null) {
          continue;
        }
        int down = 1;
        int across = 1;
        while (layoutCell != null
            && r + down < matrix.length
            && matrix[r + down][c] == layoutCell) {
          down++;
        }
        while (layoutCell != null
            && c + across < matrix[r].length
            && matrix[r][c + across] == layoutCell) {
          across++;
        }
        List<CellLine> lines = new ArrayList<>();
        float width = xs[c + across] - xs[c] - 2 * PADDING;
        for (String line : wrap(layoutCell == null ? "" : layoutCell.text(), width, SIZE)) {
          boolean centred = layoutCell != null && layoutCell.kind() != LayoutCell.Kind.LABEL;
          float free = width - PdfWriter.width(line) * SIZE;
          lines.add(new CellLine(line, xs[c] + PADDING + (centred ? free / 2 : 0), 0));
        }
        boxes.add(new Box(r, r + down, xs[c], xs[c + across], lines));
        if (down == 1) {
          heights[r] = Math.max(heights[r], lines.size() * LEADING + 2 * PADDING);
        }
      }
    }
    float[] ys = new float[matrix.length + 1];
    for (int r = 0; r < matrix.length; r++) {
      ys[r + 1] = ys[r] + heights[r];
    }
    for (Box box : boxes) {
      float height = box.lines.size() * LEADING;
      float at = ys[box.row] + Math.max(PADDING, (ys[box.endRow] - ys[box.row] - height) / 2);
      for (CellLine line : box.lines) {
        line.y = at;
        at += LEADING;
      }
    }
    draw(boxes, ys);
  }

  /** Draws a table, page by page: what does not fit in whole lines goes on on the next. */
  private void draw(List<Box> boxes, float[] ys) {
    float from = 0;
    float end = ys[ys.length - 1];
    while (from < end) {
      if (BOTTOM - y < LEADING) {
        turn();
      }
      float to = Math.min(end, from + BOTTOM - y);
      float shift = y - from;
      float pushed = 0;
      for (Box box : boxes) {
        float x0 = box.x0;
        if (ys[box.row] < to && ys[box.endRow] > from) {
          float top = Math.max(ys[box.row], from);
          float bottom = Math.min(ys[box.endRow], to);
          if (bottom - top > .1f) {
            out.box(x0, top + shift, box.x1, bottom + shift);
          }
        }
        for (CellLine line : box.lines) {
          if (line.y >= from && line.y + LEADING <= to) {
            out.text(line.text, line.x, line.y + shift + 1, SIZE);
          } else if (line.y >= from && line.y < to) {
            pushed = Math.max(pushed, to - line.y + PADDING);
          }
        }
      }
      if (to < end) {
        // Lines that the page end would cut go to the next page, and all below them with them.
        for (Box box : boxes) {
          for (CellLine line : box.lines) {
            if (line.y + LEADING > to) {
              line.y += pushed;
            }
          }
        }
        for (int r = 0; r < ys.length; r++) {
          if (ys[r] > to) {
            ys[r] += pushed;
          }
        }
        end = ys[ys.length - 1];
        turn();
      } else {
        y = to + shift;
      }
      from = to;
    }
  }

  /** As wide as the form's columns are usually made: labels wide, figures narrow. */
  private float[] columns(@Nullable LayoutCell[][] matrix) {
    int count = matrix[0].length;
    float[] weights = new float[count];
    for (int c = 0; c < count; c++) {
      weights[c] = 1;
      for (@Nullable LayoutCell[] row : matrix) {
        LayoutCell layoutCell = row[c];
        boolean alone =
            layoutCell != null
                && (c == 0 || row[c - 1] != layoutCell)
                && (c + 1 == count || row[c + 1] != layoutCell);
        if (alone && layoutCell.kind() == LayoutCell.Kind.LABEL && layoutCell.rows() == 1) {
          weights[c] = Math.max(weights[c], Math.min(4, layoutCell.text().length() / 4f));
        }
      }
    }
    float all = 0;
    float free = RIGHT - LEFT;
    for (int c = 0; c < count; c++) {
      if (figureWidth > 0 && holdsFigures(matrix, c)) {
        weights[c] = 0;
        free -= figureWidth;
      }
      all += weights[c];
    }
    float[] xs = new float[count + 1];
    xs[0] = LEFT;
    for (int c = 0; c < count; c++) {
      xs[c + 1] = xs[c] + (weights[c] == 0 ? figureWidth : weights[c] / all * free);
    }
    return xs;
  }

  private static boolean holdsFigures(@Nullable LayoutCell[][] matrix, int column) {
    for (@Nullable LayoutCell[] row : matrix) {
      LayoutCell layoutCell = row[column];
      if (layoutCell != null && layoutCell.kind() == LayoutCell.Kind.FIGURE) {
        return true;
      }
    }
    return false;
  }
}
