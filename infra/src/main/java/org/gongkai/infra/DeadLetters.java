package org.gongkai.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The dead-letter queue: events that failed after every retry, kept for two weeks. Each message is
 * the original event, so the function can handle it again: {@link #redriveInto} creates an event
 * source mapping for that, disabled until an operator enables it.
 */
final class DeadLetters extends Construct {

  private final Queue queue;
  private final Queue records;

  DeadLetters(Construct scope) {
    super(scope, "DeadLetters");
    this.queue = queue("Queue");
    this.records = queue("Records");
    Nag.accept(
        records,
        "AwsSolutions-SQS3",
        "Nothing consumes this queue but people: what ends here has already been given up.");
  }

  private Queue queue(String id) {
    return Queue.Builder.create(this, id)
        .encryption(QueueEncryption.SQS_MANAGED)
        .enforceSsl(true)
        .retentionPeriod(Duration.days(14))
        .visibilityTimeout(Duration.hours(2)) // more than six times the longest timeout
        .build();
  }

  void redriveInto(CheckFunction checkFunction) {
    queue.grantConsumeMessages(checkFunction.role());
    EventSourceMapping.Builder.create(this, "Redrive")
        .target(checkFunction.function())
        .eventSourceArn(queue.getQueueArn())
        .batchSize(1)
        .reportBatchItemFailures(true)
        .enabled(false)
        .build();
  }

  /** Lambda's records of asynchronous calls that failed after every retry, with event and error. */
  IQueue records() {
    return records;
  }

  IQueue queue() {
    return queue;
  }
}
