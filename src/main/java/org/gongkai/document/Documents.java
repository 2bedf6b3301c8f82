package org.gongkai.document;

import org.gongkai.document.Document.Problem;

/**
 * Reads files: tells format and charset by content, never by a name, and gives blocks.
 *
 * <pre>{@code
 * Document document = Documents.read(Files.readAllBytes(path));
 * for (Block block : document.blocks()) { ... }
 * }</pre>
 */
public final class Documents {
  /** Larger files are refused unless the caller says otherwise: 25 MiB. */
  public static final int MAX_BYTES = 25 << 20;

  private Documents() {}

  /**
   * Reads a file of up to {@link #MAX_BYTES}. Never throws for what is in it: see {@link Document#problem()}.
   *
   * @param bytes the file
   */
  public static Document read(byte[] bytes) {
    return read(bytes, MAX_BYTES);
  }

  /**
   * Reads a file. Never throws for what is in it: see {@link Document#problem()}.
   *
   * @param bytes the file
   * @param maxBytes the size beyond which it is not looked into ({@link Problem#TOO_LARGE})
   */
  public static Document read(byte[] bytes, int maxBytes) {
    Format format = Sniffer.binary(bytes);
    if (bytes.length > maxBytes) {
      return Document.unreadable(format == null ? Format.TEXT : format, Problem.TOO_LARGE);
    }
    if (format != null) {
      return Document.unreadable(format, format == Format.EMPTY ? Problem.EMPTY : Problem.UNSUPPORTED);
    }
    Decoded decoded = Charsets.decode(bytes, null);
    if (Sniffer.isBlank(decoded.text())) {
      return Document.unreadable(Format.EMPTY, Problem.EMPTY);
    }
    return Sniffer.isHtml(decoded.text()) ? HtmlReader.read(Format.HTML, decoded) : TextReader.read(decoded);
  }
}
