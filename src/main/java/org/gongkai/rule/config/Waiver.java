package org.gongkai.rule.config;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a finding, or all findings of a rule, for a reason.
 *
 * @param finding the id of the finding; null where a rule is named
 * @param rule the rule; null where a finding is named
 * @param cell only findings about this cell: its path, {@code *} for any run of characters; null
 *     for any
 * @param file only this source: its name, {@code *} for any run of characters; null for any
 * @param reason why the finding is accepted
 * @param expires the last day on which it applies; null for no end
 * @param line its line in the waiver file, from 1
 */
public record Waiver(
    @Nullable String finding,
    @Nullable String rule,
    @Nullable String cell,
    @Nullable String file,
    String reason,
    @Nullable LocalDate expires,
    int line) {

  /** Whether it no longer applies on a day. */
  public boolean isExpired(LocalDate today) {
    return expires != null && today.isAfter(expires);
  }

  /** Whether it matches a finding in the source of that name, expired or not. */
  boolean matches(Finding found, String source) {
    return matches(found.id(), found.rule(), found.cells(), source);
  }

  /** The same for a finding given by its id, rule and cells. */
  boolean matches(String id, String ruleId, List<String> cells, String source) {
    if (finding != null && !finding.equals(id) || rule != null && !rule.equals(ruleId)) {
      return false;
    }
    if (file != null && !matchesPattern(file, source)) {
      return false;
    }
    return cell == null || cells.stream().anyMatch(path -> matchesPattern(cell, path));
  }

  /** Whether it applies to the source of that name and to no other. */
  boolean namesOnly(String source) {
    return file != null && file.indexOf('*') < 0 && file.equals(source);
  }

  private static boolean matchesPattern(String pattern, String text) {
    if (pattern.indexOf('*') < 0) {
      return pattern.equals(text);
    }
    StringBuilder regex = new StringBuilder();
    for (String literal : pattern.split("\\*", -1)) {
      regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(literal));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
  }
}
