package org.gongkai.document.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.document.Block;
import org.gongkai.document.CharsetFrom;
import org.gongkai.document.Document;
import org.gongkai.document.Format;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Position;
import org.gongkai.document.Text;
import org.gongkai.document.charset.Charsets;
import org.gongkai.document.charset.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a page beyond a million characters the tree is let go of during the walk: nothing is lost. */
class LargePageTest {
  /** A line that makes any page a large one. */
  private static final String PADDING = "<!--" + "x".repeat(1 << 20) + "-->\n";

  private record Piece(String text, int line, int column, int endLine, int endColumn) {}

  static Stream<Path> pages() throws IOException, URISyntaxException {
    URL list = LargePageTest.class.getResource("/rendering/regressions.txt");
    Path folder = Path.of(Objects.requireNonNull(list).toURI()).resolveSibling("");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isReadAsASmallOneIs(Path file) throws IOException {
    String html = Charsets.decode(Files.readAllBytes(file), null).text();

    assertThat(pieces(PADDING + html, 1)).isNotEmpty().isEqualTo(pieces(html, 0));
  }

  @Test
  void itsHiddenPartsAndScriptsAreCounted() {
    String html =
        "<style>.x{display:none}</style><title>甲</title><div class=x>乙<b>丙</b></div>"
            + "<script>丁</script><svg><text>戊</text></svg><p hidden><i>己</i></p>\n<p>庚 <a>辛</a></p>";

    assertThat(pieces(PADDING + html, 1)).containsExactly(new Piece("庚 辛", 2, 4, 2, 10));
  }

  @Test
  void aStyleSheetThatHidesMostIsNotObeyed() {
    String html = "<style>.x{display:none}</style>\n<div class=x><p>甲乙丙丁</p></div><p>戊</p>";

    assertThat(pieces(PADDING + html, 1))
        .isEqualTo(pieces(html, 0))
        .extracting(Piece::text)
        .containsExactly("甲乙丙丁", "戊");
  }

  @Test
  void placesAreFoundWhereTheParserMovedThings() {
    String html = "<table>\n甲<tr><td>1</table>";

    assertThat(pieces(PADDING + html, 1)).hasSize(2).isEqualTo(pieces(html, 0));
  }

  private static List<Piece> pieces(String html, int linesBefore) {
    Document document =
        HtmlReader.read(Format.HTML, new Decoded(html, "UTF-8", CharsetFrom.DETECTED));
    List<Piece> pieces = new ArrayList<>();
    document.blocks().forEach(block -> add(block, linesBefore, pieces));
    return pieces;
  }

  private static void add(Block block, int linesBefore, List<Piece> pieces) {
    if (block instanceof Paragraph paragraph) {
      add(paragraph.text(), linesBefore, pieces);
    } else if (block instanceof Grid grid) {
      for (Grid.GridRow row : grid.rows()) {
        row.cells().forEach(cell -> add(cell.text(), linesBefore, pieces));
      }
    }
  }

  private static void add(Text text, int linesBefore, List<Piece> pieces) {
    String string = text.string();
    Position start = text.at(0);
    Position end = text.at(string.length());
    pieces.add(
        new Piece(
            string,
            start.line() - linesBefore,
            start.column(),
            end.line() - linesBefore,
            end.column()));
  }
}
