package org.gongkai.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Processes many things in parallel and delivers the results in the order of the things, with only
 * a few in memory at a time.
 */
final class OrderedExecutor {
  private static final int WAITING_FOR_EACH = 8;

  private OrderedExecutor() {}

  /**
   * Runs to the end of {@code things}.
   *
   * @param jobs how many in parallel, 1 or more
   * @param work what to do with each, on any thread; what it throws ends the run
   * @param sink receives each thing and its result, in order, on the calling thread
   */
  static <T, R extends @Nullable Object> void run(
      Iterator<? extends T> things, int jobs, Function<T, R> work, BiConsumer<T, R> sink) {
    if (jobs == 1) {
      while (things.hasNext()) {
        T thing = things.next();
        sink.accept(thing, work.apply(thing));
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
      Deque<Waiting<T, R>> waiting = new ArrayDeque<>();
      while (things.hasNext() || !waiting.isEmpty()) {
        while (things.hasNext() && waiting.size() < jobs * WAITING_FOR_EACH) {
          T thing = things.next();
          waiting.add(new Waiting<>(thing, pool.submit(() -> work.apply(thing))));
        }
        Waiting<T, R> next = waiting.remove();
        sink.accept(next.thing(), get(next.result()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private record Waiting<T, R extends @Nullable Object>(T thing, Future<R> result) {}

  private static <R extends @Nullable Object> R get(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
