package org.gongkai.report.align;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Normal;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/**
 * Columns' headings that stand beside the figures of each row, as pages for small screens have
 * them: {@code 自然人：3} in a cell, or a row of the form as a list of headings and figures.
 */
final class Captions {
  private static final int LONGEST = 24;

  /** A row of fewer columns may be anything. */
  private static final int LEAST_COLUMNS = 3;

  /** By the first of them, the keys of the headings of rows that stand below each other. */
  private static final Map<String, List<String>> FIRST = new HashMap<>();

  private static final Set<String> ALL = new HashSet<>();

  static {
    for (Edition edition : Editions.all()) {
      for (Table table : edition.tables()) {
        for (Row row : table.rows()) {
          List<String> headings =
              row.columns().stream().map(column -> Normal.key(column.label())).toList();
          ALL.addAll(headings);
          row.columns().stream()
              .flatMap(column -> column.aliases().stream())
              .map(Normal::key)
              .forEach(ALL::add);
          if (!table.sideways() && headings.size() >= LEAST_COLUMNS) {
            FIRST.putIfAbsent(headings.get(0), headings);
          }
        }
      }
    }
  }

  private static final String BEGINNINGS =
      ALL.stream().map(heading -> heading.substring(0, 1)).distinct().collect(joining());

  private Captions() {}

  /** Whether a key is that of a column's heading. */
  static boolean isHeading(String key) {
    return ALL.contains(key);
  }

  /**
   * Where the figure begins that stands in a cell or word behind its heading; its begin where none
   * does.
   */
  static int end(String text, int from, int to) {
    if (to - from > LONGEST || to == from || BEGINNINGS.indexOf(text.charAt(from)) < 0) {
      return from;
    }
    for (int i = from + 2; i < to; i++) {
      char c = text.charAt(i);
      boolean separates = c == '：' || c == ':' || c == '=';
      int behind = separates ? i + 1 : i;
      if (Figure.parse(text, behind, to).isValue()) {
        return ALL.contains(Normal.key(text, from, i)) ? behind : from;
      }
    }
    return from;
  }

  /**
   * The tokens without the headings of rows that are lists of headings and figures; a row of
   * headings with blank cells between or behind them is none.
   */
  static List<Token> taken(List<Token> tokens) {
    @Nullable List<Token> left = null;
    int i = 0;
    while (i < tokens.size()) {
      List<String> headings = tokens.get(i).isValue() ? null : FIRST.get(tokens.get(i).key());
      Entry listed = headings == null ? null : list(tokens, i, headings);
      if (listed == null) {
        if (left != null) {
          left.add(tokens.get(i));
        }
        i++;
        continue;
      }
      if (left == null) {
        left = new ArrayList<>(tokens.subList(0, i));
      }
      left.addAll(listed.figures());
      i = listed.end();
    }
    return left == null ? tokens : left;
  }

  /** The list that begins with a heading, blank where no figure stands; null where it is none. */
  private static @Nullable Entry list(List<Token> tokens, int from, List<String> headings) {
    List<Token> figures = new ArrayList<>();
    int line = tokens.get(from).line();
    int at = from;
    int filled = 0;
    for (String key : headings) {
      if (at == tokens.size() || !tokens.get(at).key().equals(key)) {
        return null;
      }
      Token heading = tokens.get(at++);
      if (at < tokens.size() && isFigureOf(heading, tokens.get(at))) {
        Token figure = tokens.get(at++);
        figures.add(inLine(figure, figure.from(), figure.figure(), line));
        filled += figure.figure().status() == Status.BLANK ? 0 : 1;
      } else {
        figures.add(inLine(heading, heading.to(), Figure.BLANK, line));
      }
    }
    return filled == 0 ? null : new Entry(figures, at);
  }

  /**
   * Whether a figure is a heading's: in a grid it stands in the same row, else it is the next's.
   */
  private static boolean isFigureOf(Token heading, Token next) {
    return next.isValue() && (!heading.grid() || next.line() == heading.line());
  }

  /** A row's figures, and the token behind them. */
  private record Entry(List<Token> figures, int end) {}

  private static Token inLine(Token token, int from, Figure figure, int line) {
    return new Token(token.text(), from, token.to(), "", figure, line, token.block(), false, 0, 1);
  }
}
