package org.gongkai.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.event.OverviewRequest.Progress;
import org.gongkai.publish.Output;
import org.gongkai.publish.Overview;
import org.gongkai.publish.OverviewEntry;
import org.gongkai.rule.bodies.BodyChecker;
import org.gongkai.rule.bodies.BodyListReader;
import org.gongkai.rule.config.SettingsException;
import org.gongkai.store.BulkStore;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoredObject;
import org.gongkai.store.Upload;
import org.jspecify.annotations.Nullable;

/**
 * Makes the overview of all results under a prefix, and writes it beside them.
 *
 * <p>Results are collected first, many at a time, into batches under {@code .overview/}; then the
 * overview is written from the batches, one after another, in constant memory, plus 1 to 3 KB a
 * report with a list of bodies. If the time runs out while results are collected, the answer's
 * {@code next} is the event that continues. Each file is replaced as a whole; the page is replaced
 * last.
 */
public final class OverviewMaker {
  private static final String BATCHES = ".overview/";
  private static final String CACHE_CONTROL = "no-cache";
  private static final int READERS = 16;
  private static final int LARGEST_RESULT = 16 << 20;
  private static final int LARGEST_BATCH = 64 << 20;
  private static final int LARGEST_LIST = 64 << 20;
  private static final int NAMED = 10;

  /** An upper estimate of the time for a batch of results: with less time left none is begun. */
  private static final long MARGIN_MILLIS = 10_000;

  /** An upper estimate of the time to write the overview, per result. */
  private static final double MILLIS_A_RESULT = 5;

  private final BulkStore store;
  private final EventSettings settings;
  private final RuleSource rules;
  private final @Nullable ObjectLocation bodies;

  /**
   * @param rules the severities of findings between bodies
   * @param bodies the list of bodies that must report, as {@code s3://bucket/key}; null for none
   * @throws IllegalArgumentException for an {@code s3://} that names no object
   */
  public OverviewMaker(
      BulkStore store, EventSettings settings, RuleSource rules, @Nullable String bodies) {
    this.store = store;
    this.settings = settings;
    this.rules = rules;
    this.bodies = bodies == null || bodies.isBlank() ? null : location(bodies.strip());
  }

  private static ObjectLocation location(String bodies) {
    ObjectLocation location = ObjectLocation.at(bodies);
    if (location == null) {
      throw new IllegalArgumentException("bodies: s3://bucket/key, is " + bodies);
    }
    return location;
  }

  /** Whether an object is the list of bodies, and so is no report. */
  boolean isBodies(String bucket, String key) {
    return new ObjectLocation(bucket, key).equals(bodies);
  }

  /** Where results are read and the overview is written. */
  private record Target(String bucket, String prefix) {
    ObjectLocation at(String name) {
      return new ObjectLocation(bucket, prefix + name);
    }
  }

  /**
   * Makes the overview, or as much of it as the time allows.
   *
   * @return {@code {"overview": {…}}}: where, {@code complete}, how many {@code results}, those
   *     that could not be {@code unread}, the {@code outputs}; and {@code next} where it is not
   *     complete
   * @throws EventRefusedException for a place that is not among the results
   */
  JsonNode make(OverviewRequest request, Invocation invocation) {
    Target target = target(request);
    Progress progress = request.progress();
    if (progress == null) {
      progress = Progress.begin(invocation.requestId());
    }
    boolean collects = !progress.collected();
    if (collects) {
      progress = collect(target, progress, invocation);
    }
    double needed = MARGIN_MILLIS + progress.results() * MILLIS_A_RESULT;
    if (!progress.collected() || collects && invocation.remainingMillis().getAsLong() < needed) {
      return incomplete(target, progress);
    }
    return write(target, progress, invocation);
  }

  private Target target(OverviewRequest request) {
    String bucket = settings.resultsBucket() == null ? request.bucket() : settings.resultsBucket();
    if (bucket == null) {
      throw new EventRefusedException("The overview has no \"bucket\".");
    }
    if (request.bucket() != null && !request.bucket().equals(bucket)) {
      throw new EventRefusedException("Results are in the bucket " + bucket + " only.");
    }
    String prefix = request.prefix() == null ? settings.resultsPrefix() : request.prefix();
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      prefix += '/';
    }
    if (!prefix.startsWith(settings.resultsPrefix())) {
      throw new EventRefusedException(
          "Results are under the prefix " + settings.resultsPrefix() + " only.");
    }
    return new Target(bucket, prefix);
  }

  private Progress collect(Target target, Progress begun, Invocation invocation) {
    Progress progress = begun;
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      ResultBatch batch = new ResultBatch();
      String after = begun.after();
      while (true) {
        List<String> keys = store.list(target.bucket(), target.prefix(), after);
        if (!keys.isEmpty()) {
          read(target, keys, readers, batch);
          after = keys.get(keys.size() - 1);
        }
        boolean late = invocation.remainingMillis().getAsLong() < MARGIN_MILLIS;
        if (keys.isEmpty() || late || batch.isFull()) {
          progress = writeBatch(target, progress, batch, after, keys.isEmpty());
          batch = new ResultBatch();
        }
        if (keys.isEmpty() || late) {
          return progress;
        }
      }
    } finally {
      readers.shutdownNow();
    }
  }

  private Progress writeBatch(
      Target target, Progress progress, ResultBatch batch, String after, boolean all) {
    int results = batch.results();
    byte[] bytes = batch.finish();
    if (results > 0) {
      try (Upload upload =
          store.upload(
              location(target, progress, progress.batches()),
              "application/octet-stream",
              CACHE_CONTROL)) {
        upload.write(bytes, 0, bytes.length);
        upload.complete();
      }
    }
    return new Progress(
        progress.run(),
        after,
        progress.batches() + (results > 0 ? 1 : 0),
        progress.results() + results,
        all);
  }

  /** Reads the results among the keys in parallel, and adds them in the keys' order. */
  private void read(Target target, List<String> keys, ExecutorService readers, ResultBatch batch) {
    String end = '/' + Output.RESULT_JSON.fileName();
    Deque<Future<byte @Nullable []>> reading = new ArrayDeque<>();
    Deque<String> folders = new ArrayDeque<>();
    for (String key : keys) {
      int length = key.length() - end.length() - target.prefix().length();
      if (length > 0 && key.endsWith(end)) {
        folders.add(key.substring(target.prefix().length(), key.length() - end.length()));
        reading.add(readers.submit(() -> read(new ObjectLocation(target.bucket(), key))));
        if (reading.size() > 2 * READERS) {
          addResult(folders.remove(), reading.remove(), batch);
        }
      }
    }
    while (!reading.isEmpty()) {
      addResult(folders.remove(), reading.remove(), batch);
    }
  }

  /** The result's bytes; null if it was removed, empty if it is too large to be a result. */
  private byte @Nullable [] read(ObjectLocation location) {
    StoredObject object = store.read(location, LARGEST_RESULT).orElse(null);
    return object == null ? null : object.bytes().orElseGet(() -> new byte[0]);
  }

  private static void addResult(
      String folder, Future<byte @Nullable []> result, ResultBatch batch) {
    try {
      byte[] json = result.get();
      if (json != null) {
        batch.add(folder, json);
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private ObjectLocation location(Target target, Progress progress, int number) {
    return new ObjectLocation(
        target.bucket(),
        settings.resultsPrefix()
            + BATCHES
            + progress.run()
            + String.format(Locale.ROOT, "/%06d", number));
  }

  private JsonNode write(Target target, Progress progress, Invocation invocation) {
    BodyChecker checker = checker();
    Map<Overview.Part, Upload> uploads = new EnumMap<>(Overview.Part.class);
    List<String> unread = new ArrayList<>();
    try {
      try (Overview overview =
          Overview.to(
              part -> {
                Upload upload =
                    store.upload(target.at(part.fileName()), part.contentType(), CACHE_CONTROL);
                uploads.put(part, upload);
                return withoutClose(upload);
              },
              checker)) {
        for (int i = 0; i < progress.batches(); i++) {
          if (invocation.remainingMillis().getAsLong() < MARGIN_MILLIS) {
            throw new StoreException(
                StoreException.Kind.TRANSIENT,
                "the time ran out while the overview over "
                    + progress.results()
                    + " results was written: give the function more time or memory");
          }
          ResultBatch.read(
              batch(target, progress, i), (folder, json) -> add(overview, folder, json, unread));
        }
      }
      List<Overview.Part> parts = new ArrayList<>(uploads.keySet());
      Collections.reverse(parts); // The page leads to the others.
      for (Overview.Part part : parts) {
        Upload upload = uploads.get(part);
        if (upload != null) {
          upload.complete();
        }
      }
    } catch (IOException e) {
      abort(uploads, e);
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      abort(uploads, e);
      throw e;
    }
    for (Overview.Part part : Overview.Part.values()) {
      if (!uploads.containsKey(part)) {
        store.delete(target.at(part.fileName()));
      }
    }
    for (int i = 0; i < progress.batches(); i++) {
      store.delete(location(target, progress, i));
    }
    return complete(target, progress, uploads, unread);
  }

  /** Aborts uploads. What cannot be deleted now is left to the bucket's lifecycle rule. */
  private static void abort(Map<Overview.Part, Upload> uploads, Throwable cause) {
    for (Upload upload : uploads.values()) {
      try {
        upload.close();
      } catch (StoreException e) {
        cause.addSuppressed(e);
      }
    }
  }

  private @Nullable BodyChecker checker() {
    if (bodies == null) {
      return null;
    }
    String name = ObjectLocation.SCHEME + bodies;
    byte[] bytes =
        store
            .read(bodies, LARGEST_LIST)
            .flatMap(StoredObject::bytes)
            .orElseThrow(
                () ->
                    new RulesUnusableException(
                        "机关名单不存在或超过64 MiB：" + name,
                        "there is no list of bodies " + name + ", or it is larger than 64 MiB",
                        null));
    try {
      return new BodyChecker(
          BodyListReader.read(bytes, name), rules.current().rules().configuration());
    } catch (SettingsException e) {
      throw new RulesUnusableException(e);
    }
  }

  private byte[] batch(Target target, Progress progress, int number) {
    ObjectLocation location = location(target, progress, number);
    return store
        .read(location, LARGEST_BATCH)
        .flatMap(StoredObject::bytes)
        .orElseThrow(
            () ->
                new EventRefusedException(
                    "What was collected is no longer there (" + location + "): begin anew."));
  }

  private static void add(Overview overview, String folder, byte[] json, List<String> unread)
      throws IOException {
    OverviewEntry entry;
    try {
      entry = OverviewEntry.read(json, folder);
    } catch (IOException e) {
      unread.add(folder);
      return;
    }
    overview.add(entry);
  }

  /** An upload that ignores close: the overview closes its files before they are completed. */
  private static OutputStream withoutClose(Upload upload) {
    return new FilterOutputStream(upload) {
      @Override
      public void write(byte[] bytes, int from, int length) {
        upload.write(bytes, from, length);
      }

      @Override
      public void close() {}
    };
  }

  private static JsonNode incomplete(Target target, Progress progress) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer
        .putObject("overview")
        .put("bucket", target.bucket())
        .put("prefix", target.prefix())
        .put("complete", false)
        .put("results", progress.results());
    ObjectNode next =
        answer
            .putObject("next")
            .putObject("overview")
            .put("bucket", target.bucket())
            .put("prefix", target.prefix());
    progress.write(next.putObject("progress"));
    return answer;
  }

  private static JsonNode complete(
      Target target, Progress progress, Map<Overview.Part, Upload> uploads, List<String> unread) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode overview =
        answer
            .putObject("overview")
            .put("bucket", target.bucket())
            .put("prefix", target.prefix())
            .put("complete", true)
            .put("results", progress.results() - unread.size())
            .put("unread", unread.size());
    if (!unread.isEmpty()) {
      unread.stream().limit(NAMED).forEach(overview.putArray("unreadResults")::add);
    }
    ObjectNode outputs = overview.putObject("outputs");
    for (Overview.Part part : uploads.keySet()) {
      ObjectLocation location = target.at(part.fileName());
      outputs
          .putObject(part.fileName())
          .put("bucket", location.bucket())
          .put("key", location.key());
    }
    return answer;
  }
}
