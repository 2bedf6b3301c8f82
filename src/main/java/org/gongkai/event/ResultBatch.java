package org.gongkai.event;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Results in one object, deflated: each its folder and its {@code result.json}. */
final class ResultBatch {
  private static final int MOST = 1000;
  private static final int LARGEST = 8 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final DataOutputStream out =
      new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 1 << 16));
  private int results;

  /** What {@link #read} gives each result to. */
  interface Reader {
    void read(String folder, byte[] json) throws IOException;
  }

  void add(String folder, byte[] json) {
    try {
      out.writeBoolean(true);
      out.writeUTF(folder);
      out.writeInt(json.length);
      out.write(json);
      results++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isFull() {
    return results >= MOST || bytes.size() >= LARGEST;
  }

  int results() {
    return results;
  }

  /** All of it; nothing can be added after. */
  byte[] finish() {
    try {
      out.writeBoolean(false);
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /** Gives all results of a batch, in their order. */
  static void read(byte[] batch, Reader reader) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(batch)))) {
      while (in.readBoolean()) {
        String folder = in.readUTF();
        byte[] json = new byte[in.readInt()];
        in.readFully(json);
        reader.read(folder, json);
      }
    }
  }
}
