package org.gongkai.rule.narrative;

import java.util.EnumSet;
import java.util.Set;
import org.gongkai.rule.narrative.Context.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cells of table III that clauses about all requests refer to: received, answered,
 * carried over and forward.
 */
final class RequestTargets {
  private static final Set<WordMeaning> UNCLEAR =
      EnumSet.of(
          WordMeaning.HANDLE,
          WordMeaning.UNFINISHED,
          WordMeaning.PAST,
          WordMeaning.NEXT,
          WordMeaning.EACH);

  /** Words of a clause that counts all requests. */
  private static final Set<WordMeaning> BARE =
      EnumSet.of(
          WordMeaning.FILLER,
          WordMeaning.REQUEST,
          WordMeaning.APPLICATION,
          WordMeaning.YEAR,
          WordMeaning.WHOLE,
          WordMeaning.OWN);

  /** Words of a clause in which the unfinished requests are all that are carried forward. */
  private static final Set<WordMeaning> LEFT =
      EnumSet.of(
          WordMeaning.FILLER,
          WordMeaning.UNFINISHED,
          WordMeaning.REQUEST,
          WordMeaning.APPLICATION,
          WordMeaning.YEAR,
          WordMeaning.WHOLE,
          WordMeaning.OWN,
          WordMeaning.NEXT,
          WordMeaning.EXCEPT,
          WordMeaning.ON_TIME);

  private static final Set<WordMeaning> NOT_CARRIED =
      EnumSet.of(WordMeaning.EACH, WordMeaning.RECEIVE, WordMeaning.RECEIVE_NEW);

  private final Context context;
  private final SentenceClaims found;

  RequestTargets(Context context, SentenceClaims found) {
    this.context = context;
    this.found = found;
  }

  @Nullable Target of(ClauseWords meanings) {
    boolean receive = meanings.has(WordMeaning.RECEIVE);
    boolean isNew = meanings.has(WordMeaning.RECEIVE_NEW);
    boolean answer = meanings.has(WordMeaning.ANSWER);
    boolean named = meanings.has(WordMeaning.REQUEST) || meanings.has(WordMeaning.APPLICATION);
    context.answered |= answer;
    if (meanings.hasAny(UNCLEAR)
        || context.otherSubject && !named
        || meanings.isOfOneKind()
        || answer && (receive || isNew)) {
      return null;
    }
    if (named) {
      context.topic = Topic.REQUESTS;
    }
    boolean ofThose = isOfThose(meanings);
    if (answer) {
      return ofThose || context.carried ? null : Target.ANSWERED;
    }
    if (isNew) {
      return ofThose && context.answered ? null : newRequests();
    }
    if (!receive && isBare(meanings)) {
      return Target.REQUESTS;
    }
    if (!receive || ofThose) {
      return null;
    }
    boolean second = context.received;
    context.received = true;
    return second ? null : Target.RECEIVED;
  }

  private Target newRequests() {
    if (context.among) {
      found.widenReceived();
    }
    return Target.NEW;
  }

  private boolean isOfThose(ClauseWords meanings) {
    return context.among || meanings.has(WordMeaning.INCLUDING);
  }

  /** Whether a sentence begins with nothing but their number: 依申请公开12件. */
  private boolean isBare(ClauseWords meanings) {
    return meanings.has(WordMeaning.REQUEST)
        && meanings.isOnly(BARE)
        && context.figures == 1
        && !context.among
        && !context.received
        && !context.answered
        && !context.otherSubject;
  }

  /** 7件正在办理中 after the answered ones: these are carried forward. */
  @Nullable Target unfinished(ClauseWords meanings) {
    boolean counted = context.received || context.answered;
    return context.isOfRequests(meanings)
            && counted
            && !context.now
            && !context.among
            && meanings.isOnly(LEFT)
        ? Target.CARRIED_FORWARD
        : null;
  }

  @Nullable Target carried(ClauseWords meanings) {
    boolean over = meanings.has(WordMeaning.PAST);
    boolean forward = meanings.has(WordMeaning.NEXT);
    boolean requests = context.isOfRequests(meanings) || context.namesRequests;
    if (!requests || over && forward || meanings.hasAny(NOT_CARRIED)) {
      return null;
    }
    over |= !forward && isOfThose(meanings) && context.received && !context.answered; // 含结转15件
    if (!over && !forward) {
      boolean plain =
          !meanings.has(WordMeaning.TRANSFER)
              && !meanings.has(WordMeaning.HANDLE)
              && !meanings.has(WordMeaning.ANSWER);
      return plain && !meanings.hasOutcome() && (context.received || context.answered)
          ? Target.CARRIED
          : null;
    }
    context.carried = true;
    if (forward) {
      return Target.CARRIED_FORWARD;
    }
    if (meanings.has(WordMeaning.ANSWER)
        || meanings.has(WordMeaning.HANDLE)
        || meanings.hasOutcome()) {
      return null;
    }
    if (isOfThose(meanings)) {
      if (context.answered) {
        // A part of the answered ones: not all that were carried over.
        return null;
      }
      found.widenReceived();
    }
    return Target.CARRIED_OVER;
  }
}
