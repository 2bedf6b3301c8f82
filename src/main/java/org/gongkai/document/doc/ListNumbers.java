package org.gongkai.document.doc;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/**
 * The automatic numbers of lists: figures before a paragraph that are not its text. Bullets and
 * figures that headings do not have give nothing.
 */
final class ListNumbers {
  private static final int LEVELS = 9;
  private static final int ARABIC = 0;
  private static final String HAN = "零一二三四五六七八九";

  private final Map<Integer, int[]> counts = new HashMap<>();

  /** The number of a paragraph, which is the list's next; empty for none. */
  String next(Paragraph paragraph) {
    if (!paragraph.isInList() || paragraph.getIlvl() >= LEVELS) {
      return "";
    }
    HWPFList list = paragraph.getList();
    int level = paragraph.getIlvl();
    String pattern = list.getNumberText((char) level);
    if (pattern == null) {
      return "";
    }
    int[] counted = counts.computeIfAbsent(list.getLsid(), id -> new int[LEVELS]);
    counted[level]++;
    for (int below = level + 1; below < LEVELS; below++) {
      counted[below] = 0;
    }
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c >= LEVELS) {
        words.append(c);
        continue;
      }
      int number = Math.max(1, counted[c]) + list.getStartAt(c) - 1;
      String figures = figures(number, list.getNumberFormat(c));
      if (figures.isEmpty()) {
        return "";
      }
      words.append(figures);
    }
    return words.toString();
  }

  /** A number in the figures of a format ([MS-OSHARED] 2.2.1.3, MSONFC). */
  private static String figures(int number, int format) {
    return switch (format) {
      case ARABIC -> Integer.toString(number);
      case 10, 11, 33, 35, 37, 39 -> han(number);
      default -> "";
    };
  }

  /** 1 to 99 in Han figures. */
  private static String han(int number) {
    if (number < 1 || number > 99) {
      return "";
    }
    String tens = number < 20 ? "" : HAN.substring(number / 10, number / 10 + 1);
    String ones = number % 10 == 0 ? "" : HAN.substring(number % 10, number % 10 + 1);
    return (number < 10 ? "" : tens + "十") + ones;
  }
}
