package org.gongkai.store;

import java.util.Optional;

/**
 * An object that was read.
 *
 * @param metadata of exactly this content
 * @param bytes the content; empty where it is larger than the limit of the read
 */
public record StoredObject(ObjectMetadata metadata, Optional<byte[]> bytes) {}
