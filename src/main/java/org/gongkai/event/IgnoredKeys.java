package org.gongkai.event;

import java.util.Locale;
import java.util.Set;

/**
 * Recognises files among reports that are none, written by systems and programs. The same list for
 * events, {@code check} and {@code watch}.
 */
public final class IgnoredKeys {
  private static final Set<String> NAMES = Set.of("thumbs.db", "desktop.ini");

  private IgnoredKeys() {}

  /**
   * Whether an object or file was not uploaded as a report: a folder's own key, any name or folder
   * above it that begins with a dot, Office's owner files ({@code ~$x.docx}), unfinished downloads
   * ({@code .part}, {@code .crdownload}), {@code Thumbs.db}, {@code desktop.ini}.
   *
   * @param key the whole key, or a path below a folder, with {@code /} between names
   */
  public static boolean contains(String key) {
    String name = key.substring(key.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.isEmpty()
        || key.startsWith(".")
        || key.contains("/.")
        || name.startsWith("~$")
        || name.endsWith(".part")
        || name.endsWith(".crdownload")
        || NAMES.contains(name);
  }
}
