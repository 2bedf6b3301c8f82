package org.gongkai.cli;

/**
 * Colours for a terminal.
 *
 * @param on whether to paint at all
 */
record AnsiColors(boolean on) {
  String bold(String text) {
    return sgr("1", text);
  }

  String dim(String text) {
    return sgr("2", text);
  }

  String red(String text) {
    return sgr("31", text);
  }

  String green(String text) {
    return sgr("32", text);
  }

  String yellow(String text) {
    return sgr("33", text);
  }

  private String sgr(String code, String text) {
    return on ? "\u001b[" + code + 'm' + text + "\u001b[0m" : text;
  }
}
