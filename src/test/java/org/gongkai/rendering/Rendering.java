package org.gongkai.rendering;

import java.util.Random;
import java.util.function.Function;

/**
 * A named way to render reports as files.
 *
 * @param name its name: lower case, with hyphens
 * @param about its special feature
 * @param recipe makes its options; they may be random
 */
record Rendering(String name, String about, Function<Random, Recipe> recipe) {

  /** Renders a report; the same report gives the same bytes. */
  RenderedReport render(GeneratedReport generated) {
    Random random = new Random(GeneratedReport.mix(generated.seed()) ^ name.hashCode());
    return recipe.apply(random).render(generated, random);
  }
}
