package org.gongkai.rule.narrative;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The time that is spoken of: the year of the report, another year, or another time. */
final class TimeReference {
  private static final Set<WordMeaning> SINCE_A_YEAR =
      EnumSet.of(WordMeaning.YEAR, WordMeaning.SINCE, WordMeaning.FILLER);
  private static final Set<WordMeaning> COMPARISON =
      EnumSet.of(WordMeaning.COMPARE, WordMeaning.UP, WordMeaning.DOWN);

  private final @Nullable Integer year;
  private boolean otherTime;
  private boolean otherYear;
  private boolean otherYearNamed;

  private boolean bracketed;
  private boolean otherInBrackets;
  private boolean otherOutside;
  private boolean namedOutside;

  /** Of a report on that year; without one, no year is this one. */
  TimeReference(@Nullable Integer year) {
    this.year = year;
  }

  void paragraph() {
    otherYear = false;
  }

  void sentence() {
    otherTime = false;
    otherYearNamed = false;
    bracketed = false;
    otherOutside = otherYear;
    namedOutside = false;
  }

  void open() {
    bracketed = true;
    otherInBrackets = false;
    otherOutside = otherYear;
    namedOutside = otherYearNamed;
  }

  /** The year in brackets ends with them, but where a sentence begins with it. */
  void close(boolean begun) {
    bracketed = false;
    if (begun) {
      otherYear = otherOutside;
      otherYearNamed = namedOutside;
    }
  }

  boolean isBracketed() {
    return bracketed;
  }

  /** Whether it is neither a year nor all of it. */
  boolean isOtherTime() {
    return otherTime;
  }

  boolean isOtherYear() {
    return otherYear;
  }

  /** Whether the sentence itself names the other year. */
  boolean isOtherYearNamed() {
    return otherYearNamed;
  }

  /** A clause without a figure that may give the time of those that follow. */
  void readAlone(ClauseWords meanings) {
    otherTime |=
        meanings.has(WordMeaning.OTHER_TIME)
            || meanings.has(WordMeaning.PART_OF_YEAR)
            || meanings.has(WordMeaning.SINCE)
                && !(meanings.isOnly(SINCE_A_YEAR) && isThisYear(meanings));
  }

  /** 2023年以来 is no other time than the year. */
  boolean isSinceThisYear(ClauseWords meanings) {
    List<Lexeme> words = meanings.words();
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).word() == WordMeaning.SINCE && words.get(i - 1).isYear(year, 0)) {
        return true;
      }
    }
    return false;
  }

  private boolean isThisYear(ClauseWords meanings) {
    return meanings.words().stream().anyMatch(word -> word.isYear(year, 0));
  }

  /**
   * Turns years into words: the one before and after where something is carried, this one, or
   * another one.
   *
   * @return whether the brackets that stand here part a figure by years, so that it is not this
   *     year's: 1446件（2022年657件，2023年789件）
   */
  boolean read(ClauseWords meanings) {
    boolean thisYear = false;
    boolean other = false;
    for (Lexeme word : meanings.words()) {
      if (word.word() != WordMeaning.YEAR) {
        continue;
      }
      if (year == null) {
        otherYear = true;
      } else if (word.isYear(year, 0)) {
        if (!meanings.has(WordMeaning.CARRY)) {
          otherYear = false;
          thisYear = true;
        }
      } else if (meanings.has(WordMeaning.CARRY) && word.isYear(year, -1)) {
        meanings.add(WordMeaning.PAST);
      } else if (meanings.has(WordMeaning.CARRY) && word.isYear(year, 1)) {
        meanings.add(WordMeaning.NEXT);
      } else if (!meanings.hasAny(COMPARISON)) {
        otherYear = true;
        // 2019年修订的条例 is another year's, not what is told of it.
        otherYearNamed = !meanings.has(WordMeaning.UNKNOWN) && !meanings.has(WordMeaning.LAPSE);
        other = true;
      } else {
        meanings.add(word.isYear(year, -1) ? WordMeaning.PAST : WordMeaning.OTHER_TIME);
      }
    }
    otherTime |= thisYear && other; // 2022年和2023年共收到
    boolean parted = bracketed && thisYear && otherInBrackets;
    otherInBrackets |= other;
    return parted;
  }
}
