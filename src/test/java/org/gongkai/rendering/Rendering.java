package org.gongkai.rendering;

import java.util.Random;
import java.util.function.Function;

/**
 * A named way to render reports as files.
 *
 * @param name its name: lower case, with hyphens
 * @param about its special feature
 * @param options makes its options; they may be random
 */
record Rendering(String name, String about, Function<Random, RenderingOptions> options) {

  /** Renders a report; the same report gives the same bytes. */
  RenderedReport render(GeneratedReport generated) {
    Random random = new Random(GeneratedReport.mix(generated.seed()) ^ name.hashCode());
    return options.apply(random).render(generated, random);
  }
}
