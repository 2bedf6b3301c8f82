package org.gongkai.document.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFlowTest {
  private static final String CELLS = "<div>a</div><div>b</div><div></div><div>d</div>";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1fr 2fr; 2",
        "repeat(8, 1fr); 8",
        "2fr repeat(7,minmax(0, 1fr)); 8",
        "[name] 200px [rest] auto; 2",
        "repeat(2, 1fr 2fr); 4",
        "repeat(auto-fill, 60px); 0",
        "repeat(3,1fr; 0",
        "none; 0",
        "1fr 1fr !important; 2"
      })
  void countsTheColumnsOfATemplate(String template, int columns) {
    assertThat(CellFlow.columns(template)).isEqualTo(columns);
  }

  @Test
  void everySoManyChildrenAreARowTheBlankOnesToo() {
    assertThat(rows("display:grid;grid-template-columns:1fr 1fr", CELLS))
        .containsExactly("a|b", "|d");
  }

  @Test
  void spansAreCounted() {
    String cells =
        "<p style='grid-column: span 2'>a</p><p style='grid-row: 2 / 4'>b</p><p>c</p><p>d</p>";
    assertThat(rows("display: grid; grid-template-columns: repeat(2, 1fr)", cells + "<i>e</i>"))
        .isEmpty();
    assertThat(rows("display: grid; grid-template-columns: repeat(2, 1fr)", cells))
        .containsExactly("a", "b|c", "d");
  }

  @Test
  void whatIsNoGridOfCellsIsLeftToTheFlow() {
    for (String style :
        List.of("", "display:flex", "display:grid", "display:grid;grid-template-columns:1fr")) {
      assertThat(rows(style, CELLS)).as(style).isEmpty();
    }
    String columns = "display:grid;grid-template-columns:1fr 1fr";
    assertThat(rows(columns, "words" + CELLS)).isEmpty();
    assertThat(rows(columns, "<div>a</div><div>b</div>")).isEmpty();
    assertThat(rows(columns, CELLS + "<table></table><p>b</p>")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "grid-column: span 2; 1x2",
        "grid-column: span 9; 1x3",
        "grid-column: span 1000000000; 1x3",
        "grid-column: span; 1x1",
        "grid-column: 1 / 3; 1x2",
        "grid-column: 1 / -1; 1x3",
        "grid-row: 1 / -1; 1x1",
        "grid-column: 1/-2; 1x2",
        "grid-column: 1 / span 3; 1x3",
        "grid-column: 3; 1x1",
        "grid-column: 2 / 2; 1x1",
        "grid-column: 3 / 1; 1x1",
        "grid-column: a / b; 1x1",
        "grid-column-end: SPAN 2; 1x2",
        "grid-row: span 2; 2x1",
        "grid-row: 1 / 4; 3x1",
        "grid-row-end: span 2; 2x1",
        "grid-row: span 2 / grid-column: span 2; 2x1",
        "color: red; 1x1"
      })
  void aCellReachesAsFarAsItsLinesSay(String style, String spans) {
    Element grid =
        Jsoup.parse(
                "<div style='display:grid;grid-template-columns:repeat(3,1fr)'>"
                    + "<p>a</p>".repeat(6)
                    + "</div>")
            .body()
            .child(0);
    CellFlow flow = Objects.requireNonNull(CellFlow.of(grid, new StyleSheet()));
    CellFlow.Place place = flow.next(new Element("p").attr("style", style));
    assertThat(place.newRows()).isEqualTo(1);
    assertThat(place.down() + "x" + place.across()).isEqualTo(spans);
  }

  @Test
  void aCellThatReachesDownKeepsTheOthersOutOfItsColumns() {
    String three = "display:grid;grid-template-columns:repeat(3,1fr)";
    assertThat(rows(three, "<p style='grid-column:1/-1'>t</p>" + "<p>a</p>".repeat(6)))
        .containsExactly("t", "a|a|a", "a|a|a");
    assertThat(
            rows(
                three,
                "<p>a</p><p style='grid-row:span 2;grid-column:span 2'>b</p><p>c</p><p>d</p><p>e</p><p>f</p>"))
        .containsExactly("a|b", "c", "d|e|f");
    assertThat(
            rows(
                three,
                "<p>a</p><p style='grid-row:span 3'>b</p><p>c</p><p>d</p><p style='grid-column:span 2'>e</p><p>f</p><p>g</p><p>h</p><p>i</p>"))
        .as("what does not fit beside it goes below")
        .containsExactly("a|b|c", "d", "", "e|f", "g|h|i");
    assertThat(
            rows(
                three,
                "<p>a</p><p style='grid-row:span 2'>b</p><p>c</p><p>d</p><p style='grid-column:span 2'>e</p><p>f</p><p>g</p><p>h</p><p>i</p>"
                    + "<p>k</p>"))
        .containsExactly("a|b|c", "d", "e|f", "g|h|i", "k");
  }

  @Test
  void aGridHasMoreThanOneRowAndNoMoreThanSixtyFourColumns() {
    String cells = "<i>a</i>";
    assertThat(rows("display:grid;grid-template-columns:repeat(64,1fr)", cells.repeat(128)))
        .hasSize(2);
    assertThat(rows("display:grid;grid-template-columns:repeat(65,1fr)", cells.repeat(130)))
        .isEmpty();
    assertThat(rows("display:grid;grid-template-columns:1fr 1fr", cells.repeat(2))).isEmpty();
    assertThat(rows("display:grid;grid-template-columns:1fr 1fr", cells.repeat(3))).isEmpty();
    assertThat(rows("display:grid;grid-template-columns:1fr 1fr", cells.repeat(4))).hasSize(2);
  }

  private static List<String> rows(String style, String cells) {
    Element grid =
        Jsoup.parse("<section style='" + style + "'>" + cells + "</section>").body().child(0);
    CellFlow flow = CellFlow.of(grid, new StyleSheet());
    if (flow == null) {
      return List.of();
    }
    StringBuilder rows = new StringBuilder();
    for (Element cell : grid.children()) {
      CellFlow.Place place = flow.next(cell);
      rows.append(place.newRows() == 0 ? "|" : "\n".repeat(place.newRows())).append(cell.text());
    }
    return List.of(rows.substring(1).split("\n"));
  }
}
