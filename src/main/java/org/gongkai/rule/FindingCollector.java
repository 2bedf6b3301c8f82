package org.gongkai.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.document.Position;
import org.gongkai.form.Cell;
import org.gongkai.report.Where;
import org.gongkai.rule.config.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Collects what rules find in one report.
 *
 * <pre>{@code
 * findings.add("cell.negative").at(reading.where()).cell(cell).actual(value).with("figure", value.toPlainString());
 * }</pre>
 */
public final class FindingCollector {
  private static final Comparator<Draft> DOCUMENT_ORDER =
      Comparator.comparingInt(Draft::page)
          .thenComparingInt(Draft::line)
          .thenComparingInt(Draft::column)
          .thenComparingInt(draft -> draft.entry.order())
          .thenComparingInt(draft -> draft.firstCell)
          .thenComparing(Draft::identity);

  private final Catalogue catalogue;
  private final Configuration configuration;
  private final List<Draft> drafts = new ArrayList<>(0);

  FindingCollector(Catalogue catalogue, Configuration configuration) {
    this.catalogue = catalogue;
    this.configuration = configuration;
  }

  /** Whether a rule is switched on: an expensive check may ask first. */
  public boolean wants(String rule) {
    return !configuration.isOff(rule);
  }

  /** The share, 0 to 1, from which a rule reports; 0 for a rule without threshold. */
  public double threshold(String rule) {
    return configuration.threshold(rule);
  }

  /**
   * Adds a finding; complete it on the draft that is returned.
   *
   * @param rule an id of the catalogue
   * @throws IllegalArgumentException for an unknown rule
   */
  public Draft add(String rule) {
    Draft draft = new Draft(catalogue.entry(rule));
    if (wants(rule)) {
      drafts.add(draft);
    }
    return draft;
  }

  /**
   * All findings: first those without a position (about the whole document or something missing) in
   * the catalogue's order, then the others by position.
   */
  List<Finding> finish() {
    if (drafts.isEmpty()) {
      return List.of();
    }
    if (drafts.size() > 1) {
      drafts.sort(DOCUMENT_ORDER);
    }
    Map<String, Integer> seen = new HashMap<>();
    List<Finding> findings = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      int before = seen.merge(draft.identity(), 1, Integer::sum) - 1;
      findings.add(draft.finding(configuration, before));
    }
    return findings;
  }

  /** An unfinished finding. */
  public static final class Draft {
    private final Catalogue.Entry entry;
    private final Map<String, String> zh = new LinkedHashMap<>();
    private final Map<String, String> en = new LinkedHashMap<>();
    private final List<String> cells = new ArrayList<>();
    private Where where = Where.DOCUMENT;
    private int firstCell = -1;
    private @Nullable BigDecimal expected;
    private @Nullable BigDecimal actual;
    private @Nullable Position position;
    private boolean positioned;
    private @Nullable String identity;
    private Message remedy;

    private Draft(Catalogue.Entry entry) {
      this.entry = entry;
      this.remedy = entry.remedy();
    }

    /** Sets the place. */
    public Draft at(Where at) {
      where = at;
      return this;
    }

    /** Adds a cell concerned. */
    public Draft cell(Cell cell) {
      if (cells.isEmpty()) {
        firstCell = cell.index();
      }
      cells.add(cell.path());
      return this;
    }

    /** Adds cells concerned, in order. */
    public Draft cells(Iterable<Cell> all) {
      all.forEach(this::cell);
      return this;
    }

    /** Sets the computed figure. */
    public Draft expected(@Nullable BigDecimal figure) {
      expected = figure;
      return this;
    }

    /** Sets the stated figure. */
    public Draft actual(@Nullable BigDecimal figure) {
      actual = figure;
      return this;
    }

    /** Replaces the rule's remedy. */
    public Draft remedy(Message other) {
      remedy = other;
      return this;
    }

    /** Adds an argument of the message that is the same in both languages. */
    public Draft with(String name, String value) {
      return with(name, value, value);
    }

    /** Adds an argument of the message. */
    public Draft with(String name, String inChinese, String inEnglish) {
      zh.put(name, inChinese);
      en.put(name, inEnglish);
      return this;
    }

    private int page() {
      return position() == null ? 0 : position().page();
    }

    private int line() {
      return position() == null ? 0 : position().line();
    }

    private int column() {
      return position() == null ? 0 : position().column();
    }

    private @Nullable Position position() {
      if (!positioned) {
        position = where.position();
        positioned = true;
      }
      return position;
    }

    /** What identifies it from run to run; hashed, it is the finding's id. */
    private String identity() {
      if (identity == null) {
        StringBuilder all = new StringBuilder(entry.id());
        for (String cell : cells) {
          all.append('\n').append(cell);
        }
        if (expected != null || actual != null) {
          all.append('\n').append(plain(expected)).append('\n').append(plain(actual));
        } else {
          all.append('\n').append(where.excerpt());
        }
        identity = all.toString();
      }
      return identity;
    }

    private Finding finding(Configuration configuration, int before) {
      String what = before == 0 ? identity() : identity() + '\n' + before;
      return new Finding(
          Sha256.of(what),
          entry.id(),
          configuration.severity(entry),
          entry.message(zh, en, remedy),
          cells,
          expected,
          actual,
          where,
          null);
    }

    private static String plain(@Nullable BigDecimal figure) {
      return figure == null ? "" : figure.stripTrailingZeros().toPlainString();
    }
  }
}
