package org.gongkai.document;

import org.jspecify.annotations.Nullable;

/** A text whose nodes are its characters: the offset alone says where. */
final class Source implements Origin {
  private final String text;
  private @Nullable Lines lines;

  Source(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  @Override
  public Position at(int node, int offset) {
    return at(offset);
  }

  Position at(int offset) {
    Lines known = lines;
    if (known == null) {
      known = new Lines(text);
      lines = known;
    }
    return known.at(offset);
  }
}
