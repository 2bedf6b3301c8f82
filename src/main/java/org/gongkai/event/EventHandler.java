package org.gongkai.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.gongkai.Gongkai;
import org.gongkai.document.Document;
import org.gongkai.publish.Output;
import org.gongkai.rule.Result;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.Store;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Handles every event of the contract: brings the outputs up to date and returns the answer that
 * the caller expects. Safe for use by several threads at once.
 *
 * <pre>{@code
 * RuleSource rules = RuleSource.of(store, null, null, Duration.ofMinutes(1));
 * EventHandler handler = new EventHandler(store, EventSettings.STANDARD, rules, listener);
 * JsonNode answer = handler.handle(event, new Invocation(requestId, context::getRemainingTimeInMillis));
 * }</pre>
 *
 * <p>The answer for
 *
 * <ul>
 *   <li>S3, EventBridge and SNS: {@code {"records":[…]}}, for each record bucket, key, {@code
 *       outcome} (see {@link Outcome.Status}), verdict, counts and the locations of the outputs;
 *   <li>SQS: {@code {"batchItemFailures":[{"itemIdentifier":…}]}};
 *   <li>S3 Batch Operations: its result schema, with the outcome as the result's text;
 *   <li>a request for one report: the same as for one record, with its first findings; for several:
 *       {@code {"reports":[…]}}, and the number of reports by verdict;
 *   <li>an overview: {@code {"overview":{…}}}, and if the time ran out {@code next}, the event that
 *       continues (see {@link OverviewMaker});
 *   <li>an inline report: the whole {@code result.json}.
 * </ul>
 *
 * <p>The answer to a request is never longer than Step Functions accepts.
 */
public final class EventHandler {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LARGEST_RESULT = 64L << 20;

  private final Store store;
  private final EventSettings settings;
  private final Supplier<ReportChecker> checkers;
  private final BiPredicate<String, String> isSettings;
  private final EventListener listener;
  private final Consumer<Outcome> followUp;
  private final IntConsumer pause;
  private final OutputReconciler reconciler;
  private final Semaphore memory;
  private final int memoryUnits;
  private final @Nullable OverviewMaker overviews;

  /**
   * @param store reads reports and writes outputs
   * @param rulebook the rules to check with
   * @param listener is notified of every change and failure
   */
  public EventHandler(
      Store store, EventSettings settings, RuleSource rulebook, EventListener listener) {
    this(
        store,
        settings,
        () -> ReportChecker.by(rulebook.current(), settings),
        rulebook::isOwn,
        listener,
        outcome -> {},
        Backoff::pause,
        null);
  }

  EventHandler(
      Store store,
      EventSettings settings,
      Supplier<ReportChecker> checkers,
      BiPredicate<String, String> isSettings,
      EventListener listener,
      Consumer<Outcome> followUp,
      IntConsumer pause,
      @Nullable OverviewMaker overviews) {
    this.store = store;
    this.overviews = overviews;
    this.settings = settings;
    this.checkers = checkers;
    this.isSettings = isSettings;
    this.listener = listener;
    this.followUp = followUp;
    this.pause = pause;
    this.reconciler = new OutputReconciler(store, settings, checkers, reconcilerListener(), pause);
    // Reports processed at the same time have at most a sixteenth of the heap, in MiB; a larger one
    // is
    // processed alone.
    this.memoryUnits = (int) Math.max(1, Math.min(1 << 20, Runtime.getRuntime().maxMemory() >> 24));
    this.memory = new Semaphore(memoryUnits, true);
  }

  /**
   * The same with a follow-up to each change.
   *
   * @param action runs once a change has its outputs; an exception fails the change, which is then
   *     tried again
   */
  public EventHandler withFollowUp(Consumer<Outcome> action) {
    return new EventHandler(
        store, settings, checkers, isSettings, listener, action, pause, overviews);
  }

  /** The same with overviews; null for none. */
  public EventHandler withOverviews(@Nullable OverviewMaker maker) {
    return new EventHandler(
        store, settings, checkers, isSettings, listener, followUp, pause, maker);
  }

  /**
   * Handles an event.
   *
   * @return the answer that the caller expects
   * @throws EventRefusedException for an unknown event
   * @throws ReportsFailedException where the infrastructure failed and the answer cannot say so;
   *     the other reports of the event are processed
   */
  public JsonNode handle(JsonNode event, Invocation invocation) {
    ParsedEvent call;
    try {
      call = EventParser.decode(event);
    } catch (EventRefusedException e) {
      listener.failed(new Failure(null, "event", "event", text(e), true, e));
      throw e;
    }
    if (call instanceof ParsedEvent.Notification notification) {
      return records(
          "records", done(process(notification.changes(), invocation.requestId(), invocation)));
    } else if (call instanceof ParsedEvent.Queue queue) {
      return queue(queue, invocation);
    } else if (call instanceof ParsedEvent.Batch batch) {
      return batch(batch, invocation);
    } else if (call instanceof ParsedEvent.Request request) {
      return request(request, invocation);
    } else if (call instanceof OverviewRequest request) {
      return overview(request, invocation);
    }
    throw new IllegalStateException("a call that is not answered: " + call);
  }

  private JsonNode overview(OverviewRequest request, Invocation invocation) {
    try {
      if (overviews == null) {
        throw new EventRefusedException("No overviews are made here.");
      }
      return overviews.make(request, invocation);
    } catch (EventRefusedException e) {
      listener.failed(new Failure(null, "overview", "event", text(e), true, e));
      throw e;
    } catch (StoreException e) {
      throw failed(new Failure(null, "overview", e.kind().key(), text(e), e.kind().permanent(), e));
    } catch (RulesUnusableException e) {
      throw failed(new Failure(null, "overview", "settings", text(e), true, e));
    }
  }

  private ReportsFailedException failed(Failure failure) {
    listener.failed(failure);
    return new ReportsFailedException(List.of(failure), 1);
  }

  private JsonNode queue(ParsedEvent.Queue queue, Invocation invocation) {
    List<Job> jobs = new ArrayList<>();
    ArrayNode failures = NODES.arrayNode();
    for (ParsedEvent.Message message : queue.messages()) {
      for (ObjectChange change : message.changes()) {
        jobs.add(new Job(new ParsedEvent.StoredReport(change), message.id()));
      }
    }
    process(jobs, invocation);
    for (ParsedEvent.Message message : queue.messages()) {
      EventRefusedException refused = message.refused();
      if (refused != null) {
        listener.failed(
            new Failure(null, "message " + message.id(), "event", text(refused), true, refused));
      }
      if (refused != null
          || jobs.stream()
              .anyMatch(job -> job.delivery.equals(message.id()) && job.failure != null)) {
        failures.addObject().put("itemIdentifier", message.id());
      }
    }
    ObjectNode answer = NODES.objectNode();
    answer.set("batchItemFailures", failures);
    return answer;
  }

  private JsonNode batch(ParsedEvent.Batch batch, Invocation invocation) {
    List<Job> jobs =
        process(
            batch.tasks().stream().map(ParsedEvent.Task::change).toList(),
            batch.invocationId(),
            invocation);
    ObjectNode answer = NODES.objectNode();
    answer.put("invocationSchemaVersion", batch.schemaVersion());
    answer.put("treatMissingKeysAs", "PermanentFailure");
    answer.put("invocationId", batch.invocationId());
    ArrayNode results = answer.putArray("results");
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      ObjectNode result = results.addObject();
      result.put("taskId", batch.tasks().get(i).id());
      if (job.failure != null) {
        result.put("resultCode", job.failure.permanent() ? "PermanentFailure" : "TemporaryFailure");
        result.put(
            "resultString", Answer.shortened(job.failure.kind() + ": " + job.failure.message()));
      } else {
        result.put("resultCode", "Succeeded");
        result.put("resultString", Answer.shortened(summary(job)));
      }
    }
    return answer;
  }

  private JsonNode request(ParsedEvent.Request request, Invocation invocation) {
    List<Job> jobs = new ArrayList<>();
    for (ParsedEvent.RequestedReport wanted : request.reports()) {
      jobs.add(new Job(wanted, invocation.requestId()));
    }
    if (request.several()) {
      process(jobs, invocation);
      return Answer.of(done(jobs).stream().map(EventHandler::node).toList());
    }
    jobs.get(0).alone = true;
    process(jobs, invocation);
    return node(done(jobs).get(0));
  }

  private List<Job> process(List<ObjectChange> changes, String delivery, Invocation invocation) {
    List<Job> jobs =
        changes.stream()
            .map(change -> new Job(new ParsedEvent.StoredReport(change), delivery))
            .toList();
    process(jobs, invocation);
    return jobs;
  }

  /** Processes jobs: those of one key in their order, others concurrently. */
  private void process(List<Job> jobs, Invocation invocation) {
    Map<String, List<Job>> byKey = new LinkedHashMap<>();
    for (Job job : jobs) {
      byKey.computeIfAbsent(job.subject(), key -> new ArrayList<>()).add(job);
    }
    int threads = Math.min(settings.concurrency(), byKey.size());
    if (threads <= 1) {
      jobs.forEach(job -> process(job, invocation));
      return;
    }
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      var running =
          byKey.values().stream()
              .map(
                  ofOneKey ->
                      workers.submit(() -> ofOneKey.forEach(job -> process(job, invocation))))
              .toList();
      for (var each : running) {
        each.get();
      }
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      workers.shutdownNow();
    }
  }

  private void process(Job job, Invocation invocation) {
    try {
      if (invocation.remainingMillis().getAsLong() < settings.margin().toMillis()) {
        fail(job, "deadline", "not begun: the time runs out", false, null);
      } else if (job.wanted instanceof ParsedEvent.InlineReport inline) {
        job.answer = answer(inline);
      } else if (job.wanted instanceof ParsedEvent.StoredReport stored
          && isSettings(stored.change())) {
        job.outcome = Outcome.without(stored.change(), Outcome.Status.IGNORED);
      } else if (job.wanted instanceof ParsedEvent.StoredReport stored) {
        Outcome outcome = outcome(stored.change(), job.delivery);
        listener.done(outcome);
        followUp.accept(outcome);
        if (job.alone) {
          job.answer = Answer.of(outcome, resultJson(outcome));
        }
        // Release the document: an event may have many reports.
        job.outcome = outcome.withoutResult();
      }
    } catch (StoreException e) {
      fail(job, e.kind().key(), text(e), e.kind().permanent(), e);
    } catch (RulesUnusableException e) {
      fail(job, "settings", text(e), true, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(job, "internal", "interrupted", false, e);
    } catch (OutOfMemoryError | StackOverflowError e) {
      // Only this report fails; the others of the event continue.
      fail(job, "memory", e.toString(), true, e);
    } catch (RuntimeException e) {
      fail(job, "internal", e.toString(), true, e);
    }
  }

  /** Processes a change; if the memory was not enough, once more without others. */
  private Outcome outcome(ObjectChange change, String delivery) throws InterruptedException {
    if (settings.concurrency() > 1) {
      int units = units(change);
      memory.acquire(units);
      try {
        return reconciler.reconcile(change, delivery, false);
      } catch (OutOfMemoryError | StackOverflowError e) {
        // Retried alone below.
      } finally {
        memory.release(units);
      }
    }
    memory.acquire(memoryUnits);
    try {
      return reconciler.reconcile(change, delivery, true);
    } finally {
      memory.release(memoryUnits);
    }
  }

  private JsonNode answer(ParsedEvent.InlineReport inline) {
    byte[] body = inline.body();
    ReportChecker checker = checkers.get();
    Result.Source source =
        new Result.Source(inline.name(), null, null, null, Gongkai.sha256(body), body.length);
    Result result =
        body.length > settings.maxObjectBytes()
            ? checker.refuse(Document.Problem.TOO_LARGE, body, source)
            : checker.check(body, source);
    return Answer.limitSize(json(checker.render(Output.RESULT_JSON, result)));
  }

  /** The whole result of a report; null for none, or if it has changed since. */
  private @Nullable ObjectNode resultJson(Outcome outcome) {
    if (outcome.result() != null) {
      return json(Output.RESULT_JSON.render(outcome.result(), settings.style()));
    }
    if (outcome.score() == null) {
      return null;
    }
    ObjectLocation place = settings.place(outcome.change(), Output.RESULT_JSON);
    StoredObject content = store.read(place, LARGEST_RESULT).orElse(null);
    ReportState state = content == null ? null : ReportState.of(content.metadata());
    return content == null || state == null || !state.score().equals(outcome.score())
        ? null
        : content.bytes().map(EventHandler::json).orElse(null);
  }

  private static ObjectNode json(byte[] bytes) {
    try {
      return (ObjectNode) JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("result.json is no JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OutcomeListener reconcilerListener() {
    return new OutcomeListener() {
      @Override
      public void done(Outcome outcome) {
        if (outcome.status() == Outcome.Status.WRITTEN) {
          listener.done(outcome);
        }
        followUp.accept(outcome);
      }

      @Override
      public void failed(ObjectChange change, Throwable cause) {
        listener.failed(
            new Failure(change, change.toString(), "internal", cause.toString(), true, cause));
      }
    };
  }

  private boolean isSettings(ObjectChange change) {
    return isSettings.test(change.bucket(), change.key())
        || overviews != null && overviews.isBodies(change.bucket(), change.key());
  }

  private void fail(
      Job job, String kind, String message, boolean permanent, @Nullable Throwable cause) {
    job.outcome = null;
    ObjectChange change =
        job.wanted instanceof ParsedEvent.StoredReport stored ? stored.change() : null;
    job.failure = new Failure(change, job.subject(), kind, message, permanent, cause);
    listener.failed(job.failure);
  }

  /** The memory that a report needs, in units; one of unknown size needs the most. */
  private int units(ObjectChange change) {
    if (change.kind() == ObjectChange.Kind.REMOVED) {
      return 0;
    }
    long bytes =
        change.size() < 0
            ? settings.maxObjectBytes()
            : Math.min(change.size(), settings.maxObjectBytes());
    return (int) Math.min(memoryUnits, 1 + (bytes >> 20));
  }

  private static List<Job> done(List<Job> jobs) {
    List<Failure> failures = new ArrayList<>();
    for (Job job : jobs) {
      if (job.failure != null) {
        failures.add(job.failure);
      }
    }
    if (!failures.isEmpty()) {
      throw new ReportsFailedException(failures, jobs.size());
    }
    return jobs;
  }

  private JsonNode records(String name, List<Job> jobs) {
    ObjectNode answer = NODES.objectNode();
    ArrayNode records = answer.putArray(name);
    jobs.forEach(job -> records.add(node(job)));
    return answer;
  }

  private static JsonNode node(Job job) {
    if (job.answer != null) {
      return job.answer;
    }
    Outcome outcome = job.outcome;
    if (outcome == null) {
      throw new IllegalStateException(job.subject() + " was not processed");
    }
    return Answer.of(outcome);
  }

  private static String summary(Job job) {
    Outcome outcome = job.outcome;
    if (outcome == null) {
      return "";
    }
    Outcome.Score score = outcome.score();
    return outcome.status().key()
        + (score == null
            ? ""
            : " "
                + score.verdict()
                + " errors="
                + score.errors()
                + " warnings="
                + score.warnings()
                + " notices="
                + score.notices()
                + " relations="
                + score.relations().hold()
                + "/"
                + score.relations().total());
  }

  private static String text(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /** The processing of one report of an event; used by one thread. */
  private static final class Job {
    final ParsedEvent.RequestedReport wanted;
    final String delivery;
    boolean alone;
    @Nullable Outcome outcome;
    @Nullable JsonNode answer;
    @Nullable Failure failure;

    Job(ParsedEvent.RequestedReport wanted, String delivery) {
      this.wanted = wanted;
      this.delivery = delivery;
    }

    String subject() {
      return wanted.subject();
    }
  }
}
