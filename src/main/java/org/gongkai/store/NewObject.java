package org.gongkai.store;

import java.util.Map;

/**
 * An object to write.
 *
 * @param bytes its content
 * @param contentType its {@code Content-Type} header
 * @param cacheControl its {@code Cache-Control} header
 * @param metadata user metadata: names in lower case, values in printable ASCII
 */
public record NewObject(
    byte[] bytes, String contentType, String cacheControl, Map<String, String> metadata) {
  /** Copies the map, but not the bytes. */
  public NewObject {
    metadata = Map.copyOf(metadata);
  }
}
