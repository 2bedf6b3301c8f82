package org.gongkai.rule.narrative;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A word of a sentence.
 *
 * @param word what it means
 * @param from where it begins in the folded paragraph
 * @param to where it ends
 * @param amount the figure of {@link WordMeaning#FIGURE} and {@link WordMeaning#PERCENT}, the year
 *     of {@link Word#YEAR}
 * @param row the row of {@link WordMeaning#ROW}
 */
record Lexeme(WordMeaning word, int from, int to, @Nullable Amount amount, @Nullable String row) {
  Lexeme(WordMeaning word, int from, int to) {
    this(word, from, to, null, null);
  }

  /** Whether it is a figure, or a percentage. */
  boolean isFigure() {
    return word == WordMeaning.FIGURE || word == WordMeaning.PERCENT;
  }

  /** Whether it is that year, so many years on. */
  boolean isYear(@Nullable Integer year, int later) {
    return word == WordMeaning.YEAR
        && year != null
        && amount != null
        && amount.agrees(BigDecimal.valueOf((long) year + later));
  }

  /** Whether it is an unknown word that ends as the names of bodies do: 公安局. */
  boolean isBody(String text) {
    return word == WordMeaning.UNKNOWN
        && to > from + 1
        && "局委厅署院办乡镇".indexOf(text.charAt(to - 1)) >= 0;
  }

  /** Whether it is 中, as in 收到的7件申请中. */
  boolean isMiddle(String text) {
    return to == from + 1 && text.charAt(from) == '中';
  }
}
