package org.gongkai.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All rules as data: id, severity, messages in Chinese and English, legal basis and remedy.
 *
 * <p>Use {@link #standard()}; {@link #find} finds a rule, {@link #nearest} suggests an id for a
 * mistyped one.
 */
public final class Catalogue {
  /** The catalogue's files, in the order of the documentation. */
  private static final List<String> FILES =
      List.of("document", "tables", "years", "narrative", "content", "bodies");

  private static final List<String> FIELDS =
      List.of(
          "severity",
          "title.zh",
          "title.en",
          "message.zh",
          "message.en",
          "basis.zh",
          "basis.en",
          "remedy.zh",
          "remedy.en");

  private static final Catalogue STANDARD = load();

  private final Map<String, Entry> entries;

  private Catalogue(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** The catalogue that ships with Gongkai. */
  public static Catalogue standard() {
    return STANDARD;
  }

  /** All rules, by group. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** The rule with an id. */
  public Optional<Entry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /**
   * The rule with an id.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Entry entry(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalArgumentException("no rule " + id + " in the catalogue");
    }
    return entry;
  }

  /** The known id with the least edit distance to an unknown one. */
  public String nearest(String id) {
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String known : entries.keySet()) {
      int distance = EditDistance.distance(id, known);
      if (distance < least) {
        least = distance;
        nearest = known;
      }
    }
    return nearest;
  }

  private static Catalogue load() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String file : FILES) {
      Map<String, Map<String, String>> rules = new LinkedHashMap<>();
      read(file + ".properties")
          .forEach(
              (key, value) -> {
                String field = field(key);
                String id = key.substring(0, key.length() - field.length() - 1);
                rules.computeIfAbsent(id, k -> new LinkedHashMap<>()).put(field, value);
              });
      rules.forEach(
          (id, fields) -> {
            Entry entry = Entry.of(id, file, entries.size(), fields);
            if (entries.put(id, entry) != null) {
              throw new IllegalStateException("rule " + id + " is in the catalogue twice");
            }
          });
    }
    return new Catalogue(Collections.unmodifiableMap(entries));
  }

  private static String field(String key) {
    for (String field : FIELDS) {
      if (key.endsWith('.' + field)) {
        return field;
      }
    }
    throw new IllegalStateException("the catalogue has no such field: " + key);
  }

  private static Map<String, String> read(String name) {
    Map<String, String> inOrder = new LinkedHashMap<>();
    Properties properties =
        new Properties() {
          @Override
          public synchronized @Nullable Object put(Object key, Object value) {
            if (inOrder.put((String) key, (String) value) != null) {
              throw new IllegalStateException(key + " is in the catalogue twice");
            }
            return null;
          }
        };
    try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the catalogue " + name + " is missing from the jar");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inOrder;
  }

  /** A rule as the catalogue describes it. */
  public static final class Entry {
    private final String id;
    private final String group;
    private final int order;
    private final Severity severity;
    private final Message title;
    private final MessageTemplate messageZh;
    private final MessageTemplate messageEn;
    private final Message basis;
    private final Message remedy;

    private Entry(String id, String group, int order, Map<String, String> fields) {
      this.id = id;
      this.group = group;
      this.order = order;
      this.severity = severity(fields.getOrDefault("severity", ""), id);
      this.title = both(fields, "title");
      Message message = both(fields, "message");
      this.messageZh = new MessageTemplate(message.zh());
      this.messageEn = new MessageTemplate(message.en());
      this.basis = both(fields, "basis");
      this.remedy = both(fields, "remedy");
    }

    private static Entry of(String id, String group, int order, Map<String, String> fields) {
      Set<String> missing = new TreeSet<>(FIELDS);
      missing.removeAll(fields.keySet());
      if (!missing.isEmpty()) {
        throw new IllegalStateException("rule " + id + " lacks " + missing + " in the catalogue");
      }
      return new Entry(id, group, order, fields);
    }

    private static Severity severity(String name, String id) {
      for (Severity severity : Severity.values()) {
        if (severity.key().equals(name)) {
          return severity;
        }
      }
      throw new IllegalStateException("rule " + id + " has no such severity: " + name);
    }

    private static Message both(Map<String, String> fields, String field) {
      return new Message(
          fields.getOrDefault(field + ".zh", ""), fields.getOrDefault(field + ".en", ""));
    }

    /** Its id: {@code requests.row-total}. */
    public String id() {
      return id;
    }

    /**
     * Its group: {@code document}, {@code tables}, {@code years}, {@code narrative}, {@code
     * content} or {@code bodies}.
     */
    public String group() {
      return group;
    }

    /** Its severity unless configured otherwise. */
    public Severity severity() {
      return severity;
    }

    /** Its title. */
    public Message title() {
      return title;
    }

    /**
     * Its message, with arguments in braces and optional parts in square brackets; see {@link
     * MessageTemplate}.
     */
    public Message template() {
      return new Message(messageZh.toString(), messageEn.toString());
    }

    /** The notice or article that it is based on. */
    public Message basis() {
      return basis;
    }

    /** What to do about a finding; the end of every message. */
    public Message remedy() {
      return remedy;
    }

    int order() {
      return order;
    }

    /**
     * The message of one finding.
     *
     * @param zh the arguments of the message, in Chinese
     * @param en the same in English
     * @param how the remedy: {@link #remedy}, or one that fits better
     */
    public Message message(Map<String, String> zh, Map<String, String> en, Message how) {
      return new Message(messageZh.fill(zh) + how.zh(), messageEn.fill(en) + ' ' + how.en());
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /** Only for the documentation and its test: the order of the groups. */
  static List<String> groups() {
    return new ArrayList<>(FILES);
  }
}
