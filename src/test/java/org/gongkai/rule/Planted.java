package org.gongkai.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.form.Cell;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.report.Status;

/** Plants errors in consistent reports, the way people make them. */
final class Planted {
  private Planted() {}

  /** The report with other figures in some cells. */
  static Report change(Report report, Map<Cell, Long> figures) {
    List<Reading> readings = new ArrayList<>(report.readings());
    figures.forEach(
        (cell, figure) -> {
          Reading old = readings.get(cell.index());
          BigDecimal value = BigDecimal.valueOf(figure);
          readings.set(
              cell.index(), new Reading(cell, Status.NUMBER, value, value.toString(), true, old.where()));
        });
    return new Report(
        report.document(),
        report.nature(),
        report.identity(),
        report.edition(),
        report.tables(),
        readings,
        report.looseRows(),
        report.sections(),
        report.preamble());
  }

  static long figure(Report report, Cell cell) {
    BigDecimal value = report.at(cell).value();
    return value == null ? 0 : value.longValueExact();
  }

  /** Another figure, as somebody might mistype it; never the same and never negative. */
  static long mistype(long right, Random random) {
    String digits = Long.toString(right);
    int at = random.nextInt(digits.length());
    String typed =
        switch (random.nextInt(5)) {
          case 0 -> digits.length() > 1 ? digits.substring(0, at) + digits.substring(at + 1) : "1" + digits;
          case 1 -> digits.substring(0, at) + digits.charAt(at) + digits.substring(at);
          case 2 -> at > 0
              ? digits.substring(0, at - 1) + digits.charAt(at) + digits.charAt(at - 1) + digits.substring(at + 1)
              : digits;
          case 3 -> digits.substring(0, at) + random.nextInt(10) + digits.substring(at + 1);
          default -> Integer.toString(random.nextInt(1000));
        };
    long figure = Long.parseLong(typed);
    return figure == right ? right + 1 + random.nextInt(9) : figure;
  }

  /** How diagnoses fared. */
  static final class Score {
    int planted;
    int silent;
    int exact;
    int among;
    int none;
    int wrongCertain;
    int likelierRight;
    int likelierWrong;
    int candidates;

    void add(Result result, Map<Cell, Long> right) {
      planted++;
      if (result.verdict() == Verdict.PASS) {
        silent++;
        return;
      }
      List<Diagnosis> certain = result.diagnoses().stream().filter(Diagnosis::certain).toList();
      long hits = certain.stream().filter(diagnosis -> isRight(diagnosis, right)).count();
      if (hits < certain.size()) {
        wrongCertain++;
      }
      boolean all =
          right.entrySet().stream()
              .allMatch(
                  entry ->
                      result.diagnoses().stream()
                          .anyMatch(
                              diagnosis ->
                                  diagnosis.cell().equals(entry.getKey().path())
                                      && diagnosis.suggested().longValueExact() == entry.getValue()));
      if (hits == right.size()) {
        exact++;
      } else if (all) {
        among++;
        candidates += result.diagnoses().size();
      } else if (result.diagnoses().isEmpty()) {
        none++;
      }
      for (Diagnosis diagnosis : result.diagnoses()) {
        if (diagnosis.message().zh().contains("较有可能")) {
          if (isRight(diagnosis, right)) {
            likelierRight++;
          } else {
            likelierWrong++;
          }
        }
      }
    }

    private static boolean isRight(Diagnosis diagnosis, Map<Cell, Long> right) {
      return right.entrySet().stream()
          .anyMatch(
              entry ->
                  diagnosis.cell().equals(entry.getKey().path())
                      && diagnosis.suggested().longValueExact() == entry.getValue());
    }

    @Override
    public String toString() {
      return "planted %d: exact %d (%.1f %%), true cells among candidates %d (%.1f %%, %.1f candidates on average), no diagnosis %d, break no relation %d, wrong certain %d; called likelier than the others: right %d, wrong %d"
          .formatted(
              planted,
              exact,
              100.0 * exact / planted,
              among,
              100.0 * among / planted,
              among == 0 ? 0.0 : (double) candidates / among,
              none,
              silent,
              wrongCertain,
              likelierRight,
              likelierWrong);
    }
  }
}
