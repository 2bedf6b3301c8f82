package org.gongkai.rule.config;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;

/**
 * Notes which waivers match a finding of a run, to report those that match none or have expired.
 * Safe for use by several threads at once.
 */
public final class WaiverUsage {
  private final List<Waiver> all;
  private final LocalDate today;
  private final BitSet used;

  WaiverUsage(List<Waiver> all, LocalDate today) {
    this.all = all;
    this.today = today;
    this.used = new BitSet(all.size());
  }

  /** Notes the waivers that match a finding of a result. */
  public void add(Result result) {
    for (Finding finding : result.findings()) {
      add(result.source().name(), finding.id(), finding.rule(), finding.cells());
    }
  }

  /** Notes the waivers that match a finding, as {@code result.json} describes it. */
  public synchronized void add(String source, String id, String rule, List<String> cells) {
    for (int i = 0; i < all.size(); i++) {
      if (!used.get(i) && all.get(i).matches(id, rule, cells, source)) {
        used.set(i);
      }
    }
  }

  /** The waivers to report at the end of the run: expired, or matching no finding. */
  public synchronized List<UnusedWaiver> unused() {
    List<UnusedWaiver> unused = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Waiver waiver = all.get(i);
      if (waiver.isExpired(today)) {
        unused.add(new UnusedWaiver(waiver, expired(waiver)));
      } else if (!used.get(i)) {
        unused.add(new UnusedWaiver(waiver, unmatched(waiver)));
      }
    }
    return unused;
  }

  private static Message expired(Waiver waiver) {
    return new Message(
        "第" + waiver.line() + "行的豁免已于" + waiver.expires() + "到期，不再生效。",
        "The waiver at line "
            + waiver.line()
            + " expired on "
            + waiver.expires()
            + " and no longer holds.");
  }

  private static Message unmatched(Waiver waiver) {
    return new Message(
        "第" + waiver.line() + "行的豁免没有对应的问题，可以删去。",
        "The waiver at line " + waiver.line() + " matches no finding and can go.");
  }
}
