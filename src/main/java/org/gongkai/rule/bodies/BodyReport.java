package org.gongkai.rule.bodies;

import java.time.LocalDate;
import org.gongkai.report.Identity;
import org.gongkai.report.Reading;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link BodyChecker} needs to know of a report.
 *
 * @param source the name of its file
 * @param issuer whose it is; null where that is not known
 * @param year of which year; null where that is not known
 * @param published when it was published; null where that is not known
 * @param verdict what its own check came to
 * @param figures its figures
 */
public record BodyReport(
    String source,
    @Nullable String issuer,
    @Nullable Integer year,
    @Nullable LocalDate published,
    Verdict verdict,
    Figures figures) {

  /** Of a result. */
  public static BodyReport of(Result result) {
    Identity identity = result.report().identity();
    Figures.Builder figures = new Figures.Builder();
    for (Reading reading : result.report().readings()) {
      figures.add(reading.cell(), reading.status(), reading.value());
    }
    return new BodyReport(
        result.source().name(),
        identity.issuer(),
        identity.year(),
        identity.published(),
        result.verdict(),
        figures.build());
  }
}
