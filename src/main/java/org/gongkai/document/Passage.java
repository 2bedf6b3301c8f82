package org.gongkai.document;

import java.util.Arrays;
import java.util.List;
import org.gongkai.text.Han;

/**
 * Words put together from pieces of the source.
 *
 * <p>A piece is a run of characters that stands in the source as it stands here. It takes three
 * ints: where it begins in the words, its node, and the offset in the node. That is all that a
 * position needs, and costs little where none is asked for.
 */
public final class Passage implements Text {
  private static final int[] NONE = new int[3];

  private final String string;
  private final int[] pieces;
  private final Origin origin;

  public Passage(String string, int[] pieces, Origin origin) {
    this.string = string;
    this.pieces = pieces;
    this.origin = origin;
  }

  /** A blank that stands at the node. */
  public static Passage blank(int node, Origin origin) {
    return new Passage("", node == 0 ? NONE : new int[] {0, node, 0}, origin);
  }

  /** Joins lines to one: without a space between Han characters, with one elsewhere. */
  public static Passage join(List<Passage> lines) {
    Passage first = lines.get(0);
    if (lines.size() == 1) {
      return first;
    }
    int size = 0;
    for (Passage line : lines) {
      size += line.pieces.length;
    }
    StringBuilder words = new StringBuilder();
    int[] pieces = new int[size];
    int filled = 0;
    for (Passage line : lines) {
      if (words.length() > 0 && !line.string.isEmpty() && !Han.tight(words, line.string)) {
        words.append(' ');
      }
      for (int i = 0; i < line.pieces.length; i += 3) {
        pieces[filled++] = line.pieces[i] + words.length();
        pieces[filled++] = line.pieces[i + 1];
        pieces[filled++] = line.pieces[i + 2];
      }
      words.append(line.string);
    }
    return new Passage(words.toString(), pieces, first.origin);
  }

  /** What is between two characters, without blanks around it. */
  public Passage part(int from, int to) {
    int first = from;
    int last = to;
    while (first < last && string.charAt(first) == ' ') {
      first++;
    }
    while (last > first && string.charAt(last - 1) == ' ') {
      last--;
    }
    int piece = 0;
    while (piece + 3 < pieces.length && pieces[piece + 3] <= first) {
      piece += 3;
    }
    int end = piece + 3;
    while (end < pieces.length && pieces[end] < last) {
      end += 3;
    }
    int[] own = Arrays.copyOfRange(pieces, piece, end);
    own[2] += first - own[0];
    own[0] = first;
    for (int i = 0; i < own.length; i += 3) {
      own[i] -= first;
    }
    return new Passage(string.substring(first, last), own, origin);
  }

  /** Adds these words, piece by piece. */
  void addTo(Words words) {
    for (int i = 0; i < pieces.length; i += 3) {
      int end = i + 3 < pieces.length ? pieces[i + 3] : string.length();
      words.add(string, pieces[i + 1], pieces[i], end, pieces[i + 2] - pieces[i]);
    }
  }

  @Override
  public String string() {
    return string;
  }

  @Override
  public Position at(int index) {
    if (index < 0 || index > string.length()) {
      throw new IndexOutOfBoundsException(index);
    }
    int piece = 0;
    while (piece + 3 < pieces.length && pieces[piece + 3] <= index) {
      piece += 3;
    }
    // What lies between two pieces is a space put in: it stands where the first of them ends.
    return origin.at(pieces[piece + 1], pieces[piece + 2] + index - pieces[piece]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Passage that
        && string.equals(that.string)
        && origin == that.origin
        && Arrays.equals(pieces, that.pieces);
  }

  @Override
  public int hashCode() {
    return string.hashCode();
  }

  @Override
  public String toString() {
    return string;
  }
}
