package org.gongkai.infra;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options of verdict events on EventBridge.
 *
 * @param bus {@code default}, {@code own} or the ARN of a bus; empty for no events
 * @param mail the address for messages about failed reports
 */
record EventOptions(Optional<String> bus, Optional<String> mail) {
  static final String DEFAULT = "default";
  static final String OWN = "own";

  private static final Pattern BUS =
      Pattern.compile(
          DEFAULT + "|" + OWN + "|arn:aws(-[a-z]+)*:events:[a-z0-9-]+:\\d{12}:event-bus/[\\w./-]+");

  static EventOptions from(ContextReader context) {
    EventOptions options =
        new EventOptions(
            context.optional("events", BUS, "default, own, or the ARN of an event bus"),
            context.optional("eventsMail", Patterns.MAIL, "a mail address"));
    if (options.mail.isPresent() && options.bus.isEmpty()) {
      context.problem("eventsMail", "needs a bus: give -c events=own, too");
    }
    return options;
  }
}
