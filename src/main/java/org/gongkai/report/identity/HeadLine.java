package org.gongkai.report.identity;

import org.gongkai.document.Text;
import org.gongkai.report.Where;
import org.gongkai.text.TextNormalizer;

/** A line of the page before section 1, or after the last table, folded. */
record HeadLine(Text text, TextNormalizer.Folded folded) {
  /** What is shown for a character that was lost. */
  static final String LOST = "[?\uFFFD]";

  /** A line that is longer is no head line with a date. */
  static final int LONGEST = 400;

  static HeadLine of(Text text) {
    return new HeadLine(text, TextNormalizer.fold(text.string()));
  }

  String string() {
    return folded.string();
  }

  boolean has(String word) {
    return string().contains(word);
  }

  /** Whether it has words that all titles have. */
  boolean mayBeTitle() {
    return has("公开") && (has("报") || has("总结"));
  }

  /** Whether it speaks of a period, or of figures that are of one. */
  boolean tellsPeriod() {
    return hasPeriod() || has("统计") || has("数据");
  }

  /** Whether it may have a date: most lines have none, and patterns take time. */
  boolean mayHaveDate() {
    return has("20") || has("19");
  }

  boolean hasPeriod() {
    return has("期限");
  }

  Where where(int from, int to) {
    return Where.of(text, folded.originalIndex(from), folded.originalIndex(to));
  }
}
