package org.gongkai.rendering;

import java.util.Random;

/** Damage to labels and headings by wrong decoding. Figures are ASCII and stay intact. */
enum DecodingDamage {
  NONE,
  /** The last character lost. */
  LAST_LOST,
  /** The last character is lost, and the rest of the tag behind it is visible. */
  TAGS_LEFT,
  /** A question mark in place of a character. */
  QUESTION_MARKS;

  String apply(String text, Random random) {
    if (this == NONE || text.length() < 3 || random.nextBoolean()) {
      return text;
    }
    String less = text.substring(0, text.length() - 1);
    return switch (this) {
      case NONE -> text;
      case LAST_LOST -> less;
      case TAGS_LEFT ->
          random.nextBoolean() ? less : less + (random.nextBoolean() ? "/p>" : "/td>");
      case QUESTION_MARKS -> {
        int at = random.nextInt(3) > 0 ? text.length() - 1 : 2 + random.nextInt(text.length() - 2);
        yield text.substring(0, at) + '?' + text.substring(at + 1);
      }
    };
  }
}
