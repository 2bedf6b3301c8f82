package org.gongkai.rule.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AmountTest {
  private static final Amount WHOLE = Amount.of(new BigDecimal("89"));
  private static final Amount DAMAGED = new Amount(new BigDecimal("89"), "089", true);

  @Test
  void aWholeFigureIsThatFigureOrNot() {
    assertThat(WHOLE.isWhole()).isTrue();
    assertThat(WHOLE.agrees(new BigDecimal("89.0"))).isTrue();
    assertThat(WHOLE.agrees(new BigDecimal("4089"))).isFalse();
    assertThat(WHOLE.agrees(null)).isFalse();
    assertThat(WHOLE).hasToString("89");
  }

  @Test
  void ofADamagedOneTheEndIsCompared() {
    assertThat(DAMAGED.isWhole()).isFalse();
    assertThat(DAMAGED.agrees(new BigDecimal("4089"))).isTrue();
    assertThat(DAMAGED.agrees(new BigDecimal("4089.0"))).isTrue();
    assertThat(DAMAGED.agrees(new BigDecimal("89"))).isFalse();
    assertThat(DAMAGED).hasToString("?089");
  }

  @Test
  void aQuestionMarkAndTheReplacementCharacterStandForWhatWasLost() {
    assertThat(Amount.isLost('?')).isTrue();
    assertThat(Amount.isLost('\uFFFD')).isTrue();
    assertThat(Amount.isLost('0')).isFalse();
  }
}
