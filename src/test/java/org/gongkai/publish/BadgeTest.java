package org.gongkai.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.document.DocumentFixture;
import org.gongkai.publish.Style.Language;
import org.gongkai.publish.Style.Shape;
import org.gongkai.report.Nature;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
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
  private static final String CAVEAT = VerdictText.CAVEAT.zh();
  private static final List<String> GROUPS =
      List.of("reconsideration", "litigationDirect", "litigationAfterReconsideration");
  private static final Report WITHOUT_REMEDIES =
      ReportFixture.of("2021").without("remedies").build();
  private static final Result PASSING = ResultFixture.zeros().build();
  private static final Result INCOMPLETE = ResultFixture.of(WITHOUT_REMEDIES).build();
  private static final Result MISSING_TABLE =
      ResultFixture.of(WITHOUT_REMEDIES)
          .finding("table.missing", Severity.ERROR, "没有表四", "no table IV")
          .build();
  private static final Result NOT_APPLICABLE =
      ResultFixture.of(
              ReportFixture.without(
                  DocumentFixture.page(), Nature.BEFORE_2019, ResultFixture.NOBODY))
          .finding("nature.before-2019", Severity.WARNING, "2018年", "2018")
          .build();

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of(PASSING, "一致", "consistent", "年报表内勾稽：勾稽一致：表三、表四的42项勾稽关系均已核对，均成立。" + CAVEAT),
        Arguments.of(
            ResultFixture.of(ReportFixture.of("2019").build()).build(),
            "一致",
            "consistent",
            "年报表内勾稽：勾稽一致：表三、表四的40项勾稽关系均已核对，均成立。" + CAVEAT),
        Arguments.of(failing(1), "1项不符", "1 mismatch", "年报表内勾稽：1项勾稽关系不符，请核对后更正。" + CAVEAT),
        Arguments.of(failing(3), "3项不符", "3 mismatches", "年报表内勾稽：3项勾稽关系不符，请核对后更正。" + CAVEAT),
        Arguments.of(
            MISSING_TABLE,
            "1项不合规定",
            "1 error",
            "年报表内勾稽：1项内容不合规定，请核对后更正。3项未能核对：表四3项（未读取到这张表）。"
                + "请补上缺少的表；如果报告本身是完整的，请改为上传保留表格的网页或docx文件。"
                + CAVEAT),
        Arguments.of(
            INCOMPLETE,
            "核对 39/42",
            "checked 39/42",
            "年报表内勾稽：部分核对：42项勾稽关系中，39项已核对且成立。3项未能核对：表四3项（未读取到这张表）。"
                + "请补上缺少的表；如果报告本身是完整的，请改为上传保留表格的网页或docx文件。"
                + CAVEAT),
        Arguments.of(ResultFixture.unreadable(), "未核对", "not checked", "年报表内勾稽：未核对：文件为空。" + CAVEAT),
        Arguments.of(NOT_APPLICABLE, "不适用", "not applicable", "年报表内勾稽：不适用：2018年及以前的报告。" + CAVEAT));
  }

  @ParameterizedTest
  @MethodSource("words")
  void saysTheVerdictInShortAndInItsTitleWhatItDoesNotSay(
      Result result, String zh, String en, String title) throws Exception {
    for (Shape shape : Shape.values()) {
      Document chinese = xml(result, Style.STANDARD.withBadge(shape, Language.ZH));
      assertThat(chinese.getDocumentElement().getAttribute("aria-label"))
          .isEqualTo("年报表内勾稽: " + zh);
      assertThat(chinese.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(title);
      Element svg = xml(result, Style.STANDARD.withBadge(shape, Language.EN)).getDocumentElement();
      assertThat(svg.getAttribute("aria-label")).isEqualTo("annual report: " + en);
      assertThat(svg.getAttribute("role")).isEqualTo("img");
    }
  }

  @Test
  void eachHasItsOwnColourAndSign() {
    List<BadgeStatus> all =
        Stream.of(PASSING, INCOMPLETE, failing(3), ResultFixture.unreadable(), NOT_APPLICABLE)
            .map(BadgeStatus::of)
            .toList();
    assertThat(all).containsExactlyInAnyOrder(BadgeStatus.values());
    assertThat(all.stream().map(status -> status.colour)).doesNotHaveDuplicates();
    assertThat(all.stream().map(BadgeStatus::icon)).doesNotHaveDuplicates();
  }

  @Test
  void theWordsAreReadableOnEveryColour() {
    for (BadgeStatus status : BadgeStatus.values()) {
      assertThat(1.05 / (luminance(status.colour) + 0.05)).as(status.name()).isGreaterThan(4.5);
    }
  }

  /** As the Web Content Accessibility Guidelines define it. */
  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @Test
  void withoutCountsAMismatchIsToBeVerified() {
    Style style = Style.STANDARD.withLabel("年报核对").withoutCounts();
    assertThat(svg(failing(3), style))
        .contains("<title>年报核对：待核实。仅核对表三、表四")
        .contains("#8f5b00")
        .doesNotContain("#c62828");
  }

  @Test
  void badgesInOnePageShareNoId() {
    assertThat(svg(PASSING, Style.STANDARD)).doesNotContain(" id=").doesNotContain("url(");
  }

  @Test
  void everyTextIsToldItsLengthAndFits() throws Exception {
    for (Result result :
        List.of(PASSING, INCOMPLETE, failing(3), ResultFixture.unreadable(), NOT_APPLICABLE)) {
      for (Shape shape : Shape.values()) {
        for (Language language : Language.values()) {
          Document svg = xml(result, Style.STANDARD.withBadge(shape, language));
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
    assertThat(Badge.width("年报表内勾稽")).isEqualTo(66);
    assertThat(Badge.width("annual report")).isBetween(75, 85);
  }

  @Test
  void endpointIsWhatShieldsWants() throws Exception {
    JsonNode json =
        new ObjectMapper().readTree(Output.BADGE_JSON.render(failing(3), Style.STANDARD));
    assertThat(json.path("schemaVersion").intValue()).isEqualTo(1);
    assertThat(json.path("label").textValue()).isEqualTo("年报表内勾稽");
    assertThat(json.path("message").textValue()).isEqualTo("3项不符");
    assertThat(json.path("color").textValue()).matches("[0-9a-f]{6}");
  }

  /** So many relations of table IV broken, and as many errors; another is waived. */
  private static Result failing(int relations) {
    ReportFixture report = ReportFixture.of("2021");
    for (String row : GROUPS.subList(0, relations)) {
      report.set("remedies/" + row + "/total", "1");
    }
    ResultFixture fixture = ResultFixture.of(report.build());
    for (int i = 0; i < relations; i++) {
      fixture.finding("remedies.total", Severity.ERROR, "不符", "mismatch");
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
