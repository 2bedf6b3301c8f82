package org.gongkai.document;

import org.jspecify.annotations.Nullable;

/** A text whose nodes are its characters: the offset alone says where. */
public final class Source implements Origin {
  private final String text;
  private @Nullable Lines lines;

  public Source(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  @Override
  public Position at(int node, int offset) {
    return at(offset);
  }

  /** Where the character at an index stands. */
  public Position at(int offset) {
    Lines known = lines;
    if (known == null) {
      known = new Lines(text);
      lines = known;
    }
    return known.at(offset);
  }
}
