package org.gongkai.infra;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which EventBridge bus is told of verdicts, and who gets a mail of those that fail.
 *
 * @param bus {@code default}, {@code own} or a bus's ARN; empty where none is told
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
