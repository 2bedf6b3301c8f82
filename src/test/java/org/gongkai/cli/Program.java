package org.gongkai.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line as people run it: the jar, or with {@code -Dnative} the native program. */
final class Program {
  static final Path JAR = Path.of("target/gongkai.jar").toAbsolutePath();

  private static final Path NATIVE = Path.of("target/gongkai").toAbsolutePath();

  private Program() {}

  static boolean isNative() {
    return System.getProperty("native") != null;
  }

  /** What to run, with arguments. */
  static List<String> command(String... args) {
    return command(isNative(), args);
  }

  static List<String> command(boolean ofNative, String... args) {
    List<String> command = new ArrayList<>();
    if (ofNative) {
      command.add(NATIVE.toString());
    } else {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-jar", JAR.toString()));
    }
    command.addAll(List.of(args));
    return command;
  }
}
