package org.gongkai.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a folder of reports for scripts/CheckMany.java: {@code BenchmarkFolder FOLDER COUNT}. */
public final class BenchmarkFolder {
  private static final int SIZE = 60 * 1024;
  private static final int FILES_EACH = 1000;

  private BenchmarkFolder() {}

  /** Writes the reports that are not there yet, a thousand a folder. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int count = Integer.parseInt(args[1]);
    for (int number = 0; number < count; number++) {
      Path file =
          folder
              .resolve(Integer.toString(number / FILES_EACH))
              .resolve(String.format("%05d.html", number));
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.write(file, BenchmarkPages.one(number, SIZE));
      }
    }
  }
}
