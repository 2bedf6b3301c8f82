package org.gongkai.publish;

import org.gongkai.document.Format;
import org.gongkai.document.Position;
import org.gongkai.report.Report;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * The place of something in a report's file: a line, a paragraph in Word, a page of a PDF.
 *
 * @param page from 1; 0 in a format without pages
 */
public record SourcePlace(String zh, String en, int page) {
  /** The place of a finding: {@code 源文件第72行}, {@code 第58段}, {@code 第3页}; null for none. */
  public static @Nullable SourcePlace of(Finding finding, Result result) {
    return of(finding.where().position(), result);
  }

  /** The place of the first figure that a diagnosis changes; null for none. */
  public static @Nullable SourcePlace of(Diagnosis diagnosis, Result result) {
    Report report = result.report();
    Position position =
        report.edition() == null
            ? null
            : report
                .edition()
                .find(diagnosis.changes().get(0).cell())
                .map(cell -> report.at(cell).where().position())
                .orElse(null);
    return of(position, result);
  }

  private static @Nullable SourcePlace of(@Nullable Position position, Result result) {
    return position == null
        ? null
        : of(position.page(), position.line(), result.report().document().format().key());
  }

  /** {@code page} is 0 in a format without pages. */
  static SourcePlace of(int page, int line, String format) {
    if (page > 0) {
      return new SourcePlace("第" + page + "页", "page " + page, page);
    }
    return format.equals(Format.DOCX.key()) || format.equals(Format.DOC.key())
        ? new SourcePlace("第" + line + "段", "paragraph " + line, 0)
        : new SourcePlace("源文件第" + line + "行", "line " + line + " of the source", 0);
  }

  /** Whether its format has pages, which a link can lead to. */
  boolean inPages() {
    return page > 0;
  }
}
