package org.gongkai.report;

/** What a document turned out to be. */
public enum Nature {
  /** A report with at least one of its tables. */
  REPORT,
  /** A report whose text is here and none of whose tables could be read. */
  REPORT_WITHOUT_TABLES,
  /** A report for 2018 or before, which had no common tables. */
  BEFORE_2019,
  /** A list page of reports. */
  LIST,
  /** A page whose content comes by script. */
  SCRIPTED,
  /** A page that only links to attachments. */
  ATTACHMENTS,
  /** A page that asks for a login. */
  LOGIN,
  /** An error page: 404, 403, 500. */
  ERROR_PAGE,
  /** Another kind of annual report: 法治政府建设, 部门决算. */
  OTHER_REPORT,
  /** An interpretation (解读) of a report. */
  INTERPRETATION,
  /** The notice that prescribes the form, with the blank form. */
  NOTICE,
  /** Some other document. */
  OTHER,
  /** It could not be read at all: see the document's problem. */
  UNREAD
}
