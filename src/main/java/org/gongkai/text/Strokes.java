package org.gongkai.text;

/** The characters that people and programs draw the borders of tables with. */
public final class Strokes {
  private Strokes() {}

  /** Whether it may stand between two cells side by side. */
  public static boolean isBar(char c) {
    if (c < 0x2500) {
      return c == '|';
    }
    return c == 0x2502
        || c == 0x2503
        || c == 0x2551
        || c == 0xff5c
        || c == 0x2506
        || c == 0x2507
        || c == 0x250a
        || c == 0x250b
        || c == 0x254e
        || c == 0x254f
        || c == 0x4e28;
  }

  /** Whether a border between rows is drawn with it. */
  public static boolean isLine(char c) {
    if (c < 0x2500) {
      return c == '-' || c == '=' || c == '_' || c == '~';
    }
    return c == 0x2500
        || c == 0x2501
        || c == 0x2504
        || c == 0x2505
        || c == 0x2508
        || c == 0x2509
        || c == 0x254c
        || c == 0x254d
        || c == 0x2550
        || c == 0xff0d
        || c == 0xff1d;
  }

  /** Whether borders meet in it and it is nothing else. */
  public static boolean isCrossing(char c) {
    return c >= 0x250c && c <= 0x2570 && !isBar(c) && !isLine(c);
  }

  /** A plus sign, in which borders meet where one leads to it. */
  public static boolean isPlus(char c) {
    return c == '+' || c == 0xff0b;
  }

  /** Whether a border goes down from a crossing. */
  public static boolean leadsDown(char c) {
    return c >= 0x250c && c <= 0x2513
        || c >= 0x251c && c <= 0x2533
        || c >= 0x253c && c <= 0x254b
        || c >= 0x2552 && c <= 0x2557
        || c >= 0x255e && c <= 0x2566
        || c >= 0x256a && c <= 0x256e;
  }

  /** Whether a border comes down to a crossing. */
  public static boolean leadsUp(char c) {
    return c >= 0x2514 && c <= 0x252b
        || c >= 0x2534 && c <= 0x254b
        || c >= 0x2558 && c <= 0x2563
        || c >= 0x2567 && c <= 0x256c
        || c == 0x256f
        || c == 0x2570;
  }
}
