package org.gongkai.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.rule.bodies.Body;
import org.gongkai.rule.bodies.BodyChecker;
import org.gongkai.rule.bodies.BodyList;
import org.gongkai.rule.bodies.BodyResults;
import org.gongkai.rule.bodies.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Writes an overview of many reports: a page to filter and sort them, and tables for other
 * programs.
 *
 * <p>Entries are written in the order of {@link #add} and not kept, so memory does not grow with
 * their number. Entries can be made by several threads; {@code add} is safe for use by all of them.
 *
 * <pre>{@code
 * try (Overview overview = Overview.to(part -> Files.newOutputStream(out.resolve(part.fileName())))) {
 *   for (Result result : results) {
 *     overview.add(OverviewEntry.of(result, result.source().name()));
 *   }
 * }
 * }</pre>
 */
public final class Overview implements Closeable {
  /** The files of an overview. */
  public enum Part {
    /** The page for people. */
    PAGE("overview.html", "text/html; charset=utf-8"),
    /** One line per report, for spreadsheets; with a byte order mark. */
    REPORTS("overview.csv", Csv.CONTENT_TYPE),
    /** One line per finding, in Chinese, for people who assess reports; with a byte order mark. */
    FINDINGS("findings.csv", Csv.CONTENT_TYPE),
    /** One {@code result.json} per line. */
    RESULTS("overview.jsonl", "application/jsonl; charset=utf-8"),
    /**
     * One line per cell of every report (tidy data), for statistics; with a byte order mark. About
     * 20 KB for a report.
     */
    CELLS("cells.csv", Csv.CONTENT_TYPE),
    /** Explains the columns, keys and statuses of {@link #CELLS}; with a byte order mark. */
    DICTIONARY("dictionary.csv", Csv.CONTENT_TYPE),
    /** Reports, findings, bodies and differences as an Excel workbook in Chinese. */
    WORKBOOK("overview.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** One line per body, in the order of the list; written only with a list of bodies. */
    BODIES("bodies.csv", Csv.CONTENT_TYPE),
    /** One line per cell in which bodies differ; written only with a list of bodies. */
    DIFFERENCES("differences.csv", Csv.CONTENT_TYPE);

    private final String fileName;
    private final String contentType;

    Part(String fileName, String contentType) {
      this.fileName = fileName;
      this.contentType = contentType;
    }

    /** Its file name. */
    public String fileName() {
      return fileName;
    }

    /** The value of its {@code Content-Type} header. */
    public String contentType() {
      return contentType;
    }

    /** Whether it is written only with a list of bodies. */
    public boolean needsBodies() {
      return this == BODIES || this == DIFFERENCES;
    }
  }

  /** Opens the file of a part; null for a part that is not wanted. */
  @FunctionalInterface
  public interface Opener {
    @Nullable OutputStream open(Part part) throws IOException;
  }

  private final Map<Part, OutputStream> files = new EnumMap<>(Part.class);
  private final OverviewCounts counts = new OverviewCounts();
  private final OverviewTotals totals = new OverviewTotals();
  private final @Nullable BodyChecker bodies;
  private @Nullable OverviewWorkbook workbook;
  private long pageSize;

  private Overview(@Nullable BodyChecker bodies) {
    this.bodies = bodies;
  }

  /** Opens the files and writes their headers. */
  public static Overview to(Opener opener) throws IOException {
    return to(opener, null);
  }

  /**
   * The same, with checks of all reports together.
   *
   * @param bodies checks the reports that are added; null without a list of bodies
   */
  public static Overview to(Opener opener, @Nullable BodyChecker bodies) throws IOException {
    Overview overview = new Overview(bodies);
    try {
      for (Part part : Part.values()) {
        OutputStream file = part.needsBodies() && bodies == null ? null : opener.open(part);
        if (file != null) {
          overview.files.put(part, file);
        }
      }
      overview.begin();
      return overview;
    } catch (IOException | RuntimeException e) {
      overview.closeFiles(e);
      throw e;
    }
  }

  private void begin() throws IOException {
    page(OverviewPage.begin());
    write(
        Part.REPORTS,
        Csv.BYTE_ORDER_MARK
            + "file,verdict,errors,warnings,notices,issuer,year,edition,title,rules,relations,hold,broken,notAssessable,"
            + Arrays.stream(DerivedFigure.values())
                .map(DerivedFigure::key)
                .collect(Collectors.joining(","))
            + "\r\n");
    write(Part.FINDINGS, Csv.BYTE_ORDER_MARK + FindingList.HEAD);
    write(
        Part.CELLS,
        Csv.BYTE_ORDER_MARK + "file,issuer,year,edition,table,row,column,value,status\r\n");
    OutputStream sheets = files.get(Part.WORKBOOK);
    if (sheets != null) {
      workbook = new OverviewWorkbook(sheets);
    }
    write(Part.BODIES, Csv.BYTE_ORDER_MARK + OverviewBodies.BODIES_HEADER);
    write(Part.DIFFERENCES, Csv.BYTE_ORDER_MARK + OverviewBodies.DIFFERENCES_HEADER);
    write(Part.DICTIONARY, Csv.BYTE_ORDER_MARK + OverviewDictionary.lines());
  }

  /** Adds a report. */
  public void add(OverviewEntry entry) throws IOException {
    Figures figures = entry.figures();
    List<FindingList.Row> findings = FindingList.rows(entry);
    String csv = files.containsKey(Part.REPORTS) ? entry.csv(figures) : "";
    String found = files.containsKey(Part.FINDINGS) ? FindingList.lines(findings) : "";
    String cells = files.containsKey(Part.CELLS) ? entry.cellsCsv() : "";
    Body body = bodies == null ? null : bodies.add(entry.bodyReport(figures));
    synchronized (this) {
      counts.add(entry);
      if (bodies == null) {
        totals.add(entry.summary().year(), figures);
      }
      page(OverviewPage.row(entry, counts, body));
      write(Part.REPORTS, csv);
      write(Part.FINDINGS, found);
      if (workbook != null) {
        workbook.add(entry, figures, findings);
      }
      write(Part.CELLS, cells);
      OutputStream results = files.get(Part.RESULTS);
      if (results != null) {
        results.write(entry.line());
      }
    }
  }

  /** Writes totals, charts and the rest of the page, and closes all files. */
  @Override
  public synchronized void close() throws IOException {
    try {
      BodyList list = bodies == null ? null : bodies.list();
      BodyResults results = bodies == null ? null : bodies.finish();
      if (list != null && results != null) {
        List<FindingList.Row> found = FindingList.rows(results);
        write(Part.FINDINGS, FindingList.lines(found));
        if (workbook != null) {
          workbook.addFindings(found);
        }
        write(Part.BODIES, OverviewBodies.bodies(results, list));
        write(Part.DIFFERENCES, OverviewBodies.differences(results));
      }
      if (workbook != null) {
        workbook.finish(results, list);
      }
      OverviewGovernments governments =
          list == null || results == null ? null : OverviewGovernments.of(results, list);
      if (bodies != null) {
        bodies.ownFigures(totals::add);
      }
      page(OverviewPage.end(counts, totals, governments, files.keySet(), pageSize));
    } catch (IOException | RuntimeException e) {
      closeFiles(e);
      throw e;
    }
    IOException fault = closeFiles(null);
    if (fault != null) {
      throw fault;
    }
  }

  /** Closes all files; returns the first exception, with further ones suppressed in it. */
  private @Nullable IOException closeFiles(@Nullable Exception before) {
    Exception first = before;
    for (OutputStream file : files.values()) {
      try {
        file.close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    files.clear();
    return first instanceof IOException fault ? fault : null;
  }

  private void page(byte[] bytes) throws IOException {
    OutputStream page = files.get(Part.PAGE);
    if (page != null) {
      page.write(bytes);
      pageSize += bytes.length;
    }
  }

  private void write(Part part, String text) throws IOException {
    OutputStream file = files.get(part);
    if (file != null && !text.isEmpty()) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
