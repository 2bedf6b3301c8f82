package org.gongkai.rendering;

/** A difference between the layout of a file's tables and the form. */
enum LayoutVariant {
  /** Table II as one table for each of its headings. */
  FOUR_TABLES,
  /** Applicants of table III in another order, their headings with them. */
  APPLICANTS_PERMUTED,
  /** Endings of table IV in another order, their headings with them. */
  ENDINGS_PERMUTED,
  /** Columns of table II in another order, their headings with them. */
  DISCLOSURE_PERMUTED,
  /** Headings one character a line. */
  VERTICAL,
  /** Headings broken in two lines: 商业 企业. */
  BROKEN_HEADS,
  /** A page break cuts table III. */
  PAGE_BREAK,
  /** The same, its headings repeated below the break. */
  PAGE_BREAK_HEADS,
  /** The same, its headings and the label 三、本年度办理结果 repeated below the break. */
  PAGE_BREAK_LABELS,
  /** Row spans and column spans one too small. */
  SPANS_SMALL,
  /** Row spans too large. */
  SPANS_LARGE,
  /** No span at all. */
  SPANS_ABSENT,
  /** Columns of table II spread over more columns than it has, each row in its own way. */
  SPANS_RAGGED,
  /** One row of headings less in table III: no 申请人情况, no 法人或其他组织. */
  HEADS_MERGED,
  /** No headings of columns at all in table III. */
  HEADS_MISSING,
  /** An empty column somewhere in most tables. */
  EMPTY_COLUMN,
  /** Empty rows. */
  EMPTY_ROW,
  /** The headings of table III once more in the middle of it. */
  HEADS_REPEATED,
  /** Table IV with a row for each of its groups. */
  REMEDIES_TRANSPOSED,
  /** Table IV as three small tables. */
  REMEDIES_STACKED,
  /** 行政诉讼 before 行政复议 in table IV. */
  GROUPS_PERMUTED,
  /** Other words for the same: 合计, 本年废止或失效件数. */
  ALIASES,
  /**
   * Other punctuation in labels: half-width brackets, 1、 for 1., other quotation marks, none of the
   * numbers' dots.
   */
  PUNCTUATION,
  /** No numbers before labels: 属于国家秘密. */
  NO_NUMBERS,
  /** A sentence between heading and table. */
  SENTENCE,
  /** A caption row within the table. */
  CAPTION_ROW,
  /** Prose between heading and table that names labels with last year's figures. */
  NARRATED,
  /** Numbered notes below the tables. */
  NOTES,
  /** A small table in section 1 with labels of table II. */
  DECOY_TABLE,
  /** The numbers before labels in cells of their own. */
  NUMBER_COLUMN,
  /** Long labels broken in two lines. */
  BROKEN_LABELS,
  /** No label 三、本年度办理结果. */
  NO_RESULTS_LABEL,
  /** A heading of a column of table III or IV lost, its cell left blank. */
  LOST_HEAD,
  /** Units in the headings of columns: 自然人（件）. */
  HEAD_UNITS,
  /** The numbers before labels run on from group to group. */
  NUMBERS_RUN_ON,
  /** A column of other figures behind those of table III. */
  OTHER_COLUMN
}
