package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.Gongkai;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Relation;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Reading;
import org.gongkai.report.Status;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;

/**
 * Text in which blank cells are in place, dropped, or moved to the row's end, one figure changed or
 * none: no cell is read wrong, no consistent report fails, no broken sum passes.
 */
class BlankCellsPropertyTest {
  private static final Edition EDITION = Editions.find("2021").orElseThrow();

  /** What becomes of blank cells between strokes or on lines. */
  enum Blanks {
    IN_PLACE,
    DROPPED,
    MOVED
  }

  /** What stands between cells. */
  enum Between {
    STROKES,
    LEADING_STROKES,
    NARROW_STROKES,
    LINES,
    SPACES
  }

  @Property(tries = 400)
  void noCellIsReadWrongAndNoBrokenSumPasses(
      @ForAll Blanks blanks,
      @ForAll Between between,
      @ForAll("seeds") long seed,
      @ForAll boolean planted) {
    Random random = new Random(seed);
    long[] figures = drawn(random);
    boolean broken = planted && plant(figures, random);
    boolean[] blank = new boolean[figures.length];
    int column = random.nextInt(3) == 0 ? random.nextInt(5) : -1;
    for (int i = 0; i < blank.length; i++) {
      Cell cell = EDITION.cells().get(i);
      boolean throughout =
          cell.table().key().equals(Edition.REQUESTS)
              && column >= 0
              && (cell.row().columns().indexOf(cell.column()) == column
                  || cell.row().columns().indexOf(cell.column()) == column + 1);
      blank[i] = figures[i] == 0 && (throughout || random.nextInt(3) == 0);
    }
    for (Relation relation : EDITION.relations()) {
      if (relation.rule().equals(Relation.ROW_TOTAL)
          || relation.rule().equals(Relation.REMEDY_TOTAL)) {
        // A total is left blank where its whole row is.
        int total = relation.totals().get(0).index();
        blank[total] =
            figures[total] == 0 && relation.parts().stream().allMatch(part -> blank[part.index()]);
      }
    }
    String text = printed(figures, blank, blanks, between);
    Result result = Gongkai.standard().check(text.getBytes(StandardCharsets.UTF_8), "report.txt");
    for (Cell cell : EDITION.cells()) {
      Reading reading = result.report().at(cell);
      if (reading.status() == Status.NUMBER) {
        assertThat(reading.value())
            .as("%s\n%s", cell.path(), text)
            .isEqualByComparingTo(BigDecimal.valueOf(figures[cell.index()]));
      } else if (reading.status() == Status.BLANK) {
        assertThat(figures[cell.index()]).as("%s\n%s", cell.path(), text).isZero();
      }
    }
    if (broken) {
      assertThat(result.verdict()).as(text).isNotEqualTo(Verdict.PASS);
    } else {
      assertThat(result.findings())
          .as(text)
          .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  /** Figures by which every relation holds, many of them zero. */
  private static long[] drawn(Random random) {
    long[] figures = new long[EDITION.cells().size()];
    for (Cell cell : EDITION.cells()) {
      boolean few = random.nextInt(3) > 0;
      figures[cell.index()] = few ? 0 : random.nextInt(random.nextBoolean() ? 9 : 999);
    }
    Table requests = EDITION.table(Edition.REQUESTS);
    for (int column = 0; column < 6; column++) {
      long outcomes = 0;
      for (Row row : requests.rows()) {
        outcomes += row.outcome() ? figures[at(requests, row, column)] : 0;
      }
      figures[at(requests, requests.row("outcomeTotal"), column)] = outcomes;
      long forward = figures[at(requests, requests.row("carriedForward"), column)];
      long over = Math.min(figures[at(requests, requests.row("carriedOver"), column)], outcomes);
      figures[at(requests, requests.row("carriedOver"), column)] = over;
      figures[at(requests, requests.row("newRequests"), column)] = outcomes + forward - over;
    }
    for (Relation relation : EDITION.relations()) {
      if (relation.totals().size() == 1 && !relation.rule().equals(Relation.COLUMN_TOTAL)) {
        long sum = relation.parts().stream().mapToLong(part -> figures[part.index()]).sum();
        figures[relation.totals().get(0).index()] = sum;
      }
    }
    return figures;
  }

  private static int at(Table table, Row row, int column) {
    return EDITION.cell(table, row, row.columns().get(column)).index();
  }

  /** Changes a figure of table III or IV; whether a relation is broken then. */
  private static boolean plant(long[] figures, Random random) {
    List<Cell> cells =
        EDITION.cells().stream()
            .filter(cell -> !cell.table().key().equals(Edition.PROACTIVE_DISCLOSURE))
            .toList();
    figures[cells.get(random.nextInt(cells.size())).index()] += 1 + random.nextInt(20);
    return true;
  }

  private static String printed(long[] figures, boolean[] blank, Blanks blanks, Between between) {
    List<String> lines = new ArrayList<>();
    lines.add("某市人民政府2024年政府信息公开工作年度报告");
    lines.add("二、主动公开政府信息情况");
    for (Table table : EDITION.tables()) {
      if (table.key().equals(Edition.REQUESTS)) {
        lines.add("三、收到和处理政府信息公开申请情况");
        lines.add(line(List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"), between));
      }
      List<String> all = new ArrayList<>();
      for (Row row : table.rows()) {
        List<String> cells = new ArrayList<>();
        int columns = row.columns().size();
        for (int i = 0; i < columns; i++) {
          int index = at(table, row, i);
          boolean dropped = blank[index] && blanks != Blanks.IN_PLACE;
          if (!dropped) {
            cells.add(blank[index] ? "" : Long.toString(figures[index]));
          }
        }
        while (blanks == Blanks.MOVED && cells.size() < columns) {
          cells.add("");
        }
        all.addAll(cells);
        if (!table.sideways()) {
          cells.add(0, row.label());
          lines.add(line(cells, between));
        }
      }
      if (table.sideways()) {
        lines.add("四、政府信息公开行政复议、行政诉讼情况");
        lines.add(line(List.of("行政复议", "未经复议直接起诉", "复议后起诉"), between));
        List<String> endings = List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计");
        List<String> thrice = new ArrayList<>(endings);
        thrice.addAll(endings);
        thrice.addAll(endings);
        lines.add(line(thrice, between));
        lines.add(line(all, between));
      }
    }
    lines.add("五、存在的主要问题及改进情况");
    lines.add("公开内容还不够丰富。");
    return String.join("\n", lines);
  }

  private static String line(List<String> cells, Between between) {
    return switch (between) {
      case STROKES -> String.join(" | ", cells) + " |";
      case LEADING_STROKES -> "| " + String.join(" | ", cells) + " |";
      case NARROW_STROKES -> String.join("|", cells) + "|";
      case LINES ->
          String.join("\n", cells.stream().map(cell -> cell.isEmpty() ? "\u00a0" : cell).toList());
      case SPACES -> String.join(" ", cells.stream().filter(cell -> !cell.isEmpty()).toList());
    };
  }
}
