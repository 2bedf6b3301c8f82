package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitsTest {
  @Test
  void countsAndMoneyHaveUnits() {
    assertThat(Units.isUnit("件")).isTrue();
    assertThat(Units.isUnit("万元")).isTrue();
    assertThat(Units.isUnit("美元")).isTrue();
    assertThat(Units.isUnit("公里")).isFalse();
    assertThat(Units.isUnit("")).isFalse();
  }

  @Test
  void onlyMoneyIsYuan() {
    assertThat(Units.yuan("亿元")).isEqualByComparingTo("100000000");
    assertThat(Units.yuan("角")).isEqualByComparingTo("0.1");
    assertThat(Units.yuan("件")).isNull();
    assertThat(Units.yuan("美元")).isNull();
  }
}
