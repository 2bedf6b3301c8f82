package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
import org.gongkai.report.Where;
import org.gongkai.report.section.Sections;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the tables of a document with the form: the form is known, so what is there is aligned
 * with it.
 */
public final class Aligner {
  private static final int LEAST_ROWS = 3;

  /** So many figures that are not zero are the same by no chance. */
  private static final int LEAST_REPEATED = 10;

  /** What a word says that only one edition's table prints. */
  private static final double OWN_WORD = 0.7;

  private final Document document;
  private final List<Block> blocks;
  private final List<Token> tokens;
  private final List<Unit> units;
  private final Set<String> keys;

  private Aligner(Document document) {
    this.document = document;
    this.blocks = TableJoiner.of(document.blocks());
    this.tokens = Tokenizer.of(blocks);
    this.units = UnitCutter.of(tokens);
    this.keys = new HashSet<>();
    tokens.forEach(token -> keys.add(token.key()));
  }

  /** Finds the tables of the form in a document. */
  public static Alignment align(Document document) {
    return new Aligner(document).align();
  }

  private Alignment align() {
    Chain requests = best(1, 0, units.size());
    boolean hasRequests = isTable(requests);
    Chain disclosure = best(0, 0, hasRequests ? requests.first() : units.size());
    if (hasRequests && !isTable(disclosure)) {
      disclosure = best(0, requests.last() + 1, units.size());
    }
    boolean hasDisclosure = isTable(disclosure);
    Table remedies = Editions.all().get(0).table(Edition.REMEDIES);
    TableReader.@Nullable Found requestRows =
        hasRequests ? TableReader.read(requests, units, document, null) : null;
    RemediesReader reader = new RemediesReader(remedies, units, document);
    int end = hasRequests ? requests.last() + 1 : hasDisclosure ? disclosure.last() + 1 : 0;
    RemediesReader.@Nullable Found remedyRow = reader.read(end, requestRows);
    if (remedyRow == null) {
      remedyRow = reader.read(0, requestRows);
    }
    if (!hasRequests && !hasDisclosure && remedyRow == null) {
      return new Alignment(blocks, null, List.of(), List.of(), List.of(), null, List.of());
    }
    Edition edition = edition(hasDisclosure ? disclosure : null, hasRequests ? requests : null);
    Found found = new Found(edition);
    if (hasDisclosure) {
      found.add(disclosure, TableReader.read(disclosure, units, document, requestRows), units);
    }
    if (requestRows != null) {
      found.add(requests, requestRows, units);
    }
    if (remedyRow != null) {
      found.add(edition.table(Edition.REMEDIES), remedyRow);
    }
    return new Alignment(
        blocks,
        edition,
        found.tables,
        found.readings(),
        found.loose,
        hasRequests ? repeated(requests) : null,
        found.ranges);
  }

  /** Where the same table is printed once more, row by row with the same figures. */
  private @Nullable Where repeated(Chain table) {
    int rows = table.labels().table().rows().size();
    if (units.size() - table.last() <= rows) {
      return null;
    }
    Chain again = best(1, table.last() + 1, units.size());
    int figures = 0;
    for (int row = 0; row < rows; row++) {
      Unit one = table.unit(row);
      Unit other = again.unit(row);
      if (one == null || other == null || !printed(one).equals(printed(other))) {
        return null;
      }
      figures += (int) one.slots().stream().filter(Aligner::isFigure).count();
    }
    Unit first = again.unit(0);
    if (figures < LEAST_REPEATED || first == null || first.slots().isEmpty()) {
      return null;
    }
    Token cell = first.slots().get(0);
    return new Where(
        table.labels().table().label(), null, null, cell.text(), cell.from(), cell.printed());
  }

  private static boolean isFigure(Token slot) {
    return slot.figure().status() == Status.NUMBER && !slot.figure().isNothing();
  }

  private static List<String> printed(Unit unit) {
    return unit.slots().stream().map(Token::printed).toList();
  }

  /** The best chain of any edition's table, by its place in the form and the words it prints. */
  private Chain best(int table, int from, int to) {
    @Nullable Chain best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Edition edition : Editions.all()) {
      Chain chain = Chain.find(RowLabels.of(edition.tables().get(table)), units, from, to);
      if (chain.size() > 0) {
        RowFiller.fill(chain, units);
      }
      double score = chain.score() + OWN_WORD * TableWords.own(chain.labels().table(), keys);
      if (score > most) {
        most = score;
        best = chain;
      }
    }
    return Objects.requireNonNull(best);
  }

  private static Edition edition(@Nullable Chain disclosure, @Nullable Chain requests) {
    Table two = disclosure == null ? null : disclosure.labels().table();
    Table three = requests == null ? null : requests.labels().table();
    return Editions.withTables(two, three);
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

  /** The tables found, cell by cell. */
  private static final class Found {
    private final Edition edition;
    private final List<String> tables = new ArrayList<>();
    private final @Nullable Reading[] readings;
    private final List<LooseRow> loose = new ArrayList<>();
    private final List<Sections.Range> ranges = new ArrayList<>();

    Found(Edition edition) {
      this.edition = edition;
      this.readings = new Reading[edition.cells().size()];
    }

    void add(Chain chain, TableReader.Found found, List<Unit> units) {
      Table table = chain.labels().table();
      tables.add(table.key());
      CellReader reader = new CellReader(edition, table, readings, loose);
      for (int i = 0; i < table.rows().size(); i++) {
        Row row = table.rows().get(i);
        PlacedRow placed = found.rows()[i];
        Token label = placed == null ? null : placed.label();
        reader.read(row, placed, label, 0, chain.isHidden(i), found.headings().get(row.columns()));
      }
      range(units.get(chain.first()).labels(), Arrays.asList(found.rows()), table);
    }

    void add(Table table, RemediesReader.Found found) {
      tables.add(table.key());
      CellReader reader = new CellReader(edition, table, readings, loose);
      int from = 0;
      for (int i = 0; i < table.rows().size(); i++) {
        Row row = table.rows().get(i);
        reader.read(row, found.row(), found.name(row), from, false, null);
        from += row.columns().size();
      }
      range(found.headings(), List.of(found.row()), table);
    }

    private void range(List<Token> headings, List<@Nullable PlacedRow> rows, Table table) {
      int from = Integer.MAX_VALUE;
      int to = -1;
      int figures = 0;
      for (PlacedRow placed : rows) {
        List<Token> own = placed == null ? List.of() : new ArrayList<>(placed.printed());
        if (placed != null && placed.label() != null) {
          own.add(placed.label());
        }
        for (Token token : own) {
          from = Math.min(from, token.block());
          to = Math.max(to, token.block());
          figures++;
        }
      }
      Set<String> words = TableWords.of(table);
      for (Token heading : headings) {
        if (words.contains(heading.key())) {
          from = Math.min(from, heading.block());
        }
      }
      if (to >= 0) {
        ranges.add(new Sections.Range(from, to, figures));
      }
    }

    List<Reading> readings() {
      List<Reading> all = new ArrayList<>(readings.length);
      for (Cell cell : edition.cells()) {
        Reading reading = readings[cell.index()];
        all.add(reading != null ? reading : CellReader.absent(cell));
      }
      return all;
    }
  }
}
