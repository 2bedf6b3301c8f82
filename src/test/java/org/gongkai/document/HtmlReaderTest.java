package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {
  private static Document read(String html) {
    return Documents.read(html.getBytes(StandardCharsets.UTF_8));
  }

  private static String dump(String html) {
    return BlocksDump.of(read(html));
  }

  @Test
  void readsParagraphsAndTablesInOrder() {
    assertThat(dump("<html><body><p>甲</p><table><tr><th>乙<th>丙<tr><td>1<td rowspan=2>&nbsp;</table>丁<br>戊"))
        .isEqualTo("P 甲\nG\n  乙|丙\n  1|{2x1}\nP 丁\nP 戊\n");
  }

  @Test
  void joinsInlinePiecesWithoutSpace() {
    assertThat(dump("<html><p><span>7</span><span>70</span><o:p></o:p><font> 件</font></p>")).isEqualTo("P 770 件\n");
  }

  @Test
  void joinsLinesOfACellByWhatStandsAtTheBreak() {
    assertThat(dump("<table><tr><td>自<br>然<br>人<td>3<br>5<td>商业 企业<td><p>一、</p><p>本年</p></table>"))
        .isEqualTo("G\n  自然人|3 5|商业 企业|一、本年\n");
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
    assertThat(dump("<table><tr><td rowspan=0>甲<td colspan=1000000000>乙<td colspan=-3>丙<td rowspan='2.5'>丁</table>"))
        .isEqualTo("G\n  甲|乙{1x1000}|丙|丁{2x1}\n");
  }

  @Test
  void tellsPositionsExactly() {
    Document document = read("<html>\r\n<body>\r\n\t<p>𠮷&nbsp;甲&amp;乙  丙</p>\r\n<table><tr><td></td>\r\n<td>7</td></tr></table>");
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
}
