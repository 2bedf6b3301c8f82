package org.gongkai;

import org.gongkai.rule.Result;
import org.gongkai.rule.Rules;
import org.gongkai.rule.Sha256;

/**
 * Checks reports. Pure: no I/O, no clock; the same bytes, name and settings give an equal result.
 * Safe for use by several threads at once.
 *
 * <pre>{@code
 * Result result = Gongkai.standard().check(Files.readAllBytes(path), path.toString());
 * if (result.verdict() == Verdict.FAIL) {
 *   result.findings().forEach(finding -> System.out.println(finding.message().zh()));
 * }
 * }</pre>
 */
public final class Gongkai {
  private static final Gongkai STANDARD = new Gongkai(Rules.standard());

  private final Rules rules;

  private Gongkai(Rules rules) {
    this.rules = rules;
  }

  /** With all rules at the severities of the catalogue and nothing waived. */
  public static Gongkai standard() {
    return STANDARD;
  }

  /** With rules as configured. */
  public static Gongkai with(Rules rules) {
    return new Gongkai(rules);
  }

  /**
   * Checks a file by itself.
   *
   * @param bytes the file as it is; its format and charset are told by its content
   * @param name the name people know it by, for the result
   * @return what was found; a file that cannot be understood is a result too ({@code unreadable})
   */
  public Result check(byte[] bytes, String name) {
    return check(CheckRequest.of(bytes, name));
  }

  /** Checks what a request says: a report from somewhere, beside that of the year before. */
  public Result check(CheckRequest request) {
    return rules.check(request.source(), request.report(), request.previous());
  }

  /** The rules it checks by. */
  public Rules rules() {
    return rules;
  }

  /** The digest of a file, 64 hexadecimal digits, as {@link Result.Source#sha256()} wants it. */
  public static String sha256(byte[] bytes) {
    return Sha256.of(bytes);
  }
}
