package org.gongkai.rule.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongkai.rule.Catalogue;
import org.gongkai.rule.Severity;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Severities and thresholds of rules, where they differ from the catalogue. A rule can also be
 * switched off. Make a configuration in code, or {@link #read} a file:
 *
 * <pre>
 * rules:
 *   cells.blank-as-zero: off
 *   table.row-missing: error
 * thresholds:
 *   years.similar-text: 50%
 *   years.reused-text: 80%
 * </pre>
 */
public final class Configuration {
  private static final String MUCH = "years.similar-text";
  private static final String MOST = "years.reused-text";
  private static final Map<String, BigDecimal> THRESHOLDS =
      Map.of(MUCH, new BigDecimal("0.5"), MOST, new BigDecimal("0.8"));
  private static final Configuration STANDARD = new Configuration(Map.of(), THRESHOLDS);
  private static final Pattern SHARE = Pattern.compile("\\d{1,3}(?:\\.\\d{1,6})?");
  private static final String OFF = "off";

  /**
   * The severity of each rule that differs from the catalogue; empty for one that is switched off.
   */
  private final Map<String, Optional<Severity>> severities;

  /** The share, 0 to 1, from which a rule reports; for the rules that have such a threshold. */
  private final Map<String, BigDecimal> thresholds;

  private Configuration(
      Map<String, Optional<Severity>> severities, Map<String, BigDecimal> thresholds) {
    this.severities = Map.copyOf(severities);
    this.thresholds = Map.copyOf(thresholds);
  }

  /** All rules as the catalogue has them. */
  public static Configuration standard() {
    return STANDARD;
  }

  /**
   * Reads a configuration file.
   *
   * @param yaml what the file says
   * @param file its name, for error messages
   * @throws SettingsException where it is malformed, names a rule that does not exist or gives a
   *     threshold that is no share
   */
  public static Configuration read(String yaml, String file) {
    YamlReader reader = new YamlReader(file);
    Optional<Node> root = reader.read(yaml);
    if (root.isEmpty()) {
      return STANDARD;
    }
    Map<String, YamlReader.Entry> settings =
        reader.mapping(
            root.get(),
            List.of("rules", "thresholds"),
            "以“rules:”或“thresholds:”开头的设置",
            "settings that begin with “rules:” or “thresholds:”");
    YamlReader.Entry rules = settings.get("rules");
    Map<String, Optional<Severity>> severities = new HashMap<>();
    if (rules != null) {
      reader
          .mapping(rules.value(), "“规则编号: 级别”的各行", "lines of “rule: severity”")
          .values()
          .forEach(
              entry -> severities.put(reader.rule(entry.key()), severity(reader, entry.value())));
    }
    return new Configuration(severities, thresholds(reader, settings.get("thresholds")));
  }

  private static Map<String, BigDecimal> thresholds(
      YamlReader reader, YamlReader.@Nullable Entry entry) {
    Map<String, BigDecimal> thresholds = new HashMap<>(THRESHOLDS);
    if (entry == null) {
      return thresholds;
    }
    reader
        .mapping(entry.value(), List.of(MUCH, MOST), "“规则编号: 比例”的各行", "lines of “rule: share”")
        .forEach((rule, share) -> thresholds.put(rule, share(reader, share.value())));
    BigDecimal much = thresholds.getOrDefault(MUCH, BigDecimal.ZERO);
    if (much.compareTo(thresholds.getOrDefault(MOST, BigDecimal.ONE)) > 0) {
      throw reader.wrong(
          entry.value(),
          "“" + MUCH + "”的比例不应高于“" + MOST + "”的比例。",
          "the share of “" + MUCH + "” must not be above that of “" + MOST + "”.");
    }
    return thresholds;
  }

  /** {@code 50%} or {@code 0.5}. */
  private static BigDecimal share(YamlReader reader, Node node) {
    String zh = "大于0、不超过100%的比例，如50%或0.5";
    String en = "a share above 0 and up to 100 %, such as 50% or 0.5";
    String text = reader.text(node, zh, en);
    boolean percent = text.endsWith("%");
    String digits = percent ? text.substring(0, text.length() - 1).strip() : text;
    if (!SHARE.matcher(digits).matches()) {
      throw reader.expected(node, zh, en);
    }
    BigDecimal share = new BigDecimal(digits).movePointLeft(percent ? 2 : 0);
    if (share.signum() == 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw reader.expected(node, zh, en);
    }
    return share;
  }

  private static Optional<Severity> severity(YamlReader reader, Node node) {
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
   * Sets the severity of a rule.
   *
   * @throws IllegalArgumentException for an unknown rule
   */
  public Configuration with(String rule, Severity severity) {
    return with(rule, Optional.of(severity));
  }

  /**
   * Switches a rule off.
   *
   * @throws IllegalArgumentException for an unknown rule
   */
  public Configuration without(String rule) {
    return with(rule, Optional.empty());
  }

  private Configuration with(String rule, Optional<Severity> severity) {
    Catalogue.standard().entry(rule);
    Map<String, Optional<Severity>> all = new HashMap<>(severities);
    all.put(rule, severity);
    return new Configuration(all, thresholds);
  }

  /** All differences from the catalogue as sorted text: equal text, equal effect. */
  public String canonical() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(severities)
        .forEach(
            (rule, severity) ->
                text.append(rule)
                    .append(' ')
                    .append(severity.map(Severity::key).orElse(OFF))
                    .append('\n'));
    new TreeMap<>(thresholds)
        .forEach(
            (rule, share) -> {
              if (share.compareTo(THRESHOLDS.getOrDefault(rule, share)) != 0) {
                text.append(rule).append(' ').append(share.stripTrailingZeros().toPlainString());
                text.append('\n');
              }
            });
    return text.toString();
  }

  /** The share, 0 to 1, from which a rule reports; 0 for a rule without threshold. */
  public double threshold(String rule) {
    return thresholds.getOrDefault(rule, BigDecimal.ZERO).doubleValue();
  }

  /** Whether a rule is switched off. */
  public boolean isOff(String rule) {
    Optional<Severity> configured = severities.get(rule);
    return configured != null && configured.isEmpty();
  }

  /** The severity of a rule: as configured, else as in the catalogue. */
  public Severity severity(Catalogue.Entry entry) {
    return severities.getOrDefault(entry.id(), Optional.empty()).orElse(entry.severity());
  }
}
