package org.gongkai.event;

import java.util.Locale;
import java.util.Set;

/**
 * What lies among reports and is none: what systems and programs leave there. One list for every
 * way in: events, {@code check} and {@code watch}.
 */
public final class IgnoredKeys {
  private static final Set<String> NAMES = Set.of("thumbs.db", "desktop.ini");

  private IgnoredKeys() {}

  /**
   * Whether an object or file is none that a person uploaded: a folder's own key, anything whose
   * name, or the name of a folder above it, begins with a dot, Office's owner files ({@code
   * ~$x.docx}), downloads that are not finished ({@code .part}, {@code .crdownload}), {@code
   * Thumbs.db}, {@code desktop.ini}.
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
