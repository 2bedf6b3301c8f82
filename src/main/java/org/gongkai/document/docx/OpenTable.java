package org.gongkai.document.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.document.Block;
import org.gongkai.document.TableBuilder;
import org.gongkai.document.Text;

/** An open table of a Word document: which cells of the rows above reach down, by column. */
final class OpenTable {
  private static final int MOST_COLUMNS = 1000;

  private final TableBuilder rows = new TableBuilder();
  private final Map<Integer, TableBuilder.Cell> merged = new HashMap<>();
  private int column;
  private int span = 1;
  private boolean isMerged;
  private boolean isFirst;
  private boolean isDeleted;

  void row() {
    rows.row();
    column = 0;
  }

  /** Columns that a row leaves out at its begin. */
  void gap(int columns, Text blank) {
    if (columns > 0) {
      rows.cell(new ArrayList<>(0), blank, 1, columns);
      column += Math.min(columns, MOST_COLUMNS);
    }
  }

  void startCell() {
    span = 1;
    isMerged = false;
    isFirst = false;
    isDeleted = false;
  }

  /** Says of the open cell how many columns it covers. */
  void span(int columns) {
    span = Math.max(1, Math.min(columns, MOST_COLUMNS));
  }

  /** Says of the open cell that it is merged with those below, or that it goes on one above. */
  void merge(boolean first) {
    isMerged = true;
    isFirst = first;
  }

  /** Says of the open cell that a tracked change deletes it. */
  void delete() {
    isDeleted = true;
  }

  void endCell(List<Block> blocks, Text blank) {
    if (isDeleted) {
      return;
    }
    TableBuilder.Cell above = merged.get(column);
    if (isMerged && !isFirst && above != null) {
      above.grow();
    } else {
      TableBuilder.Cell added = rows.cell(blocks, blank, 1, span);
      if (isMerged) {
        merged.put(column, added);
      } else {
        merged.remove(column);
      }
    }
    column += span;
  }

  void close(List<Block> into) {
    rows.close(into);
  }
}
