package org.gongkai.report.section;

import org.gongkai.document.Position;
import org.gongkai.document.Text;

/** Two texts that are one: a number in an element of its own, and the words behind it. */
record JoinedText(Text first, Text second) implements Text {
  @Override
  public String string() {
    return first.string() + second.string();
  }

  @Override
  public Position at(int index) {
    int length = first.string().length();
    return index < length ? first.at(index) : second.at(index - length);
  }

  @Override
  public String toString() {
    return string();
  }
}
