package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Detects that the locale does not support Chinese file names. In a container or cron job without a
 * locale, Java treats all names as ASCII and can neither open nor create {@code 年报.html}. That
 * cannot be changed once Java runs, so the user gets a hint.
 */
final class FileNameEncoding {
  private static final char LOST = '\uFFFD';

  private FileNameEncoding() {}

  /** Whether Java treats file names as ASCII. */
  static boolean isAscii() {
    return "ANSI_X3.4-1968".equals(System.getProperty("sun.jnu.encoding"));
  }

  /** Whether characters of this name were lost. */
  static boolean isDamaged(Path path) {
    return isAscii() && path.toString().indexOf(LOST) >= 0;
  }

  /** Thrown for a file name that this process cannot represent. */
  static final class UnsupportedFileNameException extends IOException {
    private static final long serialVersionUID = 1;

    UnsupportedFileNameException(Path path) {
      super(path.toString());
    }
  }

  static final String HINT_ZH = "当前语言环境不支持中文文件名，请先执行 export LC_ALL=C.UTF-8";
  static final String HINT_EN =
      "the locale cannot hold this file name; run export LC_ALL=C.UTF-8 first";
}
