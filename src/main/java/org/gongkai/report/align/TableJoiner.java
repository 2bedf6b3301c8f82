package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.document.Block;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.document.Paragraph;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Puts table III together again where it was too wide for its page: the columns that did not fit
 * stand in a table of their own behind it, with the same rows, their labels repeated or not.
 */
public final class TableJoiner {
  /** As many rows at least has the table. */
  private static final int LEAST_ROWS = 20;

  private static final int MOST_ROWS = 64;

  /** In so many rows from its top its headings stand. */
  private static final int HEADINGS = 4;

  /** What stands between both parts is no longer. */
  private static final int BETWEEN = 20;

  private static final List<Column> APPLICANTS =
      Editions.all().get(0).table(Edition.REQUESTS).rows().get(0).columns();

  private TableJoiner() {}

  /** The blocks with such tables in one piece; the same where there are none. */
  static List<Block> of(List<Block> blocks) {
    @Nullable List<Block> joined = null;
    for (int i = 0; i < blocks.size(); i++) {
      int other = mayBePart(blocks.get(i)) ? next(blocks, i) : -1;
      Grid whole = other < 0 ? null : join((Grid) blocks.get(i), (Grid) blocks.get(other));
      if (whole != null) {
        joined = joined == null ? new ArrayList<>(blocks.subList(0, i)) : joined;
        joined.add(whole);
        joined.addAll(blocks.subList(i + 1, other));
        i = other;
      } else if (joined != null) {
        joined.add(blocks.get(i));
      }
    }
    return joined == null ? blocks : joined;
  }

  private static boolean mayBePart(Block block) {
    return block instanceof Grid grid
        && grid.rows().size() >= LEAST_ROWS
        && grid.rows().size() <= MOST_ROWS;
  }

  /** The grid close behind one with as many rows, but for headings; -1 for none. */
  private static int next(List<Block> blocks, int from) {
    for (int i = from + 1; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Grid other) {
        int missing = ((Grid) blocks.get(from)).rows().size() - other.rows().size();
        return missing >= 0 && missing < HEADINGS ? i : -1;
      }
      if (!(blocks.get(i) instanceof Paragraph line) || line.text().string().length() > BETWEEN) {
        return -1;
      }
    }
    return -1;
  }

  /** Both parts as one; null where they do not have each other's columns. */
  private static @Nullable Grid join(Grid left, Grid right) {
    Set<Integer> columns = columns(left);
    Set<Integer> others = columns(right);
    int size = columns.size() + others.size();
    columns.addAll(others);
    boolean complete = size == columns.size() && size == APPLICANTS.size();
    if (!complete || others.isEmpty() || others.size() == size) {
      return null;
    }
    int missing = left.rows().size() - right.rows().size();
    List<GridRow> rows = new ArrayList<>(left.rows().subList(0, missing));
    for (int y = missing; y < left.rows().size(); y++) {
      List<GridCell> cells = new ArrayList<>(left.rows().get(y).cells());
      Set<String> said = new HashSet<>();
      cells.forEach(cell -> said.add(cell.text().string()));
      for (GridCell cell : right.rows().get(y - missing).cells()) {
        String string = cell.text().string();
        boolean repeated = said.contains(string) && !Figure.parse(string).isValue();
        if (!repeated) {
          cells.add(cell);
        }
      }
      rows.add(new GridRow(cells));
    }
    return new Grid(rows, left.damaged() || right.damaged());
  }

  /** Which of the form's columns its headings name. */
  private static Set<Integer> columns(Grid grid) {
    Set<Integer> columns = new HashSet<>();
    for (GridRow row : grid.rows().subList(0, HEADINGS)) {
      for (GridCell cell : row.cells()) {
        columns.add(ColumnHeadings.of(APPLICANTS).heads(TextNormalizer.key(cell.text().string())));
      }
    }
    columns.removeIf(column -> column < 0);
    return columns;
  }
}
