package org.gongkai.document;

/**
 * The source that words came from: turns the place of a character in a node into its place in the
 * file.
 */
public interface Origin {
  /**
   * Where a character is.
   *
   * @param node which node of the source: what the reader of the format numbered
   * @param offset the character's index in the node
   */
  Position at(int node, int offset);
}
