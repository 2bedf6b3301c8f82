package org.gongkai.report.align;

import org.gongkai.document.Text;

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

  String printed() {
    return text.string().substring(from, to);
  }

  /** The column behind the last that it covers in a grid; spans that are nonsense are cut. */
  int end() {
    return x + Math.min(span, WIDEST);
  }

  /** The same where it may say something else. */
  Token doubted() {
    return new Token(text, from, to, key, figure.doubted(), line, block, grid, x, span);
  }

  /** Whether another stands on its line and was printed there: in the same piece. */
  boolean isBeside(Token other) {
    return line == other.line && text == other.text;
  }

  /** This one and all that stands between it and the end of another in the same piece, as one. */
  Token with(Token last) {
    Figure whole = Figure.parse(text.string().substring(from, last.to()));
    return new Token(text, from, last.to(), "", whole, line, block, grid, x, span);
  }
}
