package org.gongkai.document;

import org.jspecify.annotations.Nullable;

/**
 * A text whose nodes are its characters: the offset alone says where. It is the file's, or was
 * unescaped from some of it.
 */
public final class Source implements Origin {
  private final String text;
  private @Nullable Lines lines;

  private final String file;
  private final int @Nullable [] places;

  public Source(String text) {
    this.text = text;
    this.file = text;
    this.places = null;
  }

  /** What was unescaped from a file. */
  public Source(Unescaped unescaped, String file) {
    this.text = unescaped.string();
    this.file = file;
    this.places = unescaped.places();
  }

  /** What a file was made, and where each character stands in it. */
  public Source(String text, String file, int[] places) {
    this.text = text;
    this.file = file;
    this.places = places;
  }

  /** What was unescaped from this text. */
  public Source within(Unescaped unescaped) {
    Source within = new Source(unescaped, file);
    int[] map = places;
    if (map != null && within.places != null) {
      for (int i = 0; i < within.places.length; i++) {
        within.places[i] = map[Math.min(within.places[i], map.length - 1)];
      }
    }
    return within;
  }

  public String text() {
    return text;
  }

  @Override
  public Position at(int node, int offset) {
    return at(offset);
  }

  public Position at(int offset) {
    Lines known = lines;
    if (known == null) {
      known = new Lines(file);
      lines = known;
    }
    int[] map = places;
    return known.at(map == null ? offset : map[Math.min(offset, map.length - 1)]);
  }
}
