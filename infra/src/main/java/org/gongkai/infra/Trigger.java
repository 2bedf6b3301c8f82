package org.gongkai.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.IBucketNotificationDestination;
import software.amazon.awscdk.services.s3.notifications.LambdaDestination;
import software.amazon.awscdk.services.s3.notifications.SqsDestination;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Calls the function when a report in the inbox is created, replaced or removed. */
final class Trigger extends Construct {

  private final TriggerOptions options;
  private final List<String> suffixes;
  private final boolean manageNotifications;
  private final Inbox inbox;
  private final CheckFunction checkFunction;
  private final DeadLetters deadLetters;
  private final List<Rule> rules = new ArrayList<>();
  private @Nullable Queue queue;

  private Trigger(
      Construct scope,
      Options options,
      Inbox inbox,
      CheckFunction checkFunction,
      DeadLetters deadLetters) {
    super(scope, "Trigger");
    this.options = options.trigger();
    this.suffixes = options.buckets().inboxSuffixes();
    this.manageNotifications = options.buckets().manageNotifications();
    this.inbox = inbox;
    this.checkFunction = checkFunction;
    this.deadLetters = deadLetters;
  }

  static Trigger connect(
      Construct scope,
      Options options,
      Inbox inbox,
      CheckFunction checkFunction,
      DeadLetters deadLetters) {
    Trigger trigger = new Trigger(scope, options, inbox, checkFunction, deadLetters);
    switch (options.trigger().kind()) {
      case SQS -> trigger.throughQueue();
      case EVENTBRIDGE -> trigger.throughEventBridge();
      case DIRECT -> trigger.direct();
    }
    return trigger;
  }

  private void throughQueue() {
    Queue reports =
        Queue.Builder.create(this, "Queue")
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(Duration.days(14))
            // Six times the function's timeout plus the window, as Lambda's documentation
            // recommends,
            // so that no batch is delivered twice.
            .visibilityTimeout(
                Duration.seconds(
                    6L * checkFunction.options().timeout() + options.batchWindowSeconds()))
            .deadLetterQueue(
                DeadLetterQueue.builder()
                    .queue(deadLetters.queue())
                    .maxReceiveCount(options.maxReceives())
                    .build())
            .build();
    SqsEventSource.Builder source =
        SqsEventSource.Builder.create(reports)
            .batchSize(options.batchSize())
            .maxBatchingWindow(Duration.seconds(options.batchWindowSeconds()))
            .reportBatchItemFailures(true);
    options.maxConcurrency().ifPresent(source::maxConcurrency);
    checkFunction.function().addEventSource(source.build());
    if (inbox.created()) {
      InboxNotifications.to(inbox, suffixes).queue(reports);
    } else {
      addToExisting(new SqsDestination(reports));
    }
    queue = reports;
  }

  private void direct() {
    if (inbox.created()) {
      InboxNotifications.to(inbox, suffixes).function(checkFunction.function());
    } else {
      addToExisting(new LambdaDestination(checkFunction.function()));
    }
  }

  private void throughEventBridge() {
    if (inbox.created()) {
      InboxNotifications.to(inbox, suffixes).eventBridge();
    } else if (manageNotifications) {
      inbox.bucket().enableEventBridgeNotification();
      InboxNotifications.explainHelper(this);
    }
    rule("Created", "Object Created");
    // The function keeps the outputs of a report that a lifecycle rule removed.
    rule("Removed", "Object Deleted");
  }

  private void rule(String id, String type) {
    rules.add(
        Rule.Builder.create(this, id)
            .description("Gongkai: %s in the inbox".formatted(type))
            .eventPattern(
                EventPattern.builder()
                    .source(List.of("aws.s3"))
                    .detailType(List.of(type))
                    .detail(inbox.eventDetail(suffixes))
                    .build())
            .targets(
                List.of(
                    LambdaFunction.Builder.create(checkFunction.function())
                        .deadLetterQueue(deadLetters.queue())
                        .maxEventAge(Duration.hours(6))
                        .retryAttempts(20)
                        .build()))
            .build());
  }

  private void addToExisting(IBucketNotificationDestination destination) {
    if (manageNotifications) {
      for (EventType event : List.of(EventType.OBJECT_CREATED, EventType.OBJECT_REMOVED)) {
        InboxNotifications.addTo(inbox, event, destination, suffixes);
      }
      InboxNotifications.explainHelper(this);
    } else {
      destination.bind(this, inbox.bucket()); // adds only the permission
    }
  }

  Optional<Queue> queue() {
    return Optional.ofNullable(queue);
  }

  List<Rule> rules() {
    return List.copyOf(rules);
  }
}
