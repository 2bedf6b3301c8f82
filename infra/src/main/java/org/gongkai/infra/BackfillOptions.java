package org.gongkai.infra;

import java.util.Optional;

/** Going over what is already there. */
record BackfillOptions(
    boolean stateMachine,
    int concurrency,
    int batch,
    int toleratedPercent,
    Optional<String> inventoryBucket,
    boolean batchOperations) {

  static BackfillOptions from(Given given, FunctionOptions function) {
    BackfillOptions options =
        new BackfillOptions(
            given.flag("backfill", true),
            given.number("backfillConcurrency", 50, 1, 10_000),
            given.number("backfillBatch", 40, 1, 100),
            given.number("backfillToleratedPercent", 5, 0, 100),
            given.optional(
                "inventoryBucket",
                Shapes.BUCKET,
                "the name of the existing bucket that inventories are written to"),
            given.flag("batchOperations", true));
    if (options.stateMachine
        && function.reservedConcurrency().filter(most -> most < options.concurrency).isPresent()) {
      given.problem(
          "backfillConcurrency",
          "is %d, more than reservedConcurrency (%d): the rest would only be throttled",
          options.concurrency,
          function.reservedConcurrency().orElseThrow());
    }
    return options;
  }
}
