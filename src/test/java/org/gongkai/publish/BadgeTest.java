package org.gongkai.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.publish.Style.Language;
import org.gongkai.publish.Style.Shape;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class BadgeTest {
  private static final Result PASSING = ResultFixture.zeros().build();

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of(PASSING, "年报勾稽: 一致", "annual report: consistent"),
        Arguments.of(failing(1), "年报勾稽: 1 处不符", "annual report: 1 mismatch"),
        Arguments.of(failing(3), "年报勾稽: 3 处不符", "annual report: 3 mismatches"),
        Arguments.of(ResultFixture.unreadable(), "年报勾稽: 无法识别", "annual report: unreadable"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void saysWhatTheVerdictIs(Result result, String zh, String en) throws Exception {
    for (Shape shape : Shape.values()) {
      assertThat(
              xml(result, new Style(shape, Language.ZH))
                  .getElementsByTagName("title")
                  .item(0)
                  .getTextContent())
          .isEqualTo(zh);
      Element svg = xml(result, new Style(shape, Language.EN)).getDocumentElement();
      assertThat(svg.getAttribute("aria-label")).isEqualTo(en);
      assertThat(svg.getAttribute("role")).isEqualTo("img");
    }
  }

  @Test
  void eachVerdictHasItsOwnIcon() {
    List<String> icons =
        Stream.of(PASSING, failing(3), ResultFixture.unreadable())
            .map(result -> Badge.icon(result.verdict()))
            .toList();
    assertThat(icons).doesNotHaveDuplicates();
  }

  @Test
  void badgesInOnePageShareNoId() {
    assertThat(svg(PASSING, Style.STANDARD)).doesNotContain(" id=").doesNotContain("url(");
  }

  @Test
  void everyTextIsToldItsLengthAndFits() throws Exception {
    for (Result result : List.of(PASSING, failing(3), failing(188), ResultFixture.unreadable())) {
      for (Shape shape : Shape.values()) {
        for (Language language : Language.values()) {
          Document svg = xml(result, new Style(shape, language));
          int width = Integer.parseInt(svg.getDocumentElement().getAttribute("width"));
          NodeList texts = svg.getElementsByTagName("text");
          assertThat(texts.getLength()).isEqualTo(2);
          Element last = (Element) texts.item(1);
          int end =
              Integer.parseInt(last.getAttribute("x"))
                  + Integer.parseInt(last.getAttribute("textLength"));
          assertThat(width - end).isBetween(4, 8);
        }
      }
    }
  }

  @Test
  void hanCharactersAreAsWideAsTheyAreHigh() {
    assertThat(Badge.width("年报勾稽")).isEqualTo(44);
    assertThat(Badge.width("annual report")).isBetween(75, 85);
  }

  @Test
  void endpointIsWhatShieldsWants() throws Exception {
    JsonNode json =
        new ObjectMapper().readTree(Output.BADGE_JSON.render(failing(3), Style.STANDARD));
    assertThat(json.path("schemaVersion").intValue()).isEqualTo(1);
    assertThat(json.path("label").textValue()).isEqualTo("年报勾稽");
    assertThat(json.path("message").textValue()).isEqualTo("3 处不符");
    assertThat(json.path("color").textValue()).matches("[0-9a-f]{6}");
  }

  private static Result failing(int errors) {
    ResultFixture fixture = ResultFixture.zeros();
    for (int i = 0; i < errors; i++) {
      fixture.finding("x.y", Severity.ERROR, "不符", "mismatch");
    }
    return fixture.finding("x.w", Severity.ERROR, "已知", "known").waived("机构合并").build();
  }

  private static String svg(Result result, Style style) {
    return new String(Output.BADGE_SVG.render(result, style), UTF_8);
  }

  private static Document xml(Result result, Style style) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(Output.BADGE_SVG.render(result, style)));
  }
}
