package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextReaderTest {
  private static String dump(String text) {
    return BlocksDump.of(Documents.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void takesALineAsAParagraph() {
    assertThat(dump("甲\r\n\r\n 乙　丙 \r丁\f戊\u000b己\u0085庚\u2028辛"))
        .isEqualTo("P 甲\nP 乙 丙\nP 丁\nP 戊\nP 己\nP 庚\nP 辛\n");
  }

  @Test
  void takesTabsAsCellBordersAndKeepsBlankCells() {
    assertThat(dump("项目\t数量\t合计\n甲\t\t3\n\t乙\t\n")).isEqualTo("G\n  项目|数量|合计\n  甲||3\n  |乙|\n");
  }

  @Test
  void readsMarkdownTables() {
    assertThat(dump("| 甲 | 乙 |\n|---|:--:|\n| 1 | |\n")).isEqualTo("G\n  甲|乙\n  1|\n");
  }

  @Test
  void takesPipesThatEndACellALineAsNothing() {
    assertThat(dump("规章 |\n0 |\n||||\n总计 | ||\n")).isEqualTo("P 规章\nP 0\nP 总计\n");
  }

  @Test
  void resolvesReferencesAndBreaksLinesAtWhatIsLeftOfTheirTags() {
    assertThat(dump("一、总体情况&nbsp;&nbsp;br />甲&lt;乙 /td>")).isEqualTo("P 一、总体情况\nP 甲<乙 /td>\n");
  }

  @Test
  void tellsPositions() {
    Document document = Documents.read("甲\r\n\t𠮷&amp;乙".getBytes(StandardCharsets.UTF_8));
    Text words = ((Paragraph) document.blocks().get(1)).text();
    assertThat(words.string()).isEqualTo("𠮷&乙");
    assertThat(words.position()).isEqualTo(new Position(2, 2));
    assertThat(words.at(2)).isEqualTo(new Position(2, 3));
    assertThat(words.at(3)).isEqualTo(new Position(2, 8));
  }
}
