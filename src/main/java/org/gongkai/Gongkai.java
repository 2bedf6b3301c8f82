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

  /** Checks with all rules at the severities of the catalogue, without waivers. */
  public static Gongkai standard() {
    return STANDARD;
  }

  /** Checks with configured rules. */
  public static Gongkai with(Rules rules) {
    return new Gongkai(rules);
  }

  /**
   * Checks a file by itself.
   *
   * @param bytes the file; its format and charset are detected from its content
   * @param name its name in the result
   * @return the result; a file that cannot be read has the verdict {@code unreadable}
   */
  public Result check(byte[] bytes, String name) {
    return check(CheckRequest.of(bytes, name));
  }

  /** Checks a report, and compares it with last year's if the request has it. */
  public Result check(CheckRequest request) {
    return rules.check(request.source(), request.report(), request.previous());
  }

  /** The rules in use. */
  public Rules rules() {
    return rules;
  }

  /** The digest of a file, 64 hexadecimal digits, for {@link Result.Source#sha256()}. */
  public static String sha256(byte[] bytes) {
    return Sha256.of(bytes);
  }
}
