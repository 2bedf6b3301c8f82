package org.gongkai.event;

import org.gongkai.Gongkai;
import org.gongkai.document.Document;
import org.gongkai.document.Documents;
import org.gongkai.document.Format;
import org.gongkai.publish.Output;
import org.gongkai.rule.Result;
import org.jspecify.annotations.Nullable;

/** What the door does with a report it has in hand. Pure. */
interface Inspection {
  /**
   * Checks a report.
   *
   * @param bytes the report; null where it is too large to be looked at
   */
  Result check(byte @Nullable [] bytes, Result.Source source);

  /** Draws an output. */
  byte[] render(Output output, Result result);

  /** By the library. */
  static Inspection by(Gongkai gongkai, Settings settings) {
    return new Inspection() {
      @Override
      public Result check(byte @Nullable [] bytes, Result.Source source) {
        Document document =
            bytes == null
                ? Document.unreadable(Format.TEXT, Document.Problem.TOO_LARGE)
                : Documents.read(bytes, (int) settings.maxObjectBytes());
        return gongkai.check(document, source);
      }

      @Override
      public byte[] render(Output output, Result result) {
        return output.render(result, settings.style());
      }
    };
  }
}
