package org.gongkai.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which rules weigh how much: each rule may be raised, lowered or switched off.
 */
public final class Configuration {
  private static final Configuration STANDARD = new Configuration(Map.of());

  /** The severity of each rule that differs from the catalogue; empty for one that is switched off. */
  private final Map<String, Optional<Severity>> severities;

  private Configuration(Map<String, Optional<Severity>> severities) {
    this.severities = Map.copyOf(severities);
  }

  /** All rules as the catalogue has them. */
  public static Configuration standard() {
    return STANDARD;
  }

  /** The same, but that rule at that severity. Throws {@link IllegalArgumentException} for an unknown rule. */
  public Configuration with(String rule, Severity severity) {
    return with(rule, Optional.of(severity));
  }

  /** The same without that rule. Throws {@link IllegalArgumentException} for an unknown rule. */
  public Configuration without(String rule) {
    return with(rule, Optional.empty());
  }

  private Configuration with(String rule, Optional<Severity> severity) {
    Catalogue.standard().entry(rule);
    Map<String, Optional<Severity>> all = new HashMap<>(severities);
    all.put(rule, severity);
    return new Configuration(all);
  }

  boolean isOff(String rule) {
    Optional<Severity> configured = severities.get(rule);
    return configured != null && configured.isEmpty();
  }

  Severity severity(Catalogue.Entry entry) {
    return severities.getOrDefault(entry.id(), Optional.empty()).orElse(entry.severity());
  }
}
