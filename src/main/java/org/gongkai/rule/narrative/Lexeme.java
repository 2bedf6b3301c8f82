package org.gongkai.rule.narrative;

import org.jspecify.annotations.Nullable;

/**
 * A word of a sentence.
 *
 * @param word what it means
 * @param from where it begins in the folded paragraph
 * @param to where it ends
 * @param amount the figure of {@link Word#FIGURE} and {@link Word#PERCENT}, the year of {@link
 *     Word#YEAR}
 * @param row the row of {@link Word#ROW}
 */
record Lexeme(Word word, int from, int to, @Nullable Amount amount, @Nullable String row) {
  Lexeme(Word word, int from, int to) {
    this(word, from, to, null, null);
  }
}
