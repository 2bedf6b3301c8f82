package org.gongkai.rule.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.form.Cell;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.rule.Result;
import org.gongkai.rule.TestReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every single-cell error and many two-cell errors in generated reports, and how many are
 * diagnosed. More with {@code -Dgongkai.planted=10000} (two-cell errors; a fiftieth of it is the
 * number of reports for single ones).
 */
class PlantedErrorsTest {
  private static final int PAIRS = Integer.getInteger("gongkai.planted", 500);

  /**
   * One in so many: four wrong cells that three would explain, two rows exchanged that two would.
   */
  private static final int FEW = 1000;

  @Test
  void everySingleErrorInTableThreeIsDiagnosedExactlyAndNoneWrongly() {
    ErrorPlanter.Score late = new ErrorPlanter.Score();
    ErrorPlanter.Score requests = new ErrorPlanter.Score();
    ErrorPlanter.Score remedies = new ErrorPlanter.Score();
    for (int seed = 0; seed < Math.max(4, PAIRS / 50); seed++) {
      String edition = seed % 4 == 3 ? "2019" : "2021";
      Report report = TestReports.report(edition, TestReports.figures(edition, seed));
      Random random = new Random(seed);
      for (Cell cell : TestReports.cells(edition)) {
        long right = ErrorPlanter.figure(report, cell);
        long wrong = ErrorPlanter.mistype(right, random);
        Result result = TestReports.check(ErrorPlanter.change(report, Map.of(cell, wrong)));
        ErrorPlanter.Score score =
            cell.table().section() == 4
                ? remedies
                : mayBeLate(cell, wrong - right) ? late : requests;
        score.add(result, Map.of(cell, right));
      }
    }
    System.out.println("one cell of table III, " + requests);
    System.out.println("one cell of table III that may be a late case, " + late);
    System.out.println("one cell of table IV, " + remedies);
    assertThat(requests.exact).isEqualTo(requests.planted);
    assertThat(requests.wrongCertain).isZero();
    assertThat(late.among).isEqualTo(late.planted);
    assertThat(remedies.exact + remedies.among).isEqualTo(remedies.planted);
    assertThat(remedies.wrongCertain).isZero();
  }

  /**
   * Whether so many new requests may have been added late, with nothing else brought up to date.
   */
  private static boolean mayBeLate(Cell cell, long more) {
    boolean part = !cell.column().key().equals("total");
    return cell.row().key().equals("newRequests") && part && more > 0 && more <= 9;
  }

  @Test
  void noTwoErrorsAreEverDiagnosedWronglyAsCertain() {
    ErrorPlanter.Score anywhere = new ErrorPlanter.Score();
    ErrorPlanter.Score inTableThree = new ErrorPlanter.Score();
    Random random = new Random(7);
    for (int i = 0; i < PAIRS; i++) {
      Report report = TestReports.report("2021", TestReports.figures("2021", random.nextLong()));
      List<Cell> cells = TestReports.cells("2021");
      Cell one = cells.get(random.nextInt(cells.size()));
      Cell two = cells.get(random.nextInt(cells.size()));
      if (one.equals(two)) {
        continue;
      }
      Map<Cell, Long> right = new HashMap<>();
      Map<Cell, Long> wrong = new HashMap<>();
      for (Cell cell : List.of(one, two)) {
        right.put(cell, ErrorPlanter.figure(report, cell));
        wrong.put(cell, ErrorPlanter.mistype(right.get(cell), random));
      }
      Result result = TestReports.check(ErrorPlanter.change(report, wrong));
      boolean requests = one.table().section() == 3 && two.table().section() == 3;
      (requests ? inTableThree : anywhere).add(result, right);
    }
    System.out.println("two cells of table III, " + inTableThree);
    System.out.println("two cells, not both of table III, " + anywhere);
    assertThat(inTableThree.wrongCertain).isZero();
    assertThat(anywhere.wrongCertain).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void moreErrorsAreHardlyEverDiagnosedWronglyAsCertain(int errors) {
    ErrorPlanter.Score score = new ErrorPlanter.Score();
    Random random = new Random(errors);
    List<Cell> cells =
        TestReports.cells("2021").stream().filter(cell -> cell.table().section() == 3).toList();
    for (int i = 0; i < PAIRS; i++) {
      Report report = TestReports.report("2021", TestReports.figures("2021", random.nextLong()));
      Map<Cell, Long> right = new HashMap<>();
      Map<Cell, Long> wrong = new HashMap<>();
      while (right.size() < errors) {
        Cell cell = cells.get(random.nextInt(cells.size()));
        right.put(cell, ErrorPlanter.figure(report, cell));
        wrong.put(cell, ErrorPlanter.mistype(right.get(cell), random));
      }
      score.add(TestReports.check(ErrorPlanter.change(report, wrong)), right);
    }
    System.out.println(errors + " cells of table III, " + score);
    assertThat(score.wrongCertain).isLessThanOrEqualTo(errors == 3 ? 0 : PAIRS / FEW);
    assertThat(score.exact).isGreaterThan(errors == 3 ? PAIRS / 2 : -1);
  }

  /** What a clerk does to several cells at once: that fewer cells explain it, too, is rare. */
  @ParameterizedTest
  @EnumSource(ErrorPlanter.ClerkError.class)
  void hardlyAnyErrorIsDiagnosedWronglyAsCertain(ErrorPlanter.ClerkError error) {
    ErrorPlanter.Score score = new ErrorPlanter.Score();
    Random random = new Random(error.ordinal());
    for (int i = 0; i < PAIRS; i++) {
      Report report = TestReports.report("2021", TestReports.figures("2021", random.nextLong()));
      Map<Cell, Long> wrong = error.of(report, random);
      Map<Cell, Long> right = new HashMap<>();
      wrong.keySet().forEach(cell -> right.put(cell, ErrorPlanter.figure(report, cell)));
      score.add(TestReports.check(ErrorPlanter.change(report, wrong)), right);
    }
    System.out.println(error + ", " + score);
    assertThat(score.wrongCertain).isLessThanOrEqualTo(PAIRS / FEW);
  }

  @Test
  void blanksNeverMakeAWrongCellCertain() {
    ErrorPlanter.Score score = new ErrorPlanter.Score();
    Random random = new Random(5);
    for (int i = 0; i < PAIRS; i++) {
      Report report =
          ErrorPlanter.blank(
              TestReports.report("2021", TestReports.figures("2021", random.nextLong())), random);
      assertThat(TestReports.check(report).relationCounts().broken()).isZero();
      List<Cell> printed =
          TestReports.cells("2021").stream()
              .filter(cell -> report.at(cell).status() == Status.NUMBER)
              .toList();
      for (int n = 0; n < 5; n++) {
        Cell cell = printed.get(random.nextInt(printed.size()));
        long right = ErrorPlanter.figure(report, cell);
        Result result =
            TestReports.check(
                ErrorPlanter.change(report, Map.of(cell, ErrorPlanter.mistype(right, random))));
        score.add(result, Map.of(cell, right));
      }
    }
    System.out.println("one cell among blanks and blank totals, " + score);
    assertThat(score.wrongCertain).isZero();
  }

  @Test
  void noCellIsBlamedForAFigureWithoutAPlace() {
    ErrorPlanter.Score placed = new ErrorPlanter.Score();
    ErrorPlanter.Score unplaced = new ErrorPlanter.Score();
    Random random = new Random(9);
    for (int i = 0; i < PAIRS; i++) {
      Report report =
          ErrorPlanter.drop(
              TestReports.report("2021", TestReports.figures("2021", random.nextLong())), random);
      assertThat(TestReports.check(report).relationCounts().broken()).isZero();
      List<Cell> printed =
          TestReports.cells("2021").stream()
              .filter(cell -> report.at(cell).status() == Status.NUMBER)
              .toList();
      Cell cell = printed.get(random.nextInt(printed.size()));
      long right = ErrorPlanter.figure(report, cell);
      placed.add(
          TestReports.check(
              ErrorPlanter.change(report, Map.of(cell, ErrorPlanter.mistype(right, random)))),
          Map.of(cell, right));
      unplaced.add(TestReports.check(ErrorPlanter.changeLoose(report, random)), Map.of());
    }
    System.out.println("one cell among rows of unplaced figures, " + placed);
    assertThat(placed.wrongCertain).isZero();
    assertThat(unplaced.wrongCertain).isZero();
  }
}
