package org.gongkai.store;

import java.io.OutputStream;

/**
 * An object that is being written, for one thread. Readers see it whole after {@link #complete}, or
 * not at all. Faults are {@link StoreException}s.
 *
 * <pre>{@code
 * try (Upload upload = store.upload(location, "text/plain", "no-cache")) {
 *   upload.write(bytes);
 *   upload.complete();
 * }
 * }</pre>
 */
public abstract class Upload extends OutputStream {
  /** Puts the object in its place. Nothing can be written after. */
  public abstract void complete();

  @Override
  public final void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public abstract void write(byte[] bytes, int from, int length);

  /** Throws away what was written, unless it is complete. */
  @Override
  public abstract void close();
}
