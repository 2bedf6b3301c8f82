package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.LooseRow;
import org.gongkai.report.Reading;
import org.gongkai.report.Status;
import org.gongkai.report.section.Sections;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the tables of a document with the form: the form is known, so what is there is aligned
 * with it.
 */
public final class Aligner {
  private static final Vocabulary VOCABULARY = new Vocabulary();
  private static final int LEAST_ROWS = 3;
  private static final Map<Table, Set<String>> WORDS = words();

  private final Document document;
  private final List<Block> blocks;
  private final List<Token> tokens;
  private final List<Unit> units;

  private Aligner(Document document) {
    this.document = document;
    this.blocks = Rejoined.of(Dissolved.of(document.blocks()));
    this.tokens = Tokens.of(blocks);
    this.units = Units.of(tokens, VOCABULARY);
  }

  /** Finds the tables of the form in a document. */
  public static Alignment align(Document document) {
    return new Aligner(document).align();
  }

  private Alignment align() {
    @Nullable Found best = null;
    for (Edition edition : candidates()) {
      Found found = align(edition);
      if (best == null || found.score() > best.score()) {
        best = found;
      }
    }
    if (best == null || best.tables().isEmpty()) {
      return new Alignment(blocks, null, List.of(), List.of(), List.of(), List.of());
    }
    Doubts doubts = best.doubts();
    doubts.doubtWords();
    List<LooseRow> loose = doubts.trusted();
    return new Alignment(
        blocks, best.edition(), best.tables(), best.readings(), loose, best.ranges());
  }

  /** The editions whose own words stand in the document; the one in force where none does. */
  private List<Edition> candidates() {
    List<Edition> found = new ArrayList<>();
    for (Edition edition : Editions.all()) {
      if (OwnWords.isNamed(edition, tokens)) {
        found.add(edition);
      }
    }
    return found.isEmpty() ? Editions.all() : found;
  }

  private Found align(Edition edition) {
    List<RowLabels> labels = VOCABULARY.of(edition);
    Chain requests = filledIn(Chain.find(labels.get(1), units, 0, units.size()));
    boolean hasRequests = isTable(requests);
    int before = hasRequests ? requests.first() : units.size();
    Chain disclosure = Chain.find(labels.get(0), units, 0, before);
    if (hasRequests && !isTable(disclosure)) {
      Chain after = Chain.find(labels.get(0), units, requests.last() + 1, units.size());
      disclosure = after.score() > disclosure.score() ? after : disclosure;
    }
    if (hasRequests && !isTable(disclosure)) {
      // A word of this table may have been taken for a row of the next.
      disclosure = Chain.find(labels.get(0), units, 0, requests.last() + 1);
    }
    Found alignment = new Found(edition);
    if (isTable(disclosure)) {
      alignment.add(
          edition.tables().get(0),
          disclosure,
          TableReader.read(disclosure, units, document),
          units);
    }
    if (hasRequests) {
      alignment.add(
          edition.tables().get(1), requests, TableReader.read(requests, units, document), units);
    }
    Table remedies = edition.tables().get(2);
    RemediesReader reader = new RemediesReader(remedies, units, document);
    @Nullable Placed[] placed =
        reader.read(hasRequests ? requests.last() + 1 : disclosure.last() + 1);
    if (placed == null && hasRequests) {
      placed = reader.read(0);
    }
    if (placed != null) {
      alignment.add(remedies, reader, placed);
    }
    return alignment;
  }

  /** The table, or the same one filled in where it is a form that stands before that. */
  private Chain filledIn(Chain found) {
    if (!isTable(found) || !isBlank(found)) {
      return found;
    }
    Chain behind = Chain.find(found.labels(), units, found.last() + 1, units.size());
    return isTable(behind) && !isBlank(behind) ? behind : found;
  }

  private static boolean isBlank(Chain chain) {
    for (int row = 0; row < chain.labels().table().rows().size(); row++) {
      Unit unit = chain.unit(row);
      if (unit != null && !unit.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the rows found are a table, and not a menu with some of the same words. */
  private static boolean isTable(Chain chain) {
    List<Row> rows = chain.labels().table().rows();
    int full = 0;
    for (int row = 0; row < rows.size(); row++) {
      Unit unit = chain.unit(row);
      full += unit != null && unit.slots().size() == rows.get(row).columns().size() ? 1 : 0;
    }
    return full >= LEAST_ROWS || chain.size() >= LEAST_ROWS && chain.size() * 2 > rows.size();
  }

  private static Map<Table, Set<String>> words() {
    Map<Table, Set<String>> all = new IdentityHashMap<>();
    for (Edition edition : Editions.all()) {
      edition.tables().forEach(table -> all.put(table, OwnWords.of(table)));
    }
    return all;
  }

  /** What an edition's alignment came to. */
  private static final class Found {
    private final Edition edition;
    private final List<String> tables = new ArrayList<>();
    private final @Nullable Reading[] readings;
    private final List<LooseRow> loose = new ArrayList<>();
    private final List<Sections.Range> ranges = new ArrayList<>();
    private double score;

    Found(Edition edition) {
      this.edition = edition;
      this.readings = new Reading[edition.cells().size()];
    }

    void add(Table table, Chain chain, TableReader.Found found, List<Unit> units) {
      tables.add(table.key());
      score += chain.score();
      List<Token> first = units.get(chain.first()).labels();
      Readings made = new Readings(edition, table, readings, loose);
      for (int i = 0; i < table.rows().size(); i++) {
        Row row = table.rows().get(i);
        Placed placed = found.rows()[i];
        HeaderOrder order = found.headings().get(row.columns());
        made.row(row, placed, found.hidden()[i], order == null ? null : order.printed());
      }
      if (table.key().equals(Edition.REQUESTS)) {
        made.byRelations(found.rows(), found.headings());
      }
      range(first, found.rows(), table);
    }

    void add(Table table, RemediesReader reader, @Nullable Placed[] placed) {
      tables.add(table.key());
      score += 1;
      Readings made = new Readings(edition, table, readings, loose);
      for (int i = 0; i < table.rows().size(); i++) {
        made.row(table.rows().get(i), placed[i], false, null);
      }
      if (reader.isInFormOrder()) {
        made.sideBySide(placed);
      }
      range(reader.headings(), placed, table);
    }

    private void range(List<Token> headings, @Nullable Placed[] rows, Table table) {
      int from = Integer.MAX_VALUE;
      int to = -1;
      int figures = 0;
      for (Placed placed : rows) {
        if (placed == null) {
          continue;
        }
        List<Token> own = new ArrayList<>(placed.loose());
        for (Token cell : placed.cells()) {
          if (cell != null) {
            own.add(cell);
          }
        }
        if (placed.label() != null) {
          own.add(placed.label());
        }
        for (Token token : own) {
          from = Math.min(from, token.block());
          to = Math.max(to, token.block());
          figures++;
        }
      }
      Set<String> words = WORDS.getOrDefault(table, Set.of());
      for (int i = headings.size() - 1; i >= 0; i--) {
        Token heading = headings.get(i);
        if (words.contains(heading.key()) && heading.block() < from) {
          from = heading.block();
        }
      }
      if (to >= 0) {
        ranges.add(new Sections.Range(from, to, figures));
      }
    }

    Edition edition() {
      return edition;
    }

    double score() {
      return score;
    }

    List<String> tables() {
      return tables;
    }

    Doubts doubts() {
      return new Doubts(edition, readings, loose);
    }

    List<Sections.Range> ranges() {
      return ranges;
    }

    List<Reading> readings() {
      List<Reading> all = new ArrayList<>(readings.length);
      for (Cell cell : edition.cells()) {
        Reading reading = readings[cell.index()];
        all.add(
            reading != null
                ? reading
                : new Reading(cell, Status.ABSENT, null, "", true, Readings.nowhere(cell)));
      }
      return all;
    }
  }
}
