package org.gongkai.event;

import java.util.function.LongSupplier;

/**
 * One call of {@link EventHandler#handle}.
 *
 * @param requestId the platform's name for it; the same when the platform tries the same call again
 * @param remainingMillis how long it may still take
 */
public record Invocation(String requestId, LongSupplier remainingMillis) {
  /** A call that may take as long as it wants. */
  public static Invocation unhurried(String requestId) {
    return new Invocation(requestId, () -> Long.MAX_VALUE);
  }
}
