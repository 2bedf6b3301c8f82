package org.gongkai.rule.narrative;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.form.Edition;
import org.gongkai.rule.narrative.Context.Topic;
import org.jspecify.annotations.Nullable;

/** What clauses say of regulations and normative documents: issued, repealed, in force. */
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

  /** What becomes of a document. */
  private record Fate(WordMeaning verb, String name, String column) {}

  private static final List<Fate> FATES =
      List.of(
          new Fate(WordMeaning.ISSUE, "制发", "issued"),
          new Fate(WordMeaning.REPEAL, "废止", "repealed"),
          new Fate(WordMeaning.IN_FORCE, "现行有效", "inForce"));

  private final Context context;
  private final @Nullable Edition edition;
  private @Nullable Fate fate;

  DocumentTargets(Context context, @Nullable Edition edition) {
    this.context = context;
    this.edition = edition;
  }

  /** Lets go of what became of the documents of which was spoken. */
  void forget() {
    fate = null;
  }

  @Nullable Target of(ClauseWords meanings) {
    boolean document = meanings.has(WordMeaning.DOCUMENT);
    boolean regulation = meanings.has(WordMeaning.REGULATION);
    if (regulation && document) {
      context.topic = Topic.NONE;
      return null;
    }
    List<Fate> said = FATES.stream().filter(each -> meanings.has(each.verb())).toList();
    if (said.size() > 1) {
      return null;
    }
    boolean plain = !meanings.hasAny(UNCLEAR) && !meanings.hasOutcome();
    Fate now = said.isEmpty() ? document || regulation ? fate : null : said.get(0);
    boolean kept =
        meanings.has(WordMeaning.KEEP) && now != null && now.verb() != WordMeaning.IN_FORCE;
    if (now == null || kept || !plain) {
      context.topic = Topic.NONE;
      fate = null;
      return null;
    }
    boolean ofRegulations = regulation || context.topic == Topic.REGULATIONS && !document;
    context.topic = ofRegulations ? Topic.REGULATIONS : Topic.DOCUMENTS;
    fate = now;
    if (context.among || meanings.has(WordMeaning.INCLUDING)) {
      return null;
    }
    return ofRegulations
        ? target("regulations", "规章", now)
        : target("normativeDocuments", "规范性文件", now);
  }

  /** What a clause is about that says that none was issued or repealed. */
  List<Target> none(ClauseWords meanings) {
    List<Target> targets = new ArrayList<>();
    for (Fate none : FATES) {
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

  private @Nullable Target target(String row, String name, Fate of) {
    // The edition before has other columns, that do not count the same.
    String path = Edition.PROACTIVE_DISCLOSURE + '/' + row + '/' + of.column();
    if (edition == null || edition.find(path).isEmpty()) {
      return null;
    }
    return Target.documents(of.name() + name, row + ' ' + of.column(), row, of.column());
  }
}
