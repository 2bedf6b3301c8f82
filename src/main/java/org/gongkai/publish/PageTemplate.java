package org.gongkai.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * A compiled template: {@code PageTemplate.render(PageRenderer::render, page)}. {@code {{name}}} is
 * escaped; {@code {{{name}}}} is not and is only for the program's own markup.
 *
 * @param <M> the type of its model
 */
@FunctionalInterface
interface PageTemplate<M> {
  void render(
      M model, Appendable out, Function<Object, String> formatter, Function<String, String> escaper)
      throws IOException;

  /** Renders a model; UTF-8. */
  static <M> byte[] render(PageTemplate<M> template, M model) {
    StringBuilder out = new StringBuilder(32 * 1024);
    try {
      template.render(model, out, Object::toString, Html::escape);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes all that is written", e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
