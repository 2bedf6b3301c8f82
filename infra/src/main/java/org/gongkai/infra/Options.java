package org.gongkai.infra;

import java.util.Map;
import java.util.Optional;

/**
 * Everything an operator can choose. Read it with {@link #from(Map)}:
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
    PublicOptions publication) {

  /**
   * Reads the options, or throws {@link InvalidOptions} with everything that is wrong with them.
   */
  static Options from(Map<String, ?> context) {
    Given given = new Given(context);
    Options options = read(given);
    given.finish();
    return options;
  }

  static Options read(Given given) {
    String stackName =
        given.text(
            "stackName",
            "gongkai",
            Shapes.STACK,
            "a stack name (a letter, then letters, digits, '-')");
    Optional<String> account =
        given.optional("account", Shapes.ACCOUNT, "an account number of 12 digits");
    Optional<String> region =
        given.optional("region", Shapes.REGION, "a region such as cn-north-1");
    Partition lies = region.map(Partition::ofRegion).orElse(Partition.AWS);
    Partition partition = given.choice("partition", lies);
    if (region.isPresent() && partition != lies) {
      given.problem(
          "partition", "is %s, but the region %s lies in %s", partition, region.get(), lies);
    }
    BucketOptions buckets = BucketOptions.from(given);
    FunctionOptions function = FunctionOptions.from(given, partition);
    return new Options(
        stackName,
        account,
        region,
        partition,
        buckets,
        function,
        TriggerOptions.from(given),
        WatchOptions.from(given, partition, function.machine()),
        BackfillOptions.from(given, function),
        PublicOptions.from(given, partition, buckets));
  }
}
