package org.gongkai.rule.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Waivers of known findings. A waived finding stays in the result with the reason and no longer
 * counts for the verdict. The format of the file:
 *
 * <pre>
 * waivers:
 *   - finding: 8c1f20aa3b4c5d6e
 *     reason: 台账核对无误，原系统四舍五入所致
 *   - rule: requests.row-total
 *     cell: requests/disclosed/*
 *     file: 2023/*.html
 *     reason: 已书面说明
 *     expires: 2026-12-31
 * </pre>
 *
 * <p>Each needs a reason and either a finding's id or a rule; the rest is optional. {@link #usage}
 * finds the waivers that matched nothing in a run.
 */
public final class Waivers {
  private static final Waivers NONE = new Waivers(List.of());
  private static final List<String> KEYS =
      List.of("finding", "rule", "cell", "file", "reason", "expires");

  private final List<Waiver> all;

  private Waivers(List<Waiver> all) {
    this.all = List.copyOf(all);
  }

  /** No waivers. */
  public static Waivers none() {
    return NONE;
  }

  /**
   * Reads a waiver file.
   *
   * @param yaml what the file says
   * @param file its name, for error messages
   * @throws SettingsException where it is malformed or names a rule that does not exist
   */
  public static Waivers read(String yaml, String file) {
    YamlReader reader = new YamlReader(file);
    Optional<Node> root = reader.read(yaml);
    if (root.isEmpty()) {
      return NONE;
    }
    String zh = "以“waivers:”开头的列表";
    String en = "a list that begins with “waivers:”";
    YamlReader.Entry list = reader.mapping(root.get(), List.of("waivers"), zh, en).get("waivers");
    List<Waiver> waivers = new ArrayList<>();
    if (list != null) {
      for (Node node :
          reader.list(
              list.value(), "豁免的列表（每项以“- ”开头）", "a list of waivers (each begins with “- ”)")) {
        waivers.add(waiver(reader, node));
      }
    }
    return new Waivers(waivers);
  }

  private static Waiver waiver(YamlReader reader, Node node) {
    Map<String, YamlReader.Entry> keys =
        reader.mapping(
            node, KEYS, "一项豁免（finding或rule，以及reason）", "a waiver (finding or rule, and a reason)");
    YamlReader.Entry finding = keys.get("finding");
    YamlReader.Entry rule = keys.get("rule");
    if ((finding == null) == (rule == null)) {
      throw reader.wrong(
          node,
          "一项豁免应当写明finding（问题编号）或rule（规则编号），二者取一。",
          "a waiver needs either a finding or a rule.");
    }
    if (!keys.containsKey("reason")) {
      throw reader.wrong(
          node, "缺少reason：每项豁免都应当写明理由。", "a reason is missing: every waiver needs one.");
    }
    return new Waiver(
        finding == null ? null : id(reader, finding.value()),
        rule == null ? null : reader.rule(rule.value()),
        reader.text(keys.get("cell"), "单元格的路径", "the path of a cell"),
        reader.text(keys.get("file"), "文件名", "the name of a file"),
        reader.text(keys.get("reason").value(), "理由", "a reason"),
        date(reader, keys.get("expires")),
        node.getStartMark().map(Mark::getLine).orElse(0) + 1);
  }

  private static String id(YamlReader reader, Node node) {
    String zh = "问题编号（16位十六进制数字）";
    String en = "the id of a finding (16 hexadecimal digits)";
    String id = reader.text(node, zh, en);
    if (!id.matches("[0-9a-f]{16}")) {
      throw reader.expected(node, zh, en);
    }
    return id;
  }

  private static @Nullable LocalDate date(YamlReader reader, YamlReader.@Nullable Entry entry) {
    if (entry == null) {
      return null;
    }
    String zh = "日期，例如2026-12-31";
    String en = "a date such as 2026-12-31";
    try {
      return LocalDate.parse(reader.text(entry.value(), zh, en));
    } catch (DateTimeParseException e) {
      throw reader.expected(entry.value(), zh, en);
    }
  }

  /** All waivers, in the order of the file. */
  public List<Waiver> all() {
    return all;
  }

  /**
   * Marks the waived findings, each with the reason of the first waiver that matches it.
   *
   * @param source the name of the report's file
   * @param today a waiver that expired before it does not apply
   */
  public List<Finding> apply(List<Finding> findings, String source, LocalDate today) {
    if (all.isEmpty() || findings.isEmpty()) {
      return findings;
    }
    List<Finding> marked = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      marked.add(
          all.stream()
              .filter(waiver -> !waiver.isExpired(today) && waiver.matches(finding, source))
              .findFirst()
              .map(waiver -> finding.waived(waiver.reason()))
              .orElse(finding));
    }
    return marked;
  }

  /**
   * The waivers that apply on a day, as text, in the order of the file: equal text, equal effect.
   */
  public String canonical(LocalDate day) {
    StringBuilder text = new StringBuilder();
    for (Waiver waiver : all) {
      if (!waiver.isExpired(day)) {
        // While a waiver applies, its last day changes nothing.
        text.append(
            List.of(
                String.valueOf(waiver.finding()),
                String.valueOf(waiver.rule()),
                String.valueOf(waiver.cell()),
                String.valueOf(waiver.file()),
                waiver.reason()));
        text.append('\n');
      }
    }
    return text.toString();
  }

  /**
   * The waivers for this result's source alone that have expired or match none of its findings. For
   * a waiver that may match other sources too, collect the {@link #usage} of a whole run.
   */
  public List<UnusedWaiver> unused(Result result, LocalDate day) {
    WaiverUsage usage =
        new WaiverUsage(
            all.stream().filter(waiver -> waiver.namesOnly(result.source().name())).toList(), day);
    usage.add(result);
    return usage.unused();
  }

  /**
   * Begins to note which waivers match a finding.
   *
   * @param today decides which waivers have expired
   */
  public WaiverUsage usage(LocalDate today) {
    return new WaiverUsage(all, today);
  }
}
