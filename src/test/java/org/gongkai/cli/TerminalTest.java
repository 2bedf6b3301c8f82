package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void noColorMeansNoneUnlessItIsEmpty() {
    assertThat(Terminal.colours(Map.of())).isTrue();
    assertThat(Terminal.colours(Map.of("NO_COLOR", ""))).isTrue();
    assertThat(Terminal.colours(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.colours(Map.of("NO_COLOR", "0"))).isFalse();
    assertThat(Terminal.colours(Map.of("TERM", "dumb"))).isFalse();
  }

  @Test
  void theLocaleOfMessagesDecidesOnTheLanguage() {
    assertThat(Terminal.chinese(Map.of("LANG", "zh_CN.UTF-8"), Locale.ENGLISH)).isTrue();
    assertThat(
            Terminal.chinese(
                Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "en_US.UTF-8"), Locale.ENGLISH))
        .isFalse();
    assertThat(
            Terminal.chinese(Map.of("LANG", "en_US.UTF-8", "LC_MESSAGES", "zh_TW"), Locale.ENGLISH))
        .isTrue();
    assertThat(Terminal.chinese(Map.of(), Locale.SIMPLIFIED_CHINESE)).isTrue();
    assertThat(Terminal.chinese(Map.of(), Locale.FRENCH)).isFalse();
  }

  @Test
  void whatAReportSaysCannotSteerTheTerminal() {
    assertThat(Terminal.sanitized("\u001b[2J某县\u0007")).isEqualTo("\uFFFD[2J某县\uFFFD");
    assertThat(Terminal.sanitized("两\n行")).isEqualTo("两 行");
    assertThat(Terminal.sanitized("a\u202Eb")).isEqualTo("a\uFFFDb");
    assertThat(Terminal.sanitized("（一）予以公开")).isEqualTo("（一）予以公开");
  }
}
