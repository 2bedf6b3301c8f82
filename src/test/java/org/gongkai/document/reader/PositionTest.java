package org.gongkai.document.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Position;
import org.gongkai.document.Text;

/** Every character that is read stands in the source where its position says. */
class PositionTest {
  @Property(tries = 150)
  void everyCharacterStandsWhereItsPositionSays(@ForAll("pages") List<String> pieces) {
    check("<html><body>" + String.join("", pieces));
  }

  @Property(tries = 150)
  void inTextToo(@ForAll("texts") List<String> pieces) {
    check(String.join("", pieces) + "完");
  }

  @Provide
  Arbitrary<List<String>> pages() {
    return Arbitraries.of(
            "甲",
            "乙丙",
            "7",
            "70 ",
            "𠮷",
            "\r\n",
            "\n",
            "\t",
            "&nbsp;",
            "&amp;",
            "&#x4e00;",
            "&lt",
            "&ensp;",
            "a&b",
            "<p>",
            "</p>",
            "<br>",
            "<span>",
            "</span>",
            "<table>",
            "<tr>",
            "<td>",
            "<td colspan=2>",
            "</td>",
            "</table>",
            "<!-- x -->",
            "<b>",
            "</b>",
            "<div>",
            "</div>",
            "<dl><dt>",
            "<dd>",
            "</dl>",
            "<script>y</script>",
            "\r",
            "　",
            "<li>")
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of(
            "甲", "乙 丙", "7", "𠮷", "\r\n", "\n", "\t", "|", " | ", "&nbsp;", "&amp;", "｜", "\u2028",
            "\f", "　")
        .list()
        .ofMaxSize(60);
  }

  private static void check(String source) {
    String[] lines = source.split("\r\n|\n|\r", -1);
    for (Text text : texts(DocumentReader.read(source.getBytes(StandardCharsets.UTF_8)))) {
      String string = text.string();
      for (int i = 0; i < string.length(); i++) {
        if (Character.isLowSurrogate(string.charAt(i)) || string.charAt(i) == ' ') {
          continue;
        }
        Position at = text.at(i);
        String line = lines[at.line() - 1];
        String rest = line.substring(line.offsetByCodePoints(0, at.column() - 1));
        int c = string.codePointAt(i);
        assertThat(rest.codePointAt(0) == c || rest.startsWith("&"))
            .as("%s of %s at %s: %s in %s", Character.toString(c), string, at, rest, source)
            .isTrue();
      }
    }
  }

  private static List<Text> texts(Document document) {
    List<Text> texts = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (block instanceof Paragraph paragraph) {
        texts.add(paragraph.text());
      } else if (block instanceof Grid grid) {
        grid.rows().forEach(row -> row.cells().forEach(cell -> texts.add(cell.text())));
      }
    }
    return texts;
  }
}
