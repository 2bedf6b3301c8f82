package org.gongkai.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.report.Report;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a file once it was checked. The same bytes, name and settings give an equal
 * result.
 *
 * @param source where it came from
 * @param report what was read
 * @param verdict what is said of it as a whole
 * @param relations each relation of the form and what checking it gave; empty for an unreadable one
 * @param findings all findings in document order, waived ones among them
 * @param diagnoses what would mend the broken relations
 */
public record Result(
    Source source,
    Report report,
    Verdict verdict,
    List<RelationCheck> relations,
    List<Finding> findings,
    List<Diagnosis> diagnoses) {
  public Result {
    relations = List.copyOf(relations);
    findings = List.copyOf(findings);
    diagnoses = List.copyOf(diagnoses);
  }

  /** How many relations hold. */
  public RelationCounts relationCounts() {
    return RelationCounts.of(relations);
  }

  /** How many findings of that severity count. */
  public int count(Severity severity) {
    int count = 0;
    for (Finding finding : findings) {
      if (finding.counts() && finding.severity() == severity) {
        count++;
      }
    }
    return count;
  }

  /** The ids of the findings that a diagnosis is told in place of; see there. */
  public Set<String> replacedFindings() {
    return diagnoses.stream()
        .filter(Diagnosis::replacesFindings)
        .flatMap(diagnosis -> diagnosis.explains().stream())
        .collect(Collectors.toSet());
  }

  /**
   * Where a file came from.
   *
   * @param name the name people know it by: a path, or the key
   * @param bucket its bucket; null outside S3
   * @param key its key; null outside S3
   * @param versionId its version; null where the bucket keeps none
   * @param sha256 the digest of its bytes, 64 hexadecimal digits; null where it was refused unread
   * @param bytes its size
   */
  public record Source(
      String name,
      @Nullable String bucket,
      @Nullable String key,
      @Nullable String versionId,
      @Nullable String sha256,
      long bytes) {}
}
