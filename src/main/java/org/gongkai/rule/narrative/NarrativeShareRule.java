package org.gongkai.rule.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Claim.Share;

/**
 * A percentage in the prose that is not what its figures give. Only where the figure itself agrees
 * with the table; rounded up, down or to the nearest is all right.
 */
final class NarrativeShareRule implements Rule {
  private static final String RULE = "narrative.percentage";

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    for (Claim claim : checked.narrative().agreeing()) {
      Share share = claim.share();
      if (share != null
          && (share.kind() == Share.Kind.OF_ALL || share.kind() == Share.Kind.OF_ANSWERED)
          && claim.amount().isWhole()) {
        check(claim, share, checked.narrative().figures(), findings);
      }
    }
  }

  private static void check(
      Claim claim, Share share, TableFigures figures, FindingCollector findings) {
    List<BigDecimal> bases = new ArrayList<>(figures.expected(Target.ANSWERED));
    if (share.kind() == Share.Kind.OF_ALL) {
      for (List<String> rows : Target.RECEIVED.readings()) {
        List<BigDecimal> received = figures.expected(Target.RECEIVED, rows);
        if (received.isEmpty()) {
          return;
        }
        bases.addAll(received);
      }
      bases.addAll(figures.expectedOfGroup(claim.target()));
    }
    if (bases.isEmpty() || bases.stream().anyMatch(base -> base.signum() <= 0)) {
      return;
    }
    BigDecimal printed = share.percent().value();
    for (BigDecimal base : bases) {
      if (Percent.agrees(printed, claim.amount().value(), base)) {
        return;
      }
    }
    BigDecimal computed = Percent.of(claim.amount().value(), bases.get(0), printed.scale());
    findings
        .add(RULE)
        .at(claim.where())
        .cells(figures.cells(claim.target(), claim.target().readings().get(0)))
        .expected(computed)
        .actual(printed)
        .with("name", claim.target().name(), claim.target().english())
        .with("figure", claim.amount().toString())
        .with("stated", printed.toPlainString())
        .with("base", PlaceNames.figure(bases.get(0)))
        .with("computed", computed.toPlainString());
  }
}
