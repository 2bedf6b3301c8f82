package org.gongkai.rendering;

import java.util.Random;
import java.util.stream.Stream;
import org.gongkai.fuzz.WholeCheck;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reports of every look, taken apart and put together wrongly: a check ends within a second, the
 * same way twice, and what comes out is whole.
 *
 * <p>One of each rendering; {@code -Dgongkai.mangled=100} that many, {@code -Dgongkai.seed=5000}
 * others.
 */
class MangledTest {
  private static final int EACH = Integer.getInteger("gongkai.mangled", 1);
  private static final long SEED = Long.getLong("gongkai.seed", 0);

  @TestFactory
  Stream<DynamicTest> noReportHoweverMangledEndsTheCheck() {
    return Renderings.all().stream()
        .map(
            rendering ->
                DynamicTest.dynamicTest(
                    rendering.name(),
                    () -> {
                      for (long seed = SEED; seed < SEED + EACH; seed++) {
                        byte[] bytes = rendering.render(Renderings.drawn(seed)).bytes();
                        Random random = new Random(seed + rendering.name().hashCode());
                        WholeCheck.check(Mangled.of(bytes, random));
                      }
                    }));
  }
}
