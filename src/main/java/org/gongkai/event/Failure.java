package org.gongkai.event;

import org.jspecify.annotations.Nullable;

/**
 * A fault of the infrastructure that kept a change from being worked in, or an event from being
 * understood. What was done until then does no harm: the same event again leads to the right state.
 *
 * @param change the change it concerns; null where the event was not understood
 * @param subject the same as text: bucket and key, or the id of the message
 * @param kind the fault's kind: that of a {@link org.gongkai.store.StoreException.Kind}, or {@code
 *     settings} (rules or waivers that cannot be used), {@code deadline}, {@code event}, {@code
 *     memory}, {@code internal}
 * @param message what happened
 * @param permanent whether trying again cannot help
 * @param cause what was thrown; null for none
 */
public record Failure(
    @Nullable ObjectChange change,
    String subject,
    String kind,
    String message,
    boolean permanent,
    @Nullable Throwable cause) {}
