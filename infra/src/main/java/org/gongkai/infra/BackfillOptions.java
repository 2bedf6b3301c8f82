package org.gongkai.infra;

import java.util.Optional;

/** The options of backfills. */
record BackfillOptions(
    boolean stateMachine,
    int concurrency,
    int batch,
    int toleratedPercent,
    Optional<String> inventoryBucket,
    boolean batchOperations) {

  static BackfillOptions from(ContextReader context, FunctionOptions function) {
    BackfillOptions options =
        new BackfillOptions(
            context.flag("backfill", true),
            context.number("backfillConcurrency", 50, 1, 10_000),
            context.number("backfillBatch", 40, 1, 100),
            context.number("backfillToleratedPercent", 5, 0, 100),
            context.optional(
                "inventoryBucket",
                Patterns.BUCKET,
                "the name of the existing bucket that inventories are written to"),
            context.flag("batchOperations", true));
    if (options.stateMachine
        && function.reservedConcurrency().filter(most -> most < options.concurrency).isPresent()) {
      context.problem(
          "backfillConcurrency",
          "is %d, more than reservedConcurrency (%d): the rest would only be throttled",
          options.concurrency,
          function.reservedConcurrency().orElseThrow());
    }
    return options;
  }
}
