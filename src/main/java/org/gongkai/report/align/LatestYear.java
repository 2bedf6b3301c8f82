package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.document.Text;

/**
 * Takes away the columns of the years before where a table has several years side by side, each
 * under its heading.
 *
 * <p>Done only where all rows are as wide as their headings: else nothing tells which year a figure
 * is of.
 */
final class LatestYear {
  /** The years stand in one of so many rows. */
  private static final int MOST_HEADINGS = 4;

  /** A wider table is no form's. */
  private static final int MOST = 64;

  private static final int LONGEST = 6;
  private static final int THIS = 9999;
  private static final int LAST = 1;

  /** For each column the year whose figures stand in it; 0 where none is named. */
  private final int[] years = new int[MOST + 1];

  private final List<GridRow> rows;
  private int width;

  private LatestYear(List<GridRow> rows) {
    this.rows = rows;
  }

  /**
   * The grid with the latest year's figures only, in doubt where nothing tells them; the same where
   * it has no other's.
   */
  static Grid only(Grid grid) {
    List<GridRow> rows = grid.rows();
    for (int y = 0; y < Math.min(MOST_HEADINGS, rows.size()); y++) {
      if (isHeading(rows.get(y))) {
        LatestYear latest = new LatestYear(rows);
        List<GridRow> left = latest.lay(y);
        boolean even = !left.isEmpty();
        return new Grid(even ? left : rows, grid.damaged() || !even);
      }
    }
    return grid;
  }

  private static boolean isHeading(GridRow row) {
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (GridCell cell : row.cells()) {
      int year = year(cell.text());
      least = year > 0 ? Math.min(least, year) : least;
      most = Math.max(most, year);
    }
    return least < most;
  }

  /** The year that a heading names; 0 for other words. */
  private static int year(Text text) {
    String printed = text.string();
    if (printed.length() < 2 || printed.length() > LONGEST) {
      return 0;
    }
    return switch (printed) {
      case "本年", "本年度", "今年" -> THIS;
      case "上年", "上年度", "去年", "上一年", "上一年度" -> LAST;
      default -> {
        boolean named = printed.matches("20\\d\\d年度?");
        yield named ? Integer.parseInt(printed, 0, 4, 10) : 0;
      }
    };
  }

  /** The rows without the columns of other years; none where they are of unlike width. */
  private List<GridRow> lay(int headings) {
    int[] until = new int[MOST + 1];
    List<int[]> places = new ArrayList<>();
    for (int y = 0; y < rows.size(); y++) {
      List<GridCell> cells = rows.get(y).cells();
      int[] place = new int[cells.size()];
      int x = 0;
      for (int i = 0; i < place.length; i++) {
        while (x < MOST && until[x] > y) {
          x++;
        }
        place[i] = x;
        int end = x + cells.get(i).columnSpan();
        if (end > MOST) {
          return List.of();
        }
        Arrays.fill(until, x, end, y + cells.get(i).rowSpan());
        x = end;
      }
      while (x < MOST && until[x] > y) {
        x++;
      }
      if (y == headings) {
        width = x;
        name(cells, place);
      } else if (y > headings && x != width) {
        return List.of();
      }
      places.add(place);
    }
    int latest = Arrays.stream(years).max().orElse(0);
    List<GridRow> left = new ArrayList<>();
    for (int y = 0; y < rows.size(); y++) {
      left.add(row(rows.get(y).cells(), places.get(y), latest));
    }
    return left;
  }

  /** Notes which columns stand under which year: its heading's, and those under blanks behind. */
  private void name(List<GridCell> cells, int[] places) {
    int before = 0;
    for (int i = 0; i < places.length; i++) {
      GridCell cell = cells.get(i);
      int year = cell.text().string().isEmpty() ? before : year(cell.text());
      Arrays.fill(years, places[i], places[i] + cell.columnSpan(), year);
      before = year;
    }
  }

  private GridRow row(List<GridCell> cells, int[] places, int latest) {
    List<GridCell> left = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      GridCell cell = cells.get(i);
      int span = 0;
      for (int x = places[i]; x < places[i] + cell.columnSpan(); x++) {
        span += years[x] == 0 || years[x] == latest ? 1 : 0;
      }
      if (span > 0) {
        left.add(new GridCell(cell.text(), cell.rowSpan(), span));
      }
    }
    return new GridRow(left);
  }
}
