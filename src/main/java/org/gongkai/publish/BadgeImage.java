package org.gongkai.publish;

import io.jstach.jstache.JStache;

/**
 * The model of the badge's template. Lengths in pixels.
 *
 * @param label the words on the left
 * @param message the words on the right
 * @param title the verdict as a sentence
 * @param labelWidth the width of the label's text
 * @param messageWidth the width of the message's text
 * @param colour the background on the right
 * @param icon SVG markup in a square of 10
 * @param flat whether corners are rounded
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
