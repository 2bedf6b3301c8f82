package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedExecutorTest {
  @Test
  void handsOverInTheOrderOfTheThingsHoweverLongEachTakes() {
    for (int jobs : new int[] {1, 2, 7}) {
      List<Integer> done = new ArrayList<>();
      OrderedExecutor.run(
          IntStream.range(0, 200).iterator(),
          jobs,
          (Integer i) -> slowly(i),
          (i, j) -> done.add(j));
      assertThat(done).isEqualTo(IntStream.range(0, 200).boxed().toList());
    }
  }

  @Test
  void beginsNoMoreThanAFewAhead() {
    AtomicInteger begun = new AtomicInteger();
    List<Integer> ahead = new ArrayList<>();
    OrderedExecutor.run(
        IntStream.range(0, 10_000).iterator(),
        4,
        (Integer i) -> {
          begun.incrementAndGet();
          return i;
        },
        (i, j) -> ahead.add(begun.get() - j));
    assertThat(ahead).allMatch(n -> n <= 4 * 8 + 1);
  }

  @Test
  void whatTheWorkThrowsEndsTheRun() {
    assertThatThrownBy(
            () ->
                OrderedExecutor.run(
                    IntStream.range(0, 10).iterator(),
                    2,
                    (Integer i) -> {
                      throw new IllegalArgumentException("no " + i);
                    },
                    (i, j) -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no 0");
  }

  private static int slowly(int i) {
    if (i % 17 == 0) {
      try {
        Thread.sleep(3);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return i;
  }
}
