package org.gongkai.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The streams of the command line, whether they are terminals, and the language of messages.
 *
 * @param in standard input
 * @param out standard output: only what was asked for
 * @param err standard error: everything else
 * @param outWatched whether {@code out} is a terminal
 * @param errWatched whether {@code err} is a terminal
 * @param colours whether colours may be used on a terminal
 * @param chinese whether messages are Chinese; English otherwise
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outWatched,
    boolean errWatched,
    boolean colours,
    boolean chinese) {

  /** The terminal of this process. */
  static Terminal system(Map<String, String> environment) {
    boolean out = isTerminal(1);
    boolean err = isTerminal(2);
    return new Terminal(
        System.in,
        stream(FileDescriptor.out, out, environment),
        stream(FileDescriptor.err, err, environment),
        out,
        err,
        colours(environment),
        chinese(environment, Locale.getDefault()));
  }

  Terminal withLanguage(boolean chinese) {
    return new Terminal(in, out, err, outWatched, errWatched, colours, chinese);
  }

  /** The text in the language of messages. */
  String localized(String zh, String en) {
    return chinese ? zh : en;
  }

  /** Whether standard output may have colours. */
  boolean usesColours() {
    return outWatched && colours;
  }

  /** See no-color.org: set and not empty means none. */
  static boolean colours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** By the locale of messages as in POSIX: LC_ALL, LC_MESSAGES, LANG; else the platform's. */
  static boolean chinese(Map<String, String> environment, Locale platform) {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value.startsWith("zh");
      }
    }
    return platform.getLanguage().equals("zh");
  }

  /** Text that may come from a report or a file name, without control characters. */
  static String sanitized(String text) {
    @Nullable StringBuilder cleaned = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control =
          Character.isISOControl(c)
              || Character.getType(c) == Character.FORMAT
              || c == '\u2028'
              || c == '\u2029';
      if (control) {
        cleaned = cleaned == null ? new StringBuilder(text) : cleaned;
        cleaned.setCharAt(i, c == '\n' || c == '\t' || c == '\r' ? ' ' : '\uFFFD');
      }
    }
    return cleaned == null ? text : cleaned.toString();
  }

  private static PrintStream stream(
      FileDescriptor descriptor, boolean watched, Map<String, String> environment) {
    return new PrintStream(
        new FileOutputStream(descriptor), watched, charset(watched, environment));
  }

  /** UTF-8, except for a Windows console, which has a code page. */
  private static Charset charset(boolean watched, Map<String, String> environment) {
    String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    if (watched && name != null && environment.containsKey("SystemRoot")) {
      try {
        return Charset.forName(name);
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        return StandardCharsets.UTF_8;
      }
    }
    return StandardCharsets.UTF_8;
  }

  /**
   * Whether a stream is a terminal. Java knows it only for both streams together, Linux for each.
   */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (Files.isSymbolicLink(link)) {
      try {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/")
            || target.startsWith("/dev/tty")
            || target.equals("/dev/console");
      } catch (IOException e) {
        return false;
      }
    }
    return console();
  }

  /** From JDK 22 on there is always a console; this asks it whether it is a terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean console() {
    @Nullable Object console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
