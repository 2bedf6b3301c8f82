package org.gongkai.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * What could not be checked after every retry, kept for two weeks. Each letter is the event as it
 * came, whichever way it came, so the function can take it again: {@link #redriveInto} lays a pipe
 * for that and leaves its tap closed.
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
        .visibilityTimeout(Duration.hours(2)) // more than six times the longest function
        .build();
  }

  void redriveInto(Checker checker) {
    queue.grantConsumeMessages(checker.role());
    EventSourceMapping.Builder.create(this, "Redrive")
        .target(checker.function())
        .eventSourceArn(queue.getQueueArn())
        .batchSize(1)
        .reportBatchItemFailures(true)
        .enabled(false)
        .build();
  }

  /**
   * Lambda's own records of asynchronous calls that failed for good: the event, and the error it
   * ended with.
   */
  IQueue records() {
    return records;
  }

  IQueue queue() {
    return queue;
  }
}
