package org.gongkai.publish;

import io.jstach.jstache.JStache;

/**
 * What the badge's template draws. All lengths in pixels.
 *
 * @param label the words on the left
 * @param message the words on the right
 * @param title the whole sentence
 * @param labelWidth how wide the label's text is
 * @param messageWidth how wide the message's text is
 * @param colour of the right side
 * @param icon markup in a square of 10
 * @param flat whether corners are round
 */
@JStache(path = "badge")
record BadgeImage(
    String label,
    String message,
    String title,
    int labelWidth,
    int messageWidth,
    String colour,
    String icon,
    boolean flat) {
  private static final int RADIUS = 3;
  private static final int ICON = 13;

  int left() {
    return labelWidth + 12;
  }

  int right() {
    return messageWidth + ICON + 15;
  }

  int total() {
    return left() + right();
  }

  int leftRounded() {
    return left() - RADIUS;
  }

  int rightRounded() {
    return right() - RADIUS;
  }

  int iconAt() {
    return left() + 7;
  }

  int messageAt() {
    return left() + 7 + ICON + 2;
  }
}
