package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TextSpoolTest {
  @Test
  void givesBackWhatWasPutIn() throws IOException {
    try (TextSpool spool = new TextSpool()) {
      for (int i = 0; i < 5000; i++) {
        spool.add(text(i));
      }
      for (int i = 4999; i >= 0; i -= 7) {
        assertThat(spool.get(i)).isEqualTo(text(i));
      }
    }
  }

  private static String text(int i) {
    return i % 3 == 0 ? "" : "第" + i + "份".repeat(i % 50);
  }
}
