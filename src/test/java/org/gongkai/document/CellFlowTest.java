package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
      rows.append(place.newRows() == 0 ? "|" : "\n").append(cell.text());
    }
    return List.of(rows.substring(1).split("\n"));
  }
}
