package org.gongkai.rendering;

import java.util.Random;

/** The characters that a copy is written in. */
enum Script {
  SIMPLIFIED;

  String write(String text, Random random) {
    return text;
  }
}
