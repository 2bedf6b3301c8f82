package org.gongkai.rule;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A sentence with {@code {named}} arguments. A part in square brackets is omitted if an argument in
 * it is missing or empty: {@code 总计填{stated}[（{blanks}，按零计）]。}
 */
final class MessageTemplate {
  private final String pattern;

  MessageTemplate(String pattern) {
    this.pattern = pattern;
  }

  /**
   * Fills in the arguments.
   *
   * @throws IllegalArgumentException where an argument outside brackets is missing
   */
  String fill(Map<String, String> arguments) {
    if (pattern.indexOf('{') < 0) {
      return pattern;
    }
    StringBuilder out = new StringBuilder(pattern.length() + 64);
    int optional = -1;
    boolean keep = true;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '[') {
        optional = out.length();
        keep = true;
      } else if (c == ']') {
        if (!keep) {
          out.setLength(optional);
        }
        optional = -1;
      } else if (c == '{') {
        int end = pattern.indexOf('}', i);
        String name = pattern.substring(i + 1, end);
        String value = arguments.getOrDefault(name, "");
        if (value.isEmpty() && optional >= 0) {
          keep = false;
        } else if (!arguments.containsKey(name)) {
          throw new IllegalArgumentException("no argument " + name + " for: " + pattern);
        }
        out.append(value);
        i = end;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The names of its arguments. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (int at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', at + 1)) {
      names.add(pattern.substring(at + 1, pattern.indexOf('}', at)));
    }
    return names;
  }

  /** As written in the catalogue. */
  @Override
  public String toString() {
    return pattern;
  }
}
