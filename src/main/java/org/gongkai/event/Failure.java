package org.gongkai.event;

import org.jspecify.annotations.Nullable;

/**
 * A failure of the infrastructure because of which a change was not processed, or an event that was
 * not understood. A retry of the event leads to the correct state.
 *
 * @param change the change; null where the event was not understood
 * @param subject the same as text: bucket and key, or the id of the message
 * @param kind the kind: that of a {@link org.gongkai.store.StoreException.Kind}, or {@code
 *     settings} (rules or waivers that cannot be used), {@code deadline}, {@code event}, {@code
 *     memory}, {@code internal}
 * @param message what happened
 * @param permanent whether a retry is useless
 * @param cause the exception; null for none
 */
public record Failure(
    @Nullable ObjectChange change,
    String subject,
    String kind,
    String message,
    boolean permanent,
    @Nullable Throwable cause) {}
