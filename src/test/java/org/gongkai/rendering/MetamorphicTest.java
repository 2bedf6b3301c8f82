package org.gongkai.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gongkai.Gongkai;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.publish.ResultJson;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not change a result, and what must change it in a known way. */
class MetamorphicTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TEXT = Pattern.compile("(?<=>)[^<>]+(?=<)");
  private static final Pattern TAG = Pattern.compile("</?[a-z0-9]+");
  private static final Pattern SPANS = Pattern.compile("( rowspan=\"\\d+\")( colspan=\"\\d+\")");
  private static final long REPORTS = Math.max(2, Integer.getInteger("gongkai.drawn", 0) / 500);

  /** Seeds of consistent reports and of such with a broken relation. */
  static LongStream seeds() {
    return LongStream.range(0, REPORTS);
  }

  @TestFactory
  Stream<DynamicTest> whatOnlyLooksDifferentChangesNothing() {
    Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
    changes.put("attributes in another order", html -> SPANS.matcher(html).replaceAll("$2$1"));
    changes.put(
        "more attributes",
        html ->
            html.replace(
                "<td", "<td align='center' nowrap style=\"width:12%;height:20px\" data-n=\"12\""));
    changes.put("attributes without quotes", html -> html.replaceAll("span=\"(\\d+)\"", "span=$1"));
    changes.put("no white space between tags", html -> html.replaceAll(">\\s+<", "><"));
    changes.put(
        "white space everywhere",
        html -> texts(html, text -> "\n\t  " + text + "  \n").replace("</td>", " </td >"));
    changes.put("carriage returns", html -> html.replace("\n", "\r\n"));
    changes.put(
        "lines wrapped within words",
        html -> texts(html, text -> text.replaceAll("(\\p{IsHan}{6})", "$1\n")));
    changes.put("digits as entities", html -> texts(html, text -> entities(text, "0123456789")));
    changes.put("labels as entities", html -> texts(html, text -> entities(text, "行政一二三四（）总其")));
    changes.put(
        "tags in capitals",
        html -> TAG.matcher(html).replaceAll(tag -> tag.group().toUpperCase(Locale.ROOT)));
    changes.put(
        "comments",
        html -> html.replace("<td", "<!-- 7 --><td").replace("</td>", "<!--12--></td>"));
    changes.put(
        "figures in spans", html -> html.replaceAll(">(\\d+)<", "><span><b>$1</b></span><"));
    changes.put(
        "divs around",
        html ->
            html.replace("<table", "<div><div><table").replace("</table>", "</table></div></div>"));
    changes.put(
        "end tags left out",
        html -> html.replace("</td>", "").replace("</tr>", "").replace("</p>", ""));
    changes.put(
        "a script and a style",
        html ->
            html.replace("<body>", "<body><script>var a='行政许可 7';</script><style>td{}</style>"));
    changes.put(
        "columns and captions",
        html -> html.replace("<tbody>", "<colgroup><col><col></colgroup><tbody>"));
    return changes.entrySet().stream()
        .map(
            change ->
                DynamicTest.dynamicTest(
                    change.getKey(),
                    () -> seeds().forEach(seed -> sameFor(seed, change.getValue()))));
  }

  private static void sameFor(long seed, UnaryOperator<String> change) {
    for (GeneratedReport generated : both(seed)) {
      String html = html(generated);
      String changed = change.apply(html);
      assertThat(core(check(changed))).as("seed %s", seed).isEqualTo(core(check(html)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void charsetsChangeNothing(long seed) {
    for (GeneratedReport generated : both(seed)) {
      JsonNode usual = core(check(html(generated)));
      for (Encoding encoding : Encoding.values()) {
        if (!encoding.traditional()) {
          assertThat(
                  core(check(RenderingOptions.html(HtmlWriter::new).encoding(encoding), generated)))
              .as(encoding.name())
              .isEqualTo(usual);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void scriptsFurnitureAndPageBreaksChangeNothing(long seed) {
    for (GeneratedReport generated : both(seed)) {
      JsonNode usual = core(check(html(generated)));
      assertThat(core(check(RenderingOptions.html(HtmlWriter::new).boilerplate(), generated)))
          .isEqualTo(usual);
      for (Script script : Script.values()) {
        assertThat(core(check(RenderingOptions.html(HtmlWriter::new).script(script), generated)))
            .as(script.name())
            .isEqualTo(usual);
      }
      for (LayoutVariant layout :
          List.of(
              LayoutVariant.FOUR_TABLES,
              LayoutVariant.PAGE_BREAK,
              LayoutVariant.PAGE_BREAK_HEADS,
              LayoutVariant.PAGE_BREAK_LABELS)) {
        assertThat(core(check(RenderingOptions.html(HtmlWriter::new).layout(layout), generated)))
            .as(layout.name())
            .isEqualTo(usual);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCellChangesThatCellAndTheVerdict(long seed) {
    GeneratedReport generated = GeneratedReport.of(seed);
    JsonNode usual = core(check(html(generated)));
    for (Cell cell : generated.edition().cells()) {
      if (cell.index() % 9 == seed % 9) {
        GeneratedReport other =
            generated.with(cell.path(), generated.figure(cell.path()).longValue() + 3);
        JsonNode changed = core(check(html(other)));
        boolean related = !cell.table().key().equals(Edition.PROACTIVE_DISCLOSURE);
        assertThat(changed.get("verdict").asText())
            .as(cell.path())
            .isEqualTo(related ? "fail" : "pass");
        ObjectNode expected = usual.get("tables").deepCopy();
        String[] path = cell.path().split("/");
        ObjectNode table = (ObjectNode) expected.get(path[0]);
        if (path.length == 2) {
          table.put(path[1], other.figure(cell.path()).longValueExact());
        } else {
          ((ObjectNode) table.get(path[1]))
              .put(path[2], other.figure(cell.path()).longValueExact());
        }
        assertThat(numbers(changed.get("tables"))).as(cell.path()).isEqualTo(numbers(expected));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRowRemovedIsMissedAndNoOtherMoves(long seed) {
    GeneratedReport generated = GeneratedReport.of(seed).withError(PlantedError.MISSING_ROW);
    String missing = generated.missingRows().iterator().next().split("/")[1];
    JsonNode whole = core(check(html(GeneratedReport.of(seed))));
    JsonNode changed = core(check(html(generated)));
    for (Row row : generated.edition().table(Edition.REQUESTS).rows()) {
      JsonNode now = changed.get("tables").get(Edition.REQUESTS).get(row.key());
      if (row.key().equals(missing)) {
        now.forEach(cell -> assertThat(cell.isNull()).isTrue());
      } else {
        assertThat(now)
            .as(row.key())
            .isEqualTo(whole.get("tables").get(Edition.REQUESTS).get(row.key()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTableRemovedIsNullAndAnError(long seed) {
    GeneratedReport generated = GeneratedReport.of(seed).withError(PlantedError.MISSING_TABLE);
    JsonNode changed = core(check(html(generated)));
    assertThat(changed.get("tables").get(generated.missingTables().iterator().next()).isNull())
        .isTrue();
    assertThat(changed.get("verdict").asText()).isEqualTo("fail");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anotherYearChangesTheYearOnly(long seed) {
    GeneratedReport generated = GeneratedReport.of(seed);
    GeneratedReport other =
        generated.ofYear(
            generated.year() == 2020
                ? 2019
                : generated.year() == 2019 ? 2020 : generated.year() + 1);
    JsonNode usual = check(html(generated));
    JsonNode changed = check(html(other));
    assertThat(usual.get("report").get("year").asInt()).isEqualTo(generated.year());
    assertThat(changed.get("report").get("year").asInt()).isEqualTo(other.year());
    assertThat(changed.get("report").get("issuer")).isEqualTo(usual.get("report").get("issuer"));
    assertThat(core(changed)).isEqualTo(core(usual));
  }

  /** The report as drawn, and with a relation broken. */
  private static List<GeneratedReport> both(long seed) {
    return List.of(GeneratedReport.of(seed), GeneratedReport.of(seed).withError(PlantedError.ONE));
  }

  private static String html(GeneratedReport generated) {
    return new String(
        renderedReport(RenderingOptions.html(HtmlWriter::new), generated).bytes(),
        StandardCharsets.UTF_8);
  }

  private static RenderedReport renderedReport(
      RenderingOptions options, GeneratedReport generated) {
    return options.render(generated, new Random(generated.seed()));
  }

  private static JsonNode check(RenderingOptions options, GeneratedReport generated) {
    return check(renderedReport(options, generated).bytes());
  }

  private static JsonNode check(String html) {
    return check(html.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode check(byte[] bytes) {
    try {
      return JSON.readTree(ResultJson.write(Gongkai.standard().check(bytes, "report.html")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Verdict, tables, what cells hold, and the errors with their cells and figures; not where they
   * stood.
   */
  private static JsonNode core(JsonNode result) {
    ObjectNode core = JSON.createObjectNode();
    core.set("verdict", result.get("verdict"));
    core.set("tables", result.get("tables"));
    core.set("cells", result.get("cells"));
    for (JsonNode finding : result.get("findings")) {
      if (finding.get("severity").asText().equals("error")) {
        ObjectNode fixture = core.withArray("errors").addObject();
        fixture.set("rule", finding.get("rule"));
        fixture.set("cells", finding.get("cells"));
        fixture.set("expected", finding.get("expected"));
        fixture.set("actual", finding.get("actual"));
      }
    }
    return core;
  }

  /** The same numbers, whatever node types hold them. */
  private static String numbers(JsonNode tables) {
    return tables.toString();
  }

  private static String texts(String html, UnaryOperator<String> change) {
    int body = html.indexOf("<body>");
    Matcher text = TEXT.matcher(html.substring(body));
    return html.substring(0, body)
        + text.replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group().isBlank() ? match.group() : change.apply(match.group())));
  }

  private static String entities(String text, String which) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (which.indexOf(c) < 0) {
                out.appendCodePoint(c);
              } else {
                out.append(c % 2 == 0 ? "&#" + c + ';' : "&#x" + Integer.toHexString(c) + ';');
              }
            });
    return out.toString();
  }
}
