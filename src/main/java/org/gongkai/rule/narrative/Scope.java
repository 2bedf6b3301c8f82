package org.gongkai.rule.narrative;

import java.util.List;

/** Whether a sentence is about a part of the reporting body, or about another body. */
final class Scope {
  private boolean part;
  private boolean partByHeading;

  /** A heading names the scope of what follows: （二）市本级情况. */
  void heading(List<Lexeme> words) {
    partByHeading = words.stream().anyMatch(word -> word.word() == WordMeaning.PART);
  }

  void paragraph() {
    part = partByHeading;
  }

  void read(ClauseWords meanings) {
    boolean whole = meanings.has(WordMeaning.WHOLE) || meanings.has(WordMeaning.OWN);
    if (meanings.has(WordMeaning.PART) || meanings.has(WordMeaning.PARTS) && !whole) {
      part = true;
    } else if (whole) {
      part = false;
    }
  }

  /** The sentence is about another body. */
  void another() {
    part = true;
  }

  boolean isPart() {
    return part;
  }
}
