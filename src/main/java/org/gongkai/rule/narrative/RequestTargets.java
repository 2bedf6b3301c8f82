package org.gongkai.rule.narrative;

import java.util.EnumSet;
import java.util.Set;
import org.gongkai.rule.narrative.Context.Topic;
import org.jspecify.annotations.Nullable;

/** What clauses say of requests as such: received, answered, carried over and forward. */
final class RequestTargets {
  private static final Set<Word> UNCLEAR =
      EnumSet.of(Word.HANDLE, Word.UNFINISHED, Word.PAST, Word.NEXT, Word.EACH);

  /** With which requests are all there are. */
  private static final Set<Word> BARE =
      EnumSet.of(Word.FILLER, Word.REQUEST, Word.APPLICATION, Word.YEAR, Word.WHOLE, Word.OWN);

  /** With which those not finished are all that are carried forward. */
  private static final Set<Word> LEFT =
      EnumSet.of(
          Word.FILLER,
          Word.UNFINISHED,
          Word.REQUEST,
          Word.APPLICATION,
          Word.YEAR,
          Word.WHOLE,
          Word.OWN,
          Word.NEXT,
          Word.EXCEPT,
          Word.ON_TIME);

  private static final Set<Word> NOT_CARRIED =
      EnumSet.of(Word.EACH, Word.RECEIVE, Word.RECEIVE_NEW);

  private final Context context;
  private final Found found;

  RequestTargets(Context context, Found found) {
    this.context = context;
    this.found = found;
  }

  @Nullable Target of(Bag bag) {
    boolean receive = bag.has(Word.RECEIVE);
    boolean fresh = bag.has(Word.RECEIVE_NEW);
    boolean answer = bag.has(Word.ANSWER);
    boolean named = bag.has(Word.REQUEST) || bag.has(Word.APPLICATION);
    context.answered |= answer;
    if (bag.hasAny(UNCLEAR)
        || context.astray && !named
        || bag.isOfOneKind()
        || answer && (receive || fresh)) {
      return null;
    }
    if (named) {
      context.topic = Topic.REQUESTS;
    }
    boolean ofThose = isOfThose(bag);
    if (answer) {
      return ofThose || context.carried ? null : Target.ANSWERED;
    }
    if (fresh) {
      return ofThose && context.answered ? null : fresh();
    }
    if (!receive && isBare(bag)) {
      return Target.REQUESTS;
    }
    if (!receive || ofThose) {
      return null;
    }
    boolean second = context.received;
    context.received = true;
    return second ? null : Target.RECEIVED;
  }

  private Target fresh() {
    if (context.among) {
      found.widenReceived();
    }
    return Target.NEW;
  }

  private boolean isOfThose(Bag bag) {
    return context.among || bag.has(Word.INCLUDING);
  }

  /** 依申请公开12件, where a sentence begins so. */
  private boolean isBare(Bag bag) {
    return bag.has(Word.REQUEST)
        && bag.isOnly(BARE)
        && context.figures == 1
        && !context.among
        && !context.received
        && !context.answered
        && !context.astray;
  }

  /** 7件正在办理中, after those answered: they are carried forward. */
  @Nullable Target unfinished(Bag bag) {
    boolean told = context.received || context.answered;
    return context.isOfRequests(bag) && told && !context.now && !context.among && bag.isOnly(LEFT)
        ? Target.CARRIED_FORWARD
        : null;
  }

  @Nullable Target carried(Bag bag) {
    boolean over = bag.has(Word.PAST);
    boolean forward = bag.has(Word.NEXT);
    boolean requests = context.isOfRequests(bag) || context.namesRequests;
    if (!requests || over && forward || bag.hasAny(NOT_CARRIED)) {
      return null;
    }
    over |= !forward && isOfThose(bag) && context.received && !context.answered; // 含结转15件
    if (!over && !forward) {
      boolean plain = !bag.has(Word.TRANSFER) && !bag.has(Word.HANDLE) && !bag.has(Word.ANSWER);
      return plain && !bag.hasOutcome() && (context.received || context.answered)
          ? Target.CARRIED
          : null;
    }
    context.carried = true;
    if (forward) {
      return Target.CARRIED_FORWARD;
    }
    if (bag.has(Word.ANSWER) || bag.has(Word.HANDLE) || bag.hasOutcome()) {
      return null;
    }
    if (isOfThose(bag)) {
      if (context.answered) {
        // Of those answered, so many were carried over: not all that were.
        return null;
      }
      found.widenReceived();
    }
    return Target.CARRIED_OVER;
  }
}
