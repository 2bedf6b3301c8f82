package org.gongkai.report.align;

import org.gongkai.document.Text;
import org.gongkai.report.Status;

/**
 * A cell of a grid, or a run of characters of a line: a label, or a value.
 *
 * @param text the piece of the source it stands in
 * @param from where in the piece it begins
 * @param to where it ends
 * @param key what it says, for matching; empty for values
 * @param figure what it says as a value
 * @param line the number of its line of text or row of a grid, over the whole document
 * @param block the number of its block
 * @param grid whether it is a cell of a grid, whose blanks are kept
 * @param x the first column of the grid that the cell covers, spans counted; 0 in lines
 * @param span how many columns the cell declares to span
 */
public record Token(
    Text text,
    int from,
    int to,
    String key,
    Figure figure,
    int line,
    int block,
    boolean grid,
    int x,
    int span) {
  private static final int WIDEST = 40;

  public boolean isValue() {
    return figure.isValue();
  }

  /** Whether it says a number, or that there is none. */
  boolean isFigure() {
    return figure.status() == Status.NUMBER || figure.status() == Status.PLACEHOLDER;
  }

  String printed() {
    return text.string().substring(from, to);
  }

  /** The column behind the last that it covers in a grid; spans that are nonsense are cut. */
  int end() {
    return x + Math.min(span, WIDEST);
  }
}
