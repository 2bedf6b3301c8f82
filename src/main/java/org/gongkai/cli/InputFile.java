package org.gongkai.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to check.
 *
 * @param name the name that the result bears: the path as it was given, below a folder relative to
 *     that folder, with {@code /} between its parts; {@code -} for standard input
 * @param path where it lies; null for standard input
 */
record InputFile(String name, @Nullable Path path) {

  /** Where its outputs go below a results folder. */
  String key() {
    return path == null ? "stdin" : keyOf(name);
  }

  /** A name without what would lead out of a folder; {@code _} where nothing is left. */
  static String keyOf(String name) {
    StringBuilder key = new StringBuilder();
    for (String part : name.replace('\\', '/').replace(":", "").split("/")) {
      if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        key.append(key.isEmpty() ? "" : "/").append(part);
      }
    }
    return key.isEmpty() ? "_" : key.toString();
  }
}
