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

/** How the inbox tells the function of a report that came, was replaced, or was removed. */
final class Trigger extends Construct {

  private final TriggerOptions options;
  private final List<String> suffixes;
  private final boolean manageNotifications;
  private final Inbox inbox;
  private final Checker checker;
  private final DeadLetters deadLetters;
  private final List<Rule> rules = new ArrayList<>();
  private @Nullable Queue queue;

  private Trigger(
      Construct scope, Options options, Inbox inbox, Checker checker, DeadLetters deadLetters) {
    super(scope, "Trigger");
    this.options = options.trigger();
    this.suffixes = options.buckets().inboxSuffixes();
    this.manageNotifications = options.buckets().manageNotifications();
    this.inbox = inbox;
    this.checker = checker;
    this.deadLetters = deadLetters;
  }

  static Trigger connect(
      Construct scope, Options options, Inbox inbox, Checker checker, DeadLetters deadLetters) {
    Trigger trigger = new Trigger(scope, options, inbox, checker, deadLetters);
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
            // Six times the function's time and the window: Lambda's own advice, so that a batch is
            // not handed out twice.
            .visibilityTimeout(
                Duration.seconds(6L * checker.options().timeout() + options.batchWindowSeconds()))
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
    checker.function().addEventSource(source.build());
    if (inbox.created()) {
      InboxNotifications.to(inbox, suffixes).queue(reports);
    } else {
      addToExisting(new SqsDestination(reports));
    }
    queue = reports;
  }

  private void direct() {
    if (inbox.created()) {
      InboxNotifications.to(inbox, suffixes).function(checker.function());
    } else {
      addToExisting(new LambdaDestination(checker.function()));
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
    // The function tells who took a report away: one that a lifecycle rule did keeps its outputs.
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
                    LambdaFunction.Builder.create(checker.function())
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
      destination.bind(this, inbox.bucket()); // the permission only
    }
  }

  Optional<Queue> queue() {
    return Optional.ofNullable(queue);
  }

  List<Rule> rules() {
    return List.copyOf(rules);
  }
}
