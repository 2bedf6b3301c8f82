package org.gongkai.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An edition of the prescribed form: its tables, cells and relations.
 *
 * <p>Take one from {@link Editions}. Cells are numbered from 0 in the form's order, so that
 * readings of a report can be kept in an array.
 */
public final class Edition {
  /** The key of table II. */
  public static final String PROACTIVE_DISCLOSURE = "proactiveDisclosure";

  /** The key of table III. */
  public static final String REQUESTS = "requests";

  /** The key of table IV. */
  public static final String REMEDIES = "remedies";

  private final String key;
  private final String notice;
  private final int firstYear;
  private final int lastYear;
  private final List<Table> tables;
  private final List<Cell> cells;
  private final Map<String, Cell> byPath = new HashMap<>();
  private final Map<Row, Integer> firstCells = new IdentityHashMap<>();
  private final List<Relation> relations;

  /**
   * Makes an edition; its relations follow from the roles of rows and columns.
   *
   * @param key its name in results: {@code 2021}
   * @param notice the notice that prescribes it: {@code 国办公开办函〔2021〕30号}
   * @param firstYear the first year whose reports use it
   * @param lastYear the last year whose reports use it; {@link Integer#MAX_VALUE} for the one in
   *     force
   * @param tables its three tables
   */
  Edition(String key, String notice, int firstYear, int lastYear, List<Table> tables) {
    this.key = key;
    this.notice = notice;
    this.firstYear = firstYear;
    this.lastYear = lastYear;
    this.tables = List.copyOf(tables);
    List<Cell> all = new ArrayList<>();
    for (Table table : tables) {
      for (Row row : table.rows()) {
        firstCells.putIfAbsent(row, all.size());
        for (Column column : row.columns()) {
          Cell cell = new Cell(all.size(), table, row, column);
          all.add(cell);
          byPath.put(cell.path(), cell);
        }
      }
    }
    this.cells = List.copyOf(all);
    this.relations = List.copyOf(relate());
  }

  /** The same with other tables II and III. */
  Edition with(Table disclosure, Table requests) {
    return new Edition(
        key, notice, firstYear, lastYear, List.of(disclosure, requests, tables.get(2)));
  }

  /** Its name in results: {@code 2019}, {@code 2021}. */
  public String key() {
    return key;
  }

  /** The notice that prescribes it. */
  public String notice() {
    return notice;
  }

  /** Whether reports for a year must use this edition. */
  public boolean covers(int year) {
    return firstYear <= year && year <= lastYear;
  }

  /** Its three tables, in the form's order. */
  public List<Table> tables() {
    return tables;
  }

  /**
   * The table with a key.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Table table(String tableKey) {
    for (Table table : tables) {
      if (table.key().equals(tableKey)) {
        return table;
      }
    }
    throw new IllegalArgumentException("no table " + tableKey);
  }

  /** All cells, each at its index. */
  public List<Cell> cells() {
    return cells;
  }

  /** The cell at a path ({@code table/row/column}); empty for none. */
  public Optional<Cell> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /**
   * The cell of a table, row and column.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Cell cell(Table table, Row row, Column column) {
    Integer first = firstCells.get(row);
    if (first != null) {
      for (int i = 0; i < row.columns().size(); i++) {
        Cell cell = cells.get(first + i);
        if (cell.column() == column && cell.table() == table) {
          return cell;
        }
      }
    }
    String path = new Cell(-1, table, row, column).path();
    return find(path).orElseThrow(() -> new IllegalArgumentException("no cell " + path));
  }

  /**
   * All relations, in the form's order: rows, columns and balances of table III, then the groups of
   * table IV.
   */
  public List<Relation> relations() {
    return relations;
  }

  private List<Relation> relate() {
    List<Relation> all = new ArrayList<>();
    Table requests = table(REQUESTS);
    for (Row row : requests.rows()) {
      all.add(total(Relation.ROW_TOTAL, requests, row));
    }
    List<Column> columns = requests.rows().get(0).columns();
    for (Column column : columns) {
      List<Cell> outcomes = new ArrayList<>();
      for (Row row : requests.rows()) {
        if (row.outcome()) {
          outcomes.add(cell(requests, row, column));
        }
      }
      all.add(
          new Relation(
              Relation.COLUMN_TOTAL,
              outcomes,
              List.of(cell(requests, requests.row("outcomeTotal"), column))));
    }
    for (Column column : columns) {
      all.add(
          new Relation(
              Relation.BALANCE,
              List.of(
                  cell(requests, requests.row("newRequests"), column),
                  cell(requests, requests.row("carriedOver"), column)),
              List.of(
                  cell(requests, requests.row("outcomeTotal"), column),
                  cell(requests, requests.row("carriedForward"), column))));
    }
    Table remedies = table(REMEDIES);
    for (Row row : remedies.rows()) {
      all.add(total(Relation.REMEDY_TOTAL, remedies, row));
    }
    return all;
  }

  private Relation total(String rule, Table table, Row row) {
    List<Column> columns = row.columns();
    List<Cell> parts = new ArrayList<>();
    for (Column column : columns.subList(0, columns.size() - 1)) {
      parts.add(cell(table, row, column));
    }
    return new Relation(rule, parts, List.of(cell(table, row, columns.get(columns.size() - 1))));
  }

  @Override
  public String toString() {
    return "Edition " + key;
  }
}
