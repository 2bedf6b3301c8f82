package org.gongkai.rule.narrative;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The claims of a sentence; later words can change or remove earlier ones. */
final class SentenceClaims {
  private final List<Claim> claims = new ArrayList<>();
  private @Nullable Claim received;
  private @Nullable Claim last;
  private int figuresSince;

  List<Claim> claims() {
    return claims;
  }

  boolean isEmpty() {
    return claims.isEmpty();
  }

  /** Counts a figure, whether or not it becomes a claim. */
  void figure() {
    figuresSince++;
  }

  void add(Claim claim) {
    claims.add(claim);
    last = claim;
    figuresSince = 0;
    if (claim.target() == Target.RECEIVED) {
      received = claim;
    }
  }

  /** Removes all claims. */
  void clear() {
    claims.clear();
    received = null;
    last = null;
  }

  /** Removes the claims with a target. */
  void forget(Target target) {
    claims.removeIf(claim -> claim.target().equals(target));
    last = null;
  }

  /** Removes the claims about a table. */
  void forget(String table) {
    claims.removeIf(claim -> claim.target().table().equals(table));
    last = null;
  }

  /** Received requests include those carried over: 收到774件，其中新收759件. */
  void widenReceived() {
    if (received != null) {
      replace(received, received.withTarget(Target.RECEIVED_WITH_CARRIED_OVER));
      received = null;
    }
  }

  /** The claim that a percentage is about: the one just before it. */
  @Nullable Claim justBefore() {
    return figuresSince <= 1 ? last : null;
  }

  void replace(Claim claim, Claim by) {
    claims.set(claims.indexOf(claim), by);
    if (last == claim) {
      last = by;
    }
    if (received == claim) {
      received = by;
    }
  }
}
