package org.gongkai.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Removes a part of a file, as a careless copy or an editor does; adds nothing. */
enum ContentLoss {
  /** Up to four lines. */
  LINES,
  /** A run of neighbouring lines. */
  BLOCK,
  /** Everything after some place. */
  END,
  /** Everything right of some column. */
  RIGHT_SIDE,
  /** Rows of tables in markup; lines elsewhere. */
  ROWS,
  /** Cells of tables in markup; lines elsewhere. */
  CELLS,
  /** A whole table in markup; a third of the lines elsewhere. */
  TABLE;

  private static final Pattern ROW = Pattern.compile("(?s)<tr\\b.*?</tr>");
  private static final Pattern CELL = Pattern.compile("(?s)<td\\b.*?</td>");
  private static final Pattern TABLE_ELEMENT = Pattern.compile("(?s)<table\\b.*?</table>");

  byte[] of(byte[] bytes, Random random) {
    String text = new String(bytes, UTF_8);
    return take(text, random).getBytes(UTF_8);
  }

  private String take(String text, Random random) {
    return switch (this) {
      case LINES -> withoutLines(text, random, 1 + random.nextInt(4), 1);
      case BLOCK -> withoutLines(text, random, 1, 2 + random.nextInt(40));
      case END -> text.substring(0, random.nextInt(text.length() + 1));
      case RIGHT_SIDE -> clipped(text, 4 + random.nextInt(60));
      case ROWS -> without(text, ROW, random, 1 + random.nextInt(3));
      case CELLS -> without(text, CELL, random, 1 + random.nextInt(5));
      case TABLE -> without(text, TABLE_ELEMENT, random, 1);
    };
  }

  private static String clipped(String text, int columns) {
    StringBuilder clipped = new StringBuilder();
    for (String line : text.split("(?<=\n)")) {
      boolean markup = line.indexOf('<') >= 0;
      clipped.append(markup || line.length() <= columns ? line : line.substring(0, columns) + "\n");
    }
    return clipped.toString();
  }

  private static String withoutLines(String text, Random random, int times, int each) {
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
    for (int i = 0; i < times && !lines.isEmpty(); i++) {
      int at = random.nextInt(lines.size());
      lines.subList(at, Math.min(lines.size(), at + each)).clear();
    }
    return String.join("", lines);
  }

  private static String without(String text, Pattern element, Random random, int times) {
    String left = text;
    for (int i = 0; i < times; i++) {
      List<MatchResult> all = element.matcher(left).results().toList();
      if (all.isEmpty()) {
        return withoutLines(text, random, times, element == TABLE_ELEMENT ? 80 : 1);
      }
      MatchResult one = all.get(random.nextInt(all.size()));
      left = left.substring(0, one.start()) + left.substring(one.end());
    }
    return left;
  }
}
