package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Block;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.report.section.Headings;
import org.jspecify.annotations.Nullable;

/** Blocks with those grids taken apart that only set a section's heading beside its text. */
public final class Dissolved {
  private static final int BESIDE = 2;

  private Dissolved() {}

  static List<Block> of(List<Block> blocks) {
    @Nullable List<Block> dissolved = null;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Grid grid && isBeside(grid)) {
        if (dissolved == null) {
          dissolved = new ArrayList<>(blocks.subList(0, i));
        }
        for (Grid.GridRow row : grid.rows()) {
          for (Grid.GridCell cell : row.cells()) {
            if (!cell.text().string().isEmpty()) {
              dissolved.add(new Paragraph(cell.text()));
            }
          }
        }
      } else if (dissolved != null) {
        dissolved.add(blocks.get(i));
      }
    }
    return dissolved == null ? blocks : dissolved;
  }

  private static boolean isBeside(Grid grid) {
    boolean headed = false;
    for (Grid.GridRow row : grid.rows()) {
      if (row.cells().size() > BESIDE) {
        return false;
      }
      Headings.Heading heading =
          row.cells().isEmpty() ? null : Headings.of(row.cells().get(0).text().string());
      headed |= heading != null && heading.number() > 0;
    }
    return headed;
  }
}
