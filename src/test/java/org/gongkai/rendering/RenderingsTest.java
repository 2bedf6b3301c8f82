package org.gongkai.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Readable cells are read exactly in every rendering; a consistent report passes, one with a
 * planted error fails, and no error is based on an uncertain reading.
 *
 * <p>A few reports of each rendering; {@code -Dgongkai.drawn=20000} sets their number in all,
 * {@code -Dgongkai.renderings='clean|pdf.*'} those of the renderings of such names.
 */
class RenderingsTest {
  private static final int DRAWN = Integer.getInteger("gongkai.drawn", 2 * Renderings.all().size());
  private static final String NAMES = System.getProperty("gongkai.renderings", ".*");
  private static final List<RenderingStatistics> TALLIES = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> everyReadableCellComesBack() {
    List<Rendering> all =
        Renderings.all().stream().filter(rendering -> rendering.name().matches(NAMES)).toList();
    int each = (DRAWN + all.size() - 1) / all.size();
    return all.stream()
        .map(
            rendering ->
                DynamicTest.dynamicTest(
                    rendering.name(),
                    () -> {
                      RenderingStatistics tally = new RenderingStatistics(rendering);
                      TALLIES.add(tally);
                      for (long seed = 0; seed < each; seed++) {
                        tally.check(seed);
                      }
                      assertThat(tally.good()).as(tally.toString()).isTrue();
                    }));
  }

  @Test
  void thereAreMoreThanFortyRenderingsWithNamesOfTheirOwn() {
    assertThat(Renderings.all())
        .hasSizeGreaterThan(40)
        .extracting(Rendering::name)
        .doesNotHaveDuplicates();
  }

  @AfterAll
  static void table() {
    System.out.println(RenderingStatistics.HEAD);
    TALLIES.forEach(System.out::println);
  }
}
