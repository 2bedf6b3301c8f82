package org.gongkai.document.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.NodeIterator;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found by following the source is what jsoup tracks, or nothing is found. */
class NodeLocatorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><head><title>甲 &amp; 乙</title></head><body><p>丙</p></body></html>\n",
        "甲<p>乙<p>丙",
        "<table><tr><td>1<td>2<tr><td>&nbsp;3&nbsp;</table>",
        "<table>\n <tbody>\n <tr>\n <td>1</td>\n </tr>\n </tbody>\n</table>",
        "<p title='a>b' data-x = \"c>d\" e=f>甲</p>",
        "<P CLASS=x>甲<BR/>乙</P>",
        "<style>p > b { color: red }</style><script>if (a < b) document.write('<p>')</script><p>甲",
        "<!-- 甲 > 乙 --><p>丙<!----></p><?xml version='1.0'?>丁",
        "<body><div>甲 &lt; 乙 a&b &#x4e00; &copy</div>",
        "<ul><li>甲<li>乙</ul>\n\n<textarea><p></textarea>丙"
      })
  void followsWhatTheParserLeftInOrder(String html) {
    assertThat(followed(html)).isEqualTo(tracked(html));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table>甲<tr><td>1</table>",
        "<b>甲<p>乙</b>丙",
        "<p>甲</p></p>乙",
        "<p>甲<b>乙<p>丙</b>",
        "<td>甲</td>",
        "<p>甲<td>乙",
        "<p>甲\0乙",
        "<a>甲<a>乙<div>丙</a>丁"
      })
  void givesUpWhereTheParserMovedRepeatedOrDroppedSomething(String html) {
    assertThat(followed(html)).isNull();
  }

  @Property(tries = 1000)
  void findsWhatTheParserTracksOrNothing(@ForAll("pages") List<String> pieces) {
    String html = String.join("", pieces);
    List<Integer> followed = followed(html);
    if (followed != null) {
      List<Node> nodes = nodes(html, true);
      for (int i = 0; i < nodes.size(); i++) {
        int tracked = nodes.get(i).sourceRange().startPos();
        if (isPrinted(nodes.get(i), html, tracked)) {
          assertThat(followed.get(i)).as(nodes.get(i).outerHtml()).isEqualTo(tracked);
        }
      }
    }
  }

  @Provide
  Arbitrary<List<String>> pages() {
    return Arbitraries.of(
            "甲",
            "7",
            " ",
            "\n",
            "\r\n",
            "&nbsp;",
            "&lt",
            "a&b",
            "&#x4e00;",
            "\0",
            "<",
            ">",
            "<p>",
            "</p>",
            "<p a='>'>",
            "<P A = \"=\">",
            "<br>",
            "</br>",
            "<b>",
            "</b>",
            "<a href=x>",
            "</a>",
            "<table>",
            "</table>",
            "<tbody>",
            "<tr>",
            "</tr>",
            "<td>",
            "<td colspan=2>",
            "</td>",
            "<div>",
            "</div>",
            "<html>",
            "<head>",
            "<body>",
            "</body>",
            "</html>",
            "<dl>",
            "<dt>",
            "<dd>",
            "<li>",
            "<!-- x -->",
            "<!x>",
            "<?y?>",
            "</ z>",
            "<pre>",
            "</pre>",
            "<script>",
            "</script>",
            "<style>",
            "</style>",
            "<title>",
            "</title>",
            "<textarea>",
            "</textarea>",
            "<svg>",
            "</svg>",
            "<![CDATA[",
            "]]>",
            "<form>",
            "<select>",
            "<option>")
        .list()
        .ofMaxSize(40);
  }

  private static @Nullable List<Integer> followed(String html) {
    int[] starts = NodeLocator.follow(html, root(html, false));
    return starts == null ? null : Arrays.stream(starts).boxed().toList();
  }

  /** Whether it has a place: what the parser puts in of its own, and blank text, has none. */
  private static boolean isPrinted(Node node, String html, int start) {
    return node instanceof Element element
        ? html.regionMatches(
            true, start, "<" + element.tagName(), 0, element.tagName().length() + 1)
        : !(node instanceof TextNode text) || !text.isBlank();
  }

  private static List<Integer> tracked(String html) {
    List<Integer> starts = new ArrayList<>();
    for (Node node : nodes(html, true)) {
      starts.add(Math.max(0, node.sourceRange().startPos()));
    }
    return starts;
  }

  private static List<Node> nodes(String html, boolean track) {
    List<Node> nodes = new ArrayList<>();
    NodeIterator.from(root(html, track)).forEachRemaining(nodes::add);
    return nodes;
  }

  private static Element root(String html, boolean track) {
    Parser parser = Parser.htmlParser();
    parser.setTrackPosition(track);
    return parser.parseInput(html, "");
  }
}
