package org.gongkai.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTemplateTest {
  private static final MessageTemplate TEMPLATE = new MessageTemplate("共{count}件[（{which}）]。");

  @Test
  void putsArgumentsIn() {
    assertThat(TEMPLATE.fill(Map.of("count", "3", "which", "甲"))).isEqualTo("共3件（甲）。");
  }

  @Test
  void leavesOutABracketWhoseArgumentIsEmptyOrAbsent() {
    assertThat(TEMPLATE.fill(Map.of("count", "3", "which", ""))).isEqualTo("共3件。");
    assertThat(TEMPLATE.fill(Map.of("count", "3"))).isEqualTo("共3件。");
  }

  @Test
  void argumentsAreNotTemplatesThemselves() {
    assertThat(TEMPLATE.fill(Map.of("count", "{which}[", "which", "]{x}")))
        .isEqualTo("共{which}[件（]{x}）。");
  }

  @Test
  void anArgumentThatNobodyGaveIsAFault() {
    assertThatThrownBy(() -> TEMPLATE.fill(Map.of("which", "甲")))
        .hasMessageContaining("no argument count");
  }

  @Test
  void knowsItsArguments() {
    assertThat(TEMPLATE.names()).containsExactly("count", "which");
  }
}
