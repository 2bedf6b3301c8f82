package org.gongkai.document.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.text.Characters;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page's own style sheets show and hide, and what they lay out as a grid: their rules that
 * set {@code display} for a class or an id, and those that make words {@linkplain
 * AnnotationDetector void}.
 *
 * <p>Of selectors it knows tags, classes and ids, alone and within each other; rules with anything
 * else, and those for some media only, are left out.
 */
final class StyleSheet {
  private static final int MOST_RULES = 1000;

  /** Rules for one name that are looked at. */
  private static final int MOST_A_NAME = 16;

  /** Ancestors that are looked at for a selector's outer parts. */
  private static final int DEEPEST = 64;

  private final Map<String, List<Rule>> byName = new HashMap<>();
  private final Map<String, List<Rule>> voiding = new HashMap<>();
  private int rules;

  /** The parts of a selector, outermost first, and what is declared. */
  private record Rule(List<Part> parts, String declared, boolean hides, int weight, int order) {}

  /**
   * A tag, classes and an id, as they stand together; the names with their sign. A child's parent
   * is the part before it ({@code >}), any other's one of those around it.
   */
  private record Part(String tag, List<String> names, boolean isChild) {
    boolean matches(Element element) {
      if (!tag.isEmpty() && !tag.equals(element.normalName())) {
        return false;
      }
      for (String name : names) {
        boolean has =
            name.charAt(0) == '#'
                ? element.id().equals(name.substring(1))
                : element.hasClass(name.substring(1));
        if (!has) {
          return false;
        }
      }
      return true;
    }
  }

  /** Takes in the text of a {@code style} element. */
  void read(String css) {
    int at = 0;
    while (at < css.length() && rules < MOST_RULES) {
      int open = css.indexOf('{', at);
      if (open < 0) {
        return;
      }
      String selectors = withoutComments(css.substring(at, open));
      int end;
      if (selectors.startsWith("@")) {
        end = endOfBlock(css, open);
      } else {
        int close = css.indexOf('}', open);
        end = close < 0 ? css.length() : close;
        String declared = css.substring(open + 1, end);
        boolean displays = Styles.declares(declared, "display", "");
        if (displays || AnnotationDetector.isVoiding(declared)) {
          for (String selector : selectors.split(",")) {
            add(selector.strip(), declared, displays ? byName : voiding);
          }
        }
      }
      at = end + 1;
    }
  }

  private static String withoutComments(String text) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    for (int from = text.indexOf("/*"); from >= 0; from = text.indexOf("/*", at)) {
      left.append(text, at, from);
      int to = text.indexOf("*/", from + 2);
      at = to < 0 ? text.length() : to + 2;
    }
    left.append(text, at, text.length());
    return left.toString().replace("<!--", "").replace("-->", "").strip();
  }

  private static int endOfBlock(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      depth += css.charAt(i) == '{' ? 1 : css.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return css.length();
  }

  private void add(String selector, String declared, Map<String, List<Rule>> to) {
    List<Part> parts = new ArrayList<>();
    int weight = 0;
    boolean isChild = false;
    for (String word : selector.replace(">", " > ").strip().split("\\s+")) {
      if (word.equals(">")) {
        isChild = true;
        continue;
      }
      Part part = part(word, isChild);
      isChild = false;
      if (part == null) {
        return;
      }
      for (String name : part.names()) {
        weight += name.charAt(0) == '#' ? 10_000 : 100;
      }
      weight += part.tag().isEmpty() ? 0 : 1;
      parts.add(part);
    }
    Part last = parts.get(parts.size() - 1);
    if (!last.names().isEmpty()) {
      boolean hides = Styles.declares(declared, "display", "none");
      Rule rule = new Rule(parts, declared, hides, weight, rules++);
      List<Rule> own = to.computeIfAbsent(last.names().get(0), name -> new ArrayList<>(1));
      if (own.size() < MOST_A_NAME) {
        own.add(rule);
      }
    }
  }

  /** The part that a word of a selector is; null for one that is not known. */
  private static @Nullable Part part(String word, boolean isChild) {
    List<String> names = new ArrayList<>(1);
    String tag = "";
    int from = 0;
    for (int i = 1; i <= word.length(); i++) {
      if (i == word.length() || word.charAt(i) == '.' || word.charAt(i) == '#') {
        String name = word.substring(from, i);
        if (name.charAt(0) != '.' && name.charAt(0) != '#') {
          tag = name.toLowerCase(java.util.Locale.ROOT);
        } else {
          names.add(name);
        }
        from = i;
      } else if (!isNamed(word.charAt(i))) {
        return null;
      }
    }
    boolean known = !word.isEmpty() && (!tag.isEmpty() && isNamed(tag.charAt(0)) || tag.isEmpty());
    return known && names.stream().allMatch(name -> name.length() > 1)
        ? new Part(tag, names, isChild)
        : null;
  }

  private static boolean isNamed(char c) {
    return c == '-' || c == '_' || Character.isLetterOrDigit(c);
  }

  /** Whether there are rules at all. */
  boolean isEmpty() {
    return rules == 0;
  }

  /** Whether the rule that counts most for the element hides it. */
  boolean hides(Element element) {
    Rule rule = strongest(element, byName);
    return rule != null && rule.hides();
  }

  /** What the rule declares that makes the element's words void; empty for none. */
  String voiding(Element element) {
    Rule rule = voiding.isEmpty() ? null : strongest(element, voiding);
    return rule == null ? "" : rule.declared();
  }

  private static @Nullable Rule strongest(Element element, Map<String, List<Rule>> rules) {
    Rule most = strongest(element, "#" + element.id(), null, rules);
    String names = element.className();
    int from = 0;
    for (int i = 0; i <= names.length(); i++) {
      if (i == names.length() || Characters.isSpace(names.charAt(i))) {
        if (i > from) {
          most = strongest(element, "." + names.substring(from, i), most, rules);
        }
        from = i + 1;
      }
    }
    return most;
  }

  private static @Nullable Rule strongest(
      Element element, String name, @Nullable Rule known, Map<String, List<Rule>> rules) {
    Rule most = known;
    for (Rule rule : rules.getOrDefault(name, List.of())) {
      boolean stronger =
          most == null
              || rule.weight() > most.weight()
              || rule.weight() == most.weight() && rule.order() > most.order();
      if (stronger && matches(rule, element)) {
        most = rule;
      }
    }
    return most;
  }

  private static boolean matches(Rule rule, Element element) {
    List<Part> parts = rule.parts();
    int left = parts.size() - 1;
    if (!parts.get(left).matches(element)) {
      return false;
    }
    Element above = element.parent();
    for (int depth = 0; left > 0 && above != null && depth < DEEPEST; depth++) {
      boolean matches = parts.get(left - 1).matches(above);
      if (!matches && parts.get(left).isChild()) {
        return false;
      }
      left -= matches ? 1 : 0;
      above = above.parent();
    }
    return left == 0;
  }
}
