package org.gongkai.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.gongkai.store.NewObject;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.Store;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Stores, for each issuer, a list of its reports with their years: one small object. A listed
 * report may have been removed; then its {@code result.json} is missing too.
 */
final class IssuerIndex {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 16 << 20;

  private final Store store;
  private final IntConsumer pause;

  /**
   * @param pause waits before a retry; its argument is the number of attempts so far
   */
  IssuerIndex(Store store, IntConsumer pause) {
    this.store = store;
    this.pause = pause;
  }

  /**
   * An issuer's reports.
   *
   * @param name the issuer's normalised name; empty if there is no list yet
   * @param reports by key
   * @param etag the object's ETag; null if there is no object yet
   */
  record Listing(String name, SortedMap<String, Entry> reports, @Nullable String etag) {
    /** The reports of a year, ordered by key: if there are several, the first counts. */
    List<Map.Entry<String, Entry>> of(int year) {
      return reports.entrySet().stream()
          .filter(report -> report.getValue().year() == year)
          .toList();
    }
  }

  /** A report: its key and its year. */
  record Entry(String bucket, int year) {}

  Listing read(ObjectLocation place) {
    StoredObject content = store.read(place, LARGEST).orElse(null);
    SortedMap<String, Entry> reports = new TreeMap<>();
    if (content == null) {
      return new Listing("", reports, null);
    }
    String name = "";
    try {
      JsonNode listing = JSON.readTree(content.bytes().orElse(new byte[0]));
      name = listing.path("issuer").asText();
      for (JsonNode report : listing.path("reports")) {
        reports.put(
            report.path("key").asText(),
            new Entry(report.path("bucket").asText(), report.path("year").asInt()));
      }
    } catch (JsonProcessingException e) {
      // Written by something else: the list is built anew, report by report.
      reports.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
    return new Listing(name, reports, content.metadata().etag());
  }

  /** Adds a report unless it is listed; returns the list afterwards. */
  Listing add(ObjectLocation place, String name, String key, Entry entry) {
    return change(place, name, key, entry);
  }

  /** Removes a report if it is listed; returns the list afterwards. */
  Listing remove(ObjectLocation place, String key) {
    return change(place, "", key, null);
  }

  private Listing change(ObjectLocation place, String name, String key, @Nullable Entry entry) {
    for (int attempt = 0; attempt < Backoff.TRIES; attempt++) {
      if (attempt > 0) {
        pause.accept(attempt);
      }
      Listing listing = read(place);
      Entry listed = listing.reports().get(key);
      if (entry == null ? listed == null : entry.equals(listed) && name.equals(listing.name())) {
        return listing;
      }
      if (entry == null) {
        listing.reports().remove(key);
      } else {
        listing.reports().put(key, entry);
      }
      try {
        Listing changed =
            new Listing(entry == null ? listing.name() : name, listing.reports(), listing.etag());
        return new Listing(
            changed.name(),
            changed.reports(),
            store.write(place, newObject(changed), changed.etag()));
      } catch (StoreException e) {
        if (!e.kind().isRace()) {
          throw e;
        }
      }
    }
    throw Backoff.exhausted(place);
  }

  private static NewObject newObject(Listing listing) {
    ObjectNode json = JSON.createObjectNode();
    json.put("issuer", listing.name());
    ArrayNode list = json.putArray("reports");
    listing
        .reports()
        .forEach(
            (key, entry) ->
                list.addObject()
                    .put("key", key)
                    .put("bucket", entry.bucket())
                    .put("year", entry.year()));
    try {
      return new NewObject(
          JSON.writeValueAsBytes(json),
          "application/json; charset=utf-8",
          "no-cache",
          ReportState.OUTPUT_MARK);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is JSON", e);
    }
  }
}
