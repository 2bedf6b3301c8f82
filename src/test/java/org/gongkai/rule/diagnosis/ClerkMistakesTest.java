package org.gongkai.rule.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.gongkai.form.Cell;
import org.gongkai.form.Column;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.rule.Result;
import org.gongkai.rule.TestReports;
import org.gongkai.rule.diagnosis.Diagnosis.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Clerks' errors in generated reports whose text is true: how many are diagnosed, and that no wrong
 * diagnosis is called certain. The text has some of its sentences, or none.
 */
class ClerkMistakesTest {
  private static final int TRIES = 500;
  private static final String SEED = "2323";
  private static final Edition EDITION = Editions.find("2021").orElseThrow();
  private static final List<Row> ROWS = EDITION.table(Edition.REQUESTS).rows();
  private static final List<String> COLUMNS =
      ROWS.get(0).columns().stream().map(Column::key).toList();
  private static final List<String> REMEDIES =
      EDITION.cells().stream()
          .filter(cell -> cell.table().key().equals(Edition.REMEDIES))
          .map(Cell::path)
          .toList();
  private static final List<String> OUTCOMES =
      ROWS.stream().filter(Row::outcome).map(Row::key).toList();
  private static final String TOTAL = "total";
  private static final String TOTAL_ROW = "outcomeTotal";

  /**
   * A generated report and what is printed of it.
   *
   * @param right the figures as they should be
   * @param printed the figures as printed; null for a blank
   */
  private record Draft(Random random, Map<String, Long> right, Map<String, Long> printed) {
    static Draft of(Random random) {
      Map<String, Long> figures = TestReports.figures("2021", random.nextLong());
      return new Draft(random, figures, new HashMap<>(figures));
    }

    String any(List<String> keys) {
      return keys.get(random.nextInt(keys.size()));
    }

    String row() {
      return any(ROWS.stream().map(Row::key).toList());
    }

    /** A row that is no total: of a blank total it is known that it was left out. */
    String rowOfCases() {
      return any(ROWS.stream().map(Row::key).filter(key -> !key.equals(TOTAL_ROW)).toList());
    }

    String part() {
      return any(COLUMNS.subList(0, COLUMNS.size() - 1));
    }

    List<Long> row(String row) {
      return COLUMNS.stream().map(column -> right.get(path(row, column))).toList();
    }

    void print(String row, List<Long> figures) {
      for (int i = 0; i < figures.size(); i++) {
        printed.put(path(row, COLUMNS.get(i)), figures.get(i));
      }
    }

    /** Adds to what is right, and to what is printed if so. */
    void add(String row, String column, long more, boolean isPrinted) {
      right.merge(path(row, column), more, Long::sum);
      if (isPrinted) {
        printed.merge(path(row, column), more, Long::sum);
      }
    }

    void mistype(String path) {
      Assume.that(right.get(path) > 0);
      char[] digits = Long.toString(right.get(path)).toCharArray();
      int at = random.nextInt(digits.length);
      digits[at] = (char) ('0' + (digits[at] - '0' + 1 + random.nextInt(9)) % 10);
      printed.put(path, Long.parseLong(new String(digits)));
    }

    void forget(String path) {
      Assume.that(right.get(path) > 0);
      printed.put(path, null);
    }

    Set<String> wrong() {
      return right.keySet().stream()
          .filter(path -> right.get(path) != (printed.get(path) == null ? 0 : printed.get(path)))
          .map(path -> path + ' ' + right.get(path))
          .collect(Collectors.toSet());
    }

    Result check() {
      ReportFixture fixture = ReportFixture.of("2021");
      printed.forEach(
          (path, figure) -> {
            if (figure == null) {
              fixture.set(path, Status.BLANK, "");
            } else {
              fixture.set(path, Long.toString(figure));
            }
          });
      return TestReports.check(fixture.section(1, text()));
    }

    /** Each sentence in three of four reports, none in one of five. */
    private String[] text() {
      List<String> sentences =
          new ArrayList<>(
              List.of(
                  "2023年，本机关新收政府信息公开申请" + total("newRequests") + "件。",
                  "上年结转政府信息公开申请" + total("carriedOver") + "件。",
                  "全年共办结政府信息公开申请" + total("outcomeTotal") + "件。",
                  "政府信息公开申请予以公开" + total("disclosed") + "件。",
                  "结转下年度继续办理政府信息公开申请" + total("carriedForward") + "件。"));
      boolean silent = random.nextInt(5) == 0;
      sentences.removeIf(sentence -> silent || random.nextInt(4) == 0);
      return sentences.toArray(String[]::new);
    }

    private long total(String row) {
      return right.get(path(row, TOTAL));
    }
  }

  private static String path(String row, String column) {
    return Edition.REQUESTS + '/' + row + '/' + column;
  }

  private static Set<String> changes(Diagnosis diagnosis) {
    return diagnosis.changes().stream()
        .map(change -> change.cell() + ' ' + change.suggested().toBigInteger())
        .collect(Collectors.toSet());
  }

  /**
   * Checks it, and counts whether all errors are diagnosed: with certainty, first, or among others.
   */
  private static void told(Draft draft) {
    Set<String> wrong = draft.wrong();
    Result result = draft.check();
    Assume.that(!result.diagnoses().isEmpty() || !result.findings().isEmpty());
    noneIsWrongAsCertain(draft, result);
    Set<String> certain = new HashSet<>();
    Set<String> all = new HashSet<>();
    for (Diagnosis diagnosis : result.diagnoses()) {
      all.addAll(changes(diagnosis));
      if (diagnosis.certain()) {
        certain.addAll(changes(diagnosis));
      }
    }
    boolean first =
        !result.diagnoses().isEmpty() && changes(result.diagnoses().get(0)).equals(wrong);
    Statistics.collect(
        certain.equals(wrong)
            ? "certain"
            : first ? "first" : all.containsAll(wrong) ? "among" : "missed");
  }

  private static void noneIsWrongAsCertain(Draft draft, Result result) {
    assertThat(draft.wrong())
        .as("all changes that are certain, of %s", draft.printed)
        .containsAll(
            result.diagnoses().stream()
                .filter(Diagnosis::certain)
                .flatMap(diagnosis -> changes(diagnosis).stream())
                .toList());
  }

  private static void isTold(double share, String... ways) {
    Statistics.coverage(
        coverage ->
            coverage
                .checkQuery(told -> List.of(ways).contains(told.get(0)))
                .percentage(told -> told >= share));
  }

  @Property(tries = TRIES, seed = SEED)
  void oneDigit(@ForAll Random random) {
    Draft draft = Draft.of(random);
    draft.mistype(path(draft.row(), draft.any(COLUMNS)));
    told(draft);
    isTold(95, "certain");
  }

  @Property(tries = TRIES, seed = SEED)
  void aForgottenFigure(@ForAll Random random) {
    Draft draft = Draft.of(random);
    draft.forget(path(draft.rowOfCases(), draft.part()));
    told(draft);
    isTold(95, "certain");
  }

  @Property(tries = TRIES, seed = SEED)
  void twoErrorsThatHaveNothingToDoWithEachOther(@ForAll Random random) {
    Draft draft = Draft.of(random);
    draft.mistype(path(draft.row(), draft.any(COLUMNS)));
    draft.forget(path(draft.rowOfCases(), draft.part()));
    told(draft);
    isTold(95, "certain");
  }

  @Property(tries = TRIES, seed = SEED)
  void aForgottenFigureAndAWrongRowOfRequestsCarriedForward(@ForAll Random random) {
    Draft draft = Draft.of(random);
    String column = draft.part();
    long more = 1L + random.nextInt(9);
    draft.printed.merge(path("carriedForward", column), more, Long::sum);
    draft.printed.merge(path("carriedForward", TOTAL), more, Long::sum);
    draft.forget(path(draft.any(List.of("disclosed", "partiallyDisclosed")), draft.part()));
    told(draft);
    isTold(90, "certain", "first", "among");
  }

  @Property(tries = TRIES, seed = SEED)
  void aRowShiftedByACell(@ForAll Random random) {
    Draft draft = Draft.of(random);
    shift(draft, draft.rowOfCases());
    told(draft);
    isTold(90, "certain", "first");
  }

  @Property(tries = TRIES, seed = SEED)
  void theTotalRowShiftedByACell(@ForAll Random random) {
    Draft draft = Draft.of(random);
    shift(draft, TOTAL_ROW);
    told(draft);
    isTold(90, "certain", "first");
  }

  private static void shift(Draft draft, String row) {
    List<Long> figures = new ArrayList<>(draft.row(row));
    Assume.that(figures.stream().filter(figure -> figure > 0).count() > 2);
    boolean right = draft.random.nextBoolean();
    figures.remove(right ? figures.size() - 1 : 0);
    figures.add(right ? 0 : figures.size(), draft.random.nextBoolean() ? 0L : null);
    draft.print(row, figures);
  }

  @Property(tries = TRIES, seed = SEED)
  void twoRowsSwapped(@ForAll Random random) {
    Draft draft = Draft.of(random);
    String one = draft.any(List.of("newRequests", "carriedOver"));
    String other = draft.any(List.of("carriedForward", TOTAL_ROW, "disclosed"));
    draft.print(one, draft.row(other));
    draft.print(other, draft.row(one));
    Assume.that(draft.wrong().size() > 3);
    told(draft);
    isTold(90, "certain", "first");
  }

  @Property(tries = TRIES, seed = SEED)
  void aLateCaseThatTheTotalsLeaveOut(@ForAll Random random) {
    Draft draft = Draft.of(random);
    long more = 1L + random.nextInt(3);
    String column = draft.part();
    boolean rowTotals = random.nextInt(4) == 0;
    List<String> outcomes = ROWS.stream().filter(Row::outcome).map(Row::key).toList();
    boolean pending = random.nextInt(3) == 0;
    String outcome = pending ? "carriedForward" : draft.any(outcomes);
    draft.add("newRequests", column, more, true);
    draft.add("newRequests", TOTAL, more, rowTotals);
    draft.add(outcome, column, more, true);
    draft.add(outcome, TOTAL, more, rowTotals);
    if (!pending) {
      draft.add(TOTAL_ROW, column, more, false);
      draft.add(TOTAL_ROW, TOTAL, more, false);
    }
    Assume.that(!draft.wrong().isEmpty());
    told(draft);
    isTold(90, "certain", "first");
  }

  /** Table IV is one row of fifteen cells. */
  @Property(tries = TRIES, seed = SEED)
  void theRowOfTableFourShiftedByACell(@ForAll Random random) {
    Draft draft = Draft.of(random);
    boolean right = random.nextBoolean();
    shiftRemedies(draft, right, random.nextBoolean() ? 0L : null);
    told(draft);
    isTold(85, "certain", "first");
  }

  /** Where zeros are printed as such, a blank tells where the shift began. */
  @Property(tries = TRIES, seed = SEED)
  void theRowOfTableFourShiftedByABlankCell(@ForAll Random random) {
    Draft draft = Draft.of(random);
    shiftRemedies(draft, random.nextBoolean(), null);
    told(draft);
    isTold(30, "certain");
  }

  private static void shiftRemedies(Draft draft, boolean right, @Nullable Long gap) {
    List<Long> figures = new ArrayList<>();
    REMEDIES.forEach(path -> figures.add(draft.right.get(path)));
    figures.remove(right ? figures.size() - 1 : 0);
    figures.add(right ? 0 : figures.size(), gap);
    for (int i = 0; i < figures.size(); i++) {
      draft.printed.put(REMEDIES.get(i), figures.get(i));
    }
    Assume.that(draft.wrong().size() > 2);
  }

  @Property(tries = TRIES, seed = SEED)
  void aGroupOfTableFourShiftedByACell(@ForAll Random random) {
    Draft draft = Draft.of(random);
    int first = 5 * random.nextInt(3);
    List<String> group = REMEDIES.subList(first, first + 5);
    for (int i = 1; i < group.size(); i++) {
      draft.printed.put(group.get(i), draft.right.get(group.get(i - 1)));
    }
    draft.printed.put(group.get(0), null);
    Assume.that(draft.wrong().size() > 2);
    told(draft);
    isTold(90, "first", "among");
  }

  /** Each group has many possible corrections, so none of them is certain. */
  @Property(tries = 4 * TRIES, seed = SEED)
  void errorsInTwoOrThreeGroupsOfTableFour(@ForAll Random random) {
    Draft draft = Draft.of(random);
    draft.mistype(REMEDIES.get(random.nextInt(5)));
    draft.mistype(REMEDIES.get(5 + random.nextInt(5)));
    if (random.nextBoolean()) {
      draft.mistype(REMEDIES.get(10 + random.nextInt(5)));
    }
    told(draft);
    isTold(90, "among");
  }

  /** A row that was left out adds up by itself. */
  @Property(tries = TRIES, seed = SEED)
  void aRowForgotten(@ForAll Random random) {
    Draft draft = Draft.of(random);
    String row = draft.any(OUTCOMES);
    COLUMNS.forEach(column -> draft.printed.put(path(row, column), null));
    told(draft);
    isTold(95, "certain", "first");
  }

  /** Where zeros are blanks, a row of blanks is no row left out. */
  @Property(tries = TRIES, seed = SEED)
  void aRowCopiedFromAnotherWhereZerosAreBlank(@ForAll Random random) {
    Draft draft = Draft.of(random);
    draft.right.forEach(
        (path, figure) -> {
          if (figure == 0 && path.startsWith(Edition.REQUESTS)) {
            draft.printed.put(path, null);
          }
        });
    draft.print(draft.any(OUTCOMES), draft.row(draft.any(OUTCOMES)));
    Assume.that(draft.wrong().size() > 3);
    noneIsWrongAsCertain(draft, draft.check());
  }

  /** Two cells that explain both errors are not certain. */
  @Property(tries = TRIES, seed = SEED)
  void aRowForgottenAndAFigureForgotten(@ForAll Random random) {
    Draft draft = Draft.of(random);
    String row = draft.any(OUTCOMES);
    COLUMNS.forEach(column -> draft.printed.put(path(row, column), null));
    draft.forget(path(draft.any(OUTCOMES), draft.part()));
    told(draft);
  }

  /** The case is in no outcome: which is not in the report. */
  @Property(tries = TRIES, seed = SEED)
  void aLateCaseWithoutAnOutcome(@ForAll Random random) {
    Draft draft = Draft.of(random);
    long more = 1L + random.nextInt(3);
    draft.add("newRequests", draft.part(), more, true);
    draft.add("newRequests", TOTAL, more, false);
    Result result = draft.check();
    noneIsWrongAsCertain(draft, result);
    assertThat(result.diagnoses().get(0).kind()).isEqualTo(Kind.LATE_CASES);
    assertThat(changes(result.diagnoses().get(0))).isEqualTo(draft.wrong());
  }
}
