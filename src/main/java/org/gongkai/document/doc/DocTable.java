package org.gongkai.document.doc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.gongkai.document.Block;
import org.gongkai.document.TableBuilder;
import org.gongkai.document.Text;

/** Reads a table: cells span columns by where their edges are, rows by their marks. */
final class DocTable {
  /** Edges nearer than that are one, in twentieths of a point. */
  private static final int NEAR = 50;

  private final ParagraphReader paragraphs;
  private final int level;

  DocTable(ParagraphReader paragraphs, int level) {
    this.paragraphs = paragraphs;
    this.level = level;
  }

  void read(Table table, List<Block> into) {
    List<Integer> edges = edges(table);
    TableBuilder rows = new TableBuilder();
    Map<Integer, TableBuilder.Cell> merged = new HashMap<>();
    for (int r = 0; r < table.numRows(); r++) {
      TableRow row = table.getRow(r);
      if (isDeleted(row)) {
        continue;
      }
      rows.row();
      int first = row.numCells() == 0 ? 0 : column(edges, row.getCell(0).getLeftEdge());
      if (first > 0) {
        rows.cell(new ArrayList<>(0), paragraphs.blank(), 1, first);
      }
      for (int c = 0; c < row.numCells(); c++) {
        TableCell cell = row.getCell(c);
        Text blank = paragraphs.blank();
        List<Block> blocks = new ArrayList<>(2);
        DocReader.read(cell, paragraphs, level, blocks);
        if (cell.isMerged() && !cell.isFirstMerged()) {
          continue;
        }
        int column = column(edges, cell.getLeftEdge());
        int end = column(edges, end(row, c));
        TableBuilder.Cell above = merged.get(column);
        if (cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged() && above != null) {
          above.grow();
          continue;
        }
        TableBuilder.Cell added = rows.cell(blocks, blank, 1, Math.max(1, end - column));
        if (cell.isVerticallyMerged()) {
          merged.put(column, added);
        } else {
          merged.remove(column);
        }
      }
    }
    rows.close(into);
  }

  /** Where a cell ends, with those that are merged into it. */
  private static int end(TableRow row, int index) {
    int last = index;
    while (last + 1 < row.numCells()
        && row.getCell(last + 1).isMerged()
        && !row.getCell(last + 1).isFirstMerged()) {
      last++;
    }
    TableCell cell = row.getCell(last);
    return cell.getLeftEdge() + cell.getWidth();
  }

  /** The edges of all cells, from left to right, each once. */
  private static List<Integer> edges(Table table) {
    TreeSet<Integer> all = new TreeSet<>();
    for (int r = 0; r < table.numRows(); r++) {
      TableRow row = table.getRow(r);
      for (int c = 0; c < row.numCells(); c++) {
        TableCell cell = row.getCell(c);
        all.add(cell.getLeftEdge());
        all.add(cell.getLeftEdge() + cell.getWidth());
      }
    }
    List<Integer> edges = new ArrayList<>();
    for (int edge : all) {
      if (edges.isEmpty() || edge - edges.get(edges.size() - 1) > NEAR) {
        edges.add(edge);
      }
    }
    return edges;
  }

  private static int column(List<Integer> edges, int at) {
    int column = 0;
    while (column + 1 < edges.size() && edges.get(column + 1) <= at) {
      column++;
    }
    return column;
  }

  /** Whether all of a row is deleted, its marks too. */
  private static boolean isDeleted(TableRow row) {
    for (int i = 0; i < row.numCharacterRuns(); i++) {
      CharacterRun run = row.getCharacterRun(i);
      if (!run.isMarkedDeleted()) {
        return false;
      }
    }
    return row.numCharacterRuns() > 0;
  }
}
