package org.gongkai.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.rule.narrative.Amount;
import org.gongkai.rule.narrative.Claim;
import org.gongkai.rule.narrative.Claims;
import org.gongkai.rule.narrative.TableFigures;
import org.gongkai.rule.narrative.Target;

/**
 * The claims of a report's prose beside its tables.
 *
 * @param claims what the prose says
 * @param figures what the tables say
 * @param agreeing claims that the tables bear out
 * @param differing claims that they do not
 */
record Narrative(Claims claims, TableFigures figures, List<Claim> agreeing, List<Claim> differing) {

  static Narrative of(Subject subject) {
    Claims claims = Claims.of(subject.report(), subject.prose());
    TableFigures figures = new TableFigures(subject.report(), subject.edition());
    List<Claim> agreeing = new ArrayList<>();
    List<Claim> differing = new ArrayList<>();
    for (Claim claim : claims.all()) {
      Boolean agrees = figures.agrees(claim);
      if (agrees != null) {
        (agrees ? agreeing : differing).add(claim);
      }
    }
    if (!differing.isEmpty()) {
      dropParts(agreeing, differing);
    }
    return new Narrative(claims, figures, agreeing, differing);
  }

  /**
   * Where the prose gives the table's figure too, a smaller one is of a part that the sentence does
   * not name.
   */
  private static void dropParts(List<Claim> agreeing, List<Claim> differing) {
    Map<Target, Amount> said = new HashMap<>();
    agreeing.forEach(claim -> said.put(claim.target(), claim.amount()));
    differing.removeIf(
        claim -> {
          Amount whole = said.get(claim.target());
          return whole != null && claim.amount().value().compareTo(whole.value()) < 0;
        });
  }
}
