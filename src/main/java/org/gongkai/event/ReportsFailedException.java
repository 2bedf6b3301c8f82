package org.gongkai.event;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Some reports of an event failed; the others are done. Raised so that the platform delivers the
 * event again.
 */
public final class ReportsFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int NAMED = 20;

  private final transient List<Failure> failures;

  ReportsFailedException(List<Failure> failures, int of) {
    super(
        failures.size()
            + " of "
            + of
            + " failed: "
            + failures.stream()
                .limit(NAMED)
                .map(
                    failure ->
                        failure.subject() + " (" + failure.kind() + ": " + failure.message() + ")")
                .collect(Collectors.joining("; "))
            + (failures.size() > NAMED ? "; …" : ""));
    this.failures = List.copyOf(failures);
  }

  /** What failed. */
  public List<Failure> failures() {
    return failures;
  }
}
