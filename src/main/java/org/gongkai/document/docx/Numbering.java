package org.gongkai.document.docx;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The automatic numbers of a Word document's lists, as far as headings have them: the figures that
 * are shown before the paragraph without being its text. Bullets and formats that are not known
 * give nothing.
 */
final class Numbering {
  static final Numbering NONE = new Numbering();

  private static final int LEVELS = 9;
  private static final String HAN = "零一二三四五六七八九";

  /** A level of a list: where it begins, in which figures, and the words around them. */
  private static final class Level {
    int start = 1;
    String format = "decimal";
    String text = "";
  }

  private final Map<Integer, Level[]> definitions = new HashMap<>();
  private final Map<Integer, Integer> lists = new HashMap<>();
  private final Map<Integer, int[]> counters = new HashMap<>();

  private Numbering() {}

  static Numbering read(byte[] part) throws XMLStreamException {
    Numbering numbering = new Numbering();
    XMLStreamReader xml = WordXml.open(part);
    Level[] levels = new Level[LEVELS];
    Level level = new Level();
    int list = 0;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "abstractNum" -> {
          levels = new Level[LEVELS];
          numbering.definitions.put(attribute(xml, "abstractNumId"), levels);
        }
        case "num" -> list = attribute(xml, "numId");
        case "abstractNumId" -> numbering.lists.put(list, WordXml.number(xml));
        case "lvl" -> {
          level = new Level();
          int at = attribute(xml, "ilvl");
          if (at >= 0 && at < LEVELS && list == 0) {
            levels[at] = level;
          }
        }
        case "start" -> level.start = WordXml.number(xml);
        case "numFmt" -> level.format = WordXml.string(xml);
        case "lvlText" -> level.text = WordXml.string(xml);
        default -> {}
      }
    }
    return numbering;
  }

  private static int attribute(XMLStreamReader xml, String name) {
    return WordXml.number(WordXml.attribute(xml, name), -1);
  }

  /** What is shown before the next paragraph of the list; empty for nothing. */
  @SuppressWarnings("IncrementInForLoopAndHeader") // a %1 is two characters
  String next(int list, int level) {
    Integer definition = lists.get(list);
    Level[] levels = definition == null ? null : definitions.get(definition);
    if (levels == null || level < 0 || level >= LEVELS || levels[level] == null) {
      return "";
    }
    int[] counts = counters.computeIfAbsent(definition, d -> new int[LEVELS]);
    counts[level]++;
    for (int below = level + 1; below < LEVELS; below++) {
      counts[below] = 0;
    }
    StringBuilder words = new StringBuilder();
    String text = levels[level].text;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int of = i + 1 < text.length() ? text.charAt(i + 1) - '1' : -1;
      if (c != '%' || of < 0 || of >= LEVELS) {
        words.append(c);
        continue;
      }
      i++;
      Level other = levels[of];
      if (other == null) {
        return "";
      }
      String figures = figures(Math.max(1, counts[of]) + other.start - 1, other.format);
      if (figures.isEmpty()) {
        return "";
      }
      words.append(figures);
    }
    return levels[level].format.equals("bullet") ? "" : words.toString();
  }

  private static String figures(int number, String format) {
    return switch (format) {
      case "decimal" -> Integer.toString(number);
      case "chineseCounting",
          "chineseCountingThousand",
          "ideographDigital",
          "japaneseCounting",
          "taiwaneseCounting",
          "taiwaneseCountingThousand" ->
          han(number);
      default -> "";
    };
  }

  /** 1 to 99 in Han figures. */
  private static String han(int number) {
    if (number < 0 || number > 99) {
      return "";
    }
    if (number < 10) {
      return HAN.substring(number, number + 1);
    }
    String tens = number < 20 ? "" : HAN.substring(number / 10, number / 10 + 1);
    String ones = number % 10 == 0 ? "" : HAN.substring(number % 10, number % 10 + 1);
    return tens + "十" + ones;
  }
}
