package org.gongkai.rule.narrative;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The time that a clause is about: the year of the report, another year, or another time. */
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

  /** For a report on that year; if the year is null, every year counts as another one. */
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

  /** A year in brackets applies only within them, unless the sentence begins with it. */
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

  /** Whether it is another time than a whole year. */
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

  /** Reads a clause without a figure, which may give the time of those that follow. */
  void readAlone(ClauseWords meanings) {
    otherTime |=
        meanings.has(WordMeaning.OTHER_TIME)
            || meanings.has(WordMeaning.PART_OF_YEAR)
            || meanings.has(WordMeaning.SINCE)
                && !(meanings.isOnly(SINCE_A_YEAR) && isThisYear(meanings));
  }

  /** 2023年以来 means the year itself. */
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
   * Reads the years of a clause: this year, another one, or, where requests are carried over, the
   * year before or after.
   *
   * @return whether brackets here split a figure by years, so that the whole is not this year's:
   *     1446件（2022年657件，2023年789件）
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
        // In 2019年修订的条例 the year belongs to the regulation, not to the figure.
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
