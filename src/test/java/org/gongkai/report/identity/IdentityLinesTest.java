package org.gongkai.report.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.gongkai.report.Identity;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose report, of which year and period, published when: identity-lines.tsv has the truth. */
class IdentityLinesTest {
  private static final String TITLE = "临江市水务局2024年政府信息公开工作年度报告\n";

  @ParameterizedTest
  @MethodSource("lines")
  void saysWhatAReaderSees(String line) {
    String[] part = line.split("\t");
    Identity identity = read(part[0]);
    assertThat(identity).isNotNull();
    expect(part[1], identity.issuer());
    expect(part[2], identity.year());
    expect(part[3], identity.from() == null ? null : identity.from() + ".." + identity.to());
    expect(part[4], identity.published());
  }

  @Test
  void metadataAreNoDayOfPublication() {
    String page =
        "<html><head><meta name=PubDate content='2024-02-01 10:00'><meta name=date content='2024-02-02'></head><body><h1>"
            + TITLE
            + "</h1><p>一、总体情况</p><p>工作有序。</p></body></html>";
    assertThat(Printed.report(page).identity().published()).isNull();
  }

  private static void expect(String expected, Object actual) {
    if (!expected.equals("*")) {
      assertThat(Objects.toString(actual, "-")).isEqualTo(expected);
    }
  }

  private static Identity read(String lines) {
    String head = lines.startsWith("@") ? TITLE + lines.substring(1) : lines;
    String first = "全年更新网站栏目十二个。";
    String last = "没有其他事项。";
    int section = head.indexOf('§');
    if (section >= 0) {
      String text = head.substring(section + 2);
      first = head.charAt(section + 1) == '1' ? first + '\n' + text : first;
      last = head.charAt(section + 1) == '6' ? last + '\n' + text : last;
      head = head.substring(0, section);
    }
    String report =
        String.join("\n", head, "一、总体情况", first, "二、主动公开政府信息情况", "公开信息若干。", "六、其他需要报告的事项", last);
    return Printed.report(report.replace('¶', '\n')).identity();
  }

  static List<String> lines() throws IOException {
    try (InputStream in = IdentityLinesTest.class.getResourceAsStream("identity-lines.tsv")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
