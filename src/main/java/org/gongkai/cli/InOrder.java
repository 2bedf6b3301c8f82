package org.gongkai.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does work on many things at once and hands over what comes of it in the order of the things, holding no more than a
 * few at a time.
 */
final class InOrder {
  private static final int WAITING_FOR_EACH = 8;

  private InOrder() {}

  /**
   * Runs to the end of {@code things}.
   *
   * @param jobs how many at once, 1 or more
   * @param work what to do with each, on any thread; what it throws ends the run
   * @param sink takes what came of it, in order, on the calling thread
   */
  static <T, R> void run(Iterator<? extends T> things, int jobs, Function<T, R> work, Consumer<R> sink) {
    if (jobs == 1) {
      while (things.hasNext()) {
        sink.accept(work.apply(things.next()));
      }
      return;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            jobs,
            task -> {
              Thread thread = new Thread(task, "check");
              thread.setDaemon(true);
              return thread;
            });
    try {
      Deque<Future<R>> waiting = new ArrayDeque<>();
      while (things.hasNext() || !waiting.isEmpty()) {
        while (things.hasNext() && waiting.size() < jobs * WAITING_FOR_EACH) {
          T thing = things.next();
          waiting.add(pool.submit(() -> work.apply(thing)));
        }
        sink.accept(get(waiting.remove()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <R> R get(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
