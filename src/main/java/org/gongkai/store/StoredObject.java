package org.gongkai.store;

import java.util.Optional;

/**
 * An object that was read.
 *
 * @param meta what is known of exactly this content
 * @param bytes the content; empty where it is larger than asked for
 */
public record StoredObject(ObjectMetadata meta, Optional<byte[]> bytes) {}
