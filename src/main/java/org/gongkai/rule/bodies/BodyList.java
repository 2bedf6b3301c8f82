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
 * Who owes a report, and who belongs to whom. Read one with {@link BodyListReader}; {@link #find}
 * tells whose report an issuer's is, in constant time.
 */
public final class BodyList {
  private static final String LEVELS = "省市州县区旗盟镇乡";
  private static final int SHORTEST_NAME = 3;

  private final List<Body> bodies;
  private final List<List<Body>> children;

  /** By name and alias, normalised. */
  private final Map<String, Body> byName = new HashMap<>();

  /** By what is left of a name without the place before it. */
  private final Map<String, List<Placed>> byRest = new HashMap<>();

  /** A body and the place before its name. */
  private record Placed(Body body, String place) {}

  /** A name in two: the place and the rest. */
  private record Split(String place, String rest) {}

  /**
   * Whose report an issuer's is.
   *
   * @param body the body; null where there is none, or more than one that it may be
   * @param candidates all that it may be, in the order of the list
   */
  public record Match(@Nullable Body body, List<Body> candidates) {
    /** Takes a copy of the list. */
    public Match {
      candidates = List.copyOf(candidates);
    }
  }

  /** Takes bodies with their numbers in order, names that differ, parents that exist, no cycle. */
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

  /** Ways to take the place off a name, the shortest place first. */
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

  /** The bodies whose figures a body's own include, its own office among them. */
  public List<Body> children(Body body) {
    return Collections.unmodifiableList(children.get(body.number()));
  }

  /** Whether any body is below it. */
  public boolean hasChildren(Body body) {
    return !children.get(body.number()).isEmpty();
  }

  /** The body that one belongs to; null for none. */
  public @Nullable Body parent(Body body) {
    return body.parent() < 0 ? null : bodies.get(body.parent());
  }

  /**
   * Whose report an issuer's is: the body of that name or alias, whatever the width, spaces and
   * brackets; else the one whose name differs by the place before it only, which one of the two may
   * leave out. Two that it may be are both given, and none is chosen.
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
      if (rest != null && mayLieIn(rest, split.place())) {
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

  /** Whether a body without a place in its name may be that of a place, by those above it. */
  private boolean mayLieIn(Body body, String place) {
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

  /** Whether the reports of two issuers are of one body, or of a body and the one it belongs to. */
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
