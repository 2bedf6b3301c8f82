package org.gongkai.document.text;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.text.TextLine.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Puts cells that are on lines of their own together to rows: a label, and the figures and blanks
 * behind it up to the next label.
 */
final class LineRows {
  /** Takes in a row; a cell is null where a stroke is all that shows it. */
  interface Taker {
    void take(@Nullable TextLine label, List<@Nullable TextLine> cells);
  }

  private final TextLayout layout;
  private final Taker taker;
  private final List<@Nullable TextLine> cells = new ArrayList<>();
  private @Nullable TextLine label;

  /** Whether a row has begun. */
  private boolean isInRow;

  /** Whether the last cell waits for the stroke that ends it. */
  private boolean isOpen;

  LineRows(TextLayout layout, Taker taker) {
    this.layout = layout;
    this.taker = taker;
  }

  void add(TextLine line) {
    boolean leads = layout.strokesLead() && line.isSeen() && line.opens();
    if (leads && !layout.strokesAround()) {
      strokes(1);
    }
    switch (line.kind()) {
      case WORDS -> {
        end();
        label = line;
        isInRow = true;
        isOpen = layout.strokesEndCells();
      }
      case VALUE -> {
        cells.add(line);
        isInRow = true;
        isOpen = layout.strokesEndCells();
      }
      case BLANK -> blank(line);
      case EMPTY -> {
        if (layout.emptyLinesAreBlanks()) {
          blank(line);
        }
      }
      default -> {}
    }
    boolean isPaired = leads || layout.strokesAround() && line.strokes() > 1;
    int strokes = line.strokes() - (isPaired ? 1 : 0);
    if (strokes == 1) {
      strokes(1);
    } else if (strokes > 1) {
      // What spans leave behind at the end of a row: below a label it is nobody's cell.
      strokes(line.kind() == Kind.WORDS ? 0 : strokes);
      end();
      isInRow = true;
    }
  }

  /** Strokes: the first ends the cell that is open, each other one a blank cell. */
  private void strokes(int count) {
    for (int i = isOpen ? 1 : 0; i < count; i++) {
      blank(null);
    }
    isOpen = false;
  }

  private void blank(@Nullable TextLine line) {
    if (isInRow) {
      cells.add(line);
    }
  }

  /** Ends the row. */
  void end() {
    if (label != null || !cells.isEmpty()) {
      taker.take(label, cells);
    }
    cells.clear();
    label = null;
    isInRow = false;
    isOpen = false;
  }

  /** How many cells there are up to the last that a line shows, if only as a blank. */
  static int shown(List<@Nullable TextLine> cells) {
    int shown = cells.size();
    while (shown > 0 && isNothing(cells.get(shown - 1))) {
      shown--;
    }
    return shown;
  }

  private static boolean isNothing(@Nullable TextLine cell) {
    return cell == null || cell.kind() == Kind.EMPTY;
  }
}
