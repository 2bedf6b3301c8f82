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
  void readsDivsLaidOutAsTable() {
    String expected = "P 前\nG\n  项目|甲|乙\n  丙|1|\nP 后\n";
    for (String rows :
        new String[] {
          "<div style='display:table'><div style='display:table-row'><div style='display:table-cell'>项目</div><div>甲</div><div>乙</div></div>"
              + "<div style='display: table-row'><div>丙</div><div>1</div><div></div></div></div>",
          "<div><div class=row><span class='col-md-3'>项目</span><span>甲</span><span>乙</span></div>\n"
              + "<div class='row even'><span>丙</span><span>1</span><span>&nbsp;</span></div></div>",
          "<div style='display:flex'><div>项目</div><div>甲</div><div>乙</div></div><div style='display:flex'><div>丙</div><div>1</div><div></div></div>",
          "<div><div><div>项目</div><div>甲</div><div>乙</div></div><div><div>丙</div><div><p>1</p></div><div></div></div></div>",
          "<ul class=tr><li>项目</li><li>甲</li><li>乙</li></ul><ul class=tr><li>丙</li><li>1</li><li></li></ul>"
        }) {
      assertThat(dump("<html><body><p>前</p>" + rows + "<p>后</p></body></html>"))
          .as(rows)
          .isEqualTo(expected);
    }
  }

  @Test
  void readsDefinitionListsAsRows() {
    assertThat(dump("<html><dl><dt>甲<dd>1<dd>2<dt>乙<dd><dd>3</dl>"))
        .isEqualTo("G\n  甲|1|2\n  乙||3\n");
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
  void splitsATableAtARowOfProse() {
    String prose = "全年工作平稳有序。".repeat(20);
    assertThat(dump("<table><tr><td>甲<td>1<tr><td colspan=2>" + prose + "<tr><td>乙<td>2</table>"))
        .isEqualTo("G\n  甲|1\nP " + prose + "\nG\n  乙|2\n");
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
    assertThat(document.title()).isEqualTo("年报");
    assertThat(document.metadata()).containsExactly(java.util.Map.entry("pubdate", "2024-01-20"));
    assertThat(document.images()).containsExactly(new Document.Image(1, "表 格"));
    assertThat(document.links())
        .containsExactly(new Document.Link("附件", "b.pdf"), new Document.Link("", "c.html"));
    assertThat(document.scripts()).isTrue();
    assertThat(document.passwordField()).isTrue();
  }
}
