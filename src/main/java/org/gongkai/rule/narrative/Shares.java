package org.gongkai.rule.narrative;

import java.util.EnumSet;
import java.util.Set;
import org.gongkai.form.Edition;
import org.gongkai.rule.narrative.Claim.Share;
import org.jspecify.annotations.Nullable;

/**
 * What a percentage says of the claim before it: a share, or how it changed since the year before.
 */
final class Shares {
  /** What may stand before a share of all requests: 占答复总数的. */
  private static final Set<Word> OF_ALL =
      EnumSet.of(
          Word.FILLER,
          Word.SHARE,
          Word.YEAR,
          Word.WHOLE,
          Word.OWN,
          Word.INFORMATION,
          Word.REQUEST,
          Word.APPLICATION,
          Word.RECEIVE,
          Word.RECEIVE_NEW,
          Word.HANDLE,
          Word.ANSWER);

  /** What may stand before a rise or fall: 较上年增长. */
  private static final Set<Word> SINCE_THE_YEAR_BEFORE =
      EnumSet.of(
          Word.FILLER,
          Word.COMPARE,
          Word.UP,
          Word.DOWN,
          Word.PAST,
          Word.YEAR,
          Word.INFORMATION,
          Word.REQUEST,
          Word.APPLICATION,
          Word.RECEIVE,
          Word.RECEIVE_NEW,
          Word.HANDLE,
          Word.ANSWER,
          Word.SHARE);

  private static final Set<Target> CHANGING = Set.of(Target.RECEIVED, Target.NEW, Target.ANSWERED);

  private Shares() {}

  /** Of what a percentage is with those words before it; null where they do not plainly say. */
  static Share.@Nullable Kind kind(Claim claim, Bag before) {
    boolean up = before.has(Word.UP);
    if (before.isOnly(OF_ALL)
        && before.has(Word.SHARE)
        && claim.target().table().equals(Edition.REQUESTS)) {
      return before.has(Word.ANSWER) ? Share.Kind.OF_ANSWERED : Share.Kind.OF_ALL;
    }
    if (before.isOnly(SINCE_THE_YEAR_BEFORE)
        && before.has(Word.COMPARE)
        && up != before.has(Word.DOWN)
        && CHANGING.contains(claim.target())) {
      return up ? Share.Kind.UP : Share.Kind.DOWN;
    }
    return null;
  }
}
