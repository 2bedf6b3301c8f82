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
 * What to check: a report that was read, where it came from, and that of the year before.
 *
 * <pre>{@code
 * CheckRequest request = CheckRequest.of(bytes, "2023/x.html").beside(PreviousYear.of(lastYears.report()));
 * Result result = Gongkai.standard().check(request);
 * }</pre>
 *
 * @param report the report
 * @param source goes into the result as it is
 * @param previous the year before; null where it is not known. Another issuer's or year's is left
 *     alone
 */
public record CheckRequest(Report report, Source source, @Nullable PreviousYear previous) {

  /** Reads a file that people know by a name. */
  public static CheckRequest of(byte[] bytes, String name) {
    return of(
        DocumentReader.read(bytes),
        new Source(name, null, null, null, Gongkai.sha256(bytes), bytes.length));
  }

  /** Takes a document that is already read, or was refused unread ({@link Document#unreadable}). */
  public static CheckRequest of(Document document, Source source) {
    return new CheckRequest(ReportReader.read(document), source, null);
  }

  /** Takes the report of a result, to check it anew beside the year before. */
  public static CheckRequest of(Result result) {
    return new CheckRequest(result.report(), result.source(), null);
  }

  /** The same, beside the year before; null for none. */
  public CheckRequest beside(@Nullable PreviousYear year) {
    return new CheckRequest(report, source, year);
  }
}
