package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.text.Ascii;
import org.gongkai.text.LongestCommonSubsequence;
import org.gongkai.text.TextNormalizer;

/**
 * The labels of a table's rows, made ready for matching: exactly first, then with characters lost
 * or in pieces.
 */
public final class RowLabels {
  /** How like a label something must be to be taken for it at all. */
  static final double LEAST = 0.6;

  /** A key that ends in a label is longer than most words. */
  static final int LEAST_ENDED = 6;

  /** A shorter label may stand at the end of anything. */
  private static final int LEAST_CORE = 4;

  /** A label's first clause is at least so long where it is told by it. */
  private static final int LEAST_CLAUSE = 10;

  /** How like its label a short one with a character lost is. */
  private static final double DAMAGED = 0.85;

  private static final int SHORT = 4;

  private static final String NUMERALS = "一二三四五六七八九十";

  /** How like a row's label the last words before some figures must be, taken alone. */
  private static final double ALONE = 0.8;

  private static final int LONGEST_SUFFIX = 100;
  private static final int MOST_PIECES = 6;

  private static final int[] NO_HITS = {};

  private final Table table;
  private final String[] keys;
  private final String[] cores;
  private final Set<String> parents = new HashSet<>();
  private final Map<String, Match> exact = new HashMap<>();
  private final Bigrams bigrams = new Bigrams();
  private final Bigrams endings = new Bigrams();
  private final int[] bigramCounts;
  private int longestExact;

  RowLabels(Table table) {
    this.table = table;
    int rows = table.rows().size();
    keys = new String[rows];
    cores = new String[rows];
    bigramCounts = new int[rows];
    for (int i = 0; i < rows; i++) {
      Row row = table.rows().get(i);
      keys[i] = TextNormalizer.key(row.label());
      row.parents().forEach(parent -> parents.add(TextNormalizer.key(parent)));
      cores[i] = core(row.label());
      endings.add(cores[i], cores[i].length() - 2, i);
      add(keys[i], i, 1.0);
      add(cores[i], i, 0.95);
      add(TextNormalizer.key(beforeBracket(row.label())), i, 0.95);
      add(core(beforeBracket(row.label())), i, 0.9);
      String clause = firstClause(row.label());
      add(TextNormalizer.key(clause), i, 0.95);
      add(core(clause), i, 0.9);
      for (String alias : row.aliases()) {
        add(TextNormalizer.key(alias), i, 0.95);
        add(core(alias), i, 0.9);
      }
      bigrams.addAll(keys[i], i);
      bigramCounts[i] = Math.max(1, keys[i].length() - 1);
    }
    for (int i = 0; i < rows; i++) {
      if (isShort(i)) {
        damage(i);
      }
    }
  }

  /** Whether a label is so short that with a character lost little is left to tell it by. */
  private boolean isShort(int row) {
    return keys[row].length() <= SHORT && cores[row].length() >= 2;
  }

  /** Takes a short label with one of its characters lost for it, unless it may be another's. */
  private void damage(int row) {
    String key = keys[row];
    boolean numbered = !key.equals(cores[row]);
    for (int lost = numbered ? 1 : 0; lost < key.length(); lost++) {
      String left = key.substring(0, lost) + key.substring(lost + 1);
      if (left.length() > (numbered ? 1 : 2)) {
        Match other = exact.get(left);
        if (other == null) {
          exact.put(left, new Match(row, DAMAGED));
        } else if (other.row() != row && other.likeness() == DAMAGED) {
          exact.put(left, new Match(row, 0));
        }
      }
    }
    exact.values().removeIf(match -> match.likeness() == 0);
  }

  /** A row and how like its label something is, 0 to 1. */
  record Match(int row, double likeness) {}

  Table table() {
    return table;
  }

  /** The row whose label has exactly this key, with its number or without; null for none. */
  @org.jspecify.annotations.Nullable
  Match exact(String key) {
    return key.length() > longestExact ? null : exact.get(key);
  }

  /**
   * Adds the keys that are a row's label beyond doubt, and the last pairs of those that end in one
   * ({@link #endsInLabel}).
   */
  void addTo(Set<String> labels, Bigrams ends) {
    exact.forEach(
        (key, match) -> {
          if (match.likeness() >= 1 || match.likeness() == DAMAGED || key.length() > 2) {
            labels.add(key);
          }
        });
    for (String core : cores) {
      if (core.length() >= LEAST_CORE) {
        ends.add(core, core.length() - 2, 0);
      }
    }
  }

  /** Adds the keys of the labels that the form numbers, without their numbers. */
  void addNumberedTo(Set<String> labels) {
    for (int i = 0; i < cores.length; i++) {
      if (!cores[i].equals(keys[i])) {
        labels.add(cores[i]);
      }
    }
  }

  /**
   * Whether a key of at least {@value #LEAST_ENDED} characters is a row's label beyond doubt
   * because it ends in one: a group's label and its own.
   */
  boolean endsInLabel(String key) {
    for (long left = endings.atEnd(key); left != 0; left &= left - 1) {
      String core = cores[Long.numberOfTrailingZeros(left)];
      if (core.length() >= LEAST_CORE && key.endsWith(core)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the key can hardly be anything but a row's label, some characters lost. */
  boolean isDamagedLabel(String key) {
    return key.length() >= 3 && !tolerant(key, 0.8).isEmpty();
  }

  /** The rows whose label the words before some figures may be, best first. */
  List<Match> find(List<Token> labels) {
    String tail = "";
    int taken = 0;
    for (int i = labels.size() - 1; i >= 0 && taken < MOST_PIECES; i--) {
      String key = labels.get(i).key();
      if (key.isEmpty()) {
        continue;
      }
      tail = tail.isEmpty() ? key : key + tail;
      if (tail.length() > longestExact) {
        break;
      }
      taken++;
      Match match = exact.get(tail);
      if (match != null) {
        return List.of(match);
      }
    }
    String bare = labels.isEmpty() ? "" : withoutNumber(labels.get(labels.size() - 1));
    Match numbered = bare.isEmpty() ? null : exact.get(bare);
    if (numbered != null) {
      return List.of(numbered);
    }
    Match explained = labels.isEmpty() ? null : explained(labels.get(labels.size() - 1).printed());
    if (explained != null) {
      return List.of(explained);
    }
    String words = words(labels);
    if (words.length() < 2) {
      return List.of();
    }
    List<Match> found = new ArrayList<>();
    // Only what has the last two characters of the words can end them, whole or begun.
    for (long left = bigrams.atEnd(words); left != 0; left &= left - 1) {
      int row = Long.numberOfTrailingZeros(left);
      if (cores[row].length() >= LEAST_CORE && words.endsWith(cores[row])) {
        return List.of(new Match(row, 0.92));
      }
      double begun = begun(words, row);
      if (begun > 0) {
        found.add(new Match(row, begun));
      }
    }
    found.addAll(tolerant(words, LEAST));
    String last = labels.get(labels.size() - 1).key();
    if (found.isEmpty() || last.length() < words.length() && last.length() >= 3) {
      found.addAll(tolerant(last, ALONE));
    }
    return found;
  }

  /** The row whose label is explained in brackets: {@code 规章（设区的市应提供）}. */
  private @org.jspecify.annotations.Nullable Match explained(String printed) {
    int bracket = Math.max(printed.indexOf('（', 2), printed.indexOf('(', 2));
    return bracket < 0 ? null : exact.get(TextNormalizer.key(printed.substring(0, bracket)));
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
    return words.length() <= LONGEST_SUFFIX
        ? words.toString()
        : words.substring(words.length() - LONGEST_SUFFIX);
  }

  /**
   * How much of a label stands at the end of the words, its rest cut off by the figures; 0 for less
   * than 4 characters.
   */
  private double begun(String words, int row) {
    return Math.max(begun(words, cores[row], 4), begun(words, keys[row], 3));
  }

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
    int most = Math.min(words.length(), 2 * keys[row].length());
    String last = words.substring(words.length() - most);
    return (double) LongestCommonSubsequence.length(last, keys[row]) / keys[row].length();
  }

  /** Whether a row's label begins with a piece, be it its number alone. */
  boolean isBeginOf(String piece, int row) {
    return !piece.isEmpty() && keys[row].startsWith(piece);
  }

  /** Whether a row's label ends with a piece, be it one character. */
  boolean isEndOf(String piece, int row) {
    return !piece.isEmpty() && keys[row].endsWith(piece);
  }

  /**
   * Whether a piece stands within a row's label, so that it may be the rest of one that was cut.
   */
  boolean isPieceOf(String piece, int row) {
    return piece.length() >= 1 && keys[row].contains(piece);
  }

  /** Whether a key is a piece of a label that stands beside several rows. */
  boolean isPieceOfParent(String key) {
    return parents.stream().anyMatch(parent -> parent.contains(key));
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
    if (any == 0) {
      return List.of();
    }
    List<Match> found = new ArrayList<>();
    for (long left = any; left != 0; left &= left - 1) {
      int row = Long.numberOfTrailingZeros(left);
      // A character lost within a label of four leaves one pair of three.
      boolean mayBe =
          hits[row] * 5 >= bigramCounts[row] * 2 || hits[row] > 0 && bigramCounts[row] <= 3;
      if (mayBe && mostLikeness(words, keys[row]) >= least) {
        double likeness = likeness(words, keys[row]);
        if (likeness >= least) {
          found.add(new Match(row, Math.min(0.89, likeness)));
        }
      }
    }
    return found;
  }

  /**
   * The share of a label that stands, in order, at the end of the words, less what else stands
   * there.
   */
  private static double likeness(String words, String label) {
    String tail =
        words.length() > label.length() + 2
            ? words.substring(words.length() - label.length() - 2)
            : words;
    int common = LongestCommonSubsequence.length(tail, label);
    return 0.75 * common / label.length() + 0.25 * common / tail.length();
  }

  /** What {@link #likeness} is at most, by the lengths alone. */
  private static double mostLikeness(String words, String label) {
    int tail = Math.min(words.length(), label.length() + 2);
    int common = Math.min(tail, label.length());
    return 0.75 * common / label.length() + 0.25 * common / tail;
  }

  private void add(String key, int row, double likeness) {
    if (key.length() >= 2) {
      exact.putIfAbsent(key, new Match(row, likeness));
      longestExact = Math.max(longestExact, key.length());
    }
  }

  /** A label's key without its number: {@code 1.属于国家秘密} gives {@code 属于国家秘密}. */
  static String core(String label) {
    int at = 0;
    int length = label.length();
    if (at < length && (label.charAt(at) == '（' || label.charAt(at) == '(')) {
      at++;
    }
    int digits = at;
    while (digits < length
        && (Ascii.isDigit(label.charAt(digits)) || NUMERALS.indexOf(label.charAt(digits)) >= 0)) {
      digits++;
    }
    boolean number = digits > at && digits < length && "）)、.．".indexOf(label.charAt(digits)) >= 0;
    return TextNormalizer.key(number ? label.substring(digits + 1) : label);
  }

  /**
   * The key of a label behind a number, which need not be the form's: a list's numbers run on.
   * Empty for a label without a number.
   */
  static String withoutNumber(Token label) {
    String key = label.key();
    int digits = 0;
    while (digits < key.length() && digits < 3 && Ascii.isDigit(key.charAt(digits))) {
      digits++;
    }
    if (digits > 0) {
      return digits < 3 ? key.substring(digits) : "";
    }
    boolean numeral = !key.isEmpty() && NUMERALS.indexOf(key.charAt(0)) >= 0;
    String core = numeral ? core(label.printed()) : key;
    return core.length() < key.length() ? core : "";
  }

  /** A long label's first clause, which many print alone; the label where it has none. */
  private static String firstClause(String label) {
    int comma = label.indexOf('、', LEAST_CLAUSE);
    return comma < 0 ? label : label.substring(0, comma);
  }

  /** A label without the remark in brackets behind it. */
  private static String beforeBracket(String label) {
    int bracket = label.lastIndexOf('（');
    return bracket > 2 ? label.substring(0, bracket) : label;
  }
}
