package org.gongkai.document;

/**
 * Words as a reader sees them, and where each stands in the source.
 *
 * <p>White space is folded to single spaces and trimmed, entities are resolved, characters that
 * leave no mark (of no width, control) are left out, nothing else is changed. Finding a position
 * may take time linear in the size of the source, so ask only for what is shown.
 */
public interface Text {
  /** The words; empty for a blank cell. */
  String string();

  /**
   * Where the character at {@code index} (in chars of {@link #string()}, 0 to its length) stands in
   * the source.
   */
  Position at(int index);

  /** Where it begins. */
  default Position position() {
    return at(0);
  }
}
