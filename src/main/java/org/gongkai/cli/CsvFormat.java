package org.gongkai.cli;

import org.gongkai.publish.Csv;
import org.gongkai.publish.Summary;
import org.gongkai.rule.Result;

/** A line a report (RFC 4180): what the table says, for a spreadsheet or a script. */
final class CsvFormat implements Format {
  @Override
  public String open() {
    return "file,verdict,errors,warnings,notices,issuer,year,edition,title,relations,hold,broken,notAssessable\r\n";
  }

  @Override
  public String render(Result result) {
    Summary summary = Summary.of(result);
    return String.join(
            ",",
            Csv.field(summary.name()),
            summary.verdict().key(),
            String.valueOf(summary.errors()),
            String.valueOf(summary.warnings()),
            String.valueOf(summary.notices()),
            Csv.field(summary.issuer()),
            summary.year() == null ? "" : summary.year().toString(),
            Csv.field(summary.edition()),
            Csv.field(summary.title()),
            String.valueOf(summary.relations().total()),
            String.valueOf(summary.relations().hold()),
            String.valueOf(summary.relations().broken()),
            String.valueOf(summary.relations().notAssessable()))
        + "\r\n";
  }
}
