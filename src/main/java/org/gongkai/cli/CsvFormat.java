package org.gongkai.cli;

import org.gongkai.publish.Csv;
import org.gongkai.publish.Summary;
import org.gongkai.publish.VerdictText;
import org.gongkai.rule.Result;

/** A line a report (RFC 4180): what the table says, for a spreadsheet or a script. */
final class CsvFormat implements OutputFormat {
  private final Terminal terminal;

  CsvFormat(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public String open() {
    if (terminal.chinese()) {
      return "文件,结论,不符,提醒,说明,发布机构,年度,表格版本,标题,勾稽关系,成立,不成立,未能核对\r\n";
    }
    return "file,verdict,errors,warnings,notices,issuer,year,edition,title,relations,hold,broken,notAssessable\r\n";
  }

  @Override
  public String render(Result result) {
    Summary summary = Summary.of(result);
    return String.join(
            ",",
            Csv.field(summary.name()),
            terminal.localized(VerdictText.word(summary.verdict()).zh(), summary.verdict().key()),
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
