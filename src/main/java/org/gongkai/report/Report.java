package org.gongkai.report;

import java.util.List;
import org.gongkai.document.Document;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Table;
import org.gongkai.report.section.AbsenceReader;
import org.jspecify.annotations.Nullable;

/**
 * A document lined up with the form.
 *
 * @param document the document it was read from
 * @param nature what it turned out to be
 * @param identity whose report, of which year
 * @param edition the edition that its tables show; null where none could be told
 * @param tables the keys of the tables found, in the form's order
 * @param readings one for each cell of the edition, at the cell's index; empty without an edition
 * @param looseRows rows whose figures could not all be placed
 * @param repeated where table III is printed once more with the same figures; null for nowhere
 * @param sections the sections found, in document order
 * @param preamble the prose between the title and the first section
 */
public record Report(
    Document document,
    Nature nature,
    Identity identity,
    @Nullable Edition edition,
    List<String> tables,
    List<Reading> readings,
    List<LooseRow> looseRows,
    @Nullable Where repeated,
    List<SectionText> sections,
    List<org.gongkai.document.Text> preamble) {
  public Report {
    tables = List.copyOf(tables);
    readings = List.copyOf(readings);
    looseRows = List.copyOf(looseRows);
    sections = List.copyOf(sections);
    preamble = List.copyOf(preamble);
  }

  /** What was read at a cell of the report's edition. */
  public Reading at(Cell cell) {
    return readings.get(cell.index());
  }

  /** Whether that table was found. */
  public boolean has(Table table) {
    return tables.contains(table.key());
  }

  /** Why a table was not found: ask only where {@link #has} says so. */
  public Absence absence(Table table) {
    return new AbsenceReader(document, sections).read(table);
  }
}
