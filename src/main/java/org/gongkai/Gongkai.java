package org.gongkai;

import org.gongkai.document.Document;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.report.Report;
import org.gongkai.report.ReportReader;
import org.gongkai.rule.Digest;
import org.gongkai.rule.Result;
import org.gongkai.rule.Result.Source;
import org.gongkai.rule.Rules;
import org.gongkai.rule.years.PreviousYear;
import org.jspecify.annotations.Nullable;

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
   * Checks a file.
   *
   * @param bytes the file as it is; its format and charset are told by its content
   * @param name the name people know it by, for the result
   * @return what was found; a file that cannot be understood is a result too ({@code unreadable})
   */
  public Result check(byte[] bytes, String name) {
    return check(bytes, name, null);
  }

  /**
   * Checks a file beside the same issuer's report of the year before.
   *
   * @param bytes the file as it is
   * @param name the name people know it by, for the result
   * @param previous the year before; null where it is not known. Another issuer's or year's is left
   *     alone
   */
  public Result check(byte[] bytes, String name, @Nullable PreviousYear previous) {
    return check(bytes, new Source(name, null, null, null, sha256(bytes), bytes.length), previous);
  }

  /** Checks a file that came from somewhere; {@code source} goes into the result as it is. */
  public Result check(byte[] bytes, Source source) {
    return check(bytes, source, null);
  }

  /** Checks a file that came from somewhere beside the year before. */
  public Result check(byte[] bytes, Source source, @Nullable PreviousYear previous) {
    return check(DocumentReader.read(bytes), source, previous);
  }

  /**
   * Checks a document that is already read, or was refused unread ({@link Document#unreadable}).
   */
  public Result check(Document document, Source source) {
    return check(document, source, null);
  }

  /** Checks a document that is already read, beside the year before. */
  public Result check(Document document, Source source, @Nullable PreviousYear previous) {
    return check(ReportReader.read(document), source, previous);
  }

  /**
   * Checks a report that is already read, beside the year before: what a second look at one needs,
   * when the year before is only found by what the first look told.
   */
  public Result check(Report report, Source source, @Nullable PreviousYear previous) {
    return rules.check(source, report, previous);
  }

  /** The rules it checks by. */
  public Rules rules() {
    return rules;
  }

  /** The digest of a file, 64 hexadecimal digits, as {@link Source#sha256()} wants it. */
  public static String sha256(byte[] bytes) {
    return Digest.of(bytes);
  }
}
