package org.gongkai.event;

import java.util.concurrent.ThreadLocalRandom;
import org.gongkai.store.StoreException;

/**
 * Tries that met another writer: how many, and the pauses between them, which grow so that no two
 * writers keep in step.
 */
final class Backoff {
  /** How often something is tried that others change meanwhile. */
  static final int TRIES = 12;

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

  /** To throw after {@link #TRIES} tries; the event is tried again. */
  static StoreException exhausted(Object what) {
    return new StoreException(
        StoreException.Kind.CONFLICT, what + ": others were at it " + TRIES + " times");
  }
}
