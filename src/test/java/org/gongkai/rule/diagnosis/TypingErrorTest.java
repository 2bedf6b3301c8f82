package org.gongkai.rule.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypingErrorTest {
  private static Set<TypingError> habits(String printed, String right) {
    Set<TypingError> habits = EnumSet.noneOf(TypingError.class);
    for (TypingError habit : TypingError.values()) {
      if (habit.explains(new BigDecimal(printed), new BigDecimal(right))) {
        habits.add(habit);
      }
    }
    return habits;
  }

  @Test
  void aDigitMayBeDropped() {
    assertThat(habits("79", "789")).containsExactly(TypingError.DROPPED);
    assertThat(habits("78", "789")).containsExactly(TypingError.DROPPED);
    assertThat(habits("7", "70")).containsExactly(TypingError.DROPPED);
    assertThat(habits("9", "78")).isEmpty();
  }

  @Test
  void aDigitMayBeTypedTwice() {
    assertThat(habits("7789", "789")).containsExactly(TypingError.ADDED);
    assertThat(habits("77", "7")).containsExactly(TypingError.ADDED);
    assertThat(habits("78", "9")).isEmpty();
    assertThat(habits("789", "7")).isEmpty();
  }

  @Test
  void twoDigitsMayBeTransposed() {
    assertThat(habits("798", "789")).containsExactly(TypingError.TRANSPOSED);
    assertThat(habits("987", "789")).isEmpty();
  }

  @Test
  void oneDigitMayBeWrong() {
    assertThat(habits("799", "789")).containsExactly(TypingError.MISTYPED);
    assertThat(habits("3", "4")).isEmpty();
  }

  @Test
  void aSignOrAPointMayBeAstray() {
    assertThat(habits("-7", "7")).contains(TypingError.SIGN);
    assertThat(habits("7.89", "789")).containsExactly(TypingError.POINT);
    assertThat(habits("7890", "789")).containsExactly(TypingError.ADDED);
  }
}
