package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Chinese file names where the locale cannot hold them: in a container or a cron job that sets
 * none, Java takes all names for ASCII, can neither open {@code 年报.html} nor make it, and nothing
 * can be done about it once Java runs. So it is said.
 */
final class FileNameEncoding {
  private static final char LOST = '\uFFFD';

  private FileNameEncoding() {}

  /** Whether names are taken for ASCII. */
  static boolean ascii() {
    return "ANSI_X3.4-1968".equals(System.getProperty("sun.jnu.encoding"));
  }

  /** Whether this name came in damaged. */
  static boolean damaged(Path path) {
    return ascii() && path.toString().indexOf(LOST) >= 0;
  }

  /** A name that this process cannot hold. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    Damaged(Path path) {
      super(path.toString());
    }
  }

  static final String HINT_ZH = "当前语言环境不支持中文文件名，请先执行 export LC_ALL=C.UTF-8";
  static final String HINT_EN =
      "the locale cannot hold this file name; run export LC_ALL=C.UTF-8 first";
}
