package org.gongkai;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gongkai.document.Document;
import org.gongkai.document.Documents;
import org.gongkai.report.Report;
import org.gongkai.report.Reports;
import org.gongkai.rule.Result;
import org.gongkai.rule.Result.Source;
import org.gongkai.rule.Rules;

/**
 * Checks reports. Pure: no I/O, no clock; the same bytes, name and settings give an equal result. Safe for use by
 * several threads at once.
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
   * Checks a file.
   *
   * @param bytes the file as it is; its format and charset are told by its content
   * @param name the name people know it by, for the result
   * @return what was found; a file that cannot be understood is a result too ({@code unreadable})
   */
  public Result check(byte[] bytes, String name) {
    return check(bytes, new Source(name, null, null, null, sha256(bytes), bytes.length));
  }

  /** Checks a file that came from somewhere; {@code source} goes into the result as it is. */
  public Result check(byte[] bytes, Source source) {
    Document document = Documents.read(bytes);
    return check(document, source);
  }

  /** Checks a document that is already read, or was refused unread ({@link Document#unreadable}). */
  public Result check(Document document, Source source) {
    Report report = Reports.read(document);
    return rules.check(source, report, null);
  }

  /** The digest of a file, 64 hexadecimal digits, as {@link Source#sha256()} wants it. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
