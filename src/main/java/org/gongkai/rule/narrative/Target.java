package org.gongkai.rule.narrative;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.gongkai.form.Edition;

/**
 * What a figure of the prose refers to: rows of a table whose sum it should be.
 *
 * @param name what people call it: {@code 收到申请}
 * @param english the same in English
 * @param table the table's key
 * @param readings the ways to understand it, the most likely first; each is the rows whose figures
 *     add up to it
 * @param column the column; {@code total} for requests
 */
public record Target(
    String name, String english, String table, List<List<String>> readings, String column) {
  static final String TOTAL = "total";

  public Target {
    readings = readings.stream().map(List::copyOf).toList();
  }

  /** Requests received: new ones, or including those carried over. */
  public static final Target RECEIVED =
      requests(
          "收到申请",
          "requests received",
          List.of("newRequests"),
          List.of("newRequests", "carriedOver"));

  /** Requests received, including those carried over. */
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

  /** Requests received and described by the text: all of them, unless others are mentioned. */
  public static final Target RECEIVED_ABOUT =
      requests(
          "收到申请",
          "requests received as described",
          List.of("newRequests"),
          List.of("newRequests", "carriedOver"));

  /** Requests without further details: 依申请公开12件. */
  static final Target REQUESTS =
      requests(
          "申请",
          "requests",
          List.of("newRequests"),
          List.of("newRequests", "carriedOver"),
          List.of("outcomeTotal"));

  /** Requests carried over, without saying from which year. */
  static final Target CARRIED =
      requests("结转", "requests carried", List.of("carriedForward"), List.of("carriedOver"));

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
