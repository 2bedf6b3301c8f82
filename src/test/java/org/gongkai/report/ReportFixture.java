package org.gongkai.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.document.Document;
import org.gongkai.document.DocumentFixture;
import org.gongkai.document.Format;
import org.gongkai.document.Origin;
import org.gongkai.document.Position;
import org.gongkai.document.Text;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.form.Table;
import org.jspecify.annotations.Nullable;

/** Builds reports for tests without reading any document: all cells 0 until set. */
public final class ReportFixture {
  private final Edition edition;
  private final Map<String, Reading> readings = new HashMap<>();
  private final List<String> tables = new ArrayList<>();
  private final List<LooseRow> loose = new ArrayList<>();
  private final List<SectionText> sections = new ArrayList<>();
  private int line = 1;
  private final List<Text> preamble = new ArrayList<>();
  private Identity identity;
  private Nature nature = Nature.REPORT;
  private Document document = DocumentFixture.blank(Format.TEXT, "", null);

  /** A report of which no table was read. */
  public static Report without(Document document, Nature nature, Identity identity) {
    return new Report(
        document, nature, identity, null, List.of(), List.of(), List.of(), null, List.of(),
        List.of());
  }

  private ReportFixture(Edition edition) {
    this.edition = edition;
    this.identity = identity(edition.key().equals("2019") ? 2019 : 2023);
    for (Table table : edition.tables()) {
      tables.add(table.key());
    }
    for (Cell cell : edition.cells()) {
      put(cell, Status.NUMBER, BigDecimal.ZERO, "0", true);
    }
  }

  private static Identity identity(int year) {
    return new Identity(
        "某市人民政府" + year + "年政府信息公开工作年度报告",
        "某市人民政府",
        year,
        LocalDate.of(year + 1, 1, 20),
        null,
        LocalDate.of(year, 1, 1),
        LocalDate.of(year, 12, 31),
        null,
        null,
        null);
  }

  /** Of the edition of that name. */
  public static ReportFixture of(String edition) {
    return new ReportFixture(Editions.find(edition).orElseThrow());
  }

  /** With table II of one edition and table III of the other. */
  public static ReportFixture mixed(String disclosure, String requests) {
    return new ReportFixture(
        Editions.withTables(
            Editions.find(disclosure).orElseThrow().table(Edition.PROACTIVE_DISCLOSURE),
            Editions.find(requests).orElseThrow().table(Edition.REQUESTS)));
  }

  /** A figure at a path such as {@code requests/newRequests/total}. */
  public ReportFixture set(String path, String figure) {
    put(cell(path), Status.NUMBER, new BigDecimal(figure), figure, true);
    return this;
  }

  /** A figure whose place is not certain. */
  public ReportFixture weak(String path, String figure) {
    put(cell(path), Status.NUMBER, new BigDecimal(figure), figure, false);
    return this;
  }

  /** Anything that is no figure. */
  public ReportFixture set(String path, Status status, String printed) {
    put(cell(path), status, null, printed, status != Status.UNPLACED);
    return this;
  }

  /** Takes a table away. */
  public ReportFixture without(String table) {
    tables.remove(table);
    for (Cell cell : edition.cells()) {
      if (cell.table().key().equals(table)) {
        put(cell, Status.ABSENT, null, "", true);
      }
    }
    return this;
  }

  /** A row whose figures but first and last are not placed. */
  public ReportFixture loose(String table, String row, String... parts) {
    List<BigDecimal> figures = new ArrayList<>();
    for (String part : parts) {
      figures.add(new BigDecimal(part));
    }
    Table of = edition.table(table);
    loose.add(looseRow(of, of.row(row), figures));
    return this;
  }

  /** A row with such figures before its last column: the first there, the others left or right. */
  public static LooseRow looseRow(Table table, Row row, List<BigDecimal> parts) {
    int columns = row.columns().size();
    Long[] left = new Long[columns];
    Long[] right = new Long[columns];
    Arrays.fill(left, 0L);
    Arrays.fill(right, 0L);
    for (int i = 0; i < parts.size(); i++) {
      left[i] = parts.get(i).longValueExact();
      right[i == 0 ? 0 : columns - 1 - parts.size() + i] = left[i];
    }
    List<List<Long>> ways = List.of(List.of(left), List.of(right));
    return new LooseRow(table, row, ways.stream().distinct().toList(), Where.DOCUMENT);
  }

  /** A section with its paragraphs, numbered and titled as the form does. */
  public ReportFixture section(int number, String... paragraphs) {
    Section section = Section.ALL.get(number - 1);
    List<Text> texts = new ArrayList<>();
    Text heading = text("一二三四五六".charAt(number - 1) + "、" + section.title());
    for (String paragraph : paragraphs) {
      texts.add(text(paragraph));
    }
    sections.add(new SectionText(section, number, heading, texts, figures(number)));
    return this;
  }

  /** A section under a heading of other words or number than the form's. */
  public ReportFixture section(int number, int printed, String heading, String... paragraphs) {
    List<Text> texts = new ArrayList<>();
    Text line = text(heading);
    for (String paragraph : paragraphs) {
      texts.add(text(paragraph));
    }
    sections.add(
        new SectionText(Section.ALL.get(number - 1), printed, line, texts, figures(number)));
    return this;
  }

  /** Prose before the first section. */
  public ReportFixture preamble(String... paragraphs) {
    for (String paragraph : paragraphs) {
      preamble.add(text(paragraph));
    }
    return this;
  }

  /** The figures of the tables in a section, unless the table was taken away before. */
  private int figures(int section) {
    int figures = 0;
    for (Cell cell : edition.cells()) {
      if (cell.table().section() == section && tables.contains(cell.table().key())) {
        figures++;
      }
    }
    return figures;
  }

  /** Another document under the report: its pictures, blocks, links or problem. */
  public ReportFixture document(Document other) {
    document = other;
    return this;
  }

  public ReportFixture identity(Identity other) {
    identity = other;
    return this;
  }

  public ReportFixture nature(Nature other) {
    nature = other;
    return this;
  }

  public Report build() {
    List<Reading> all = new ArrayList<>();
    for (Cell cell : edition.cells()) {
      all.add(readings.get(cell.path()));
    }
    return new Report(
        document, nature, identity, edition, tables, all, loose, null, sections, preamble);
  }

  /** A text on a line of its own. */
  public Text text(String string) {
    int at = line++;
    Origin own =
        (node, offset) ->
            new Position(at, string.codePointCount(0, Math.min(offset, string.length())) + 1);
    return Text.of(string, own);
  }

  private Cell cell(String path) {
    return edition.find(path).orElseThrow(() -> new IllegalArgumentException("no cell " + path));
  }

  private void put(
      Cell cell, Status status, @Nullable BigDecimal value, String printed, boolean sure) {
    Where where =
        new Where(
            cell.table().label(),
            cell.row().label(),
            cell.column().label(),
            text(printed),
            0,
            printed);
    readings.put(cell.path(), new Reading(cell, status, value, printed, sure, where));
  }
}
