package org.gongkai.rule.narrative;

import org.gongkai.report.Where;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the prose that refers to cells of the tables.
 *
 * @param target what it refers to
 * @param amount the figure
 * @param paragraph its paragraph
 * @param from where the figure begins in the folded paragraph
 * @param to where it ends
 * @param sentence its sentence
 * @param share what it is a percentage of; null for a count
 */
public record Claim(
    Target target,
    Amount amount,
    Paragraph paragraph,
    int from,
    int to,
    Sentence sentence,
    @Nullable Share share) {

  /** The range of a sentence in a folded paragraph. */
  public record Sentence(int from, int to) {}

  /**
   * A percentage.
   *
   * @param percent the percentage as printed: {@code 45.9}
   * @param kind what it is a percentage of
   */
  public record Share(Amount percent, Kind kind) {
    /** What a percentage is of. */
    public enum Kind {
      /** Of all answered requests. */
      OF_ANSWERED,
      /** Of all received or all answered requests: the sentence does not say. */
      OF_ALL,
      /** More than the year before. */
      UP,
      /** Less than the year before. */
      DOWN
    }
  }

  Claim withTarget(Target other) {
    return new Claim(other, amount, paragraph, from, to, sentence, share);
  }

  Claim withShare(Share of) {
    return new Claim(target, amount, paragraph, from, to, sentence, of);
  }

  /** The sentence, with its place. */
  public Where where() {
    return paragraph.where(sentence.from(), sentence.to());
  }
}
