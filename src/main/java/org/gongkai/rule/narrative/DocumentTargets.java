package org.gongkai.rule.narrative;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.form.Edition;
import org.gongkai.rule.narrative.Context.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cells of table II that clauses about regulations and normative documents refer to:
 * issued, repealed, in force.
 */
final class DocumentTargets {
  private static final Set<WordMeaning> UNCLEAR =
      EnumSet.of(
          WordMeaning.LAPSE,
          WordMeaning.EACH,
          WordMeaning.RECEIVE,
          WordMeaning.ANSWER,
          WordMeaning.CARRY,
          WordMeaning.HANDLE,
          WordMeaning.PAST,
          WordMeaning.NEXT,
          WordMeaning.APPLICATION);

  /** A state of documents, and its column of table II. */
  private record State(WordMeaning verb, String name, String column) {}

  private static final List<State> STATES =
      List.of(
          new State(WordMeaning.ISSUE, "制发", "issued"),
          new State(WordMeaning.REPEAL, "废止", "repealed"),
          new State(WordMeaning.IN_FORCE, "现行有效", "inForce"));

  private final Context context;
  private final @Nullable Edition edition;
  private @Nullable State state;

  DocumentTargets(Context context, @Nullable Edition edition) {
    this.context = context;
    this.edition = edition;
  }

  /** Forgets the state that the clause before named. */
  void forget() {
    state = null;
  }

  @Nullable Target of(ClauseWords meanings) {
    boolean document = meanings.has(WordMeaning.DOCUMENT);
    boolean regulation = meanings.has(WordMeaning.REGULATION);
    if (regulation && document) {
      context.topic = Topic.NONE;
      return null;
    }
    List<State> named = STATES.stream().filter(each -> meanings.has(each.verb())).toList();
    if (named.size() > 1) {
      return null;
    }
    boolean plain = !meanings.hasAny(UNCLEAR) && !meanings.hasOutcome();
    State current = named.isEmpty() ? document || regulation ? state : null : named.get(0);
    boolean kept =
        meanings.has(WordMeaning.KEEP) && current != null && current.verb() != WordMeaning.IN_FORCE;
    if (current == null || kept || !plain) {
      context.topic = Topic.NONE;
      state = null;
      return null;
    }
    boolean ofRegulations = regulation || context.topic == Topic.REGULATIONS && !document;
    context.topic = ofRegulations ? Topic.REGULATIONS : Topic.DOCUMENTS;
    state = current;
    if (context.among || meanings.has(WordMeaning.INCLUDING)) {
      return null;
    }
    return ofRegulations
        ? target("regulations", "规章", current)
        : target("normativeDocuments", "规范性文件", current);
  }

  /** The figure that a clause says is zero: none was issued or repealed. */
  List<Target> none(ClauseWords meanings) {
    List<Target> targets = new ArrayList<>();
    for (State none : STATES) {
      if (meanings.has(WordMeaning.NONE_ISSUED) && none.verb() == WordMeaning.ISSUE
          || meanings.has(WordMeaning.NONE_REPEALED) && none.verb() == WordMeaning.REPEAL) {
        if (meanings.has(WordMeaning.DOCUMENT)) {
          targets.add(target("normativeDocuments", "规范性文件", none));
        }
        if (meanings.has(WordMeaning.REGULATION)) {
          targets.add(target("regulations", "规章", none));
        }
      }
    }
    targets.removeIf(Objects::isNull);
    return targets;
  }

  /** Notes that a clause without a figure names what the next ones are about. */
  void named(ClauseWords meanings) {
    boolean regulation = meanings.has(WordMeaning.REGULATION);
    if (regulation != meanings.has(WordMeaning.DOCUMENT)) {
      context.topic = regulation ? Topic.REGULATIONS : Topic.DOCUMENTS;
    }
  }

  private @Nullable Target target(String row, String name, State of) {
    // The edition before has other columns, that do not count the same.
    String path = Edition.PROACTIVE_DISCLOSURE + '/' + row + '/' + of.column();
    if (edition == null || edition.find(path).isEmpty()) {
      return null;
    }
    return Target.documents(of.name() + name, row + ' ' + of.column(), row, of.column());
  }
}
