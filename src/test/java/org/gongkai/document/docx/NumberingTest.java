package org.gongkai.document.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingTest {
  private static Numbering read(String content) throws XMLStreamException {
    String xml = "<w:numbering xmlns:w='w'>" + content + "</w:numbering>";
    return Numbering.read(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String level(int level, int start, String format, String text) {
    return "<w:lvl w:ilvl='%d'><w:start w:val='%d'/><w:numFmt w:val='%s'/><w:lvlText w:val='%s'/></w:lvl>"
        .formatted(level, start, format, text);
  }

  /** List 5, and list 6 that goes on with it. */
  private static Numbering lists(String... levels) throws XMLStreamException {
    return read(
        "<w:abstractNum w:abstractNumId='3'>"
            + String.join("", levels)
            + "</w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='3'/></w:num>"
            + "<w:num w:numId='6'><w:abstractNumId w:val='3'/></w:num>");
  }

  @ParameterizedTest
  @CsvSource({
    "1, decimal, %1., 1.",
    "3, decimal, （%1）, （3）",
    "1, chineseCounting, %1、, 一、",
    "9, chineseCountingThousand, %1, 九",
    "10, chineseCounting, 第%1章, 第十章",
    "11, ideographDigital, %1, 十一",
    "19, japaneseCounting, %1, 十九",
    "20, taiwaneseCounting, %1, 二十",
    "35, taiwaneseCountingThousand, %1, 三十五",
    "99, chineseCounting, %1, 九十九",
    "0, chineseCounting, %1, 零",
    "1, decimal, 条, 条",
    "1, decimal, 100%, 100%",
    "1, decimal, %0%1, %01",
    "1, decimal, %1%, 1%"
  })
  void aNumberStandsInTheWordsOfItsLevel(int start, String format, String text, String words)
      throws XMLStreamException {
    assertThat(lists(level(0, start, format, text)).next(5, 0)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"1, bullet, ·", "1, lowerLetter, %1.", "100, chineseCounting, %1", "1, decimal, %2"})
  void bulletsUnknownFormatsAndLevelsGiveNothing(int start, String format, String text)
      throws XMLStreamException {
    assertThat(lists(level(0, start, format, text)).next(5, 0)).isEmpty();
  }

  @Test
  void numbersGoOnOverListsAndBeginAgainBelowTheNextOfALevelAbove() throws XMLStreamException {
    Numbering lists =
        lists(
            level(0, 1, "chineseCounting", "%1、"),
            level(1, 1, "decimal", "%1.%2"),
            level(8, 4, "decimal", "%9"));
    assertThat(lists.next(5, 0)).isEqualTo("一、");
    assertThat(lists.next(5, 1)).isEqualTo("一.1");
    assertThat(lists.next(5, 1)).isEqualTo("一.2");
    assertThat(lists.next(5, 8)).isEqualTo("4");
    assertThat(lists.next(6, 0)).isEqualTo("二、");
    assertThat(lists.next(6, 1)).isEqualTo("二.1");
    assertThat(lists.next(5, 8)).isEqualTo("4");
    assertThat(lists.next(5, 8)).isEqualTo("5");
  }

  @Test
  void listsAndLevelsThatAreNotDefinedGiveNothing() throws XMLStreamException {
    Numbering lists = lists(level(0, 1, "decimal", "%1"), level(9, 1, "decimal", "%1"));
    assertThat(lists.next(7, 0)).isEmpty();
    assertThat(lists.next(5, 1)).isEmpty();
    assertThat(lists.next(5, -1)).isEmpty();
    assertThat(lists.next(5, 9)).isEmpty();
    assertThat(Numbering.NONE.next(5, 0)).isEmpty();
    Numbering undefined = read("<w:num w:numId='5'><w:abstractNumId w:val='8'/></w:num>");
    assertThat(undefined.next(5, 0)).isEmpty();
  }

  @Test
  void whatAListOverridesDoesNotChangeItsDefinition() throws XMLStreamException {
    Numbering numbering =
        read(
            "<w:abstractNum w:abstractNumId='x'/><w:abstractNum w:abstractNumId='3'>"
                + level(0, 1, "decimal", "%1.")
                + "</w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='3'/><w:lvlOverride>"
                + level(0, 7, "bullet", "·")
                + "</w:lvlOverride></w:num>");
    assertThat(numbering.next(5, 0)).isEqualTo("1.");
  }
}
