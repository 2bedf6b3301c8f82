package org.gongkai.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * A template, as the compiler made it: {@code PageTemplate.render(PageRenderer::render, page)}.
 * What {@code {{name}}} holds is escaped; {@code {{{name}}}} is for markup of the program's own.
 *
 * @param <M> what it draws
 */
@FunctionalInterface
interface PageTemplate<M> {
  void render(
      M model, Appendable out, Function<Object, String> formatter, Function<String, String> escaper)
      throws IOException;

  /** Draws a model, in UTF-8. */
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
