package org.gongkai.rule.bodies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.rule.IssuerMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that must publish a report, as a tree. Read one with {@link BodyListReader}; {@link
 * #find} finds the body of an issuer in constant time.
 */
public final class BodyList {
  private static final String LEVELS = "省市州县区旗盟镇乡";
  private static final int SHORTEST_NAME = 3;

  private final List<Body> bodies;
  private final List<List<Body>> children;

  /** By name and alias, normalised. */
  private final Map<String, Body> byName = new HashMap<>();

  /** By the rest of a name after the place name in front. */
  private final Map<String, List<Placed>> byRest = new HashMap<>();

  /** A body and the place name that its name begins with. */
  private record Placed(Body body, String place) {}

  /** A name split into place name and rest. */
  private record Split(String place, String rest) {}

  /**
   * The body of an issuer.
   *
   * @param body the body; null for none or several candidates
   * @param candidates all candidates, in the order of the list
   */
  public record Match(@Nullable Body body, List<Body> candidates) {
    /** Takes a copy of the list. */
    public Match {
      candidates = List.copyOf(candidates);
    }
  }

  /** Requires bodies numbered in order, distinct names, existing parents and no cycles. */
  BodyList(List<Body> bodies) {
    this.bodies = List.copyOf(bodies);
    List<List<Body>> below = new ArrayList<>(bodies.size());
    bodies.forEach(body -> below.add(new ArrayList<>(0)));
    for (Body body : bodies) {
      if (body.parent() >= 0) {
        below.get(body.parent()).add(body);
      }
      for (String name : names(body)) {
        byName.put(name, body);
        for (Split split : splits(name)) {
          byRest
              .computeIfAbsent(split.rest(), k -> new ArrayList<>(1))
              .add(new Placed(body, split.place()));
        }
      }
    }
    this.children = below;
  }

  private static Set<String> names(Body body) {
    Set<String> names = new LinkedHashSet<>();
    names.add(IssuerMatcher.normalise(body.name()));
    body.aliases().forEach(alias -> names.add(IssuerMatcher.normalise(alias)));
    return names;
  }

  /** All splits of a name, the shortest place first. */
  private static List<Split> splits(String name) {
    List<Split> splits = new ArrayList<>(2);
    for (int i = 1; i <= name.length() - SHORTEST_NAME; i++) {
      if (LEVELS.indexOf(name.charAt(i - 1)) >= 0) {
        splits.add(new Split(name.substring(0, i), name.substring(i)));
      }
    }
    return splits;
  }

  /** All bodies, each at its number. */
  public List<Body> all() {
    return bodies;
  }

  /** The bodies directly below a body, its own office included. */
  public List<Body> children(Body body) {
    return Collections.unmodifiableList(children.get(body.number()));
  }

  /** Whether any body is below it. */
  public boolean hasChildren(Body body) {
    return !children.get(body.number()).isEmpty();
  }

  /** The body directly above a body; null for none. */
  public @Nullable Body parent(Body body) {
    return body.parent() < 0 ? null : bodies.get(body.parent());
  }

  /**
   * The body of an issuer: the one with this name or alias, regardless of width, spaces and
   * brackets; else the only one whose name differs just by the place in front, which the issuer or
   * the list may omit. Several such bodies are candidates, and none is chosen.
   */
  public Match find(@Nullable String issuer) {
    String name = IssuerMatcher.normalise(issuer);
    if (name.isEmpty()) {
      return new Match(null, List.of());
    }
    Body same = byName.get(name);
    if (same != null) {
      return new Match(same, List.of(same));
    }
    Set<Body> candidates = new LinkedHashSet<>();
    byRest.getOrDefault(name, List.of()).forEach(placed -> candidates.add(placed.body()));
    for (Split split : splits(name)) {
      Body rest = byName.get(split.rest());
      if (rest != null && mayBelongTo(rest, split.place())) {
        candidates.add(rest);
      }
      if (split.place().length() == 1) {
        // 县教育局 for 云溪县教育局.
        for (Placed placed : byRest.getOrDefault(split.rest(), List.of())) {
          if (placed.place().endsWith(split.place())) {
            candidates.add(placed.body());
          }
        }
      }
    }
    return match(candidates);
  }

  private static Match match(Collection<Body> candidates) {
    List<Body> all = candidates.stream().sorted((a, b) -> a.number() - b.number()).toList();
    return new Match(all.size() == 1 ? all.get(0) : null, all);
  }

  /**
   * Whether a body without a place in its name may belong to a place, judged by the bodies above.
   */
  private boolean mayBelongTo(Body body, String place) {
    Body above = parent(body);
    if (above == null) {
      return true;
    }
    for (; above != null; above = parent(above)) {
      for (String name : names(above)) {
        if (name.startsWith(place)) {
          return true;
        }
        for (Split split : splits(name)) {
          if (place.endsWith(split.place()) || split.rest().startsWith(place)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether two issuers are the same body, or one is directly above the other. */
  public boolean related(@Nullable String one, @Nullable String other) {
    Body first = find(one).body();
    Body second = find(other).body();
    return first != null
        && second != null
        && (first == second
            || first.parent() == second.number()
            || second.parent() == first.number());
  }
}
