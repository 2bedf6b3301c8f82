package org.gongkai.rule.narrative;

import org.gongkai.report.Where;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the prose that speaks of cells of the tables.
 *
 * @param target what it speaks of
 * @param amount the figure
 * @param paragraph where it is
 * @param from where the figure begins in the folded paragraph
 * @param to where it ends
 * @param sentence where its sentence is, as a number to tell sentences apart
 * @param share for a percentage of claims: of what; null for a count
 */
public record Claim(
    Target target,
    Amount amount,
    Paragraph paragraph,
    int from,
    int to,
    Sentence sentence,
    @Nullable Share share) {

  /** From where to where a sentence goes in a folded paragraph. */
  public record Sentence(int from, int to) {}

  /**
   * A percentage.
   *
   * @param percent the percentage as printed: {@code 45.9}
   * @param kind of what it is a percentage
   */
  public record Share(Amount percent, Kind kind) {
    /** Of what. */
    public enum Kind {
      /** Of all answered. */
      OF_ANSWERED,
      /** Of all received or all answered: the sentence does not say. */
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
