package org.gongkai.document;

import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;

/**
 * Blocks as lines, for tests to compare and people to look at: {@code P words}, {@code G} (or
 * {@code G damaged}) and a row a line, {@code cell|cell²ˣ³}.
 */
public final class BlocksDump {
  private BlocksDump() {}

  /**
   * A line a paragraph or row; a cell's spans after it as {@code rows x columns} in braces where
   * they are not 1.
   */
  public static String of(Document document) {
    StringBuilder dump = new StringBuilder();
    for (Block block : document.blocks()) {
      if (block instanceof Paragraph paragraph) {
        dump.append("P ").append(paragraph.text().string()).append('\n');
      } else if (block instanceof Grid grid) {
        dump.append(grid.damaged() ? "G damaged\n" : "G\n");
        for (GridRow row : grid.rows()) {
          String border = "  ";
          for (GridCell cell : row.cells()) {
            dump.append(border).append(cell.text().string());
            if (cell.rowSpan() != 1 || cell.columnSpan() != 1) {
              dump.append('{')
                  .append(cell.rowSpan())
                  .append('x')
                  .append(cell.columnSpan())
                  .append('}');
            }
            border = "|";
          }
          dump.append('\n');
        }
      }
    }
    return dump.toString();
  }
}
