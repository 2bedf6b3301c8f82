package org.gongkai.store;

import java.util.Map;

/**
 * An object to be written.
 *
 * @param bytes its content
 * @param contentType the {@code StoredObject-Type} that readers are told
 * @param cacheControl the {@code Cache-Control} that readers are told
 * @param metadata what is noted with it: names in lower case, values in printable ASCII
 */
public record NewObject(
    byte[] bytes, String contentType, String cacheControl, Map<String, String> metadata) {
  /** Takes a copy of the map; the bytes are not copied. */
  public NewObject {
    metadata = Map.copyOf(metadata);
  }
}
