package org.gongkai.rule.narrative;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.form.Edition;

/**
 * What a figure of the prose speaks of: rows of a table whose figures it should be the sum of.
 *
 * @param name what people call it: {@code 收到申请}
 * @param english the same in English
 * @param table the table's key
 * @param readings the ways to understand it, the plainest first; each the rows whose figures add up
 *     to it
 * @param column the column; {@code total} for requests
 */
public record Target(
    String name, String english, String table, List<List<String>> readings, String column) {
  static final String TOTAL = "total";

  public Target {
    readings = readings.stream().map(List::copyOf).toList();
  }

  /** Requests received: new ones, or with those carried over. */
  public static final Target RECEIVED =
      requests(
          "收到申请",
          "requests received",
          List.of("newRequests"),
          List.of("newRequests", "carriedOver"));

  /** Requests received, those carried over among them. */
  static final Target RECEIVED_WITH_CARRIED_OVER =
      requests(
          "收到申请（含上年结转）",
          "requests received with those carried over",
          List.of("newRequests", "carriedOver"));

  /** New requests. */
  public static final Target NEW = requests("新收申请", "new requests", List.of("newRequests"));

  /** Requests that the year before left over. */
  public static final Target CARRIED_OVER =
      requests("上年结转", "requests carried over", List.of("carriedOver"));

  /** Requests answered, whatever the outcome. */
  public static final Target ANSWERED =
      requests("办结（答复）", "requests answered", List.of("outcomeTotal"));

  /** Requests received, which the text describes: all of them, unless it says more. */
  public static final Target RECEIVED_ABOUT =
      requests(
          "收到申请",
          "requests received as described",
          List.of("newRequests"),
          List.of("newRequests", "carriedOver"));

  /** Requests, the text does not say which: 依申请公开12件. */
  static final Target REQUESTS =
      requests(
          "申请",
          "requests",
          List.of("newRequests"),
          List.of("newRequests", "carriedOver"),
          List.of("outcomeTotal"));

  /** Requests carried, the text does not say from where to where. */
  static final Target CARRIED =
      requests("结转", "requests carried", List.of("carriedForward"), List.of("carriedOver"));

  private static final Set<Target> VAGUE = Set.of(RECEIVED_ABOUT, REQUESTS, CARRIED);

  /** Whether the text does not say plainly which rows it means. */
  boolean isVague() {
    return VAGUE.contains(this);
  }

  static final Target CARRIED_FORWARD =
      requests("结转下年", "requests carried forward", List.of("carriedForward"));

  @SafeVarargs
  @SuppressWarnings("varargs")
  static Target requests(String name, String english, List<String>... readings) {
    return new Target(name, english, Edition.REQUESTS, List.of(readings), TOTAL);
  }

  static Target documents(String name, String english, String row, String column) {
    return new Target(name, english, Edition.PROACTIVE_DISCLOSURE, List.of(List.of(row)), column);
  }

  static Target remedies(String name, String english, Collection<String> rows, String column) {
    return new Target(
        name, english, Edition.REMEDIES, List.of(new ArrayList<>(new TreeSet<>(rows))), column);
  }
}
