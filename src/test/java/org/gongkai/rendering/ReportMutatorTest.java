package org.gongkai.rendering;

import java.util.Random;
import java.util.stream.Stream;
import org.gongkai.fuzz.OutputInvariants;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Checks mutated reports of every rendering: each check ends within a second, gives the same result
 * twice, and valid outputs.
 *
 * <p>One report of each rendering; {@code -Dgongkai.mutated=100} sets their number, {@code
 * -Dgongkai.seed=5000} other seeds.
 */
class ReportMutatorTest {
  private static final int EACH = Integer.getInteger("gongkai.mutated", 1);
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
                        byte[] bytes = rendering.render(Renderings.generated(seed)).bytes();
                        Random random = new Random(seed + rendering.name().hashCode());
                        OutputInvariants.check(ReportMutator.of(bytes, random));
                      }
                    }));
  }
}
