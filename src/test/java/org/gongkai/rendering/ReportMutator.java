package org.gongkai.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/**
 * Mutates files of reports: removes, repeats, moves, cuts or replaces lines or tags. The result
 * need not be readable, but must not break a check.
 */
final class ReportMutator {
  private static final List<String> ELSEWHERE =
      List.of(
          "",
          "/",
          "-",
          "－",
          "无",
          "0",
          "３",
          "1.5",
          "-2",
          "12 345",
          "null",
          "　",
          "\u200b",
          "\t",
          "|",
          "│",
          "=",
          "+---+---+",
          "┌──┬──┐",
          "3(件)(注1)",
          "12[1]①",
          "自然人",
          "自然人：3",
          "商业企业",
          "总计",
          "合计",
          "（一）予以公开",
          "结果维持",
          "三、",
          "<b>",
          "<p>",
          "<br>",
          "<div>",
          "<pre>",
          "<table>",
          "</table>",
          "<tr>",
          "</tr>",
          "<td>",
          "</td>",
          "<td rowspan=3>",
          "<td colspan=4>",
          "<input value=3>",
          "<!--",
          "<script>",
          "[{\"a\":\"",
          "\\n",
          "&#48;");

  private static final int MOST_PIECES = 30;

  private final Random random;
  private final List<String> pieces;

  private ReportMutator(Random random, List<String> pieces) {
    this.random = random;
    this.pieces = pieces;
  }

  static byte[] of(byte[] bytes, Random random) {
    boolean zip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    if (zip) {
      return bytes(bytes, random);
    }
    String text = new String(bytes, UTF_8);
    boolean tags = text.indexOf('<') >= 0 && random.nextInt(4) > 0;
    List<String> pieces = new ArrayList<>(Arrays.asList(text.split(tags ? "(?=<)" : "(?<=\n)")));
    ReportMutator mutator = new ReportMutator(random, pieces);
    int times = 1 + random.nextInt(random.nextInt(3) == 0 ? 40 : 6);
    for (int i = 0; i < times && !pieces.isEmpty(); i++) {
      mutate(mutator);
    }
    return String.join("", pieces).getBytes(UTF_8);
  }

  private static byte[] bytes(byte[] bytes, Random random) {
    byte[] mutator = bytes.clone();
    for (int times = random.nextInt(4); times >= 0; times--) {
      mutator[random.nextInt(mutator.length)] = (byte) random.nextInt(256);
    }
    boolean cut = random.nextInt(4) == 0;
    return cut ? Arrays.copyOf(mutator, random.nextInt(mutator.length)) : mutator;
  }

  private static void mutate(ReportMutator mutator) {
    if (mutator.random.nextBoolean()) {
      mutator.piece();
    } else {
      mutator.several();
    }
  }

  private void piece() {
    int at = random.nextInt(pieces.size());
    String piece = pieces.get(at);
    int cut = piece.isEmpty() ? 0 : random.nextInt(piece.length());
    switch (random.nextInt(7)) {
      case 0 -> pieces.remove(at);
      case 1 -> pieces.add(at, piece);
      case 2 -> pieces.add(random.nextInt(pieces.size()), pieces.remove(at));
      case 3 -> pieces.set(at, piece.substring(0, cut));
      case 4 -> pieces.set(at, piece.substring(cut));
      case 5 -> pieces.set(at, piece.substring(0, cut) + elsewhere() + piece.substring(cut));
      default -> pieces.set(at, elsewhere());
    }
  }

  private void several() {
    int at = random.nextInt(pieces.size());
    int to = Math.min(pieces.size(), at + 1 + random.nextInt(MOST_PIECES));
    List<String> some = pieces.subList(at, to);
    switch (random.nextInt(5)) {
      case 0 -> some.clear();
      case 1 -> pieces.addAll(random.nextInt(pieces.size() + 1), List.copyOf(some));
      case 2 -> {
        List<String> moved = List.copyOf(some);
        some.clear();
        pieces.addAll(random.nextInt(pieces.size() + 1), moved);
      }
      case 3 -> {
        String figure = Matcher.quoteReplacement(elsewhere());
        some.replaceAll(piece -> piece.replaceFirst("[0-9]+", figure));
      }
      default -> {
        String between = random.nextBoolean() ? " " : "";
        some.replaceAll(piece -> piece.strip() + between);
      }
    }
  }

  private String elsewhere() {
    return ELSEWHERE.get(random.nextInt(ELSEWHERE.size()));
  }
}
