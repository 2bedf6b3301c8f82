package org.gongkai.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/**
 * A template, as the compiler made it: {@code Template.render(BadgeImageRenderer::render, image)}.
 * {@code {{name}}} is escaped, whatever it holds; {@code {{{name}}}} is for markup of the program's
 * own.
 *
 * @param <M> what it draws
 */
@FunctionalInterface
interface Template<M> {
  void render(
      M model, Appendable out, Function<Object, String> formatter, Function<String, String> escaper)
      throws IOException;

  /** Draws a model, in UTF-8. */
  static <M> byte[] render(Template<M> template, M model) {
    Html html = new Html(1024);
    write(template, model, html);
    return html.toBytes();
  }

  /** Draws a model behind what is there. */
  static <M> void write(Template<M> template, M model, Html html) {
    try {
      template.render(model, html, Object::toString, Html::escape);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes all that is written", e);
    }
  }
}
