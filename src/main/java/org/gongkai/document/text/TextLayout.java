package org.gongkai.document.text;

import java.util.List;
import org.gongkai.document.text.TextLine.Kind;

/**
 * How a text is laid out, as far as all of its lines tell.
 *
 * @param strokesLead whether lines begin with a stroke: it bounds no cell
 * @param strokesAround whether they end with one too
 * @param strokesEndCells whether strokes end cells that are on lines of their own
 * @param tabsAreLost whether some cells lost the tab behind them: browsers select cells that hold
 *     paragraphs so
 * @param blanksAreShown whether blank lines are among figures that are on lines of their own
 * @param emptyLinesAreBlanks whether such a line may be empty
 */
record TextLayout(
    boolean strokesLead,
    boolean strokesAround,
    boolean strokesEndCells,
    boolean tabsAreLost,
    boolean blanksAreShown,
    boolean emptyLinesAreBlanks) {

  static TextLayout of(List<TextLine> lines) {
    List<TextLine> stroked =
        lines.stream().filter(line -> line.strokes() > 0 && line.isSeen()).toList();
    long opened = stroked.stream().filter(TextLine::opens).count();
    long closed = stroked.stream().filter(TextLine::closes).count();
    boolean lead = opened * 5 > stroked.size() * 4L;
    long rows = stroked.stream().filter(line -> line.texts() > 1).count();
    long cells = lines.stream().filter(TextLayout::isCellWithStroke).count();
    boolean endCells = rows * 2 < cells;
    List<TextLine> seen = lines.stream().filter(line -> line.kind() != Kind.EMPTY).toList();
    boolean empty = !endCells && isSolidButForFigures(lines);
    return new TextLayout(
        lead,
        lead && closed * 5 > stroked.size() * 4L,
        endCells,
        areTabsLost(seen),
        endCells || empty || hasBlankBesideFigure(seen),
        empty);
  }

  private static boolean isCellWithStroke(TextLine line) {
    return line.strokes() > 0
        && line.strokes() < 3
        && line.texts() < 2
        && line.kind() != Kind.BORDER;
  }

  private static boolean areTabsLost(List<TextLine> seen) {
    boolean lost = false;
    for (int i = 0; i + 1 < seen.size(); i++) {
      TextLine next = seen.get(i + 1);
      lost |= seen.get(i).endsWithTab() && next.kind() == Kind.VALUE && next.tabs() == 0;
    }
    return lost && seen.stream().noneMatch(TextLine::beginsWithTab);
  }

  private static boolean hasBlankBesideFigure(List<TextLine> seen) {
    for (int i = 0; i + 1 < seen.size(); i++) {
      Kind kind = seen.get(i).kind();
      Kind next = seen.get(i + 1).kind();
      if (kind == Kind.VALUE && next == Kind.BLANK || kind == Kind.BLANK && next == Kind.VALUE) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether empty lines are between figures, and else hardly beside one: a text whose paragraphs
   * all have one behind them says nothing by it.
   */
  private static boolean isSolidButForFigures(List<TextLine> lines) {
    int besideFigures = 0;
    int solid = 0;
    int apart = 0;
    TextLine before = null;
    boolean gap = false;
    boolean blank = false;
    for (TextLine line : lines) {
      if (line.kind() == Kind.EMPTY) {
        gap = true;
      } else if (line.kind() == Kind.BLANK) {
        blank = true;
      } else {
        if (before != null && (before.kind() == Kind.VALUE || line.kind() == Kind.VALUE)) {
          besideFigures++;
          solid += gap ? 0 : 1;
          apart += gap && !blank && before.kind() == line.kind() ? 1 : 0;
        }
        before = line;
        gap = false;
        blank = false;
      }
    }
    return apart > 0 && solid * 2 > besideFigures;
  }
}
