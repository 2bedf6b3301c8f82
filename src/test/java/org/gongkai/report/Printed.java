package org.gongkai.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.document.Documents;

/** Labels and values of a few lines, for tests: {@code 规章 1 2}, or {@code 规章|1|2} for a grid. */
final class Printed {
  private Printed() {}

  static List<Token> tokens(String... lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return Tokens.of(Documents.read(bytes).blocks());
  }

  /** Those that are figures, blanks or placeholders. */
  static List<Token> values(String... lines) {
    return tokens(lines).stream().filter(Token::isValue).toList();
  }

  /** Those that are words. */
  static List<Token> words(String... lines) {
    return tokens(lines).stream().filter(token -> !token.isValue()).toList();
  }
}
