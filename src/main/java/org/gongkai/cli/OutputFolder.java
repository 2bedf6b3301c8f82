package org.gongkai.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.StringJoiner;
import org.gongkai.publish.Output;
import org.gongkai.publish.Style;
import org.gongkai.rule.Result;
import org.jspecify.annotations.Nullable;

/**
 * Writes the outputs of results below a folder, each whole or not at all.
 *
 * @param folder the folder
 * @param style how they look
 */
record OutputFolder(Path folder, Style style) {

  /** Writes the outputs of a file's result into {@code folder/key/}. */
  void write(InputFile input, Result result) throws IOException {
    Path place = folder.resolve(input.key());
    Files.createDirectories(place);
    String address = input.path() == null ? null : address(place, input.path());
    Style linked = address == null ? style : style.linkedTo(address);
    for (Output output : Output.STANDARD) {
      replace(place.resolve(output.fileName()), output.render(result, linked));
    }
  }

  /** A file's address as seen from a folder; null where they share no root. */
  private static @Nullable String address(Path folder, Path file) throws IOException {
    Path from = folder.toRealPath();
    Path to = file.toRealPath();
    if (!Objects.equals(from.getRoot(), to.getRoot())) {
      return null;
    }
    StringJoiner address = new StringJoiner("/");
    for (Path name : from.relativize(to)) {
      address.add(URLEncoder.encode(name.toString(), StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return address.toString();
  }

  /** Writes a file so that nobody ever sees half of it. */
  static void replace(Path file, byte[] bytes) throws IOException {
    Path half = file.resolveSibling("." + file.getFileName() + ".part");
    Files.write(half, bytes);
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
