package org.gongkai.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.Gongkai;
import org.gongkai.store.BulkStore;
import org.gongkai.store.NewObject;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoredObject;
import org.gongkai.store.Upload;
import org.jspecify.annotations.Nullable;

/** A store in memory that keeps a list of what it was asked, and can fail on purpose. */
class MemoryStore implements BulkStore {
  /** A fault for a call, before or after it was carried out; null for none. */
  interface Fault {
    @Nullable RuntimeException at(int call, String request);
  }

  record Entry(ObjectMetadata metadata, byte[] bytes, String contentType, String cacheControl) {}

  final Map<String, Entry> entries = new TreeMap<>();
  final Map<String, Entry> versions = new HashMap<>();
  final List<String> requests = new ArrayList<>();
  boolean versioned;
  int listed = 1000;
  Fault before = (call, request) -> null;
  Fault after = (call, request) -> null;
  private int writes;

  /** Uploads a report and gives its ETag. */
  synchronized String upload(String key, String text) {
    return put("inbox/" + key, text.getBytes(StandardCharsets.UTF_8), Map.of(), "text/html", "")
        .metadata()
        .etag();
  }

  String text(String place) {
    return new String(entries.get(place).bytes, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized Optional<ObjectMetadata> head(ObjectLocation place) {
    return asked("HEAD " + place, () -> find(place).map(Entry::metadata));
  }

  @Override
  public synchronized Optional<StoredObject> read(ObjectLocation place, long limit) {
    return asked(
        "GET " + place,
        () ->
            find(place)
                .map(
                    entry ->
                        new StoredObject(
                            entry.metadata(),
                            entry.metadata().size() > limit
                                ? Optional.empty()
                                : Optional.of(entry.bytes))));
  }

  @Override
  public synchronized String write(
      ObjectLocation place, NewObject draft, @Nullable String expected) {
    return asked(
        "PUT " + place,
        () -> {
          Entry there = entries.get(place.toString());
          if (expected == null
              ? there != null
              : there == null || !there.metadata().etag().equals(expected)) {
            throw new StoreException(StoreException.Kind.PRECONDITION, "412");
          }
          return put(
                  place.toString(),
                  draft.bytes(),
                  draft.metadata(),
                  draft.contentType(),
                  draft.cacheControl())
              .metadata()
              .etag();
        });
  }

  @Override
  public synchronized void delete(ObjectLocation place) {
    asked("DELETE " + place, () -> entries.remove(place.toString()));
  }

  @Override
  public synchronized List<String> list(String bucket, String prefix, String after) {
    return asked(
        "LIST " + bucket + "/" + prefix,
        () ->
            entries.keySet().stream()
                .filter(place -> place.startsWith(bucket + "/" + prefix))
                .map(place -> place.substring(bucket.length() + 1))
                .filter(key -> key.compareTo(after) > 0)
                .limit(listed)
                .toList());
  }

  @Override
  public Upload upload(ObjectLocation place, String contentType, String cacheControl) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    return new Upload() {
      @Override
      public void write(byte[] bytes, int from, int length) {
        written.write(bytes, from, length);
      }

      @Override
      public void complete() {
        synchronized (MemoryStore.this) {
          asked(
              "PUT " + place,
              () ->
                  put(
                      place.toString(),
                      written.toByteArray(),
                      Map.of(),
                      contentType,
                      cacheControl));
        }
      }

      @Override
      public void close() {}
    };
  }

  private Optional<Entry> find(ObjectLocation place) {
    return Optional.ofNullable(
        place.versionId() == null ? entries.get(place.toString()) : versions.get(place.toString()));
  }

  private Entry put(
      String place, byte[] bytes, Map<String, String> metadata, String type, String cache) {
    String version = versioned ? "v" + ++writes : null;
    Entry entry =
        new Entry(
            new ObjectMetadata(
                Gongkai.sha256(bytes).substring(0, 32), version, bytes.length, metadata),
            bytes,
            type,
            cache);
    entries.put(place, entry);
    versions.put(place + "?versionId=" + version, entry);
    return entry;
  }

  private <T> T asked(String request, java.util.function.Supplier<T> work) {
    requests.add(request);
    int call = requests.size();
    RuntimeException early = before.at(call, request);
    if (early != null) {
      throw early;
    }
    T answer = work.get();
    RuntimeException late = after.at(call, request);
    if (late != null) {
      throw late;
    }
    return answer;
  }

  /** How many requests of each kind were made since the last time. */
  String count() {
    Map<String, Integer> kinds = new TreeMap<>();
    requests.forEach(
        request -> kinds.merge(request.substring(0, request.indexOf(' ')), 1, Integer::sum));
    requests.clear();
    return kinds.toString();
  }
}
