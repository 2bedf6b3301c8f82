package org.gongkai.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to check.
 *
 * @param name the name in the result: the path as given or, in a folder, relative to that folder,
 *     with {@code /} between its parts; {@code -} for standard input
 * @param path its path; null for standard input
 */
record InputFile(String name, @Nullable Path path) {

  /** The folder of its outputs, relative to a results folder. */
  String key() {
    return path == null ? "stdin" : keyOf(name);
  }

  /** A name without parts that lead out of a folder; {@code _} if nothing is left. */
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
