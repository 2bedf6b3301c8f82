package org.gongkai.rule.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;

/**
 * A sentence gives this year's figures under another year: it names the year before or after, and
 * its figures are the very ones of this report's tables: two of them, or one of three digits. A
 * single small figure agrees too easily by chance, and what is in force stays the same from year to
 * year.
 */
final class NarrativeYearRule implements Rule {
  private static final String RULE = "narrative.year";
  private static final BigDecimal LARGE = BigDecimal.valueOf(100);

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    if (checked.isTitleYearDoubtful()) {
      return;
    }
    Integer year = checked.report().identity().year();
    if (year == null) {
      return;
    }
    List<Claim> together = new ArrayList<>();
    for (Claim claim : checked.narrative().claims().otherYears()) {
      if (!together.isEmpty() && together.get(0).sentence() != claim.sentence()) {
        add(checked, year, together, findings);
        together.clear();
      }
      together.add(claim);
    }
    add(checked, year, together, findings);
  }

  private static void add(
      CheckedReport checked, int year, List<Claim> claims, FindingCollector findings) {
    TableFigures figures = checked.narrative().figures();
    List<Claim> same =
        claims.stream()
            .filter(claim -> claim.amount().isWhole() && claim.amount().value().signum() > 0)
            .filter(claim -> !claim.target().column().equals("inForce"))
            .filter(claim -> Boolean.TRUE.equals(figures.agrees(claim)))
            .toList();
    boolean large = same.stream().anyMatch(claim -> claim.amount().value().compareTo(LARGE) >= 0);
    if (same.size() < claims.size() || same.size() < 2 && !large) {
      return;
    }
    Claim claim = same.get(0);
    if (isDamaged(claim.where().excerpt())) {
      return; // the year may be that of a comparison whose word was lost
    }
    findings
        .add(RULE)
        .at(claim.where())
        .cells(figures.cells(claim.target(), claim.target().readings().get(0)))
        .with("name", claim.target().name(), claim.target().english())
        .with("figure", claim.amount().toString())
        .with("year", Integer.toString(year));
  }

  private static boolean isDamaged(String sentence) {
    return sentence.indexOf('?') >= 0 || sentence.indexOf('\uFFFD') >= 0;
  }
}
