package org.gongkai.publish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;
import org.gongkai.rule.Message;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.bodies.Body;
import org.gongkai.rule.bodies.BodyFinding;
import org.gongkai.rule.bodies.BodyList;
import org.gongkai.rule.bodies.BodyResults;
import org.gongkai.rule.bodies.BodyState;
import org.gongkai.rule.bodies.Difference;
import org.jspecify.annotations.Nullable;

/**
 * The section of the overview's page about a list of bodies.
 *
 * @param governments the bodies with bodies below them, as a tree in depth-first order
 * @param findings findings about bodies
 * @param data for the page's script: {@code {"parents": [number or -1], "missing": [[number, name,
 *     year or 0]], "late": [number]}}
 */
record OverviewGovernments(List<Government> governments, List<FindingText> findings, String data) {
  private static final int DEEPEST = 5;

  /** The most differences shown; the table of differences has all. */
  private static final int MOST_DIFFERENCES = 60;

  /**
   * A government.
   *
   * @param number its index in the list
   * @param depth the number of governments above it, at most 5
   * @param below counts of it and all bodies below it
   * @param sum how its figures compare with the sum of those below
   */
  record Government(int number, int depth, String name, BodyState.Counts below, Message sum) {}

  /**
   * A finding and the body concerned.
   *
   * @param sum whether figures are compared with a sum, not with another report
   * @param differences the first cells that differ
   * @param more the number of further ones; null for none
   */
  record FindingText(
      String body,
      Message message,
      boolean sum,
      List<CellDifference> differences,
      @Nullable String more) {
    boolean hasDifferences() {
      return !differences.isEmpty();
    }
  }

  /** A cell that differs, in words. */
  record CellDifference(
      Message cell, String stated, String compared, String difference, String parts) {}

  static OverviewGovernments of(BodyResults results, BodyList list) {
    List<FindingText> findings =
        results.findings().stream().map(OverviewGovernments::describe).toList();
    return new OverviewGovernments(governments(results, list), findings, data(results, list));
  }

  /** In depth-first order. An explicit stack, as a list may be deeper than the call stack. */
  private static List<Government> governments(BodyResults results, BodyList list) {
    List<Government> governments = new ArrayList<>();
    Deque<Body> next = new ArrayDeque<>();
    Deque<Integer> depths = new ArrayDeque<>();
    for (int i = list.all().size() - 1; i >= 0; i--) {
      Body body = list.all().get(i);
      if (body.parent() < 0) {
        next.push(body);
        depths.push(0);
      }
    }
    while (!next.isEmpty()) {
      Body body = next.pop();
      int depth = depths.pop();
      List<Body> children = list.children(body);
      if (children.isEmpty()) {
        continue;
      }
      BodyState state = results.states().get(body.number());
      governments.add(
          new Government(
              body.number(),
              Math.min(depth, DEEPEST),
              body.name(),
              state.below(),
              describe(state.sum())));
      for (int i = children.size() - 1; i >= 0; i--) {
        next.push(children.get(i));
        depths.push(depth + 1);
      }
    }
    return governments;
  }

  private static FindingText describe(BodyFinding finding) {
    Body body = finding.body();
    List<Difference> all = finding.differences();
    return new FindingText(
        body == null ? "" : body.name(),
        finding.message(),
        finding.rule().equals("bodies.sum"),
        all.stream().limit(MOST_DIFFERENCES).map(OverviewGovernments::describe).toList(),
        all.size() > MOST_DIFFERENCES ? OverviewPage.grouped(all.size() - MOST_DIFFERENCES) : null);
  }

  private static String data(BodyResults results, BodyList list) {
    StringJoiner parents = new StringJoiner(",", "{\"parents\":[", "]");
    list.all().forEach(body -> parents.add(String.valueOf(body.parent())));
    StringJoiner missing = new StringJoiner(",", ",\"missing\":[", "]");
    StringJoiner late = new StringJoiner(",", ",\"late\":[", "]}");
    for (BodyState state : results.states()) {
      Body body = state.body();
      if (state.reports() == 0) {
        int year = state.year() == null ? 0 : state.year();
        missing.add("[" + body.number() + "," + Html.json(body.name()) + "," + year + "]");
      }
      if (state.late()) {
        late.add(String.valueOf(body.number()));
      }
    }
    return parents.toString() + missing + late;
  }

  private static CellDifference describe(Difference difference) {
    return new CellDifference(
        new Message(
            PlaceNames.place(difference.cell()), PlaceNames.placeInEnglish(difference.cell())),
        PlaceNames.figure(difference.stated()),
        PlaceNames.figure(difference.compared()),
        PlaceNames.figure(difference.stated().subtract(difference.compared())),
        OverviewBodies.parts(difference));
  }

  private static Message describe(BodyState.Sum sum) {
    return switch (sum) {
      case NONE -> new Message("", "");
      case AGREES -> new Message("相符", "agrees");
      case DIFFERS -> new Message("不符", "differs");
      case NOT_ASSESSED -> new Message("未能核对", "not assessed");
    };
  }
}
