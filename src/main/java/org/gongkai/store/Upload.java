package org.gongkai.store;

import java.io.OutputStream;

/**
 * Writes an object in parts, by one thread. Readers see it only after {@link #complete}. Errors are
 * {@link StoreException}s.
 *
 * <pre>{@code
 * try (Upload upload = store.upload(location, "text/plain", "no-cache")) {
 *   upload.write(bytes);
 *   upload.complete();
 * }
 * }</pre>
 */
public abstract class Upload extends OutputStream {
  /** Publishes the object. Nothing can be written afterwards. */
  public abstract void complete();

  @Override
  public final void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public abstract void write(byte[] bytes, int from, int length);

  /** Discards what was written, unless it is complete. */
  @Override
  public abstract void close();
}
