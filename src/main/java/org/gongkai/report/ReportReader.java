package org.gongkai.report;

import org.gongkai.document.Document;
import org.gongkai.report.align.Aligner;
import org.gongkai.report.align.Alignment;
import org.gongkai.report.identity.IdentityReader;
import org.gongkai.report.identity.NatureReader;
import org.gongkai.report.section.Sections;

/** Reads reports out of documents. */
public final class ReportReader {
  private ReportReader() {}

  /**
   * Reads a report out of a document. Never throws for what is in it: see {@link Report#nature()}.
   */
  public static Report read(Document document) {
    Alignment tables = Aligner.align(document);
    Sections sections = Sections.find(tables.blocks(), tables.ranges());
    Identity identity = IdentityReader.read(document, tables.blocks(), sections, tables.ranges());
    Nature nature =
        tables.edition() == null
            ? NatureReader.of(document, identity, sections.sections())
            : isBlankForm(document, identity, tables) ? Nature.NOTICE : Nature.REPORT;
    return new Report(
        document,
        nature,
        identity,
        tables.edition(),
        tables.tables(),
        Money.convert(document, tables.readings()),
        tables.looseRows(),
        tables.repeated(),
        sections.sections(),
        sections.preamble());
  }

  /** Whether it is the notice with the form, in which there are no figures. */
  private static boolean isBlankForm(Document document, Identity identity, Alignment tables) {
    return tables.readings().stream().noneMatch(reading -> reading.status() == Status.NUMBER)
        && (identity.year() == null || identity.issuer() == null)
        && NatureReader.isNotice(document);
  }
}
