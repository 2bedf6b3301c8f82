package org.gongkai.rule.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.rule.config.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyListTest {
  private static final String COUNTY =
      """
      名称,别名,上级,截止日期
      云溪县人民政府,云溪县政府,,2025-03-31
      云溪县人民政府办公室,云溪县政府办；县政府办公室,云溪县人民政府,2025/1/31
      "云溪县教育局",,云溪县政府,2025年1月31日
      云溪县青石镇人民政府,青石镇政府、青石镇,云溪县人民政府,
      """;

  private static BodyList csv(String text) {
    return BodyListReader.read(text.getBytes(StandardCharsets.UTF_8), "bodies.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void readsWhatExcelSaves(String charset) {
    for (String mark : charset.equals("UTF-8") ? List.of("", "\uFEFF") : List.of("")) {
      BodyList list =
          BodyListReader.read(
              (mark + COUNTY.replace("\n", "\r\n")).getBytes(Charset.forName(charset)),
              "bodies.csv");
      assertThat(list.all())
          .extracting(Body::name)
          .containsExactly("云溪县人民政府", "云溪县人民政府办公室", "云溪县教育局", "云溪县青石镇人民政府");
      assertThat(list.all().get(1).aliases()).containsExactly("云溪县政府办", "县政府办公室");
      assertThat(list.all()).extracting(Body::parent).containsExactly(-1, 0, 0, 0);
      assertThat(list.all())
          .extracting(Body::due)
          .containsExactly(
              LocalDate.of(2025, 3, 31),
              LocalDate.of(2025, 1, 31),
              LocalDate.of(2025, 1, 31),
              null);
    }
  }

  @Test
  void readsYaml() {
    String yaml =
        """
        bodies:
          - name: 云溪县人民政府
            aliases: [云溪县政府, 县政府]
            due: 2025-03-31
          - name: 云溪县教育局
            aliases: 县教育局；云溪教育局
            parent: 县政府
        """;
    BodyList list = BodyListReader.read(yaml.getBytes(StandardCharsets.UTF_8), "bodies.yaml");
    assertThat(list.all().get(1).parent()).isZero();
    assertThat(list.all().get(1).aliases()).containsExactly("县教育局", "云溪教育局");
    assertThat(list.children(list.all().get(0))).containsExactly(list.all().get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "云溪县教育局|云溪县教育局",
        "云 溪 县 教 育 局|云溪县教育局",
        "教育局|云溪县教育局",
        "县教育局|云溪县教育局",
        "云溪县政府办|云溪县人民政府办公室",
        "江州市云溪县教育局|-",
        "东山县教育局|-",
        "青石镇人民政府|云溪县青石镇人民政府",
        "云溪县公安局|-"
      })
  void findsABodyWithAndWithoutThePlaceBeforeItsName(String issuer, String name) {
    Body body = csv(COUNTY).find(issuer).body();
    assertThat(body == null ? null : body.name()).isEqualTo(name);
  }

  @Test
  void aNameWithoutItsPlaceIsThatOfTheBodiesAboveIt() {
    BodyList list = csv("name,parent\n东山区人民政府\n西山区人民政府\n教育局,东山区人民政府\n");
    assertThat(list.find("东山区教育局").candidates()).extracting(Body::name).containsExactly("教育局");
    assertThat(list.find("西山区教育局").candidates()).isEmpty();
  }

  @Test
  void twoCandidatesAreNoMatch() {
    BodyList.Match match = csv("name\n东山县教育局\n西山县教育局\n").find("教育局");
    assertThat(match.body()).isNull();
    assertThat(match.candidates()).extracting(Body::name).containsExactly("东山县教育局", "西山县教育局");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "名称,上级\\n甲县教育局,甲县|2|7|不在名单中",
        "名称,上级\\n甲县政府,乙县政府\\n乙县政府,甲县政府|2|6|绕回了自身",
        "名称\\n甲县教育局\\n\\n甲 县 教育局|4|1|已见于第2行",
        "名称,别名\\n甲县教育局,教育局\\n乙县教育局,教育局|3|7|已见于第2行",
        "名称,截止日期\\n甲县教育局,2025-02-30|2|7|此处应为日期",
        "名称,截止日期\\n甲县教育局,月底|2|7|此处应为日期",
        "别名,上级\\n甲,乙|1|1|缺少“名称”一列",
        "名称,电话\\n甲,1|1|4|此处应为标题",
        "名称\\n甲县教育局,乙县|2|7|多于标题行的1列",
        "名称,别名\\n,甲县教育局|2|1|缺少名称",
        "名称\\n\"甲县教育局|2|1|引号没有结束"
      })
  void saysWhereAListIsWrongAndWhatWasExpected(String text, int line, int column, String words) {
    assertThatThrownBy(() -> csv(text.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            SettingsException.class,
            e -> {
              assertThat(e.explanation().zh()).contains(words);
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.column()).isEqualTo(column);
            });
  }

  @Test
  void aWorkbookIsSaidToBeOne() {
    assertThatThrownBy(() -> BodyListReader.read(new byte[] {'P', 'K', 3, 4}, "bodies.xlsx"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("CSV UTF-8");
  }

  @Test
  void parentAndOfficeAreRelated() {
    BodyList list = csv(COUNTY);
    assertThat(list.related("云溪县人民政府", "云溪县人民政府办公室")).isTrue();
    assertThat(list.related("云溪县教育局", "云溪县人民政府办公室")).isFalse();
    assertThat(list.related("云溪县教育局", null)).isFalse();
  }

  @Test
  @Timeout(30)
  void holdsAHundredThousandBodies() {
    StringBuilder text = new StringBuilder("name,parent\n甲省人民政府\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("甲省第").append(i).append("县人民政府,甲省人民政府\n");
      for (int j = 0; j < 99; j++) {
        text.append("甲省第" + i + "县第" + j + "局,甲省第" + i + "县人民政府\n");
      }
    }
    long start = System.nanoTime();
    BodyList list = csv(text.toString());
    for (int i = 0; i < 100_000; i++) {
      Body body = list.all().get(i);
      assertThat(list.find(body.name()).body()).isSameAs(body);
    }
    assertThat(list.all()).hasSize(100_001);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }
}
