package org.gongkai.rule.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.form.Edition;
import org.gongkai.rule.CheckedReport;

/**
 * The claims of a report's prose beside its tables.
 *
 * @param claims what the prose says
 * @param figures what the tables say
 * @param agreeing claims that the tables bear out
 * @param differing claims that they do not
 */
public record Narrative(
    Claims claims, TableFigures figures, List<Claim> agreeing, List<Claim> differing) {

  private static final Pattern WHOLE = Pattern.compile("[全我][省市州盟县区旗镇乡]");

  public static Narrative of(CheckedReport checked) {
    return of(
        Claims.of(checked.report(), checked.prose()),
        new TableFigures(checked.report(), checked.edition()));
  }

  /** The same claims beside figures. */
  public static Narrative of(Claims claims, TableFigures figures) {
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
      differing.removeIf(claim -> isOfSome(claim, claims));
      differing.removeIf(claim -> isOfTheNew(claim, agreeing, figures));
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
        && figures.expected(claim.target()).stream()
            .anyMatch(figure -> sentence.indexOf(figure.toPlainString() + '件', own) >= 0);
  }

  /** Whether requests are described, and others told of: these are not all of them. */
  private static boolean isOfSome(Claim claim, Claims claims) {
    return claim.target().equals(Target.RECEIVED_ABOUT)
        && claims.all().stream()
            .anyMatch(
                other ->
                    other != claim
                        && other.target().table().equals(Edition.REQUESTS)
                        && other.target().readings().get(0).contains("newRequests"));
  }

  /**
   * Whether a sentence gives, of the new requests, those answered: 新收789件，办结745件, where 4 more were
   * carried over and answered.
   */
  private static boolean isOfTheNew(Claim claim, List<Claim> agreeing, TableFigures figures) {
    return claim.target().equals(Target.ANSWERED)
        && agreeing.stream()
            .anyMatch(
                other ->
                    other.sentence() == claim.sentence()
                        && anyAgrees(other, figures.expected(Target.NEW)))
        && figures.expected(Target.CARRIED_OVER).stream()
            .anyMatch(
                over ->
                    anyAgrees(
                        claim,
                        figures.expected(Target.ANSWERED).stream()
                            .map(all -> all.subtract(over))
                            .toList()));
  }

  private static boolean anyAgrees(Claim claim, List<BigDecimal> figures) {
    return figures.stream().anyMatch(claim.amount()::agrees);
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
