package org.gongkai.document.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.document.BlocksDump;
import org.gongkai.document.Document;
import org.gongkai.document.Format;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Position;
import org.gongkai.document.Text;
import org.gongkai.document.reader.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that shows no table may carry one for its script to show. */
class CarriedTest {
  private static Document read(String file) {
    return DocumentReader.read(file.getBytes(StandardCharsets.UTF_8));
  }

  /** A table of rows of two cells: a label and its row's number. */
  private static String table(String label, int rows) {
    StringBuilder table = new StringBuilder("<table>");
    for (int row = 1; row <= rows; row++) {
      table.append("<tr><td class=\"c\">").append(label).append("</td><td>").append(row);
      table.append("</td></tr>");
    }
    return table.append("</table>").toString();
  }

  private static List<Grid> grids(Document document) {
    return document.blocks().stream().filter(Grid.class::isInstance).map(Grid.class::cast).toList();
  }

  private static int rows(String file, String label) {
    int rows = 0;
    for (Grid grid : grids(read(file))) {
      for (Grid.GridRow row : grid.rows()) {
        rows += row.cells().get(0).text().string().equals(label) ? 1 : 0;
      }
    }
    return rows;
  }

  private static String references(String html) {
    return html.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String escapes(String html) {
    return html.replace("\"", "\\\"").replace("</", "<\\/");
  }

  private static String percents(String html) {
    return URLEncoder.encode(html, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String page(String body) {
    return "<html><body><p>前</p>" + body + "<p>后</p></body></html>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>var a = \"ESCAPED\";</script>",
        "<script>var a = 'PLAIN';</script>",
        "<script>var a = \"HEX\";</script>",
        "<script>show(unescape('PERCENT'));</script>",
        "<script type='application/json'>{\"a\":\"ESCAPED\"}</script>",
        "<script>var a = \"REFERENCES\";</script>",
        "<template>PLAIN</template>",
        "<noscript>PLAIN</noscript>",
        "<textarea>REFERENCES</textarea>",
        "<textarea>PLAIN</textarea>",
        "<input type=hidden value=\"REFERENCES\">",
        "<div data-html='PLAIN'></div>",
        "<div data-html='REFERENCES'></div>",
        "<div>REFERENCES</div>",
        "<div>TWICE</div>",
        "<div hidden>PLAIN</div>",
        "<div style='display:none'>PLAIN</div>",
        "<!-- x --><style>p{color:red}</style><div hidden>PLAIN</div>"
      })
  void aTableIsFoundHoweverThePageCarriesIt(String carrier) {
    String table = table("甲", 20);
    String html =
        page(
            carrier
                .replace("ESCAPED", escapes(table))
                .replace("PLAIN", table)
                .replace("HEX", table.replace("<", "\\u003C").replace("\"", "\\u0022"))
                .replace("PERCENT", percents(table))
                .replace("REFERENCES", references(table))
                .replace("TWICE", references(references(table))));
    List<Grid> grids = grids(read(html));
    assertThat(grids).hasSize(1);
    assertThat(grids.get(0).rows()).hasSize(20);
    GridCell last = grids.get(0).rows().get(19).cells().get(1);
    assertThat(last.text().string()).isEqualTo("20");
    assertThat(last.text().position()).isEqualTo(new Position(1, html.lastIndexOf("20") + 1));
  }

  @Test
  void whatIsCarriedStandsBehindWhatIsShown() {
    String html = page("<script>var a = '<h1>年报</h1>" + table("甲", 20) + "<p>印</p>';</script>");
    assertThat(BlocksDump.of(read(html)))
        .startsWith("P 前\nP 后\nP 年报\nG\n  甲|1\n")
        .endsWith("P 印\n");
  }

  @Test
  void fewerThanFortyCellsAreNoReport() {
    String cell = "<tr><td class=\"c\">乙</td></tr></table>";
    for (String carrier :
        new String[] {"<template>%s</template>", "<script>a='%s'</script>", "<p title='%s'></p>"}) {
      String fewer = table("甲", 19).replace("</table>", cell);
      assertThat(rows(page(carrier.formatted(fewer)), "甲")).as(carrier).isZero();
      assertThat(rows(page(carrier.formatted(table("甲", 20))), "甲")).as(carrier).isEqualTo(20);
    }
    assertThat(rows(page("<p>" + references(table("甲", 19)) + "</p>"), "甲")).isZero();
  }

  @Test
  void cellsInCapitalsAreCellsToo() {
    String capitals = table("甲", 20).replace("td", "TD").replace("tr", "TR");
    assertThat(rows(page("<template>" + capitals + "</template>"), "甲")).isEqualTo(20);
    assertThat(rows(page("<p>" + references(capitals) + "</p>"), "甲")).isEqualTo(20);
    assertThat(rows(page("<script>a=\"" + capitals.replace("<", "\\u003C") + "\"</script>"), "甲"))
        .isEqualTo(20);
    assertThat(rows(page("<script>a='" + percents(capitals) + "'</script>"), "甲")).isEqualTo(20);
  }

  @Test
  void wordsThatEndInTheLettersOfACellAreNone() {
    String words = "ltd std atd Ltd STD".repeat(40) + table("甲", 19);
    assertThat(rows(page("<script>a='" + words + "'</script>"), "甲")).isZero();
  }

  @Test
  void thePageThatIsShownCountsUnlessAnotherHasMoreCells() {
    String carried = "<script>a='" + table("甲", 25) + "'</script>";
    assertThat(rows(page(table("乙", 24) + carried), "甲")).isEqualTo(25);
    assertThat(rows(page(table("乙", 25) + carried), "甲")).isZero();
    assertThat(rows(page(table("乙", 26) + carried), "甲")).isZero();
  }

  @Test
  void ofSeveralTheOneWithMostCellsCounts() {
    for (int first : new int[] {21, 22, 23}) {
      String html =
          page(
              "<script>a='"
                  + table("甲", first)
                  + "'</script>"
                  + "<template>"
                  + table("乙", 22)
                  + "</template>");
      assertThat(rows(html, "甲")).isEqualTo(first >= 22 ? first : 0);
      assertThat(rows(html, "乙")).isEqualTo(first >= 22 ? 0 : 22);
    }
  }

  @Test
  void aPageOfAHundredCellsOrMoreIsNotLookedInto() {
    String carried = "<script>a='" + table("甲", 60) + "'</script>";
    assertThat(rows(page(table("乙", 49) + carried), "甲")).isEqualTo(60);
    assertThat(rows(page(table("乙", 50) + carried), "甲")).isZero();
  }

  @Test
  void whatIsEscapedMoreThanFiveTimesIsNotRead() {
    String table = table("甲", 20);
    for (int times = 1; times <= 7; times++) {
      table = references(table);
      assertThat(rows(page("<script>a='" + table + "'</script>"), "甲"))
          .as("%s times", times)
          .isEqualTo(times <= 5 ? 20 : 0);
    }
  }

  @Test
  void aFileOfEscapedTagsIsAPage() {
    assertThat(rows(references(table("甲", 20)), "甲")).isEqualTo(20);
    assertThat(read(references(table("甲", 19))).format()).isEqualTo(Format.TEXT);
    assertThat(read(table("甲", 20).replace("<", "＜")).format()).isEqualTo(Format.TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"content\":\"%s\"}", "[{\"a\":1},{\"b\":\"%s\"}]", " \r\n{\"a\":\"%s\"}\n"})
  void anAnswerInJsonIsThePageInIt(String json) {
    String file = json.formatted("<p>前<\\/p>" + escapes(table("甲", 3)));
    Document document = read(file);
    assertThat(document.format()).isEqualTo(Format.HTML);
    assertThat(grids(document)).hasSize(1);
    Text three = grids(document).get(0).rows().get(2).cells().get(1).text();
    assertThat(three.string()).isEqualTo("3");
    String before = file.substring(0, file.lastIndexOf("3"));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    assertThat(three.position())
        .isEqualTo(new Position(line, before.length() - before.lastIndexOf('\n')));
  }

  @Test
  void theTagsOfAnAnswerInJsonMayBeEscapedAgain() {
    String file = "{\"a\":\"" + references(table("甲", 20)).replace("&lt;/", "&lt;\\/") + "\"}";
    assertThat(rows(file, "甲")).isEqualTo(20);
    String script = "<script>a = \\\"" + table("甲", 20).replace("\"", "'") + "\\\"<\\/script>";
    String json = "{\"a\":\"<html><p>前<\\/p>" + script.replace("</t", "<\\/t") + "\"}";
    Document document = read(json);
    assertThat(grids(document)).hasSize(1);
    Text last = grids(document).get(0).rows().get(19).cells().get(1).text();
    assertThat(last.position()).isEqualTo(new Position(1, json.indexOf("20") + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\":\"<p>甲<\\/p><p>乙<\\/p>\"", "{a:<p>甲</p>\\}", "{\"a\":\"甲\\n乙\"}"})
  void whatIsNoJsonOrNoPageInItIsReadAsItStands(String file) {
    assertThat(BlocksDump.of(read(file))).contains("\\");
  }
}
