package org.gongkai.cli;

import org.gongkai.publish.Summary;
import org.gongkai.rule.Result;
import org.jspecify.annotations.Nullable;

/** A line a report (RFC 4180): what the table says, for a spreadsheet or a script. */
final class CsvFormat implements Format {
  @Override
  public String open() {
    return "file,verdict,errors,warnings,notices,issuer,year,edition,title\r\n";
  }

  @Override
  public String render(Result result) {
    Summary summary = Summary.of(result);
    return String.join(
            ",",
            field(summary.name()),
            summary.verdict().key(),
            String.valueOf(summary.errors()),
            String.valueOf(summary.warnings()),
            String.valueOf(summary.notices()),
            field(summary.issuer()),
            summary.year() == null ? "" : summary.year().toString(),
            field(summary.edition()),
            field(summary.title()))
        + "\r\n";
  }

  /** Quoted where it must be; a text that a spreadsheet would take for a formula begins with an apostrophe. */
  private static String field(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String safe = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && text.length() > 1 ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
