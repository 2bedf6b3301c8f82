package org.gongkai.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.gongkai.Gongkai;
import org.gongkai.publish.Output;
import org.gongkai.store.NewObject;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.Store;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code Report Checked} on an event bus for each verdict that is new or changed, once the
 * outputs are written. A removed report has no event; if it is uploaded and checked again, its
 * verdict is new.
 *
 * <p>{@code event.json}, beside the outputs, contains the event that was put last. If it differs
 * from {@code result.json}, an event is put and then recorded there, on condition that {@code
 * event.json} has not changed since it was read. So:
 *
 * <ul>
 *   <li>no event is lost: one that was not recorded is put again with the same id, by the retry or
 *       by the next change of the report;
 *   <li>an event for an older state is never the last: a process that cannot record its event
 *       because another process did puts the newest event again with a new id. Only a process that
 *       ends between the two steps omits this; receivers that keep the highest {@code sequencer}
 *       are not affected.
 * </ul>
 */
public final class ReportCheckedPublisher implements Consumer<Outcome> {
  private static final String FILE = "event.json";
  private static final String ID = "gongkai-event";
  private static final int LARGEST = 64 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Store store;
  private final EventSettings settings;
  private final EventBus bus;
  private final IntConsumer pause;

  public ReportCheckedPublisher(Store store, EventSettings settings, EventBus bus) {
    this(store, settings, bus, Backoff::pause);
  }

  ReportCheckedPublisher(Store store, EventSettings settings, EventBus bus, IntConsumer pause) {
    this.store = store;
    this.settings = settings;
    this.bus = bus;
    this.pause = pause;
  }

  /**
   * Puts the event of a report, unless it was put already.
   *
   * @throws StoreException when the store or the bus fails; the same outcome again puts what is
   *     missing
   */
  @Override
  public void accept(Outcome outcome) {
    if (outcome.status() == Outcome.Status.IGNORED
        || outcome.status() == Outcome.Status.SUPERSEDED) {
      return;
    }
    ObjectChange report = outcome.change();
    ObjectLocation place = settings.place(report, FILE);
    ObjectLocation resultPlace = settings.place(report, Output.RESULT_JSON);
    boolean raced = false;
    for (int round = 0; round < Backoff.TRIES; round++) {
      if (raced) {
        pause.accept(round);
      }
      // In this order: what event.json is replaced with is newer than what was in it.
      ObjectMetadata last = store.head(place).orElse(null);
      StoredObject result = store.read(resultPlace, LARGEST).orElse(null);
      ReportState state = result == null ? null : ReportState.of(result.metadata());
      if (result == null || state == null) {
        if (last == null) {
          return;
        }
        store.delete(place);
        continue; // It may have been another's, of a report that has come back.
      }
      if (!raced && last != null && isOf(last, state)) {
        return;
      }
      String id = id(place, state, last);
      byte[] detail = detail(report, result, state, id, last);
      bus.put(new String(detail, StandardCharsets.UTF_8));
      try {
        store.write(
            place,
            new NewObject(
                detail,
                Output.RESULT_JSON.contentType(),
                Output.RESULT_JSON.cacheControl(),
                metadata(state, id)),
            last == null ? null : last.etag());
      } catch (StoreException e) {
        if (!e.kind().isRace()) {
          throw e;
        }
        raced = true;
        continue;
      }
      if (store.head(resultPlace).isPresent()) {
        return;
      }
      raced = false; // Removed meanwhile: event.json goes, too.
    }
    throw Backoff.exhausted(place);
  }

  /** Whether an event was about this state of a report. */
  private static boolean isOf(ObjectMetadata event, ReportState state) {
    Map<String, String> noted = event.metadata();
    String sequencer = noted.getOrDefault(ReportState.SEQUENCER, "");
    return state.score().verdict().equals(noted.get(ReportState.VERDICT))
        && state.checked().equals(noted.get(ReportState.CHECKED))
        // The same content, removed and uploaded again, has another sequencer.
        && (sequencer.isEmpty()
            || state.sequencer().isEmpty()
            || sequencer.equals(state.sequencer()));
  }

  private static Map<String, String> metadata(ReportState state, String id) {
    Map<String, String> metadata = new LinkedHashMap<>(ReportState.OUTPUT_MARK);
    metadata.put(ReportState.VERDICT, state.score().verdict());
    metadata.put(ReportState.CHECKED, state.checked());
    metadata.put(ID, id);
    if (!state.sequencer().isEmpty()) {
      metadata.put(ReportState.SEQUENCER, state.sequencer());
    }
    return metadata;
  }

  /** The same whenever it is put again, another for each state and each event before. */
  private static String id(ObjectLocation place, ReportState state, @Nullable ObjectMetadata last) {
    String parts =
        String.join(
            "\n",
            place.toString(),
            state.checked(),
            state.score().verdict(),
            state.sequencer(),
            state.delivery(),
            last == null ? "" : last.metadata().getOrDefault(ID, ""));
    return Gongkai.sha256(parts.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }

  private byte[] detail(
      ObjectChange report,
      StoredObject result,
      ReportState state,
      String id,
      @Nullable ObjectMetadata last) {
    String version = state.versionId().isEmpty() ? null : state.versionId();
    Outcome checked =
        new Outcome(
            ObjectChange.asked(report.bucket(), report.key(), version),
            Outcome.Status.UNCHANGED,
            state.score(),
            settings.outputs().stream().map(output -> settings.place(report, output)).toList(),
            null,
            null,
            List.of());
    ObjectNode detail = JSON.createObjectNode();
    detail.put("id", id);
    detail.put("previousVerdict", last == null ? null : last.metadata().get(ReportState.VERDICT));
    detail.put("checked", state.checked());
    if (!state.sequencer().isEmpty()) {
      detail.put("sequencer", state.sequencer());
    }
    try {
      JsonNode json = JSON.readTree(result.bytes().orElse(new byte[0]));
      detail.setAll(Answer.of(checked, json));
      detail.remove("outcome");
      // By names without a dot, for EventBridge's input transformers.
      ObjectLocation folder = settings.place(report, "");
      detail.putObject("results").put("bucket", folder.bucket()).put("prefix", folder.key());
      return JSON.writeValueAsBytes(detail);
    } catch (JsonProcessingException e) {
      throw new StoreException(
          StoreException.Kind.INVALID, "result.json of " + report + " is no JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }
}
