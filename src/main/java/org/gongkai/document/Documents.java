package org.gongkai.document;

/** Reads files: tells format and charset by content and gives blocks. */
public final class Documents {
  private Documents() {}

  /**
   * Reads a file. Never throws for what is in it: see {@link Document#problem()}.
   *
   * @param bytes the file
   */
  public static Document read(byte[] bytes) {
    throw new UnsupportedOperationException("not yet");
  }
}
