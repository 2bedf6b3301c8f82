package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.gongkai.publish.Output;
import org.gongkai.publish.Style;
import org.gongkai.rule.Result;

/**
 * Writes the outputs of results below a folder, each whole or not at all.
 *
 * @param folder the folder
 * @param style how they look
 */
record OutputFolder(Path folder, Style style) {

  /** Writes the outputs of a result into {@code folder/key/}. */
  void write(String key, Result result) throws IOException {
    Path place = folder.resolve(key);
    Files.createDirectories(place);
    for (Output output : Output.STANDARD) {
      replace(place.resolve(output.fileName()), output.render(result, style));
    }
  }

  /** Writes a file so that nobody ever sees half of it. */
  static void replace(Path file, byte[] bytes) throws IOException {
    Path half = file.resolveSibling("." + file.getFileName() + ".part");
    Files.write(half, bytes);
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
