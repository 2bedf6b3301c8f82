package org.gongkai.document.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.archive.Archive.Refused;

/** Stops what unpacks to more than anybody meant: reading on fails with {@link Refused}. */
final class LimitedInputStream extends FilterInputStream {
  /** The text part of the longest report is a few megabytes. */
  private static final int MAX_UNPACKED = 64 << 20;

  /** Up to that much the ratio says nothing. */
  private static final int SMALL = 4 << 20;

  /** Word's markup packs 10 to 50 times. */
  private static final int MAX_RATIO = 200;

  private final long limit;
  private long count;

  /** What a number of packed bytes unpack to. */
  LimitedInputStream(InputStream in, int packed) {
    super(in);
    limit = Math.min(MAX_UNPACKED, Math.max(SMALL, (long) packed * MAX_RATIO));
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(read);
    return read;
  }

  private void count(int read) throws Refused {
    count += Math.max(0, read);
    if (count > limit) {
      throw new Refused(Problem.BOMB);
    }
  }
}
