package org.gongkai.infra;

import java.util.Optional;
import java.util.regex.Pattern;

/** The options of alarms and the dashboard. */
record WatchOptions(
    boolean alarms,
    Optional<String> mail,
    Optional<String> topicArn,
    int slowPercent,
    int queueAgeMinutes,
    int quietDays,
    int seasonFrom,
    int seasonTo,
    boolean dashboard,
    Optional<Prices> prices) {

  /** Prices in the account's currency, for the dashboard's estimate. */
  record Prices(
      String currency,
      String gbSecond,
      String perMillionCalls,
      String perThousandPuts,
      String perThousandGets) {

    /** List prices of us-east-1, read in 2025. */
    static Prices list(FunctionOptions.Machine machine) {
      return new Prices(
          "USD",
          machine == FunctionOptions.Machine.ARM64 ? "0.0000133334" : "0.0000166667",
          "0.20",
          "0.005",
          "0.0004");
    }
  }

  static WatchOptions from(
      ContextReader context, Partition partition, FunctionOptions.Machine machine) {
    WatchOptions options =
        new WatchOptions(
            context.flag("alarms", true),
            context.optional("alarmMail", Patterns.MAIL, "a mail address"),
            context.optional("alarmTopicArn", Patterns.arn("sns"), "the ARN of an SNS topic"),
            context.number("slowPercent", 80, 10, 100),
            context.number("queueAgeMinutes", 15, 1, 1440),
            context.number("quietDays", 3, 1, 7),
            context.number("seasonFrom", 1, 1, 12),
            context.number("seasonTo", 3, 1, 12),
            context.flag("dashboard", true),
            prices(context, partition, machine));
    if (options.topicArn.isPresent() && options.mail.isPresent()) {
      context.problem(
          "alarmMail",
          "cannot be subscribed to an existing topic: give either alarmMail or alarmTopicArn");
    }
    if (!options.alarms && (options.mail.isPresent() || options.topicArn.isPresent())) {
      context.problem(
          "alarms",
          "is false, so nobody would be told: leave alarmMail and alarmTopicArn out, or pass -c alarms=true");
    }
    if (options.seasonFrom > options.seasonTo) {
      context.problem(
          "seasonFrom",
          "must not come after seasonTo (%d): a season lies within one year",
          options.seasonTo);
    }
    return options;
  }

  private static Optional<Prices> prices(
      ContextReader context, Partition partition, FunctionOptions.Machine machine) {
    Optional<Prices> list =
        partition == Partition.AWS_CN ? Optional.empty() : Optional.of(Prices.list(machine));
    String takes = "a price such as 0.0000133334";
    Prices given =
        new Prices(
            context.text(
                "currency",
                list.map(Prices::currency).orElse(""),
                Pattern.compile("[A-Z]{3}"),
                "a currency such as CNY"),
            context.text(
                "priceGbSecond", list.map(Prices::gbSecond).orElse(""), Patterns.PRICE, takes),
            context.text(
                "pricePerMillionCalls",
                list.map(Prices::perMillionCalls).orElse(""),
                Patterns.PRICE,
                takes),
            context.text(
                "pricePerThousandPuts",
                list.map(Prices::perThousandPuts).orElse(""),
                Patterns.PRICE,
                takes),
            context.text(
                "pricePerThousandGets",
                list.map(Prices::perThousandGets).orElse(""),
                Patterns.PRICE,
                takes));
    boolean complete =
        !(given.currency.isEmpty()
            || given.gbSecond.isEmpty()
            || given.perMillionCalls.isEmpty()
            || given.perThousandPuts.isEmpty()
            || given.perThousandGets.isEmpty());
    return complete ? Optional.of(given) : Optional.empty();
  }
}
