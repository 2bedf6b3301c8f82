package org.gongkai.rule.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Claim.Share;
import org.gongkai.rule.years.PreviousYear;
import org.jspecify.annotations.Nullable;

/**
 * A rise or fall in the prose that is not what last year's figures give. Only with the report of
 * the year before at hand.
 */
final class NarrativeChangeRule implements Rule {
  private static final String RULE = "narrative.change";

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    PreviousYear previous = checked.yearBefore();
    if (previous == null) {
      return;
    }
    for (Claim claim : checked.narrative().agreeing()) {
      Share share = claim.share();
      if (share != null
          && (share.kind() == Share.Kind.UP || share.kind() == Share.Kind.DOWN)
          && claim.amount().isWhole()) {
        check(claim, share, previous, checked, findings);
      }
    }
  }

  private static void check(
      Claim claim,
      Share share,
      PreviousYear previous,
      CheckedReport checked,
      FindingCollector findings) {
    List<BigDecimal> bases = new ArrayList<>();
    for (List<String> rows : claim.target().readings()) {
      BigDecimal base = base(claim, rows, previous);
      if (base == null || base.signum() <= 0) {
        return;
      }
      bases.add(base);
    }
    BigDecimal printed = share.percent().value();
    BigDecimal now = claim.amount().value();
    for (BigDecimal base : bases) {
      if (Percent.agrees(printed, change(share, now, base), base)) {
        return;
      }
    }
    BigDecimal base = bases.get(0);
    BigDecimal computed = Percent.of(now.subtract(base).abs(), base, printed.scale());
    boolean up = now.compareTo(base) >= 0;
    boolean saidUp = share.kind() == Share.Kind.UP;
    findings
        .add(RULE)
        .at(claim.where())
        .cells(
            checked.narrative().figures().cells(claim.target(), claim.target().readings().get(0)))
        .expected(up ? computed : computed.negate())
        .actual(saidUp ? printed : printed.negate())
        .with("name", claim.target().name(), claim.target().english())
        .with("figure", claim.amount().toString())
        .with("before", PlaceNames.figure(base))
        .with(
            "said",
            (saidUp ? "上升" : "下降") + printed.toPlainString(),
            (saidUp ? "up " : "down ") + printed.toPlainString())
        .with(
            "is",
            (up ? "上升" : "下降") + computed.toPlainString(),
            (up ? "up " : "down ") + computed.toPlainString());
  }

  private static BigDecimal change(Share share, BigDecimal now, BigDecimal base) {
    BigDecimal change = now.subtract(base);
    return share.kind() == Share.Kind.UP ? change : change.negate();
  }

  private static @Nullable BigDecimal base(Claim claim, List<String> rows, PreviousYear previous) {
    BigDecimal base = BigDecimal.ZERO;
    for (String row : rows) {
      BigDecimal figure =
          previous
              .figures()
              .get(claim.target().table() + '/' + row + '/' + claim.target().column());
      if (figure == null) {
        return null;
      }
      base = base.add(figure);
    }
    return base;
  }
}
