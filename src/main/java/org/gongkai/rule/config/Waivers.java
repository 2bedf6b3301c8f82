package org.gongkai.rule.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Findings that somebody has looked at and accepts. A waived finding stays in the result with the
 * reason and no longer counts for the verdict. A file says:
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
 * <p>Each needs a reason and either a finding's id or a rule; the rest is optional. Over a run,
 * {@link #tally} tells which waivers matched nothing.
 */
public final class Waivers {
  private static final Waivers NONE = new Waivers(List.of());
  private static final List<String> KEYS =
      List.of("finding", "rule", "cell", "file", "reason", "expires");

  private final List<Waiver> all;

  private Waivers(List<Waiver> all) {
    this.all = List.copyOf(all);
  }

  /** Nothing waived. */
  public static Waivers none() {
    return NONE;
  }

  /** These waivers; the first that fits a finding counts. */
  public static Waivers of(List<Waiver> waivers) {
    return new Waivers(waivers);
  }

  /**
   * Reads a waiver file.
   *
   * @param yaml what the file says
   * @param file its name, for complaints
   * @throws SettingsException where it is malformed or names a rule that does not exist
   */
  public static Waivers read(String yaml, String file) {
    Yaml reader = new Yaml(file);
    Optional<Node> root = reader.read(yaml);
    if (root.isEmpty()) {
      return NONE;
    }
    String zh = "以“waivers:”开头的列表";
    String en = "a list that begins with “waivers:”";
    Yaml.Entry list = reader.mapping(root.get(), List.of("waivers"), zh, en).get("waivers");
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

  private static Waiver waiver(Yaml reader, Node node) {
    Map<String, Yaml.Entry> keys =
        reader.mapping(
            node, KEYS, "一项豁免（finding或rule，以及reason）", "a waiver (finding or rule, and a reason)");
    Yaml.Entry finding = keys.get("finding");
    Yaml.Entry rule = keys.get("rule");
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

  private static String id(Yaml reader, Node node) {
    String zh = "问题编号（16位十六进制数字）";
    String en = "the id of a finding (16 hexadecimal digits)";
    String id = reader.text(node, zh, en);
    if (!id.matches("[0-9a-f]{16}")) {
      throw reader.expected(node, zh, en);
    }
    return id;
  }

  private static @Nullable LocalDate date(Yaml reader, Yaml.@Nullable Entry entry) {
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

  /** All of them, in the order of the file. */
  public List<Waiver> all() {
    return all;
  }

  /** The findings with those that are waived marked so. */
  public List<Finding> apply(List<Finding> findings, String source, LocalDate today) {
    if (all.isEmpty() || findings.isEmpty()) {
      return findings;
    }
    List<Finding> marked = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      marked.add(
          all.stream()
              .filter(waiver -> !waiver.isExpired(today) && waiver.speaksOf(finding, source))
              .findFirst()
              .map(waiver -> finding.waived(waiver.reason()))
              .orElse(finding));
    }
    return marked;
  }

  /** All that holds on a day, in the order of the file. */
  public String canonical(LocalDate day) {
    StringBuilder text = new StringBuilder();
    for (Waiver waiver : all) {
      if (!waiver.isExpired(day)) {
        // Its last day is of no account while it holds.
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
   * The waivers that name a result's source, and no other, and are of no use there: expired, or
   * without anything to waive. Of one that may speak of other sources too only a {@link #tally}
   * over all of them can tell.
   */
  public List<Unused> unused(Result result, LocalDate day) {
    Tally tally =
        new Tally(
            all.stream().filter(waiver -> waiver.isFor(result.source().name())).toList(), day);
    tally.add(result);
    return tally.unused();
  }

  /** Begins to count which waivers are of use; today decides which have expired. */
  public Tally tally(LocalDate today) {
    return new Tally(all, today);
  }

  /** Which waivers a run had use for. Safe for use by several threads at once. */
  public static final class Tally {
    private final List<Waiver> all;
    private final LocalDate today;
    private final BitSet used;

    private Tally(List<Waiver> all, LocalDate today) {
      this.all = all;
      this.today = today;
      this.used = new BitSet(all.size());
    }

    /** Takes a result of the run in. */
    public void add(Result result) {
      for (Finding finding : result.findings()) {
        add(result.source().name(), finding.id(), finding.rule(), finding.cells());
      }
    }

    /** Takes a finding in that a {@code result.json} of the run names. */
    public synchronized void add(String source, String id, String rule, List<String> cells) {
      for (int i = 0; i < all.size(); i++) {
        if (!used.get(i) && all.get(i).speaksOf(id, rule, cells, source)) {
          used.set(i);
        }
      }
    }

    /**
     * The waivers that are worth a word at the end of the run: expired, or without anything to
     * waive.
     */
    public synchronized List<Unused> unused() {
      List<Unused> unused = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        Waiver waiver = all.get(i);
        if (waiver.isExpired(today)) {
          unused.add(new Unused(waiver, expired(waiver)));
        } else if (!used.get(i)) {
          unused.add(new Unused(waiver, unmatched(waiver)));
        }
      }
      return unused;
    }

    private static Message expired(Waiver waiver) {
      return new Message(
          "第" + waiver.line() + "行的豁免已于" + waiver.expires() + "到期，不再生效。",
          "The waiver at line "
              + waiver.line()
              + " expired on "
              + waiver.expires()
              + " and no longer holds.");
    }

    private static Message unmatched(Waiver waiver) {
      return new Message(
          "第" + waiver.line() + "行的豁免没有对应的问题，可以删去。",
          "The waiver at line " + waiver.line() + " matches no finding and can go.");
    }
  }

  /**
   * A waiver that did nothing.
   *
   * @param waiver the waiver
   * @param why why it did nothing
   */
  public record Unused(Waiver waiver, Message why) {}
}
