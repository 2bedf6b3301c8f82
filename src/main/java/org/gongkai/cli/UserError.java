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
 * The message of an error that is not about a report's content.
 *
 * @param zh the message in Chinese
 * @param en the message in English
 */
record UserError(String zh, String en) {

  String text(Terminal terminal) {
    return terminal.localized(zh, en);
  }

  /** The message for an exception. */
  static UserError of(Throwable fault) {
    if (fault instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
      return of(unchecked.getCause());
    }
    String detail =
        fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    boolean lost = FileNameEncoding.isAscii() && detail.chars().anyMatch(c -> c == '?' || c > 0x7F);
    if (fault instanceof FileNameEncoding.UnsupportedFileNameException
        || lost && concernsFileName(fault)) {
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
      return new UserError(
          "已有同名文件：" + in.getFile(), "a file of that name exists already: " + in.getFile());
    }
    if (fault instanceof InvalidPathException invalid) {
      return new UserError(
          "文件名不合规：" + invalid.getInput(), "invalid file name: " + invalid.getInput());
    }
    if (fault instanceof IOException) {
      return new UserError("读写出错：" + detail, "input or output failed: " + detail);
    }
    if (fault instanceof OutOfMemoryError) {
      return new UserError("内存不足，请用 java -Xmx 加大", "out of memory; increase it with java -Xmx");
    }
    if (fault instanceof SettingsException settings) {
      return new UserError(settings.explanation().zh(), settings.explanation().en());
    }
    if (fault instanceof UserException mistake) {
      return mistake.error();
    }
    String what = fault.getClass().getName() + ": " + detail + location(fault);
    return new UserError("程序内部错误，请报告：" + what, "internal error, please report it: " + what);
  }

  /** The innermost stack frame of Gongkai's code, for developers. */
  private static String location(Throwable fault) {
    for (StackTraceElement element : fault.getStackTrace()) {
      if (element.getClassName().startsWith("org.gongkai.")) {
        return " (" + element + ")";
      }
    }
    return "";
  }

  private static boolean concernsFileName(Throwable fault) {
    return fault instanceof NoSuchFileException || fault instanceof InvalidPathException;
  }
}
