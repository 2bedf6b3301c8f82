package org.gongkai.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/** Lines documents up with the form: the form is known, so what is there is aligned with it. */
public final class Reports {
  private static final Vocabulary VOCABULARY = new Vocabulary();
  private static final int LEAST_ROWS = 3;

  /** So many rows without their figures say nothing of the others. */
  private static final int FEW_LOST = 5;

  private static final Map<Table, Set<String>> WORDS = words();

  private final Document document;
  private final List<Block> blocks;
  private final List<Token> tokens;
  private final List<Unit> units;

  private Reports(Document document) {
    this.document = document;
    this.blocks = Dissolved.of(document.blocks());
    this.tokens = Tokens.of(blocks);
    this.units = Units.of(tokens, VOCABULARY);
  }

  /**
   * Reads a report out of a document. Never throws for what is in it: see {@link Report#nature()}.
   */
  public static Report read(Document document) {
    return new Reports(document).read();
  }

  private Report read() {
    @Nullable Alignment best = null;
    for (Edition edition : candidates()) {
      Alignment alignment = align(edition);
      if (best == null || alignment.score() > best.score()) {
        best = alignment;
      }
    }
    Alignment found = best == null || best.tables().isEmpty() ? null : best;
    List<Sections.Range> ranges = found == null ? List.of() : found.ranges();
    Sections sections = Sections.find(blocks, ranges);
    Identity identity = IdentityReader.read(document, blocks, sections, ranges);
    if (found == null) {
      Nature nature = Natures.of(document, identity, sections.sections());
      return new Report(
          document,
          nature,
          identity,
          null,
          List.of(),
          List.of(),
          List.of(),
          sections.sections(),
          sections.preamble());
    }
    List<LooseRow> loose = found.loose();
    List<Reading> readings = found.readings();
    return new Report(
        document,
        Nature.REPORT,
        identity,
        found.edition(),
        found.tables(),
        readings,
        loose,
        sections.sections(),
        sections.preamble());
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

  private Alignment align(Edition edition) {
    List<RowLabels> labels = VOCABULARY.of(edition);
    Chain requests = Chain.find(labels.get(1), units, 0, units.size());
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
    Alignment alignment = new Alignment(edition);
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
  private static final class Alignment {
    private final Edition edition;
    private final List<String> tables = new ArrayList<>();
    private final @Nullable Reading[] readings;
    private final List<LooseRow> loose = new ArrayList<>();
    private final List<Sections.Range> ranges = new ArrayList<>();
    private double score;

    Alignment(Edition edition) {
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

    /**
     * Rows with dropped cells whose sum can be trusted: where many do not add up, their totals were
     * dropped too; where the figures of more rows were not found than add up, theirs may stand
     * among them.
     */
    List<LooseRow> loose() {
      List<LooseRow> telling = new ArrayList<>();
      int broken = 0;
      for (LooseRow row : loose) {
        BigDecimal sum = row.parts().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = totalOf(row).addend();
        if (sum.signum() != 0 || total != null && total.signum() != 0) {
          telling.add(row);
          broken += total != null && sum.compareTo(total) == 0 ? 0 : 1;
        }
      }
      if (telling.isEmpty()) {
        return loose;
      }
      boolean mostHold = broken < 3 || broken * 2 <= telling.size();
      if (mostHold && lost() <= Math.max(FEW_LOST, telling.size() - broken)) {
        return loose;
      }
      List<LooseRow> sure = new ArrayList<>(loose);
      sure.removeAll(telling);
      for (LooseRow row : telling) {
        Reading total = totalOf(row);
        readings[total.cell().index()] =
            new Reading(
                total.cell(), total.status(), total.value(), total.printed(), false, total.where());
      }
      return sure;
    }

    /** Rows of which no figure was found, though they have some. */
    private long lost() {
      return edition.tables().stream()
          .mapToLong(
              table ->
                  table.rows().stream()
                      .filter(row -> !isLoose(table, row) && isUnplaced(table, row))
                      .count())
          .sum();
    }

    private boolean isLoose(Table table, Row row) {
      return loose.stream().anyMatch(each -> each.table() == table && each.row() == row);
    }

    private boolean isUnplaced(Table table, Row row) {
      return row.columns().stream()
          .allMatch(column -> isUnplaced(edition.cell(table, row, column)));
    }

    private boolean isUnplaced(Cell cell) {
      Reading reading = readings[cell.index()];
      return reading != null && reading.status() == Status.UNPLACED;
    }

    private Reading totalOf(LooseRow row) {
      List<Column> columns = row.row().columns();
      Cell cell = edition.cell(row.table(), row.row(), columns.get(columns.size() - 1));
      return Objects.requireNonNull(readings[cell.index()]);
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
