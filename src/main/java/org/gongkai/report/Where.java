package org.gongkai.report;

import org.gongkai.document.Position;
import org.gongkai.document.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where something is in the report. Its position is found when it is asked for.
 *
 * @param table the table's name as people know it; null outside tables
 * @param row the row's label as printed; null where there is none
 * @param column the column's heading as printed, or the form's where none is printed; null where
 *     there is none
 * @param text the piece of the source; null where nothing is (an absent row)
 * @param index where in the piece it begins
 * @param excerpt what is printed there, at most 200 characters; empty for a blank cell
 */
public record Where(
    @Nullable String table,
    @Nullable String row,
    @Nullable String column,
    @Nullable Text text,
    int index,
    String excerpt) {

  /** Nowhere in particular: the document as a whole. */
  public static final Where DOCUMENT = new Where(null, null, null, null, 0, "");

  /** A place in the prose. */
  public static Where of(Text text, int from, int to) {
    String string = text.string();
    return new Where(
        null, null, null, text, from, cut(string.substring(from, Math.min(to, string.length()))));
  }

  /** Line and column in the source; null where nothing is. */
  public @Nullable Position position() {
    return text == null ? null : text.at(index);
  }

  /** At most 200 characters of it, never half a surrogate pair. */
  public static String cut(String string) {
    if (string.length() <= 200) {
      return string;
    }
    int end = Character.isHighSurrogate(string.charAt(199)) ? 199 : 200;
    return string.substring(0, end);
  }
}
