package org.gongkai.infra;

import java.util.Map;
import java.util.Optional;

/**
 * All options of the stack. Read them with {@link #from(Map)}:
 *
 * <pre>{@code Options options = Options.from(Map.of("trigger", "eventbridge", "memory", "1024"));}
 * </pre>
 */
record Options(
    String stackName,
    Optional<String> account,
    Optional<String> region,
    Partition partition,
    BucketOptions buckets,
    FunctionOptions function,
    TriggerOptions trigger,
    WatchOptions watch,
    BackfillOptions backfill,
    OverviewOptions overview,
    PublicOptions publication,
    EventOptions events,
    SampleOptions sample) {

  /**
   * Reads the options.
   *
   * @throws InvalidOptions with all mistakes in them
   */
  static Options from(Map<String, ?> values) {
    ContextReader context = new ContextReader(values);
    Options options = read(context);
    context.throwIfInvalid();
    return options;
  }

  static Options read(ContextReader context) {
    String stackName =
        context.text(
            "stackName",
            "gongkai",
            Patterns.STACK,
            "a stack name (a letter, then letters, digits, '-')");
    Optional<String> account =
        context.optional("account", Patterns.ACCOUNT, "an account number of 12 digits");
    Optional<String> region =
        context.optional("region", Patterns.REGION, "a region such as cn-north-1");
    Partition partitionOfRegion = region.map(Partition::ofRegion).orElse(Partition.AWS);
    Partition partition = context.choice("partition", partitionOfRegion);
    if (region.isPresent() && partition != partitionOfRegion) {
      context.problem(
          "partition",
          "is %s, but the region %s lies in %s",
          partition,
          region.get(),
          partitionOfRegion);
    }
    BucketOptions buckets = BucketOptions.from(context);
    FunctionOptions function = FunctionOptions.from(context, partition);
    return new Options(
        stackName,
        account,
        region,
        partition,
        buckets,
        function,
        TriggerOptions.from(context),
        WatchOptions.from(context, partition, function.machine()),
        BackfillOptions.from(context, function),
        OverviewOptions.from(context),
        PublicOptions.from(context, partition, buckets),
        EventOptions.from(context),
        SampleOptions.from(context));
  }
}
