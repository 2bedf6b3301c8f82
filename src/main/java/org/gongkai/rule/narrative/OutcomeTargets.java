package org.gongkai.rule.narrative;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.jspecify.annotations.Nullable;

/** What clauses say of the outcomes of requests: groups of rows of table III, or rows. */
final class OutcomeTargets {
  private static final Set<WordMeaning> UNCLEAR =
      EnumSet.of(
          WordMeaning.RECEIVE,
          WordMeaning.RECEIVE_NEW,
          WordMeaning.HANDLE,
          WordMeaning.PAST,
          WordMeaning.NEXT,
          WordMeaning.UNFINISHED,
          WordMeaning.EACH,
          WordMeaning.CITIZEN,
          WordMeaning.LEGAL);

  /** An outcome by its name and by the key of its row or of its group. */
  private record Outcome(String name, String key) {
    boolean has(String row) {
      return row.equals(key) || row.startsWith(key + '.');
    }
  }

  private static final Map<WordMeaning, Outcome> OUTCOMES =
      new EnumMap<>(
          Map.of(
              WordMeaning.DISCLOSED, new Outcome("予以公开", "disclosed"),
              WordMeaning.PARTIALLY, new Outcome("部分公开", "partiallyDisclosed"),
              WordMeaning.REFUSED, new Outcome("不予公开", "refused"),
              WordMeaning.UNAVAILABLE, new Outcome("无法提供", "unavailable"),
              WordMeaning.NOT_PROCESSED, new Outcome("不予处理", "notProcessed"),
              WordMeaning.OTHER_HANDLING, new Outcome("其他处理", "otherHandling")));

  private final Context context;
  private final @Nullable Edition edition;

  OutcomeTargets(Context context, @Nullable Edition edition) {
    this.context = context;
    this.edition = edition;
  }

  @Nullable Target of(ClauseWords meanings) {
    // 收到789件，其中重复申请7件 counts received requests, not outcomes.
    boolean kinds =
        context.among && context.received && !context.answered && meanings.has(WordMeaning.ROW);
    if (edition == null || kinds || meanings.hasAny(UNCLEAR)) {
      return null;
    }
    List<Row> all = edition.table(Edition.REQUESTS).rows();
    Set<String> labels = meanings.rows();
    List<String> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    OUTCOMES.forEach(
        (word, outcome) -> {
          // 属于国家秘密不予公开 means that row only.
          if (meanings.has(word) && labels.stream().noneMatch(outcome::has)) {
            all.stream().map(Row::key).filter(outcome::has).forEach(rows::add);
            names.add(outcome.name());
          }
        });
    for (Row row : all) {
      if (labels.contains(row.key())) {
        rows.add(row.key());
        names.add(row.label().replaceFirst("^\\d\\.", ""));
      }
    }
    if (rows.isEmpty() || names.size() > 2) {
      return null;
    }
    String name = String.join("及", names);
    String english = "outcome “" + name + '”';
    return rows.equals(List.of("disclosed"))
        ? Target.requests(name, english, rows, List.of("disclosed", "partiallyDisclosed"))
        : Target.requests(name, english, rows);
  }
}
