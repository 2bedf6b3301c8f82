package org.gongkai.event;

import java.util.concurrent.ThreadLocalRandom;

/** Pauses between tries that met another writer: they grow, and no two writers keep in step. */
final class Backoff {
  private static final int FIRST_MILLIS = 20;
  private static final int LONGEST_MILLIS = 1000;

  private Backoff() {}

  /**
   * Waits before the next try.
   *
   * @param tries how many there were, from 1
   */
  static void pause(int tries) {
    int longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(tries, 10));
    try {
      Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextInt(longest / 2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
