package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.text.Ascii;
import org.gongkai.text.LongestCommonSubsequence;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a table's rows, made ready for matching: exactly first, then with characters lost
 * or in pieces.
 */
final class RowLabels {
  /** How like a label something must be to be taken for it at all. */
  private static final double LEAST = 0.6;

  /** How like a label something is that has lost some of it. */
  private static final double DAMAGED = 0.8;

  /** How like a label is what has no number before it. */
  private static final double WITHOUT_NUMBER = 0.95;

  /** So much of a label must stand before the figures that cut it off; its number tells some. */
  private static final int LEAST_BEGUN = 4;

  /** A label's first clause is at least so long where it is told by it. */
  private static final int LEAST_CLAUSE = 10;

  /** A bracket before this index belongs to the label's number: {@code （一）}. */
  private static final int AFTER_NUMBER = 2;

  private static final int LONGEST_SUFFIX = 100;
  private static final String NUMERALS = "一二三四五六七八九十";
  private static final int[] NO_HITS = {};
  private static final Map<Table, RowLabels> ALL = new IdentityHashMap<>();

  /** The keys that are some row's label beyond doubt. */
  private static final Set<String> LABELS = new HashSet<>();

  static {
    for (Edition edition : Editions.all()) {
      for (Table table : edition.tables()) {
        if (!table.sideways() && !ALL.containsKey(table)) {
          RowLabels labels = new RowLabels(table);
          ALL.put(table, labels);
          labels.exact.forEach(
              (key, match) -> {
                // Two characters without a number, such as 总计, may be anything.
                if (match.likeness() >= 1 || key.length() > 2) {
                  LABELS.add(key);
                }
              });
        }
      }
    }
  }

  /** The last two headings of table IV; the last alone may be the label of a row of table III. */
  private static final List<String> REMEDY_HEADINGS = remedyHeadings();

  private final Table table;
  private final String[] keys;
  private final String[] cores;
  private final Map<String, Match> exact = new HashMap<>();
  private final Bigrams bigrams = new Bigrams();
  private final int[] bigramCounts;

  private RowLabels(Table table) {
    this.table = table;
    int rows = table.rows().size();
    keys = new String[rows];
    cores = new String[rows];
    bigramCounts = new int[rows];
    for (int i = 0; i < rows; i++) {
      Row row = table.rows().get(i);
      keys[i] = TextNormalizer.key(row.label());
      cores[i] = core(row.label());
      add(row.label(), i, 1.0);
      add(withoutExplanation(row.label()), i, 0.95);
      add(firstClause(row.label()), i, 0.95);
      for (String alias : row.aliases()) {
        add(alias, i, 0.95);
      }
      bigrams.addAll(keys[i], i);
      bigramCounts[i] = Math.max(1, keys[i].length() - 1);
    }
  }

  /** Those of a table whose rows stand below each other. */
  static RowLabels of(Table table) {
    return Objects.requireNonNull(ALL.get(table), "no such table");
  }

  /** Whether a token is some row's label beyond doubt. */
  static boolean isLabel(Token token) {
    return LABELS.contains(token.key());
  }

  /** Whether a token can hardly be anything but a row's label, some characters lost. */
  static boolean isDamagedLabel(Token token) {
    return token.key().length() > 2
        && ALL.values().stream().anyMatch(each -> !each.tolerant(token.key(), DAMAGED).isEmpty());
  }

  /** Takes a label with its number and without. */
  private void add(String label, int row, double likeness) {
    exact.putIfAbsent(TextNormalizer.key(label), new Match(row, likeness));
    exact.putIfAbsent(core(label), new Match(row, likeness * WITHOUT_NUMBER));
  }

  /** A row and how like its label something is, 0 to 1. */
  record Match(int row, double likeness) {}

  Table table() {
    return table;
  }

  /** The row whose label has exactly this key, with its number or without; null for none. */
  @Nullable Match exact(String key) {
    return exact.get(key);
  }

  /** The rows whose label the words before some figures may be. */
  List<Match> find(List<Token> labels) {
    int last = labels.size() - 1;
    if (last > 0
        && labels.get(last).key().equals(REMEDY_HEADINGS.get(1))
        && labels.get(last - 1).key().equals(REMEDY_HEADINGS.get(0))) {
      return List.of();
    }
    Match match = last < 0 ? null : exact(labels.get(last));
    if (match != null) {
      return List.of(match);
    }
    String words = words(labels);
    if (words.length() < 2) {
      return List.of();
    }
    List<Match> found = tolerant(words, LEAST);
    // Only what has the last two characters of the words can be begun by them.
    for (long left = bigrams.atEnd(words); left != 0; left &= left - 1) {
      int row = Long.numberOfTrailingZeros(left);
      double begun =
          Math.max(begun(words, cores[row], LEAST_BEGUN), begun(words, keys[row], LEAST_BEGUN - 1));
      if (begun > 0) {
        found.add(new Match(row, begun));
      }
    }
    return found;
  }

  private static List<String> remedyHeadings() {
    List<Column> columns = Editions.all().get(0).table(Edition.REMEDIES).rows().get(0).columns();
    return columns.subList(columns.size() - 2, columns.size()).stream()
        .map(column -> TextNormalizer.key(column.label()))
        .toList();
  }

  /** The row with this label, also where an explanation in brackets follows it. */
  private @Nullable Match exact(Token label) {
    Match match = exact.get(label.key());
    String alone = withoutExplanation(label.printed());
    return match != null || alone.length() == label.printed().length()
        ? match
        : exact.get(TextNormalizer.key(alone));
  }

  /** The last hundred characters of the keys of some labels. */
  static String words(List<Token> labels) {
    StringBuilder words = new StringBuilder();
    int from = labels.size();
    int length = 0;
    while (from > 0 && length < LONGEST_SUFFIX) {
      from--;
      length += labels.get(from).key().length();
    }
    for (int i = from; i < labels.size(); i++) {
      words.append(labels.get(i).key());
    }
    return words.substring(Math.max(0, words.length() - LONGEST_SUFFIX));
  }

  /** How like a label its beginning at the end of the words is, the rest cut off by the figures. */
  private static double begun(String words, String label, int least) {
    for (int length = Math.min(label.length() - 1, words.length()); length >= least; length--) {
      if (words.regionMatches(words.length() - length, label, 0, length)) {
        return 0.6 + 0.3 * length / label.length();
      }
    }
    return 0;
  }

  /** How much of a row's label the last of some words have in order. */
  double share(String words, int row) {
    String last = words.substring(Math.max(0, words.length() - 2 * keys[row].length()));
    return (double) LongestCommonSubsequence.length(last, keys[row]) / keys[row].length();
  }

  private List<Match> tolerant(String words, double least) {
    int[] hits = NO_HITS;
    long any = 0;
    for (int at = 0; at + 1 < words.length(); at++) {
      long rows = bigrams.at(words, at);
      if (rows != 0 && any == 0) {
        hits = new int[keys.length];
      }
      any |= rows;
      for (long left = rows; left != 0; left &= left - 1) {
        hits[Long.numberOfTrailingZeros(left)]++;
      }
    }
    List<Match> found = new ArrayList<>(2);
    for (long left = any; left != 0; left &= left - 1) {
      int row = Long.numberOfTrailingZeros(left);
      // A character lost within a label of four leaves one pair of three.
      boolean mayBe = hits[row] * 5 >= bigramCounts[row] * 2 || bigramCounts[row] <= 3;
      double likeness = mayBe ? likeness(words, keys[row]) : 0;
      if (likeness >= least) {
        found.add(new Match(row, Math.min(0.89, likeness)));
      }
    }
    return found;
  }

  /**
   * The share of a label that stands, in order, at the end of the words, less what else stands
   * there.
   */
  private static double likeness(String words, String label) {
    String tail = words.substring(Math.max(0, words.length() - label.length() - 2));
    int common = LongestCommonSubsequence.length(tail, label);
    return 0.75 * common / label.length() + 0.25 * common / tail.length();
  }

  /** A label's key without its number: {@code 1.属于国家秘密} gives {@code 属于国家秘密}. */
  static String core(String label) {
    int at = label.startsWith("（") || label.startsWith("(") ? 1 : 0;
    int digits = at;
    while (digits < label.length()
        && (Ascii.isDigit(label.charAt(digits)) || NUMERALS.indexOf(label.charAt(digits)) >= 0)) {
      digits++;
    }
    boolean number =
        digits > at && digits < label.length() && "）)、.．".indexOf(label.charAt(digits)) >= 0;
    return TextNormalizer.key(number ? label.substring(digits + 1) : label);
  }

  /** A long label's first clause, which many print alone; the label where it has none. */
  private static String firstClause(String label) {
    int comma = label.indexOf('、', LEAST_CLAUSE);
    return comma < 0 ? label : label.substring(0, comma);
  }

  /**
   * A label up to the first bracket that opens behind its number: {@code 规章（设区的市应提供）} gives {@code
   * 规章}.
   */
  private static String withoutExplanation(String label) {
    int wide = label.indexOf('（', AFTER_NUMBER);
    int narrow = label.indexOf('(', AFTER_NUMBER);
    int first = wide < 0 || narrow < 0 ? Math.max(wide, narrow) : Math.min(wide, narrow);
    return first < 0 ? label : label.substring(0, first);
  }
}
