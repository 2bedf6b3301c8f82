package org.gongkai.report.identity;

import org.gongkai.document.Text;
import org.gongkai.report.Where;
import org.gongkai.text.CharacterSet;
import org.gongkai.text.TextNormalizer;

/**
 * A line of the page before section 1, or after the last table, folded.
 *
 * @param characters which it has: most patterns need not be tried
 */
record HeadLine(Text text, TextNormalizer.Folded folded, CharacterSet characters) {
  /** What is shown for a character that was lost. */
  static final String LOST = "[?\uFFFD]";

  /** A line that is longer is no head line with a date. */
  static final int LONGEST = 400;

  static HeadLine of(Text text) {
    TextNormalizer.Folded folded = TextNormalizer.fold(text.string());
    return new HeadLine(text, folded, CharacterSet.of(folded.string()));
  }

  String string() {
    return folded.string();
  }

  boolean has(char c) {
    return characters.mayHave(c) && string().indexOf(c) >= 0;
  }

  boolean has(String word) {
    return characters.mayHave(word.charAt(0)) && string().contains(word);
  }

  /** Whether it has the characters of all titles. */
  boolean mayBeTitle() {
    return has('开') && (has('报') || has('总')) && (has('息') || has('务'));
  }

  /** Whether it has one of the words before a publisher's name. */
  boolean mayNamePublisher() {
    return has("发布机构")
        || has("公开主体")
        || has("发文机关")
        || has("发布单位")
        || has("来自")
        || has('源')
        || has('者');
  }

  /** Whether it has one of the words before the name of a body that questions go to. */
  boolean mayNameContact() {
    return has("请与") || has("请联系") || has("可与") || has("请向");
  }

  /** Whether it may hold a date: all begin with the century. */
  boolean hasYear() {
    return characters.mayHave('0') && string().contains("20")
        || characters.mayHave('9') && string().contains("19");
  }

  /** Whether it speaks of a period, or of figures that are of one. */
  boolean tellsPeriod() {
    return hasPeriod()
        || has('统') && string().contains("统计")
        || has('据') && string().contains("数据");
  }

  boolean hasPeriod() {
    return has('限') && string().contains("期限");
  }

  Where where(int from, int to) {
    return Where.of(text, folded.before(from), folded.before(to));
  }
}
