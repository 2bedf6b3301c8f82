package org.gongkai.document.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.gongkai.document.BlocksDump;
import org.gongkai.document.Document;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Position;
import org.gongkai.document.Text;
import org.gongkai.document.reader.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {
  private static Document read(String html) {
    return DocumentReader.read(html.getBytes(StandardCharsets.UTF_8));
  }

  private static String dump(String html) {
    return BlocksDump.of(read(html));
  }

  @Test
  void readsParagraphsAndTablesInOrder() {
    assertThat(
            dump(
                "<html><body><p>甲</p><table><tr><th>乙<th>丙<tr><td>1<td rowspan=2>&nbsp;</table>丁<br>戊"))
        .isEqualTo("P 甲\nG\n  乙|丙\n  1|{2x1}\nP 丁\nP 戊\n");
  }

  @Test
  void joinsInlinePiecesWithoutSpace() {
    assertThat(dump("<html><p><span>7</span><span>70</span><o:p></o:p><font> 件</font></p>"))
        .isEqualTo("P 770 件\n");
  }

  @Test
  void joinsLinesOfACellByWhatStandsAtTheBreak() {
    assertThat(dump("<table><tr><td>自<br>然<br>人<td>3<br>5<td>商业 企业<td><p>一、</p><p>本年</p></table>"))
        .isEqualTo("G\n  自然人|3 5|商业 企业|一、本年\n");
  }

  @Test
  void cellsOfUnlikeLinesStayCells() {
    String eight = "<td>" + "1<br>".repeat(7) + "2";
    assertThat(dump("<table><tr><td>a<td>b<td>c<td>d<tr>" + eight.repeat(3) + "<td>3</table>"))
        .isEqualTo("G\n  a|b|c|d\n  1 1 1 1 1 1 1 2|1 1 1 1 1 1 1 2|1 1 1 1 1 1 1 2|3\n");
  }

  @Test
  void leavesOutWhatIsNotShown() {
    assertThat(
            dump(
                "<html><head><style>a</style><script>b</script></head><body><!-- c --><!--[if gte mso 9]><p>d</p><![endif]-->"
                    + "<p style='color:red; DISPLAY : none'>e</p><p hidden>f</p><del>g</del><ins>甲</ins>"
                    + "<ruby><rb>公</rb><rp>(</rp><rt>gong</rt><rp>)</rp></ruby><noscript>h</noscript>"
                    + "<select><option>i</select></body>"))
        .isEqualTo("P 甲公\n");
  }

  @Test
  void dissolvesTablesThatLayThePageOut() {
    assertThat(
            dump(
                "<table><tr><td>栏目</td><td><p>甲</p><table><tr><td>乙<td>1<tr><td>丙<td>2</table><p>丁</p></td></tr></table>"))
        .isEqualTo("P 栏目\nP 甲\nG\n  乙|1\n  丙|2\nP 丁\n");
  }

  @Test
  void clampsNonsenseSpans() {
    assertThat(
            dump(
                "<table><tr><td rowspan=0>甲<td colspan=1000000000>乙<td colspan=-3>丙<td rowspan='2.5'>丁</table>"))
        .isEqualTo("G\n  甲|乙{1x1000}|丙|丁{2x1}\n");
  }

  @Test
  void tellsPositionsExactly() {
    Document document =
        read(
            "<html>\r\n<body>\r\n\t<p>𠮷&nbsp;甲&amp;乙  丙</p>\r\n<table><tr><td></td>\r\n<td>7</td></tr></table>");
    Text words = ((Paragraph) document.blocks().get(0)).text();
    assertThat(words.string()).isEqualTo("𠮷 甲&乙 丙");
    assertThat(words.position()).isEqualTo(new Position(3, 5));
    assertThat(words.at(2)).as("the space").isEqualTo(new Position(3, 6));
    assertThat(words.at(3)).as("甲").isEqualTo(new Position(3, 12));
    assertThat(words.at(4)).as("&").isEqualTo(new Position(3, 13));
    assertThat(words.at(5)).as("乙").isEqualTo(new Position(3, 18));
    assertThat(words.at(7)).as("丙").isEqualTo(new Position(3, 21));
    assertThat(words.at(8)).as("the end").isEqualTo(new Position(3, 22));
    Grid grid = (Grid) document.blocks().get(1);
    assertThat(grid.rows().get(0).cells().get(0).text().position()).isEqualTo(new Position(4, 12));
    assertThat(grid.rows().get(0).cells().get(1).text().position()).isEqualTo(new Position(5, 5));
  }

  @Test
  void leavesProseInDivsAsParagraphs() {
    assertThat(
            dump(
                "<html><body><div><div><div>一、总体情况</div><div>本年工作平稳。收到申请三件。</div></div>"
                    + "<div><div>二、主动公开</div><div>发布信息五条。</div></div></div><div class=row><p>文</p></div></body></html>"))
        .isEqualTo("P 一、总体情况\nP 本年工作平稳。收到申请三件。\nP 二、主动公开\nP 发布信息五条。\nP 文\n");
  }

  @Test
  void aSmallTableWithARowOfProseLaysOut() {
    String prose = "全年工作平稳有序。".repeat(20);
    assertThat(dump("<table><tr><td>甲<td>1<tr><td colspan=2>" + prose + "<tr><td>乙<td>2</table>"))
        .isEqualTo("P 甲\nP 1\nP " + prose + "\nP 乙\nP 2\n");
  }

  @Test
  void keepsADataTableWithATableInACell() {
    assertThat(
            dump(
                "<table><tr><td>甲<td>1<td>2<td>3<tr><td>乙<td><table><tr><td>4<td>5</table><td>6<td>7<tr><td>丙<td>8<td>9<td>0<tr><td>丁<td>1<td>1<td>1</table>"))
        .isEqualTo("G\n  甲|1|2|3\n  乙||6|7\n  丙|8|9|0\n  丁|1|1|1\nG\n  4|5\n");
  }

  @Test
  void putsTheCaptionBeforeTheGrid() {
    assertThat(
            dump("<table><caption>表一</caption><thead><tr><th>甲<th>乙<tbody><tr><td>1<td>2</table>"))
        .isEqualTo("P 表一\nG\n  甲|乙\n  1|2\n");
  }

  @Test
  void collectsWhatThePageSaysOfItself() {
    Document document =
        read(
            "<html><head><title> 年报 \n</title><meta NAME=PubDate content='2024-01-20'><meta name=pubdate content=x></head><body>"
                + "<p>甲</p><img alt='表 格' src=a.png><a href=' b.pdf '>附<b>件</b></a><iframe src=c.html></iframe>"
                + "<script>x()</script><input type=PASSWORD></body></html>");
    assertThat(document.web().title()).isEqualTo("年报");
    assertThat(document.web().metadata())
        .containsExactly(java.util.Map.entry("pubdate", "2024-01-20"));
    assertThat(document.images()).containsExactly(new Document.Image(1, "表 格"));
    assertThat(document.web().links())
        .containsExactly(new Document.Link("附件", "b.pdf"), new Document.Link("", "c.html"));
    assertThat(document.web().scripts()).isTrue();
    assertThat(document.web().passwordField()).isTrue();
  }

  @Test
  void aCellOfMoreThanAHundredAndTwentyCharactersIsProse() {
    String longest = "申".repeat(120);
    String table = "<table><tr><td>甲<td>1<tr><td colspan=2>%s<tr><td>乙<td>2</table>";
    assertThat(dump(table.formatted(longest)))
        .isEqualTo("G\n  甲|1\n  " + longest + "{1x2}\n  乙|2\n");
    assertThat(dump(table.formatted(longest + "请")))
        .isEqualTo("P 甲\nP 1\nP " + longest + "请\nP 乙\nP 2\n");
  }

  @Test
  void aTableWithProseBesideALabelIsOfDataWhereItHasMoreThanTwelveOtherCells() {
    String prose = "申".repeat(121);
    String row = "<tr><td>乙<td>2";
    String table = "<table><tr><td>甲<td>" + prose;
    assertThat(dump(table + "<td>丙" + row.repeat(5) + "</table>"))
        .isEqualTo("P 甲\nP " + prose + "\nP 丙\n" + "P 乙\nP 2\n".repeat(5));
    assertThat(dump(table + row.repeat(6) + "</table>"))
        .startsWith("G\n  甲|" + prose + "\n  乙|2\n");
  }

  @Test
  void aTableAroundALargerOneLaysThePageOut() {
    String inner = "<table>" + "<tr><td>丁<td>4".repeat(7) + "</table>";
    String grid = "G\n" + "  丁|4\n".repeat(7);
    String row = "<tr><td>乙<td>2";
    assertThat(dump("<table><tr><td>甲<td>" + inner + "<td>丙" + row.repeat(6) + "</table>"))
        .isEqualTo("P 甲\n" + grid + "P 丙\n" + "P 乙\nP 2\n".repeat(6));
    assertThat(dump("<table><tr><td>甲<td>" + inner + row.repeat(7) + "</table>"))
        .isEqualTo("G\n  甲|\n" + "  乙|2\n".repeat(7) + grid);
  }

  @Test
  void theEndOfALineIsABlank() {
    assertThat(dump("<html><p>甲\n乙 a\nb</p><p style='white-space:normal'>丙\n丁</p>"))
        .isEqualTo("P 甲 乙 a b\nP 丙 丁\n");
  }

  @ParameterizedTest
  @CsvSource({
    "<p class=h>甲</p><p>乙乙</p>, P 乙乙",
    "<p class=h>甲</p><p>乙</p>, P 乙",
    "<p class=h>甲甲</p><p>乙</p>, P 甲甲 P 乙",
    "<p class=h style='display:block'>甲</p><p>乙乙</p>, P 甲 P 乙乙",
    "<p class=h style='color:red'>甲</p><p>乙乙</p>, P 乙乙",
    "<p class=k hidden>甲</p><p>乙乙</p>, P 乙乙",
    "<table class=h><tr><td>1<td>2</table><p>乙乙乙乙</p>, G 1|2 P 乙乙乙乙",
    "<table class=h><tr><td>1<td>2</table><table><tr><td>3<td>4<td>5</table>, G 3|4|5",
    "<p class=h>甲</p><p>乙乙乙乙</p><p class=h>丙</p>, P 乙乙乙乙",
    "<p class=h>甲</p><p class=h>丙</p><p>乙</p>, P 甲 P 丙 P 乙"
  })
  void whatStyleSheetsHideIsLeftOutUnlessItIsMostOfThePage(String body, String read) {
    assertThat(dump("<html><style>.h{display:none}</style>" + body).replaceAll("\\s+", " ").strip())
        .isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "3<s>5</s>, 3",
    "<strike>5</strike>3, 3",
    "3<span style='text-decoration: line-through'>5</span>, 3",
    "3<span>5</span>, 35",
    "3<span style='color:red'>5</span>, 35",
    "3<b style='vertical-align: super'>[1]</b>, 3",
    "3<i style='text-decoration-line:line-through'>5</i>, 3",
    "3<sup>①</sup>, 3",
    "3<sup>[1]</sup>, 3",
    "3<sup>注2</sup>, 3",
    "3<sup>甲</sup>, 3甲",
    "3<sup>123</sup>, 3123",
    "<s>5</s>, 5",
    "<b><s>5</s></b>, 5",
    "<sup>2</sup>, 2",
    "3<s></s>, 3",
    "3<s>这一段被划去了但是它太长了所以仍然要读出来才行啊</s>, 3",
    "3<s>这一段被划去了但是它太长了所以仍然要读出来才行啊吧</s>, 3这一段被划去了但是它太长了所以仍然要读出来才行啊吧"
  })
  void whatIsStruckOrMarksANoteIsLeftOutBesideOtherWords(String cell, String read) {
    assertThat(dump("<table><tr><td>甲<td>" + cell + "</table>")).isEqualTo("G\n  甲|" + read + "\n");
  }

  @Test
  void rowsAndCellsThatAreNoTableAreParagraphs() {
    assertThat(dump("<html><dl><dt>甲<dd>1</dl><div class=row><div>乙</div><div>2</div></div>"))
        .isEqualTo("P 甲\nP 1\nP 乙\nP 2\n");
    assertThat(dump("<html><td>甲</td><tr>乙")).isEqualTo("P 甲乙\n");
  }

  @Test
  void aPictureStandsBehindTheBlocksBeforeIt() {
    Document page = read("<html><img alt=甲><p>乙</p><p>丙<img alt=' 丁 '></p>");
    assertThat(page.images())
        .containsExactly(new Document.Image(0, "甲"), new Document.Image(2, "丁"));
  }

  @Test
  void eachLineOfACellHasItsOwnPlace() {
    Document page = read("<table><tr><td>\n自<br>\n<b>然</b><br>\n  a<br>b<td>5</table>");
    Text text = ((Grid) page.blocks().get(0)).rows().get(0).cells().get(0).text();
    assertThat(text.string()).isEqualTo("自然 a b");
    assertThat(text.at(0)).isEqualTo(new Position(2, 1));
    assertThat(text.at(1)).isEqualTo(new Position(3, 4));
    assertThat(text.at(3)).isEqualTo(new Position(4, 3));
    assertThat(text.at(5)).isEqualTo(new Position(4, 8));
    assertThat(text).hasToString("自然 a b").isEqualTo(text).hasSameHashCodeAs(text);
    Text other =
        ((Grid) read("<table><tr><td>自<br>然<br>a<br>b<td>5</table>").blocks().get(0))
            .rows()
            .get(0)
            .cells()
            .get(0)
            .text();
    assertThat(other.string()).isEqualTo(text.string());
    assertThat(text).as("of another page").isNotEqualTo(other).isNotEqualTo("自然 a b");
  }

  @ParameterizedTest
  @CsvSource({
    "甲&amp;乙, 2",
    "&lt;甲, 1",
    "&nbsp;甲&nbsp;乙, 2",
    "&#20057;甲, 1",
    "&#x4E59;甲, 1",
    "&copy乙, 1",
    "&ampgt;乙, 4",
    "&unknown;乙, 9",
    "& 乙, 2",
    "AT&T乙, 4",
    "&#128512;乙, 2"
  })
  void referencesCountAsWhatTheyStandFor(String html, int last) {
    Text text = ((Paragraph) read("<html><p>" + html).blocks().get(0)).text();
    assertThat(text.string()).hasSize(last + 1);
    assertThat(text.at(last)).isEqualTo(new Position(1, "<html><p>".length() + html.length()));
  }

  @ParameterizedTest
  @CsvSource({
    "<p>甲</p>, true",
    "'<p>甲</p>\n ', true",
    "<p>甲, false",
    "'<p>甲</p>3 ', false",
    "'<p>甲>', true"
  })
  void aPageThatEndsInATagIsWhole(String html, boolean whole) {
    assertThat(read("<html>" + html).whole()).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "甲&amp;nbsp;乙, 甲 乙",
    "&amp;nbsp;甲&amp;nbsp;&amp;nbsp;, 甲",
    "甲&amp;nbsp, 甲&nbsp",
    "甲&amp;lt;乙, 甲&lt;乙",
    "甲&amp;amp;nbsp;乙, 甲&amp;nbsp;乙"
  })
  void aBlankThatWasEscapedTwiceIsOne(String html, String read) {
    assertThat(dump("<html><p>" + html)).isEqualTo("P " + read + "\n");
  }

  @Test
  void theWordsBehindABlankThatWasEscapedTwiceHaveTheirPlace() {
    Text text = ((Paragraph) read("<html><p>甲&amp;nbsp;乙").blocks().get(0)).text();
    assertThat(text.at(1)).isEqualTo(new Position(1, 11));
    assertThat(text.at(2)).isEqualTo(new Position(1, 21));
  }

  @ParameterizedTest
  @CsvSource({
    "<input value=3>, 3",
    "<input type=text value=' 3 '>, 3",
    "<INPUT TYPE=NUMBER VALUE=3>, 3",
    "<input type=hidden value=3>, ''",
    "<input type=CHECKBOX value=3>, ''",
    "<input type=button value=3>, ''",
    "<input>, ''",
    "<textarea>3</textarea>, 3",
    "<textarea></textarea>, ''",
    "<select><option>1<option selected>3</select>, 3",
    "<select><option>3<option>1</select>, 3",
    "<select></select>, ''",
    "<input value=3>件, 3件"
  })
  void aCellSaysWhatItsFieldShows(String field, String read) {
    assertThat(dump("<html><table><tr><td>甲<td>" + field + "<td>9</table>"))
        .isEqualTo("G\n  甲|" + read + "|9\n");
    assertThat(dump("<html><p>搜索" + field.replace("件", ""))).isEqualTo("P 搜索\n");
  }

  @Test
  void aTableOfOneCellWithinACellIsItsWords() {
    String frame = "<table><tr><td>甲<td><table><tr><td>%s</table><tr><td>乙<td>2</table>";
    assertThat(dump(frame.formatted("1"))).isEqualTo("G\n  甲|1\n  乙|2\n");
    assertThat(dump(frame.formatted("<td>1<td>"))).isEqualTo("G\n  甲|1\n  乙|2\n");
    assertThat(dump(frame.formatted("1<td>3"))).contains("  1|3\n");
  }

  @Test
  void noMoreThanTwoHundredLinksAreKept() {
    assertThat(read("<html>" + "<a href=a>甲</a>".repeat(201)).web().links()).hasSize(200);
    assertThat(read("<html><embed src=a><object data=b></object><a>甲</a>").web().links())
        .containsExactly(new Document.Link("", "a"), new Document.Link("", "b"));
  }

  @Test
  void theBlankOfASpanIsNoPartOfIt() {
    assertThat(dump("<table><tr><td colspan=' 2x'>甲<td rowspan=02>乙<td colspan=１>丙</table>"))
        .isEqualTo("G\n  甲{1x2}|乙{2x1}|丙\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<table></table>", "<table><tr></table>"})
  void aTableOfNothingIsNothing(String table) {
    assertThat(dump("<html>" + table + "<p>搜索<input value=3></p>")).isEqualTo("P 搜索\n");
  }
}
