package org.gongkai.rendering;

import java.util.Random;
import java.util.function.Function;

/**
 * A named way in which reports arrive.
 *
 * @param name its name: lower case, with hyphens
 * @param about what is special about it
 * @param recipe how it is made; it may depend on chance
 */
record Rendering(String name, String about, Function<Random, Recipe> recipe) {

  /** Renders a report; the same report gives the same bytes. */
  Rendered render(Drawn drawn) {
    Random random = new Random(Drawn.mix(drawn.seed()) ^ name.hashCode());
    return recipe.apply(random).render(drawn, random);
  }
}
