package org.gongkai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.gongkai.rule.config.SettingsException;

/**
 * An error outside the reports, in words for the user.
 *
 * @param zh in Chinese
 * @param en in English
 */
record UserError(String zh, String en) {

  String text(Terminal terminal) {
    return terminal.say(zh, en);
  }

  /** Words an exception. */
  static UserError of(Throwable fault) {
    if (fault instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
      return of(unchecked.getCause());
    }
    String detail =
        fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    boolean lost = FileNameEncoding.ascii() && detail.chars().anyMatch(c -> c == '?' || c > 0x7F);
    if (fault instanceof FileNameEncoding.Damaged || lost && isAboutAName(fault)) {
      return new UserError(FileNameEncoding.HINT_ZH, FileNameEncoding.HINT_EN);
    }
    if (fault instanceof NoSuchFileException missing) {
      return new UserError("文件不存在：" + missing.getFile(), "no such file: " + missing.getFile());
    }
    if (fault instanceof AccessDeniedException denied) {
      return new UserError("没有权限：" + denied.getFile(), "permission denied: " + denied.getFile());
    }
    if (fault instanceof NotDirectoryException no) {
      return new UserError("不是文件夹：" + no.getFile(), "not a folder: " + no.getFile());
    }
    if (fault instanceof FileAlreadyExistsException in) {
      return new UserError("已有同名文件：" + in.getFile(), "a file is in the way: " + in.getFile());
    }
    if (fault instanceof InvalidPathException invalid) {
      return new UserError(
          "文件名不合规：" + invalid.getInput(), "no valid file name: " + invalid.getInput());
    }
    if (fault instanceof IOException) {
      return new UserError("读写出错：" + detail, "input or output failed: " + detail);
    }
    if (fault instanceof OutOfMemoryError) {
      return new UserError("内存不足，请用 java -Xmx 加大", "out of memory; give more with java -Xmx");
    }
    if (fault instanceof SettingsException settings) {
      return new UserError(settings.explanation().zh(), settings.explanation().en());
    }
    if (fault instanceof UserException mistake) {
      return mistake.error();
    }
    String what = fault.getClass().getName() + ": " + detail + at(fault);
    return new UserError("程序内部错误，请报告：" + what, "internal error, please report it: " + what);
  }

  /** The innermost place in Gongkai's code, for developers. */
  private static String at(Throwable fault) {
    for (StackTraceElement element : fault.getStackTrace()) {
      if (element.getClassName().startsWith("org.gongkai.")) {
        return " (" + element + ")";
      }
    }
    return "";
  }

  private static boolean isAboutAName(Throwable fault) {
    return fault instanceof NoSuchFileException || fault instanceof InvalidPathException;
  }
}
