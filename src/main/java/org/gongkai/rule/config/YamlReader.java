package org.gongkai.rule.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.rule.Catalogue;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML as nodes with their positions, so that every error names line and column. */
public final class YamlReader {
  private final String file;

  /**
   * Reads a file.
   *
   * @param file its name, for error messages
   */
  public YamlReader(String file) {
    this.file = file;
  }

  /** A key with its value. */
  public record Entry(ScalarNode key, Node value) {}

  /**
   * Parses a document.
   *
   * @return its root; empty for a file without content
   * @throws SettingsException where it is no YAML
   */
  public Optional<Node> read(String yaml) {
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(file).setCodePointLimit(Integer.MAX_VALUE).build();
      return new Compose(settings).composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      throw wrong(mark, "不是有效的YAML：" + e.getProblem(), "this is no valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw wrong(
          Optional.empty(),
          "不是有效的YAML：" + e.getMessage(),
          "this is no valid YAML: " + e.getMessage());
    }
  }

  /**
   * The entries of a mapping, by key.
   *
   * @param expectedZh what was expected, in Chinese, for the error
   * @param expectedEn the same in English
   * @throws SettingsException for any other node, and for a key that occurs twice
   */
  public Map<String, Entry> mapping(Node node, String expectedZh, String expectedEn) {
    if (!(node instanceof MappingNode mapping)) {
      throw expected(node, expectedZh, expectedEn);
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw expected(tuple.getKeyNode(), expectedZh, expectedEn);
      }
      if (entries.put(key.getValue(), new Entry(key, tuple.getValueNode())) != null) {
        throw wrong(
            key,
            "“" + key.getValue() + "”重复出现，只应出现一次。",
            "“" + key.getValue() + "” is there twice, expected once.");
      }
    }
    return entries;
  }

  /** As {@link #mapping(Node, String, String)}; an unknown key is an error too. */
  public Map<String, Entry> mapping(
      Node node, List<String> known, String expectedZh, String expectedEn) {
    Map<String, Entry> entries = mapping(node, expectedZh, expectedEn);
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw wrong(
            entry.getValue().key(),
            "不认识“" + entry.getKey() + "”，此处可用：" + String.join("、", known) + "。",
            "“"
                + entry.getKey()
                + "” is not known here; expected one of: "
                + String.join(", ", known)
                + ".");
      }
    }
    return entries;
  }

  /**
   * The items of a list.
   *
   * @throws SettingsException for any other node
   */
  public List<Node> list(Node node, String expectedZh, String expectedEn) {
    if (!(node instanceof SequenceNode sequence)) {
      throw expected(node, expectedZh, expectedEn);
    }
    return new ArrayList<>(sequence.getValue());
  }

  /**
   * The text of a scalar, without surrounding spaces.
   *
   * @throws SettingsException for any other node and for a blank one
   */
  public String text(Node node, String expectedZh, String expectedEn) {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw expected(node, expectedZh, expectedEn);
    }
    return scalar.getValue().strip();
  }

  /** As {@link #text(Node, String, String)}; null for a missing entry. */
  public @Nullable String text(@Nullable Entry entry, String expectedZh, String expectedEn) {
    return entry == null ? null : text(entry.value(), expectedZh, expectedEn);
  }

  /** The id of a rule; the error about an unknown one names the nearest that exists. */
  String rule(Node node) {
    String id = text(node, "规则的编号", "the id of a rule");
    Catalogue catalogue = Catalogue.standard();
    if (catalogue.find(id).isEmpty()) {
      String nearest = catalogue.nearest(id);
      throw wrong(
          node,
          "没有编号为“" + id + "”的规则，最接近的是“" + nearest + "”。",
          "there is no rule “" + id + "”; the nearest is “" + nearest + "”.");
    }
    return id;
  }

  /** The error for a node that is not what was expected. */
  public SettingsException expected(Node node, String zh, String en) {
    String found = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    String foundZh =
        node instanceof ScalarNode ? "“" + found + "”" : node instanceof MappingNode ? "键值对" : "列表";
    String foundEn =
        node instanceof ScalarNode
            ? "“" + found + "”"
            : node instanceof MappingNode ? "a mapping" : "a list";
    return wrong(
        node,
        "此处应为" + zh + "，却是" + foundZh + "。",
        "expected " + en + " here, found " + foundEn + ".");
  }

  /** The error for a node that is wrong for another reason, in whole sentences. */
  public SettingsException wrong(Node node, String zh, String en) {
    return wrong(node.getStartMark(), zh, en);
  }

  private SettingsException wrong(Optional<Mark> mark, String zh, String en) {
    int line = mark.map(Mark::getLine).orElse(0) + 1;
    int column = mark.map(Mark::getColumn).orElse(0) + 1;
    return new SettingsException(file, line, column, zh, en);
  }
}
