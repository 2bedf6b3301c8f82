package org.gongkai.document.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Files packed by gzip (RFC 1952), as servers store pages. */
public final class Gzip {
  private Gzip() {}

  /** Whether it begins as such a file does. */
  public static boolean is(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
  }

  /**
   * What is in it.
   *
   * @throws Archive.Refused if it is more than an archive may hold
   * @throws IOException if it is damaged
   */
  public static byte[] unpack(byte[] bytes) throws IOException {
    try (InputStream in =
        new LimitedInputStream(
            new GZIPInputStream(new ByteArrayInputStream(bytes)), bytes.length)) {
      return in.readAllBytes();
    }
  }
}
