package org.gongkai.rule.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.fuzz.FuzzSupport;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of settings are taken whole, or refused with a place in them. */
class SettingsFuzzTest {
  static Stream<byte[]> waiverFiles() {
    return Stream.of(
            """
            waivers:
              - rule: requests.row-total
                cell: requests/disclosed/total
                file: "2023/*.html"
                reason: 已更正
                expires: 2026-12-31
              - finding: 0123456789abcdef
                reason: &a known
            """,
            "waivers: [{rule: requests.balance, reason: *a}]",
            "waivers:\n - {rule: x, reason: ''}\n")
        .map(yaml -> yaml.getBytes(UTF_8));
  }

  static Stream<byte[]> configurations() {
    return Stream.of(
            "rules:\n  requests.row-total: warning\n  narrative.figure: off\n", "rules: {}")
        .map(yaml -> yaml.getBytes(UTF_8));
  }

  @MethodSource("waiverFiles")
  @FuzzTest
  void waivers(byte[] bytes) {
    String yaml = new String(bytes, UTF_8);
    FuzzSupport.checkTwice(
        () -> orRefusal(yaml, () -> Waivers.read(yaml, "waivers.yaml").all().toString()));
  }

  @MethodSource("configurations")
  @FuzzTest
  void configuration(byte[] bytes) {
    String yaml = new String(bytes, UTF_8);
    FuzzSupport.checkTwice(
        () ->
            orRefusal(
                yaml,
                () -> {
                  Configuration.read(yaml, "rules.yaml");
                  return "";
                }));
  }

  private static String orRefusal(String yaml, Supplier<String> reader) {
    try {
      return reader.get();
    } catch (SettingsException e) {
      assertThat(e.line())
          .isBetween(
              1,
              (int) yaml.chars().filter(c -> "\r\n\u0085\u2028\u2029".indexOf(c) >= 0).count() + 1);
      assertThat(e.column()).isPositive();
      assertThat(e.explanation().zh()).isNotBlank();
      return e.getMessage();
    }
  }
}
