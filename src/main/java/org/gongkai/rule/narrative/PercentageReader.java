package org.gongkai.rule.narrative;

import java.util.EnumSet;
import java.util.Set;
import org.gongkai.form.Edition;
import org.gongkai.rule.narrative.Claim.Share;
import org.jspecify.annotations.Nullable;

/**
 * What a percentage says of the claim before it: a share, or how it changed since the year before.
 */
final class PercentageReader {
  /** What may come before a share of all requests: 占答复总数的. */
  private static final Set<WordMeaning> OF_ALL =
      EnumSet.of(
          WordMeaning.FILLER,
          WordMeaning.SHARE,
          WordMeaning.YEAR,
          WordMeaning.WHOLE,
          WordMeaning.OWN,
          WordMeaning.INFORMATION,
          WordMeaning.REQUEST,
          WordMeaning.APPLICATION,
          WordMeaning.RECEIVE,
          WordMeaning.RECEIVE_NEW,
          WordMeaning.HANDLE,
          WordMeaning.ANSWER);

  /** What may come before a rise or fall: 较上年增长. */
  private static final Set<WordMeaning> SINCE_THE_YEAR_BEFORE =
      EnumSet.of(
          WordMeaning.FILLER,
          WordMeaning.COMPARE,
          WordMeaning.UP,
          WordMeaning.DOWN,
          WordMeaning.PAST,
          WordMeaning.YEAR,
          WordMeaning.INFORMATION,
          WordMeaning.REQUEST,
          WordMeaning.APPLICATION,
          WordMeaning.RECEIVE,
          WordMeaning.RECEIVE_NEW,
          WordMeaning.HANDLE,
          WordMeaning.ANSWER,
          WordMeaning.SHARE);

  private static final Set<Target> CHANGING = Set.of(Target.RECEIVED, Target.NEW, Target.ANSWERED);

  private PercentageReader() {}

  /** Of what a percentage is with those words before it; null where they do not plainly say. */
  static Share.@Nullable Kind kind(Claim claim, ClauseWords before) {
    boolean up = before.has(WordMeaning.UP);
    if (before.isOnly(OF_ALL)
        && before.has(WordMeaning.SHARE)
        && claim.target().table().equals(Edition.REQUESTS)) {
      return before.has(WordMeaning.ANSWER) ? Share.Kind.OF_ANSWERED : Share.Kind.OF_ALL;
    }
    if (before.isOnly(SINCE_THE_YEAR_BEFORE)
        && before.has(WordMeaning.COMPARE)
        && up != before.has(WordMeaning.DOWN)
        && CHANGING.contains(claim.target())) {
      return up ? Share.Kind.UP : Share.Kind.DOWN;
    }
    return null;
  }
}
