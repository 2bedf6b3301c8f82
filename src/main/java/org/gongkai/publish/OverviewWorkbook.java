package org.gongkai.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.form.Cell;
import org.gongkai.form.Editions;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.bodies.BodyList;
import org.gongkai.rule.bodies.BodyResults;
import org.gongkai.rule.bodies.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The overview as an Excel workbook in Chinese: a sheet of reports with their 200 cells, one of
 * findings, and with a list of bodies one of bodies and one of differences.
 *
 * <p>Sheets can only be written one after another, so findings are kept, deflated, until all
 * reports are written. A text is never a formula. Rows beyond a sheet's 1,048,576 are omitted, and
 * its last row says so.
 */
final class OverviewWorkbook {
  private static final List<Cell> CELLS = Editions.all().get(0).cells();
  private static final int LONGEST_TEXT = 32_767;
  private static final int ROWS_AT_ONCE = 200;

  private final Workbook workbook;
  private final Sheet reports;
  private final ByteArrayOutputStream deflated = new ByteArrayOutputStream();
  private final DataOutputStream findings =
      new DataOutputStream(new DeflaterOutputStream(deflated));

  /** Starts a workbook on a stream; does not close the stream. */
  OverviewWorkbook(OutputStream out) throws IOException {
    workbook = new Workbook(out, "Gongkai", null);
    List<String> head =
        new ArrayList<>(
            List.of(
                "文件", "结论", "不符", "提醒", "说明", "发布机构", "年度", "版式", "标题", "公布日期", "勾稽关系", "成立", "不成立",
                "未能核对"));
    for (DerivedFigure derived : DerivedFigure.values()) {
      head.add(derived.title().zh());
    }
    for (Cell cell : CELLS) {
      String column = cell.column().key().isEmpty() ? "" : '·' + PlaceNames.column(cell);
      head.add(PlaceNames.table(cell.table()) + '·' + PlaceNames.row(cell) + column);
    }
    reports = new Sheet("报告", head);
  }

  /** Adds a report. */
  void add(OverviewEntry entry, Figures figures, List<FindingList.Row> found) throws IOException {
    Summary summary = entry.summary();
    List<@Nullable Object> row = new ArrayList<>();
    row.addAll(
        Arrays.<@Nullable Object>asList(
            summary.name(),
            VerdictText.word(summary.verdict()).zh(),
            summary.errors(),
            summary.warnings(),
            summary.notices(),
            summary.issuer(),
            summary.year(),
            summary.edition(),
            summary.title(),
            entry.published() == null ? null : entry.published().toString(),
            summary.relations().total(),
            summary.relations().hold(),
            summary.relations().broken(),
            summary.relations().notAssessable()));
    for (DerivedFigure derived : DerivedFigure.values()) {
      row.add(derived.of(figures));
    }
    @Nullable Object[] cells = new Object[CELLS.size()];
    for (OverviewEntry.CellEntry cell : entry.cells()) {
      Cell place = Editions.all().get(0).find(cell.cell().path()).orElse(null);
      if (place != null && !cell.value().isEmpty()) {
        cells[place.index()] = new BigDecimal(cell.value());
      }
    }
    row.addAll(Arrays.asList(cells));
    reports.add(row);
    addFindings(found);
  }

  /** Adds rows of {@link FindingList}. */
  void addFindings(List<FindingList.Row> found) throws IOException {
    for (FindingList.Row finding : found) {
      for (String field : finding.fields()) {
        byte[] bytes = (field == null ? "" : field).getBytes(StandardCharsets.UTF_8);
        findings.writeInt(bytes.length);
        findings.write(bytes);
      }
    }
  }

  /** Writes the other sheets and ends the workbook. */
  void finish(@Nullable BodyResults results, @Nullable BodyList list) throws IOException {
    reports.finish();
    findings.close();
    Sheet found = new Sheet("问题", FindingList.COLUMNS);
    try (DataInputStream in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(deflated.toByteArray())))) {
      List<@Nullable Object> row = new ArrayList<>();
      while (true) {
        int first = in.read();
        if (first < 0) {
          break;
        }
        int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        row.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        if (row.size() == FindingList.COLUMNS.size()) {
          found.add(row);
          row = new ArrayList<>();
        }
      }
    }
    found.finish();
    if (results != null && list != null) {
      table("机关", OverviewBodies.BODIES_COLUMNS_ZH, OverviewBodies.bodyRows(results, list));
      table("差异", OverviewBodies.DIFFERENCES_COLUMNS_ZH, OverviewBodies.differenceRows(results));
    }
    workbook.finish();
  }

  private void table(String name, List<String> head, List<List<@Nullable Object>> rows)
      throws IOException {
    Sheet sheet = new Sheet(name, head);
    for (List<@Nullable Object> row : rows) {
      sheet.add(row);
    }
    sheet.finish();
  }

  /** A text that a cell can hold: without control characters, not too long. */
  private static String text(String text) {
    StringBuilder clean = new StringBuilder(Unicode.wellFormed(text));
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= '\uFFFE') {
        clean.setCharAt(i, '\uFFFD');
      }
    }
    if (clean.length() > LONGEST_TEXT) {
      clean.setLength(LONGEST_TEXT - 1);
      clean.append('…');
    }
    return Unicode.wellFormed(clean.toString());
  }

  /** The width of a column in characters: names and sentences need more than their heading. */
  private static int width(String head) {
    return switch (head) {
      case "问题" -> 60;
      case "标题", "更正建议", "其中" -> 44;
      case "文件", "发布机构", "机关", "上级", "位置" -> 28;
      default -> Math.min(36, 4 + 2 * head.length());
    };
  }

  /** A sheet with a frozen first row that filters the others. */
  private final class Sheet {
    private final Worksheet sheet;
    private final int columns;
    private int rows;

    Sheet(String name, List<String> head) throws IOException {
      sheet = workbook.newWorksheet(name);
      sheet.freezePane(0, 1);
      for (int i = 0; i < head.size(); i++) {
        sheet.width(i, width(head.get(i)));
        sheet.inlineString(0, i, head.get(i));
        sheet.style(0, i).bold().wrapText(true).set();
      }
      columns = head.size();
      rows = 1;
    }

    void add(List<@Nullable Object> row) throws IOException {
      if (rows >= Worksheet.MAX_ROWS) {
        return;
      }
      if (rows == Worksheet.MAX_ROWS - 1) {
        sheet.inlineString(rows++, 0, "超出工作表行数上限，以下从略，全部内容见CSV文件。");
        return;
      }
      for (int i = 0; i < row.size(); i++) {
        Object value = row.get(i);
        if (value instanceof Number number) {
          sheet.value(rows, i, number);
        } else if (value != null && !value.equals("")) {
          sheet.inlineString(rows, i, text(value.toString()));
        }
      }
      if (++rows % ROWS_AT_ONCE == 0) {
        sheet.flush();
      }
    }

    void finish() throws IOException {
      sheet.setAutoFilter(0, 0, rows - 1, columns - 1);
      sheet.finish();
    }
  }
}
