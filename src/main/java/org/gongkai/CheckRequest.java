package org.gongkai;

import org.gongkai.document.Document;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.report.Report;
import org.gongkai.report.ReportReader;
import org.gongkai.rule.Result;
import org.gongkai.rule.Result.Source;
import org.gongkai.rule.years.PreviousYear;
import org.jspecify.annotations.Nullable;

/**
 * A report to check, its source and last year's report.
 *
 * <pre>{@code
 * CheckRequest request = CheckRequest.of(bytes, "2023/x.html").beside(PreviousYear.of(lastYears.report()));
 * Result result = Gongkai.standard().check(request);
 * }</pre>
 *
 * @param report the report
 * @param source the file; copied into the result
 * @param previous last year's report; null where not known. One of another issuer or year is
 *     ignored
 */
public record CheckRequest(Report report, Source source, @Nullable PreviousYear previous) {

  /**
   * Reads a file.
   *
   * @param name its name in the result
   */
  public static CheckRequest of(byte[] bytes, String name) {
    return of(
        DocumentReader.read(bytes),
        new Source(name, null, null, null, Gongkai.sha256(bytes), bytes.length));
  }

  /** Takes a document that was read, or refused unread ({@link Document#unreadable}). */
  public static CheckRequest of(Document document, Source source) {
    return new CheckRequest(ReportReader.read(document), source, null);
  }

  /** Takes the report of a result, to check it again with last year's. */
  public static CheckRequest of(Result result) {
    return new CheckRequest(result.report(), result.source(), null);
  }

  /** The same with last year's report; null for none. */
  public CheckRequest beside(@Nullable PreviousYear year) {
    return new CheckRequest(report, source, year);
  }
}
