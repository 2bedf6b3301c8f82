package org.gongkai.document.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a page's own style sheets hide: by their rules that set {@code display} for a class or
 * an id.
 *
 * <p>Of selectors it knows tags, classes and ids, alone and within each other; rules with anything
 * else, and those for some media only, are left out.
 */
final class StyleSheet {
  private static final int MOST_RULES = 1000;

  /** Rules for one name that are looked at. */
  private static final int MOST_A_NAME = 16;

  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?(\\*/|$)|<!--|-->", Pattern.DOTALL);

  private static final Pattern KNOWN = Pattern.compile("[\\w.#>\\s\\x{80}-\\x{ffff}-]+");

  /** The first class or id of a selector's last part. */
  private static final Pattern LAST = Pattern.compile("[.#][^.#\\s>]+(?=[^\\s>]*$)");

  private final Map<String, List<Rule>> byName = new HashMap<>();
  private int rules;

  /** A rule, numbered in order; of two for the same element the later counts. */
  private record Rule(Evaluator selector, boolean hides, int number) {}

  /** Takes in the text of a {@code style} element. */
  void read(String css) {
    int at = 0;
    while (at < css.length() && rules < MOST_RULES) {
      int open = css.indexOf('{', at);
      if (open < 0) {
        return;
      }
      String selectors = COMMENT.matcher(css.substring(at, open)).replaceAll("").strip();
      int end;
      if (selectors.startsWith("@")) {
        end = endOfBlock(css, open);
      } else {
        int close = css.indexOf('}', open);
        end = close < 0 ? css.length() : close;
        String declared = css.substring(open + 1, end);
        if (Styles.declares(declared, "display", "")) {
          boolean hides = Styles.declares(declared, "display", "none");
          for (String selector : selectors.split(",")) {
            add(selector.strip(), hides);
          }
        }
      }
      at = end + 1;
    }
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

  private void add(String selector, boolean hides) {
    Matcher last = LAST.matcher(selector);
    if (!KNOWN.matcher(selector).matches() || !last.find()) {
      return;
    }
    List<Rule> own = byName.computeIfAbsent(last.group(), name -> new ArrayList<>(1));
    if (own.size() < MOST_A_NAME) {
      try {
        Evaluator evaluator = Selector.evaluatorOf(selector);
        own.add(new Rule(evaluator, hides, rules++));
      } catch (Selector.SelectorParseException e) {
        // No selector of CSS: browsers leave such a rule out as well.
      }
    }
  }

  /** Whether there are rules at all. */
  boolean isEmpty() {
    return rules == 0;
  }

  /** Whether the last rule for the element hides it. */
  boolean hides(Element element) {
    Rule most = last(element, "#" + element.id(), null);
    for (String name : element.className().split(" ")) {
      most = last(element, "." + name, most);
    }
    return most != null && most.hides();
  }

  private @Nullable Rule last(Element element, String name, @Nullable Rule known) {
    Rule most = known;
    for (Rule rule : byName.getOrDefault(name, List.of())) {
      if ((most == null || rule.number() > most.number()) && element.is(rule.selector())) {
        most = rule;
      }
    }
    return most;
  }
}
