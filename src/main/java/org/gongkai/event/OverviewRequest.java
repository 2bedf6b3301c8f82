package org.gongkai.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request for the overview of all results under a prefix.
 *
 * @param bucket the results' bucket; null for the configured one
 * @param prefix the prefix of their keys; null for the configured one
 * @param progress the progress of previous calls; null for the first
 */
record OverviewRequest(
    @Nullable String bucket, @Nullable String prefix, @Nullable Progress progress)
    implements ParsedEvent {
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern NOT_IN_RUN = Pattern.compile("[^A-Za-z0-9-]");
  private static final int LONGEST_RUN = 64;

  /**
   * How many results have been collected.
   *
   * @param run identifies the run, so that its batches are not mixed with others
   * @param after the last key that was listed
   * @param batches the number of batches written
   * @param results the number of results in them
   * @param collected whether all results have been collected
   */
  record Progress(String run, String after, int batches, int results, boolean collected) {
    static Progress begin(String requestId) {
      String run = NOT_IN_RUN.matcher(requestId).replaceAll("-");
      return new Progress(
          run.isEmpty() ? "-" : run.substring(0, Math.min(LONGEST_RUN, run.length())),
          "",
          0,
          0,
          false);
    }

    void write(ObjectNode node) {
      node.put("run", run)
          .put("after", after)
          .put("batches", batches)
          .put("results", results)
          .put("collected", collected);
    }
  }

  /**
   * Reads {@code {"bucket"?, "prefix"?, "progress"?}}; progress is copied from an answer's {@code
   * next}.
   */
  static OverviewRequest of(JsonNode node) {
    if (!node.isObject()) {
      throw new EventRefusedException("\"overview\" is not an object.");
    }
    JsonNode progress = node.path("progress");
    return new OverviewRequest(
        text(node, "bucket"),
        text(node, "prefix"),
        progress.isMissingNode() ? null : progress(progress));
  }

  private static Progress progress(JsonNode node) {
    if (!RUN.matcher(node.path("run").asText()).matches()
        || !node.path("after").isTextual()
        || !isCount(node.path("batches"))
        || !isCount(node.path("results"))
        || !node.path("collected").isBoolean()) {
      throw new EventRefusedException(
          "The \"progress\" of the overview is none that an answer gave.");
    }
    return new Progress(
        node.path("run").asText(),
        node.path("after").asText(),
        node.path("batches").asInt(),
        node.path("results").asInt(),
        node.path("collected").asBoolean());
  }

  private static boolean isCount(JsonNode node) {
    return node.isInt() && node.asInt() >= 0;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new EventRefusedException("The overview's \"" + field + "\" is no text.");
    }
    return value.asText();
  }
}
