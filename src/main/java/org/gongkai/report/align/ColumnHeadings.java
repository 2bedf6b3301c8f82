package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * The headings printed over the columns of a row: over which cell each, and in which order. Those
 * of table IV stand under the headings of three groups.
 */
final class ColumnHeadings {
  /** No heading stands above a cell, or none can be told. */
  static final int NONE = -1;

  /** A heading that is none of the form's stands above a cell. */
  static final int OTHER = -2;

  /** No grid has more columns. */
  private static final int WIDEST = 64;

  private static final BitSet NO_COLUMNS = new BitSet();
  private static final Map<List<Column>, ColumnHeadings> ALL = all();

  /** Which columns a word heads: several where it stands once under each group. */
  private final Map<String, BitSet> names = new HashMap<>();

  /** Which columns a group has. */
  private final Map<String, BitSet> groups = new HashMap<>();

  private int size;

  private ColumnHeadings() {}

  private static Map<List<Column>, ColumnHeadings> all() {
    Map<List<Column>, ColumnHeadings> all = new IdentityHashMap<>();
    for (Edition edition : Editions.all()) {
      for (Table table : edition.tables()) {
        for (Row row : table.rows()) {
          ColumnHeadings own = new ColumnHeadings();
          own.add(row.columns());
          all.putIfAbsent(row.columns(), own);
        }
      }
    }
    return all;
  }

  /** Those of a list of columns of the form. */
  static ColumnHeadings of(List<Column> columns) {
    return Objects.requireNonNull(ALL.get(columns), "columns of no edition");
  }

  /** Those of a table whose rows stand side by side: each row's name over its columns. */
  static ColumnHeadings ofSideways(Table table) {
    ColumnHeadings all = new ColumnHeadings();
    for (Row row : table.rows()) {
      int from = all.size;
      all.add(row.columns());
      BitSet own = all.groups.computeIfAbsent(TextNormalizer.key(row.label()), key -> new BitSet());
      own.set(from, all.size);
    }
    return all;
  }

  private void add(List<Column> columns) {
    for (Column column : columns) {
      name(column.label());
      column.aliases().forEach(this::name);
      size++;
    }
  }

  private void name(String heading) {
    names.computeIfAbsent(TextNormalizer.key(heading), key -> new BitSet()).set(size);
  }

  /** The form's order of so many columns. */
  static int[] formOrder(int size) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** The first column that a word heads; {@link #NONE} for none. */
  int heads(String key) {
    BitSet columns = names.get(key);
    return columns == null ? NONE : columns.nextSetBit(0);
  }

  /** For each column the first of its headings among some words; null where there is none. */
  @Nullable Token[] printed(List<Token> words) {
    @Nullable Token[] printed = new Token[size];
    for (Token word : words) {
      int column = heads(word.key());
      if (column >= 0 && printed[column] == null) {
        printed[column] = word;
      }
    }
    return printed;
  }

  /** How many columns some words name. */
  int count(List<Token> words) {
    BitSet found = new BitSet();
    for (Token word : words) {
      found.or(names.getOrDefault(word.key(), NO_COLUMNS));
    }
    return found.cardinality();
  }

  /**
   * For each column of a grid the column of the form that its headings name, spans counted; empty
   * where not every column has its heading.
   */
  int[] over(List<Token> headings) {
    if (count(headings) < size) {
      return new int[0];
    }
    @Nullable BitSet[] named = new BitSet[WIDEST];
    @Nullable BitSet[] grouped = new BitSet[WIDEST];
    BitSet lines = new BitSet();
    for (Token heading : headings) {
      if (heading.grid()) {
        cover(named, heading, names.get(heading.key()));
        cover(grouped, heading, groups.get(heading.key()));
        lines.set(heading.line(), names.containsKey(heading.key()) || lines.get(heading.line()));
      }
    }
    int[] over = new int[WIDEST];
    Arrays.setAll(over, x -> column(named[x], grouped[x]));
    for (Token heading : headings) {
      boolean other = heading.grid() && lines.get(heading.line()) && heading.key().length() >= 2;
      for (int x = heading.x(); x < Math.min(heading.end(), WIDEST) && other; x++) {
        over[x] = named[x] == null ? OTHER : over[x];
      }
    }
    return over;
  }

  private static void cover(@Nullable BitSet[] columns, Token heading, @Nullable BitSet own) {
    for (int x = heading.x(); x < Math.min(heading.end(), WIDEST) && own != null; x++) {
      columns[x] = own;
    }
  }

  /** The column that has one of some names, in one of some groups. */
  private static int column(@Nullable BitSet named, @Nullable BitSet grouped) {
    if (named == null) {
      return NONE;
    }
    BitSet both = (BitSet) named.clone();
    if (both.cardinality() > 1 && grouped != null) {
      both.and(grouped);
    }
    return both.cardinality() == 1 ? both.nextSetBit(0) : NONE;
  }

  /**
   * For each cell of a row the column whose heading stands above it.
   *
   * @param heads what {@link #over(List)} gives
   */
  static int[] over(List<Token> cells, int[] heads) {
    return cells.stream()
        .mapToInt(cell -> cell.x() < heads.length ? heads[cell.x()] : NONE)
        .toArray();
  }

  /** The order of the columns that a line shows which names each of them once; null for none. */
  int @Nullable [] order(List<Token> words) {
    Map<Integer, List<Integer>> lines = new LinkedHashMap<>();
    for (Token word : words) {
      int column = heads(word.key());
      if (column >= 0) {
        lines.computeIfAbsent(word.line(), line -> new ArrayList<>()).add(column);
      }
    }
    for (List<Integer> line : lines.values()) {
      int @Nullable [] order = order(line.stream().mapToInt(Integer::intValue).toArray(), size);
      if (order != null) {
        return order;
      }
    }
    return null;
  }

  /** The order that the headings over the cells of a row show; null where they do not show one. */
  static int @Nullable [] order(int[] over, int columns) {
    int[] order = Arrays.stream(over).filter(column -> column >= 0).toArray();
    boolean whole = order.length == columns && Arrays.stream(order).distinct().count() == columns;
    return whole ? order : null;
  }

  /**
   * Whether the names of columns and groups among some words come in the form's order. Names that
   * are not all there, since some are in pieces, tell no other order.
   */
  boolean areInOrder(List<Token> words) {
    int[] found = words.stream().mapToInt(word -> heads(word.key())).filter(i -> i >= 0).toArray();
    int[] once = Arrays.stream(found).distinct().sorted().toArray();
    boolean whole = once.length > 0 && once.length * Math.max(1, groups.size()) == size;
    boolean ordered = true;
    for (int i = 0; i < found.length && whole; i++) {
      ordered &= found[i] == once[i % once.length];
      int times = i;
      whole =
          Arrays.stream(found).filter(each -> each == found[times]).count() * once.length
              == found.length;
    }
    int[] named =
        words.stream()
            .map(word -> groups.getOrDefault(word.key(), NO_COLUMNS))
            .mapToInt(BitSet::length)
            .filter(end -> end > 0)
            .toArray();
    return (ordered || !whole) && Arrays.equals(named, Arrays.stream(named).sorted().toArray());
  }

  /** Whether all groups are named among some words. */
  boolean areGroupsNamed(List<Token> words) {
    Set<String> keys = words.stream().map(Token::key).collect(Collectors.toSet());
    return keys.containsAll(groups.keySet());
  }
}
