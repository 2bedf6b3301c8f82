package org.gongkai.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.report.Report;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking a file. The same bytes, name and settings give an equal result.
 *
 * @param source the file
 * @param report what was read of it
 * @param verdict the verdict on the whole report
 * @param relations each relation of the form and whether it holds; empty for an unreadable report
 * @param findings all findings in document order, also waived ones
 * @param diagnoses suggested corrections of broken relations
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

  /** Counts the relations that hold, are broken or could not be assessed. */
  public RelationCounts relationCounts() {
    return RelationCounts.of(relations);
  }

  /** The number of findings of a severity, without waived ones. */
  public int count(Severity severity) {
    int count = 0;
    for (Finding finding : findings) {
      if (finding.counts() && finding.severity() == severity) {
        count++;
      }
    }
    return count;
  }

  /** The ids of the findings that {@linkplain Diagnosis#replacesFindings diagnoses replace}. */
  public Set<String> replacedFindings() {
    return diagnoses.stream()
        .filter(Diagnosis::replacesFindings)
        .flatMap(diagnosis -> diagnosis.explains().stream())
        .collect(Collectors.toSet());
  }

  /**
   * The file that was checked.
   *
   * @param name its name for people: a path or key
   * @param bucket its bucket; null outside S3
   * @param key its key; null outside S3
   * @param versionId its version; null where the bucket keeps none
   * @param sha256 SHA-256 of its bytes, 64 hexadecimal digits; null where it was refused unread
   * @param bytes its size in bytes
   */
  public record Source(
      String name,
      @Nullable String bucket,
      @Nullable String key,
      @Nullable String versionId,
      @Nullable String sha256,
      long bytes) {}
}
