package org.gongkai.event;

import java.util.List;
import org.gongkai.CheckRequest;
import org.gongkai.Gongkai;
import org.gongkai.document.Document;
import org.gongkai.document.Format;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.publish.Output;
import org.gongkai.rule.Result;
import org.gongkai.rule.config.UnusedWaiver;
import org.gongkai.rule.years.PreviousYear;
import org.jspecify.annotations.Nullable;

/** Checks a report in memory and renders its outputs. No I/O. */
interface ReportChecker {
  /** A digest of the rules and waivers that influence results; printable ASCII. */
  String fingerprint();

  /** Checks a report. */
  Result check(byte[] bytes, Result.Source source);

  /**
   * The result of a report that is refused unread.
   *
   * @param bytes the report; null where it was not read
   */
  Result refuse(Document.Problem problem, byte @Nullable [] bytes, Result.Source source);

  /**
   * Checks a report again, compared with the year before.
   *
   * @param previous the year before; null for none
   */
  Result beside(Result result, @Nullable PreviousYear previous);

  /** The waivers for this report alone that had no effect. */
  List<UnusedWaiver> unused(Result result);

  /** Renders an output. */
  byte[] render(Output output, Result result);

  /** Checks with the library. */
  static ReportChecker by(Gongkai gongkai, EventSettings settings) {
    return new ReportChecker() {
      @Override
      public String fingerprint() {
        return gongkai.rules().fingerprint();
      }

      @Override
      public Result check(byte[] bytes, Result.Source source) {
        return gongkai.check(
            CheckRequest.of(DocumentReader.read(bytes, (int) settings.maxObjectBytes()), source));
      }

      @Override
      public Result refuse(
          Document.Problem problem, byte @Nullable [] bytes, Result.Source source) {
        // With a limit of 0 the reader only detects the format.
        Format format = bytes == null ? Format.BINARY : DocumentReader.read(bytes, 0).format();
        return gongkai.check(CheckRequest.of(Document.unreadable(format, problem), source));
      }

      @Override
      public Result beside(Result result, @Nullable PreviousYear previous) {
        return gongkai.check(CheckRequest.of(result).beside(previous));
      }

      @Override
      public List<UnusedWaiver> unused(Result result) {
        return gongkai.rules().unusedWaivers(result);
      }

      @Override
      public byte[] render(Output output, Result result) {
        return output.render(result, settings.style());
      }
    };
  }
}
