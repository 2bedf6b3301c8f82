package org.gongkai.rule.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.rule.Catalogue;
import org.gongkai.rule.Severity;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Which rules weigh how much: each may be raised, lowered or switched off. Make one in code, or
 * {@link #read} a file:
 *
 * <pre>
 * rules:
 *   cells.blank-as-zero: off
 *   table.row-missing: error
 * </pre>
 */
public final class Configuration {
  private static final Configuration STANDARD = new Configuration(Map.of());
  private static final String OFF = "off";

  /**
   * The severity of each rule that differs from the catalogue; empty for one that is switched off.
   */
  private final Map<String, Optional<Severity>> severities;

  private Configuration(Map<String, Optional<Severity>> severities) {
    this.severities = Map.copyOf(severities);
  }

  /** All rules as the catalogue has them. */
  public static Configuration standard() {
    return STANDARD;
  }

  /**
   * Reads a configuration file.
   *
   * @param yaml what the file says
   * @param file its name, for complaints
   * @throws SettingsException where it is malformed or names a rule that does not exist
   */
  public static Configuration read(String yaml, String file) {
    Yaml reader = new Yaml(file);
    Optional<Node> root = reader.read(yaml);
    if (root.isEmpty()) {
      return STANDARD;
    }
    Yaml.Entry rules =
        reader
            .mapping(
                root.get(), List.of("rules"), "以“rules:”开头的设置", "settings that begin with “rules:”")
            .get("rules");
    Map<String, Optional<Severity>> severities = new HashMap<>();
    if (rules != null) {
      reader
          .mapping(rules.value(), "“规则编号: 级别”的各行", "lines of “rule: severity”")
          .values()
          .forEach(
              entry -> severities.put(reader.rule(entry.key()), severity(reader, entry.value())));
    }
    return new Configuration(severities);
  }

  private static Optional<Severity> severity(Yaml reader, Node node) {
    List<String> known = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      known.add(severity.key());
    }
    known.add(OFF);
    String zh = String.join("、", known) + "之一";
    String en = "one of " + String.join(", ", known);
    String name = reader.text(node, zh, en);
    if (!known.contains(name)) {
      throw reader.expected(node, zh, en);
    }
    return List.of(Severity.values()).stream()
        .filter(severity -> severity.key().equals(name))
        .findFirst();
  }

  /**
   * The same, but that rule at that severity. Throws {@link IllegalArgumentException} for an
   * unknown rule.
   */
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

  /** All that differs from the catalogue, in one order. */
  public String canonical() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(severities)
        .forEach(
            (rule, severity) ->
                text.append(rule)
                    .append(' ')
                    .append(severity.map(Severity::key).orElse(OFF))
                    .append('\n'));
    return text.toString();
  }

  public boolean isOff(String rule) {
    Optional<Severity> configured = severities.get(rule);
    return configured != null && configured.isEmpty();
  }

  public Severity severity(Catalogue.Entry entry) {
    return severities.getOrDefault(entry.id(), Optional.empty()).orElse(entry.severity());
  }
}
