package org.gongkai.infra;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The options of the function's callers. */
record TriggerOptions(
    Kind kind,
    int batchSize,
    int batchWindowSeconds,
    int maxReceives,
    Optional<Integer> maxConcurrency,
    List<String> invokers) {

  enum Kind {
    /** S3 notifies a queue; the function handles batches of its messages. */
    SQS,
    /** S3 notifies EventBridge; a rule calls the function. */
    EVENTBRIDGE,
    /** S3 calls the function. */
    DIRECT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<String> FOR_SQS =
      List.of("batchSize", "batchWindowSeconds", "maxReceives", "maxConcurrency");

  static TriggerOptions from(ContextReader context) {
    TriggerOptions options =
        new TriggerOptions(
            context.choice("trigger", Kind.SQS),
            context.number("batchSize", 10, 1, 1000),
            context.number("batchWindowSeconds", 0, 0, 300),
            context.number("maxReceives", 5, 1, 100),
            context.optionalNumber("maxConcurrency", 2, 1000),
            context.list(
                "invokers", "", Patterns.ACCOUNT, "a list of account numbers of 12 digits"));
    if (options.kind != Kind.SQS) {
      FOR_SQS.stream()
          .filter(context::has)
          .forEach(name -> context.problem(name, "is for trigger=sqs only"));
    }
    if (options.batchSize > 10 && options.batchWindowSeconds == 0) {
      context.problem(
          "batchSize",
          "over 10 needs batchWindowSeconds of at least 1: Lambda refuses it otherwise");
    }
    return options;
  }
}
