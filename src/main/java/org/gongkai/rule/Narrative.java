package org.gongkai.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private static final Pattern WHOLE = Pattern.compile("[全我][省市州盟县区旗镇乡]");

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
      Set<Claim.Sentence> wholes =
          differing.stream()
              .filter(claim -> isOfTheWhole(claim, figures))
              .map(Claim::sentence)
              .collect(Collectors.toSet());
      differing.removeIf(claim -> wholes.contains(claim.sentence()));
    }
    return new Narrative(claims, figures, agreeing, differing);
  }

  /**
   * Whether the sentence goes on with the body's own figure, and that is the table's: 全市收到申请300件，
   * 市本级收到20件.
   */
  private static boolean isOfTheWhole(Claim claim, TableFigures figures) {
    String sentence = sentence(claim);
    int own = sentence.indexOf("本级");
    return own >= 0
        && figures.expected(claim.target(), claim.target().readings().get(0)).stream()
            .anyMatch(figure -> sentence.indexOf(figure.toPlainString() + '件', own) >= 0);
  }

  private static String sentence(Claim claim) {
    return claim.paragraph().string().substring(claim.sentence().from(), claim.sentence().to());
  }

  /**
   * Where the prose gives the table's figure too, a smaller one is of a part that the sentence does
   * not name; one beside it in the sentence, or of a whole region, is of what the body is part of.
   */
  private static void dropParts(List<Claim> agreeing, List<Claim> differing) {
    Map<Target, Claim> said = new HashMap<>();
    agreeing.forEach(claim -> said.put(claim.target(), claim));
    differing.removeIf(
        claim -> {
          Claim other = said.get(claim.target());
          return other != null
              && (claim.sentence() == other.sentence()
                  || WHOLE.matcher(sentence(claim)).find()
                  || claim.amount().value().compareTo(other.amount().value()) < 0);
        });
  }
}
