package org.gongkai.rule.bodies;

import java.time.LocalDate;
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
    Figures figures) {}
