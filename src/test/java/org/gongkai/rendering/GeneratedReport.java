package org.gongkai.rendering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.FigureKind;
import org.gongkai.form.Relation;
import org.gongkai.form.Row;
import org.gongkai.form.Table;

/**
 * The content of a report, before it is typed, exported or saved in any format.
 *
 * <p>Make one with {@link #of}: the same seed gives the same report. Add an error with {@link
 * #withError}.
 *
 * @param seed what it was drawn from
 * @param edition the form's edition
 * @param year the year reported on
 * @param issuer its issuer
 * @param title its title
 * @param published its date of publication
 * @param figures the figure of each cell by its path, without misprints and missing rows and tables
 * @param misprints texts in place of figures, by path
 * @param missingRows missing rows, as {@code table/row}
 * @param missingTables missing tables, by key
 * @param plantedError the error in it
 */
public record GeneratedReport(
    long seed,
    Edition edition,
    int year,
    String issuer,
    String title,
    LocalDate published,
    Map<String, BigDecimal> figures,
    Map<String, String> misprints,
    Set<String> missingRows,
    Set<String> missingTables,
    PlantedError plantedError) {
  private static final List<String> PLACES =
      List.of("临溪市", "云屏县", "东屏区", "石桥镇", "青垅市", "南浦新区", "北麓县", "白杨街道", "望江岭区", "永汇市");
  private static final List<String> BODIES =
      List.of("人民政府", "人民政府办公室", "教育局", "自然资源局", "司法局", "卫生健康委员会", "住房和城乡建设局", "市场监督管理局");

  public GeneratedReport {
    figures = Map.copyOf(figures);
    misprints = Map.copyOf(misprints);
    missingRows = Set.copyOf(missingRows);
    missingTables = Set.copyOf(missingTables);
  }

  /** A consistent report of either edition. */
  public static GeneratedReport of(long seed) {
    Random random = new Random(mix(seed));
    return of(seed, random.nextInt(4) == 0 ? "2019" : "2021");
  }

  /** A consistent report of an edition: all relations hold. */
  public static GeneratedReport of(long seed, String editionKey) {
    Random random = new Random(mix(seed) + 1);
    Edition edition = Editions.find(editionKey).orElseThrow();
    int year = editionKey.equals("2019") ? 2019 + random.nextInt(2) : 2021 + random.nextInt(5);
    String issuer = pick(random, PLACES) + pick(random, BODIES);
    String title =
        random.nextInt(3) == 0
            ? year + "年" + issuer + "政府信息公开工作年度报告"
            : issuer + year + "年政府信息公开工作年度报告";
    LocalDate published = LocalDate.of(year + 1, 1, 4 + random.nextInt(27));
    Map<String, BigDecimal> figures = new HashMap<>();
    int size = size(random);
    disclosure(edition, figures, size, random);
    requests(edition, figures, size, random);
    remedies(edition, figures, size, random);
    return new GeneratedReport(
        seed,
        edition,
        year,
        issuer,
        title,
        published,
        figures,
        Map.of(),
        Set.of(),
        Set.of(),
        PlantedError.NONE);
  }

  /** The same report with an error. */
  public GeneratedReport withError(PlantedError what) {
    Random random = new Random(mix(seed) + 2 + what.ordinal());
    Map<String, BigDecimal> changed = new HashMap<>(figures);
    return switch (what) {
      case NONE -> this;
      case ONE -> {
        change(changed, random);
        yield with(changed, Map.of(), Set.of(), Set.of(), what);
      }
      case TWO -> {
        do {
          changed.putAll(figures);
          change(changed, random);
          change(changed, random);
        } while (broken(edition, changed).isEmpty());
        yield with(changed, Map.of(), Set.of(), Set.of(), what);
      }
      case TEXT -> {
        String path = pick(random, checked()).path();
        changed.remove(path);
        String words = pick(random, List.of("见附件", "若干", "正在统计", "约十余件", "涉密"));
        yield with(changed, Map.of(path, words), Set.of(), Set.of(), what);
      }
      case NEGATIVE -> {
        changed.put(pick(random, checked()).path(), BigDecimal.valueOf(-1 - random.nextInt(9)));
        yield with(changed, Map.of(), Set.of(), Set.of(), what);
      }
      case FRACTION -> {
        changed.put(
            pick(random, checked()).path(), BigDecimal.valueOf(random.nextInt(40) * 10L + 5, 1));
        yield with(changed, Map.of(), Set.of(), Set.of(), what);
      }
      case MISSING_ROW -> {
        Table table = edition.table(Edition.REQUESTS);
        Row row = pick(random, table.rows());
        row.columns().forEach(column -> changed.remove(edition.cell(table, row, column).path()));
        yield with(changed, Map.of(), Set.of(table.key() + '/' + row.key()), Set.of(), what);
      }
      case MISSING_TABLE -> {
        Table table = pick(random, edition.tables());
        edition.cells().stream()
            .filter(cell -> cell.table() == table)
            .forEach(cell -> changed.remove(cell.path()));
        yield with(changed, Map.of(), Set.of(), Set.of(table.key()), what);
      }
    };
  }

  /** The same report with another figure in a cell. */
  public GeneratedReport with(String path, long figure) {
    Map<String, BigDecimal> changed = new HashMap<>(figures);
    changed.put(path, BigDecimal.valueOf(figure));
    return with(changed, misprints, missingRows, missingTables, plantedError);
  }

  /** The figure at a path. */
  public BigDecimal figure(String path) {
    BigDecimal figure = figures.get(path);
    if (figure == null) {
      throw new IllegalArgumentException("no figure at " + path);
    }
    return figure;
  }

  /** The same with other figures, misprints and missing parts. */
  GeneratedReport with(
      Map<String, BigDecimal> otherFigures,
      Map<String, String> otherMisprints,
      Set<String> otherMissingRows,
      Set<String> otherMissingTables,
      PlantedError otherPlant) {
    return new GeneratedReport(
        seed,
        edition,
        year,
        issuer,
        title,
        published,
        otherFigures,
        otherMisprints,
        otherMissingRows,
        otherMissingTables,
        otherPlant);
  }

  /** The same for another year: title and date of publication follow. */
  public GeneratedReport ofYear(int other) {
    return new GeneratedReport(
        seed,
        edition,
        other,
        issuer,
        title.replace(String.valueOf(year), String.valueOf(other)),
        published.plusYears((long) other - year),
        figures,
        misprints,
        missingRows,
        missingTables,
        plantedError);
  }

  /** The relations that do not hold. */
  static List<Relation> broken(Edition edition, Map<String, BigDecimal> figures) {
    List<Relation> broken = new ArrayList<>();
    for (Relation relation : edition.relations()) {
      if (sum(relation.parts(), figures).compareTo(sum(relation.totals(), figures)) != 0) {
        broken.add(relation);
      }
    }
    return broken;
  }

  static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** Makes neighbouring seeds give different reports. */
  static long mix(long seed) {
    long mixed = (seed + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 31);
  }

  private static BigDecimal sum(List<Cell> cells, Map<String, BigDecimal> figures) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Cell cell : cells) {
      sum = sum.add(figures.getOrDefault(cell.path(), BigDecimal.ZERO));
    }
    return sum;
  }

  private List<Cell> checked() {
    return edition.cells().stream()
        .filter(cell -> !cell.table().key().equals(Edition.PROACTIVE_DISCLOSURE))
        .toList();
  }

  /** As people mistype: a digit more or less, a neighbour's figure, one off. */
  private void change(Map<String, BigDecimal> changed, Random random) {
    String path = pick(random, checked()).path();
    long was = changed.getOrDefault(path, BigDecimal.ZERO).longValueExact();
    long now =
        switch (random.nextInt(4)) {
          case 0 -> was + 1 + random.nextInt(9);
          case 1 -> was * 10 + random.nextInt(10);
          case 2 -> was / 10;
          default -> Math.max(0, was - 1 - random.nextInt(3));
        };
    changed.put(path, BigDecimal.valueOf(now == was ? was + 1 : now));
  }

  /** The number of cases: 0 none, 1 a few, 2 dozens, 3 thousands. */
  private static int size(Random random) {
    int percent = random.nextInt(100);
    return percent < 20 ? 0 : percent < 55 ? 1 : percent < 88 ? 2 : 3;
  }

  private static long some(int size, Random random) {
    return switch (size) {
      case 0 -> 0;
      case 1 -> random.nextInt(6) == 0 ? 1 + random.nextInt(5) : 0;
      case 2 -> random.nextInt(3) == 0 ? random.nextInt(90) : 0;
      default -> random.nextInt(3) == 0 ? 0 : random.nextInt(random.nextInt(4) == 0 ? 9000 : 300);
    };
  }

  private static void disclosure(
      Edition edition, Map<String, BigDecimal> figures, int size, Random random) {
    for (Cell cell : edition.cells()) {
      if (cell.table().key().equals(Edition.PROACTIVE_DISCLOSURE)) {
        long some = some(size, random) * (size == 3 ? 1 + random.nextInt(400) : 1);
        BigDecimal figure =
            switch (cell.kind()) {
              case COUNT -> BigDecimal.valueOf(some);
              case CHANGE -> BigDecimal.valueOf(random.nextBoolean() ? some : -some);
              case AMOUNT ->
                  BigDecimal.valueOf(
                      some * (random.nextBoolean() ? 100 : 1) + random.nextInt(2), 2);
            };
        figures.put(cell.path(), figure.signum() == 0 ? BigDecimal.ZERO : figure);
      }
    }
  }

  private static void requests(
      Edition edition, Map<String, BigDecimal> figures, int size, Random random) {
    Table table = edition.table(Edition.REQUESTS);
    List<Column> columns = table.rows().get(0).columns();
    Map<String, Long> totals = new HashMap<>();
    for (int i = 0; i < columns.size() - 1; i++) {
      Column column = columns.get(i);
      int here =
          i == 0
              ? size
              : i == 1
                  ? Math.max(0, size - random.nextInt(2))
                  : Math.max(0, size - 1 - random.nextInt(2));
      long outcomes = 0;
      for (Row row : table.rows()) {
        if (row.outcome()) {
          long figure = some(here, random);
          outcomes += figure;
          put(figures, totals, table, row, column, figure);
        }
      }
      long forward = some(here, random);
      long over = Math.min(some(here, random), outcomes + forward);
      put(figures, totals, table, table.row("outcomeTotal"), column, outcomes);
      put(figures, totals, table, table.row("carriedForward"), column, forward);
      put(figures, totals, table, table.row("carriedOver"), column, over);
      put(figures, totals, table, table.row("newRequests"), column, outcomes + forward - over);
    }
    totals.forEach(
        (row, total) -> figures.put(table.key() + '/' + row + "/total", BigDecimal.valueOf(total)));
  }

  private static void remedies(
      Edition edition, Map<String, BigDecimal> figures, int size, Random random) {
    Table table = edition.table(Edition.REMEDIES);
    Map<String, Long> totals = new HashMap<>();
    for (Row row : table.rows()) {
      for (Column column : row.columns().subList(0, row.columns().size() - 1)) {
        put(
            figures,
            totals,
            table,
            row,
            column,
            some(Math.max(0, size - random.nextInt(2)), random));
      }
    }
    totals.forEach(
        (row, total) -> figures.put(table.key() + '/' + row + "/total", BigDecimal.valueOf(total)));
  }

  private static void put(
      Map<String, BigDecimal> figures,
      Map<String, Long> totals,
      Table table,
      Row row,
      Column column,
      long figure) {
    figures.put(table.key() + '/' + row.key() + '/' + column.key(), BigDecimal.valueOf(figure));
    totals.merge(row.key(), figure, Long::sum);
  }

  /** The kind of figures of a cell. */
  FigureKind kind(String path) {
    return edition.find(path).orElseThrow().kind();
  }
}
