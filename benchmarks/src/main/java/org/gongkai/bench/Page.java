package org.gongkai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.Gongkai;
import org.gongkai.document.Document;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.rendering.BenchmarkPages;
import org.gongkai.report.Report;
import org.gongkai.report.ReportReader;
import org.gongkai.rule.Result;

/** A report at every stage of its check, each ready for the next. */
record Page(byte[] bytes, Document document, Report report, Result result) {
  /** A rendering of the tests, or a file. */
  static Page of(String format, int kilobytes) throws IOException {
    Path file = Path.of(format);
    byte[] bytes =
        Files.isRegularFile(file)
            ? Files.readAllBytes(file)
            : BenchmarkPages.page(format, kilobytes * 1024);
    Document document = DocumentReader.read(bytes);
    Report report = ReportReader.read(document);
    Result result = Gongkai.standard().check(bytes, format);
    if (report.edition() == null || report.readings().isEmpty()) {
      throw new IllegalStateException(
          "no report was read of " + format + " of " + bytes.length + " bytes");
    }
    return new Page(bytes, document, report, result);
  }
}
