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
 * The claims of a report's prose, compared with its tables.
 *
 * @param claims the claims of the prose
 * @param figures the figures of the tables
 * @param agreeing claims that the tables confirm
 * @param differing claims that the tables contradict
 */
public record Narrative(
    Claims claims, TableFigures figures, List<Claim> agreeing, List<Claim> differing) {

  private static final Pattern WHOLE = Pattern.compile("[全我][省市州盟县区旗镇乡]");

  public static Narrative of(CheckedReport checked) {
    return of(
        Claims.of(checked.report(), checked.prose()),
        new TableFigures(checked.report(), checked.edition()));
  }

  /** Compares claims with figures. */
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
      differing.removeIf(claim -> describesOnlySome(claim, claims));
      differing.removeIf(claim -> countsNewRequestsOnly(claim, agreeing, figures));
      Set<Claim.Sentence> wholeRegionSentences =
          differing.stream()
              .filter(claim -> isAboutWholeRegion(claim, figures))
              .map(Claim::sentence)
              .collect(Collectors.toSet());
      differing.removeIf(claim -> wholeRegionSentences.contains(claim.sentence()));
    }
    return new Narrative(claims, figures, agreeing, differing);
  }

  /**
   * Whether a claim is about the whole region, because the sentence continues with the body's own
   * figure and that is the table's: 全市收到申请300件，市本级收到20件.
   */
  private static boolean isAboutWholeRegion(Claim claim, TableFigures figures) {
    String sentence = sentence(claim);
    int own = sentence.indexOf("本级");
    return own >= 0
        && figures.expected(claim.target()).stream()
            .anyMatch(figure -> sentence.indexOf(figure.toPlainString() + '件', own) >= 0);
  }

  /** Whether a claim describes only some requests, because the text mentions others too. */
  private static boolean describesOnlySome(Claim claim, Claims claims) {
    return claim.target().equals(Target.RECEIVED_ABOUT)
        && claims.all().stream()
            .anyMatch(
                other ->
                    other != claim
                        && other.target().table().equals(Edition.REQUESTS)
                        && other.target().readings().get(0).contains("newRequests"));
  }

  /**
   * Whether a claim counts the answered ones of the new requests only: 新收789件，办结745件, where 4 more
   * were carried over and answered.
   */
  private static boolean countsNewRequestsOnly(
      Claim claim, List<Claim> agreeing, TableFigures figures) {
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
   * Drops claims about a part or about a whole region: where the prose has the table's figure too,
   * a smaller figure counts an unnamed part, and a figure in the same sentence or about a whole
   * region counts more than this body.
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
