package org.gongkai.rule.bodies;

import java.time.LocalDate;
import org.gongkai.report.Identity;
import org.gongkai.report.Reading;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link BodyChecker} needs of a report.
 *
 * @param source the name of its file
 * @param issuer its issuer; null where not known
 * @param year its year; null where not known
 * @param published its date of publication; null where not known
 * @param verdict the verdict of its own check
 * @param figures its figures
 */
public record BodyReport(
    String source,
    @Nullable String issuer,
    @Nullable Integer year,
    @Nullable LocalDate published,
    Verdict verdict,
    Figures figures) {

  /** Takes it from a result. */
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
