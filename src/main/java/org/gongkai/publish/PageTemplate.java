package org.gongkai.publish;

import java.io.ByteArrayOutputStream;
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
    Utf8 out = new Utf8();
    try {
      template.render(model, out, Object::toString, Html::escape);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes all that is written", e);
    }
    return out.bytes.toByteArray();
  }

  /** Encodes text piece by piece: a page as one text would take up a multiple of its size. */
  final class Utf8 implements Appendable {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);

    private Utf8() {}

    @Override
    public Utf8 append(CharSequence text) {
      bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
      return this;
    }

    @Override
    public Utf8 append(CharSequence text, int from, int to) {
      return append(text.subSequence(from, to));
    }

    @Override
    public Utf8 append(char c) {
      return append(String.valueOf(c));
    }
  }
}
