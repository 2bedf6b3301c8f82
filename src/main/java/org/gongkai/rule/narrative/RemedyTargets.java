package org.gongkai.rule.narrative;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.form.Edition;
import org.gongkai.rule.narrative.Context.Topic;
import org.jspecify.annotations.Nullable;

/** Finds the cells of table IV that clauses about reconsideration and litigation refer to. */
final class RemedyTargets {
  private static final String RECONSIDERATION = "reconsideration";
  private static final String DIRECT = "litigationDirect";
  private static final String AFTER = "litigationAfterReconsideration";

  private static final Set<WordMeaning> UNCLEAR =
      EnumSet.of(
          WordMeaning.RECEIVE,
          WordMeaning.RECEIVE_NEW,
          WordMeaning.HANDLE,
          WordMeaning.ANSWER,
          WordMeaning.CARRY,
          WordMeaning.PAST,
          WordMeaning.NEXT,
          WordMeaning.DOCUMENT,
          WordMeaning.REGULATION,
          WordMeaning.ISSUE,
          WordMeaning.REPEAL,
          WordMeaning.CITIZEN,
          WordMeaning.LEGAL,
          WordMeaning.UNFINISHED,
          WordMeaning.INCLUDING,
          WordMeaning.EACH);

  /** Words that exclude the meaning "there were none". */
  private static final Set<WordMeaning> IMPLY_SOME =
      EnumSet.of(
          WordMeaning.UPHELD,
          WordMeaning.CORRECTED,
          WordMeaning.PENDING,
          WordMeaning.PAST,
          WordMeaning.CARRY,
          WordMeaning.HANDLE);

  /** An outcome of reconsideration or litigation, and its column of table IV. */
  private record Ending(WordMeaning word, String name, String column) {}

  private static final List<Ending> ENDINGS =
      List.of(
          new Ending(WordMeaning.UPHELD, "结果维持", "upheld"),
          new Ending(WordMeaning.CORRECTED, "结果纠正", "corrected"),
          new Ending(WordMeaning.PENDING, "尚未审结", "pending"));

  private final Context context;
  private final SentenceClaims found;

  /** The rows of the remedies that were named last. */
  private Set<String> rows = Set.of();

  /** How many totals were given in a row. */
  private int totals;

  RemedyTargets(Context context, SentenceClaims found) {
    this.context = context;
    this.found = found;
  }

  void sentence() {
    rows = Set.of();
    totals = 0;
  }

  @Nullable Target of(ClauseWords meanings) {
    boolean named = names(meanings);
    if (meanings.hasAny(UNCLEAR)
        || meanings.hasOutcome()
        || !context.disclosure
        || rows.isEmpty()) {
      context.topic = Topic.NONE;
      rows = Set.of();
      return null;
    }
    context.topic = Topic.REMEDIES;
    if (context.among && meanings.has(WordMeaning.INFORMATION)) {
      // 行政复议320件，其中涉及政府信息公开10件: the first figure counts all kinds.
      found.forget(Edition.REMEDIES);
      return null;
    }
    List<Ending> endings = ENDINGS.stream().filter(each -> meanings.has(each.word())).toList();
    if (endings.isEmpty()) {
      totals++;
      return named && !(context.among && rows.size() != 1) ? target("", Target.TOTAL) : null;
    }
    if (endings.size() > 1 || !named && totals > 1) {
      return null; // 行政复议7件、行政诉讼3件，维持2件: of which
    }
    totals = 0;
    return target(endings.get(0).name(), endings.get(0).column());
  }

  /** The figure that a clause says is zero; null if the clause says more than that. */
  @Nullable Target none(ClauseWords meanings) {
    if (meanings.hasAny(IMPLY_SOME)
        || meanings.hasOutcome()
        || !context.disclosure
        || !names(meanings)) {
      return null;
    }
    context.topic = Topic.REMEDIES;
    return Target.remedies(name(), "reconsideration and litigation", rows, Target.TOTAL);
  }

  /** Notes the remedies that a clause names; if it names none, those of the clause before stay. */
  boolean names(ClauseWords meanings) {
    boolean direct = meanings.has(WordMeaning.DIRECT);
    boolean after = meanings.has(WordMeaning.AFTER_RECONSIDERATION);
    Set<String> named = new TreeSet<>();
    if (meanings.has(WordMeaning.RECONSIDERATION)) {
      named.add(RECONSIDERATION);
    }
    if (direct || meanings.has(WordMeaning.LITIGATION) && !after) {
      named.add(DIRECT);
    }
    if (after || meanings.has(WordMeaning.LITIGATION) && !direct) {
      named.add(AFTER);
    }
    if (!named.isEmpty()) {
      rows = named;
    }
    return !named.isEmpty();
  }

  private Target target(String ending, String column) {
    return Target.remedies(
        name() + ending, "reconsideration and litigation: " + column, rows, column);
  }

  private String name() {
    boolean direct = rows.contains(DIRECT);
    boolean after = rows.contains(AFTER);
    String litigation = direct && after ? "行政诉讼" : direct ? "直接起诉" : "复议后诉讼";
    if (!rows.contains(RECONSIDERATION)) {
      return litigation;
    }
    return direct || after ? "行政复议和" + litigation : "行政复议";
  }
}
