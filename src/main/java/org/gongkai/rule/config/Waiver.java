package org.gongkai.rule.config;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What is known and accepted, and why.
 *
 * @param finding the id of the finding; null where it goes by rule
 * @param rule the rule; null where it goes by the finding's id
 * @param cell the path of a cell that the finding is about, {@code *} for any run of characters;
 *     null for any
 * @param file the name of the source, {@code *} for any run of characters; null for any
 * @param reason why
 * @param expires the last day on which it holds; null for no end
 * @param line the line of the file that says so, from 1
 */
public record Waiver(
    @Nullable String finding,
    @Nullable String rule,
    @Nullable String cell,
    @Nullable String file,
    String reason,
    @Nullable LocalDate expires,
    int line) {

  /** Whether it no longer holds on a day. */
  public boolean isExpired(LocalDate today) {
    return expires != null && today.isAfter(expires);
  }

  /** Whether it speaks of that finding in the source of that name, expired or not. */
  boolean speaksOf(Finding found, String source) {
    return speaksOf(found.id(), found.rule(), found.cells(), source);
  }

  /** The same of a finding that was noted before. */
  boolean speaksOf(String id, String ruleId, List<String> cells, String source) {
    if (finding != null && !finding.equals(id) || rule != null && !rule.equals(ruleId)) {
      return false;
    }
    if (file != null && !fits(file, source)) {
      return false;
    }
    return cell == null || cells.stream().anyMatch(path -> fits(cell, path));
  }

  /** Whether it is about the source of that name and no other. */
  boolean isFor(String source) {
    return file != null && file.indexOf('*') < 0 && file.equals(source);
  }

  private static boolean fits(String pattern, String text) {
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
