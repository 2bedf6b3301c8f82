package org.gongkai.rule.narrative;

import java.util.List;

/** Whether what is told is of a part of what reports, or of another body. */
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

  /** Another body is spoken of. */
  void another() {
    part = true;
  }

  boolean isPart() {
    return part;
  }
}
