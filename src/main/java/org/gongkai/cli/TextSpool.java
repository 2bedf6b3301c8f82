package org.gongkai.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Stores texts in a temporary file, so that they take no memory. They are numbered from 0 in the
 * order in which they are added.
 */
final class TextSpool implements AutoCloseable {
  private final FileChannel file;
  private long[] ends = new long[1024];
  private int size;

  TextSpool() throws IOException {
    Path path = Files.createTempFile("gongkai", ".spool");
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  void add(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    long at = begin(size);
    long end = at + bytes.remaining();
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size++] = end;
  }

  String get(int number) throws IOException {
    long at = begin(number);
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(ends[number] - at));
    while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
      // Read until the text is complete.
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private long begin(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
