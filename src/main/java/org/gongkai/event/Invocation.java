package org.gongkai.event;

import java.util.function.LongSupplier;

/**
 * One call of {@link EventHandler#handle}.
 *
 * @param requestId the platform's id of it; the same when the platform retries the call
 * @param remainingMillis the time left, in milliseconds
 */
public record Invocation(String requestId, LongSupplier remainingMillis) {
  /** A call without a time limit. */
  public static Invocation withoutTimeLimit(String requestId) {
    return new Invocation(requestId, () -> Long.MAX_VALUE);
  }
}
