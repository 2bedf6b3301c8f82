package org.gongkai.infra;

import java.util.List;

/** The options cannot be deployed. The message names all mistakes and how to correct them. */
public final class InvalidOptions extends RuntimeException {

  private final List<String> problems;

  InvalidOptions(List<String> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }

  private static String message(List<String> problems) {
    String heading =
        problems.size() == 1 ? "an option is wrong:" : problems.size() + " options are wrong:";
    return heading + "\n  - " + String.join("\n  - ", problems);
  }
}
