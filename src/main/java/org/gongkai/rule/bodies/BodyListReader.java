package org.gongkai.rule.bodies;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.document.charset.Charsets;
import org.gongkai.rule.IssuerMatcher;
import org.gongkai.rule.config.SettingsException;
import org.gongkai.rule.config.YamlReader;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads the list of who owes a report, as CSV in UTF-8 or GB18030 (what Excel saves) or as YAML:
 *
 * <pre>
 * 名称,别名,上级,截止日期
 * 云溪县人民政府,云溪县政府,,2025-03-31
 * 云溪县人民政府办公室,县政府办；云溪县政府办公室,云溪县人民政府,2025-01-31
 * </pre>
 *
 * <pre>
 * bodies:
 *   - name: 云溪县人民政府
 *     aliases: [云溪县政府]
 *     due: 2025-03-31
 * </pre>
 *
 * <p>Columns may also be called {@code name,aliases,parent,due}; only the name is needed. A parent
 * is named by its name or an alias, before or after it.
 */
public final class BodyListReader {
  private static final Map<String, String> COLUMNS =
      Map.of(
          "name", "name",
          "名称", "name",
          "aliases", "aliases",
          "别名", "aliases",
          "parent", "parent",
          "上级", "parent",
          "due", "due",
          "截止日期", "due");
  private static final Pattern ALIASES = Pattern.compile("[;；、]");
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})[-/.](\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日)");

  private final String file;

  private BodyListReader(String file) {
    this.file = file;
  }

  /** A body as the file describes it. */
  private record Entry(
      PositionedText name,
      List<PositionedText> aliases,
      @Nullable PositionedText parent,
      @Nullable PositionedText due) {}

  /**
   * Reads a list.
   *
   * @param bytes the file
   * @param name its name, also for error messages; {@code .yaml} and {@code .yml} are YAML, any
   *     other is CSV
   * @throws SettingsException where it is malformed, a name or alias occurs twice, a parent is
   *     unknown, a body is above itself, or a date is invalid
   */
  public static BodyList read(byte[] bytes, String name) {
    BodyListReader reader = new BodyListReader(name);
    if (bytes.length > 1
        && (bytes[0] == 'P' && bytes[1] == 'K'
            || bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF)) {
      throw reader.wrong(
          new PositionedText("", 1, 1),
          "此处应为CSV或YAML文本，却是Excel工作簿。请在Excel中另存为“CSV UTF-8（逗号分隔）”。",
          "expected CSV or YAML, found an Excel workbook; save it as “CSV UTF-8 (Comma"
              + " delimited)”.");
    }
    String text = Charsets.decode(bytes, "GB18030").text();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean yaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
    return reader.list(yaml ? reader.yaml(text) : reader.csv(text));
  }

  private BodyList list(List<Entry> entries) {
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, PositionedText> seen = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      List<PositionedText> names = new ArrayList<>();
      names.add(entries.get(i).name());
      names.addAll(entries.get(i).aliases());
      for (PositionedText field : names) {
        String key = IssuerMatcher.normalise(field.text());
        if (key.isEmpty()) {
          throw expected(field, "机关名称", "the name of a body");
        }
        Integer other = numbers.putIfAbsent(key, i);
        PositionedText first = seen.putIfAbsent(key, field);
        if (other != null && first != null && (other != i || field == entries.get(i).name())) {
          throw wrong(
              field,
              "“" + field.text() + "”已见于第" + first.line() + "行，每个名称和别名只应属于一个机关。",
              "“"
                  + field.text()
                  + "” is at line "
                  + first.line()
                  + " already; a name or alias must be of one body.");
        }
      }
    }
    List<Body> bodies = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      bodies.add(
          new Body(
              i,
              entry.name().text(),
              entry.aliases().stream().map(PositionedText::text).toList(),
              parent(entry.parent(), numbers),
              date(entry.due())));
    }
    refuseCycles(bodies, entries);
    return new BodyList(bodies);
  }

  private int parent(@Nullable PositionedText field, Map<String, Integer> numbers) {
    if (field == null) {
      return -1;
    }
    Integer parent = numbers.get(IssuerMatcher.normalise(field.text()));
    if (parent == null) {
      throw wrong(
          field,
          "上级“" + field.text() + "”不在名单中，此处应为名单中的名称或别名。",
          "the parent “" + field.text() + "” is not in the list; expected a name or alias of it.");
    }
    return parent;
  }

  private @Nullable LocalDate date(@Nullable PositionedText field) {
    if (field == null) {
      return null;
    }
    Matcher date = DATE.matcher(field.text());
    if (date.matches()) {
      boolean chinese = date.group(2) == null;
      try {
        return LocalDate.of(
            Integer.parseInt(date.group(1)),
            Integer.parseInt(date.group(chinese ? 4 : 2)),
            Integer.parseInt(date.group(chinese ? 5 : 3)));
      } catch (DateTimeException e) {
        throw expected(field, "日期，例如2025-01-31", "a date such as 2025-01-31");
      }
    }
    throw expected(field, "日期，例如2025-01-31", "a date such as 2025-01-31");
  }

  private void refuseCycles(List<Body> bodies, List<Entry> entries) {
    int[] visitedFrom = new int[bodies.size()];
    for (int start = 0; start < visitedFrom.length; start++) {
      int mark = start + 1;
      int at = start;
      while (at >= 0 && visitedFrom[at] == 0) {
        visitedFrom[at] = mark;
        at = bodies.get(at).parent();
      }
      if (at >= 0 && visitedFrom[at] == mark) {
        Entry entry = entries.get(at);
        throw wrong(
            entry.parent() == null ? entry.name() : entry.parent(),
            "“" + entry.name().text() + "”的上级关系绕回了自身，此处应为真正的上级，或留空。",
            "“" + entry.name().text() + "” is above itself; expected its real parent, or nothing.");
      }
    }
  }

  private List<Entry> csv(String text) {
    List<List<PositionedText>> lines = CsvParser.parse(text, file);
    if (lines.isEmpty()) {
      throw expected(
          new PositionedText("", 1, 1),
          "标题行“名称,别名,上级,截止日期”",
          "the header “name,aliases,parent,due”");
    }
    List<String> columns = columns(lines.get(0));
    List<Entry> entries = new ArrayList<>(lines.size());
    for (List<PositionedText> line : lines.subList(1, lines.size())) {
      Map<String, PositionedText> fields = new HashMap<>();
      for (int i = 0; i < line.size(); i++) {
        PositionedText field = line.get(i);
        if (field.isBlank()) {
          continue;
        }
        if (i >= columns.size()) {
          throw wrong(
              field,
              "这一行多于标题行的" + columns.size() + "列，含逗号的内容应当加引号。",
              "this line has more than the "
                  + columns.size()
                  + " columns of the header; quote what holds a comma.");
        }
        fields.put(columns.get(i), field);
      }
      if (fields.isEmpty()) {
        continue;
      }
      PositionedText name = fields.get("name");
      if (name == null) {
        throw wrong(line.get(0), "缺少名称。", "the name is missing.");
      }
      entries.add(
          new Entry(name, split(fields.get("aliases")), fields.get("parent"), fields.get("due")));
    }
    return entries;
  }

  private List<String> columns(List<PositionedText> header) {
    List<String> columns = new ArrayList<>();
    for (PositionedText field : header) {
      String column = COLUMNS.get(field.text().toLowerCase(Locale.ROOT));
      if (column == null || columns.contains(column)) {
        throw expected(
            field,
            "标题“名称、别名、上级、截止日期”之一，每个一次",
            "one of the columns name, aliases, parent, due, each once");
      }
      columns.add(column);
    }
    if (!columns.contains("name")) {
      throw wrong(header.get(0), "标题行缺少“名称”一列。", "the header lacks the column “name”.");
    }
    return columns;
  }

  private static List<PositionedText> split(@Nullable PositionedText field) {
    List<PositionedText> all = new ArrayList<>();
    if (field != null) {
      for (String alias : ALIASES.split(field.text())) {
        if (!alias.isBlank()) {
          all.add(new PositionedText(alias.strip(), field.line(), field.column()));
        }
      }
    }
    return all;
  }

  private List<Entry> yaml(String text) {
    YamlReader yaml = new YamlReader(file);
    Optional<Node> root = yaml.read(text);
    if (root.isEmpty()) {
      return List.of();
    }
    YamlReader.Entry list =
        yaml.mapping(
                root.get(),
                List.of("bodies"),
                "以“bodies:”开头的列表",
                "a list that begins with “bodies:”")
            .get("bodies");
    List<Entry> entries = new ArrayList<>();
    if (list != null) {
      for (Node node :
          yaml.list(list.value(), "机关的列表（每项以“- ”开头）", "a list of bodies (each begins with “- ”)")) {
        entries.add(entry(yaml, node));
      }
    }
    return entries;
  }

  private static Entry entry(YamlReader yaml, Node node) {
    Map<String, YamlReader.Entry> keys =
        yaml.mapping(
            node,
            List.of("name", "aliases", "parent", "due"),
            "一个机关（name，可加aliases、parent、due）",
            "a body (name; aliases, parent and due if need be)");
    YamlReader.Entry name = keys.get("name");
    if (name == null) {
      throw yaml.wrong(node, "缺少name（名称）。", "the name is missing.");
    }
    List<PositionedText> aliases = new ArrayList<>();
    YamlReader.Entry others = keys.get("aliases");
    if (others != null) {
      List<Node> nodes =
          others.value() instanceof SequenceNode
              ? yaml.list(others.value(), "别名的列表", "a list of aliases")
              : List.of(others.value());
      for (Node alias : nodes) {
        aliases.addAll(split(field(yaml, alias)));
      }
    }
    return new Entry(
        field(yaml, name.value()),
        aliases,
        optional(yaml, keys.get("parent")),
        optional(yaml, keys.get("due")));
  }

  private static @Nullable PositionedText optional(
      YamlReader yaml, YamlReader.@Nullable Entry entry) {
    return entry == null ? null : field(yaml, entry.value());
  }

  private static PositionedText field(YamlReader yaml, Node node) {
    Optional<Mark> mark = node.getStartMark();
    return new PositionedText(
        yaml.text(node, "文字", "text"),
        mark.map(Mark::getLine).orElse(0) + 1,
        mark.map(Mark::getColumn).orElse(0) + 1);
  }

  private SettingsException expected(PositionedText field, String zh, String en) {
    return wrong(
        field,
        "此处应为" + zh + "，却是“" + field.text() + "”。",
        "expected " + en + " here, found “" + field.text() + "”.");
  }

  private SettingsException wrong(PositionedText field, String zh, String en) {
    return new SettingsException(file, field.line(), field.column(), zh, en);
  }
}
