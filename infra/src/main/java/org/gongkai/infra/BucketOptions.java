package org.gongkai.infra;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The options of the buckets for reports and results. */
record BucketOptions(
    Optional<String> inbox,
    String inboxPrefix,
    List<String> inboxSuffixes,
    boolean manageNotifications,
    Optional<String> results,
    String resultsPrefix,
    boolean kms,
    Optional<String> kmsKeyArn,
    boolean retain,
    boolean accessLogs,
    int noncurrentDays,
    int inboxExpireDays,
    int resultsExpireDays,
    Inventory inventory,
    List<String> submitters) {

  /** The value of {@code resultsBucket} for results in the inbox bucket, under their prefix. */
  static final String SAME = "same";

  enum Inventory {
    OFF,
    WEEKLY,
    DAILY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum Encryption {
    S3,
    KMS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static BucketOptions from(ContextReader context) {
    String bucket = "the name of an existing bucket (3 to 63 of a-z, 0-9, '.', '-')";
    Optional<String> inbox = context.optional("inboxBucket", Patterns.BUCKET, bucket);
    BucketOptions options =
        new BucketOptions(
            inbox,
            context.text(
                "inboxPrefix",
                "",
                Patterns.PREFIX,
                "a key prefix without a leading '/', wildcards, quotes or any of $ { } \\"),
            context.list(
                "inboxSuffixes", "", Patterns.SUFFIX, "a list of key endings such as .html"),
            context.flag("manageNotifications", true),
            context.optional("resultsBucket", Patterns.BUCKET, bucket + ", or 'same'"),
            context.text(
                "resultsPrefix",
                "results/",
                Patterns.FOLDER,
                "a key prefix that ends with '/' and does not begin with it"),
            context.choice("encryption", Encryption.S3) == Encryption.KMS,
            context.optional("kmsKeyArn", Patterns.arn("kms"), "the ARN of a KMS key"),
            context.flag("retainBuckets", true),
            context.flag("accessLogs", false),
            context.number("noncurrentDays", 30, 1, 3650),
            context.number("inboxExpireDays", 0, 0, 36_500),
            context.number("resultsExpireDays", 0, 0, 36_500),
            context.choice("inventory", Inventory.OFF),
            context.list(
                "submitters", "", Patterns.ACCOUNT, "a list of account numbers of 12 digits"));
    options.check(context);
    return options;
  }

  private void check(ContextReader context) {
    if (kmsKeyArn.isPresent() && !kms) {
      context.problem("kmsKeyArn", "is given, but encryption is s3; pass -c encryption=kms");
    }
    if (inbox.isPresent() && inbox.equals(results)) {
      context.problem("resultsBucket", "names the inbox bucket: say -c resultsBucket=same");
    }
    if (resultsInInbox() && overlap(inboxPrefix, resultsPrefix)) {
      context.problem(
          "inboxPrefix",
          "must keep apart from resultsPrefix ('%s') when both share a bucket, or every result"
              + " written would call the function again; pass one such as -c inboxPrefix=reports/",
          resultsPrefix);
    }
    if (inbox.isPresent() && !submitters.isEmpty()) {
      context.problem(
          "submitters",
          "is for an inbox that this stack creates: the policy of an existing bucket is its owner's");
    }
    if (inbox.isPresent() && inventory != Inventory.OFF) {
      context.problem(
          "inventory",
          "is for an inbox that this stack creates: configure it on the existing bucket");
    }
    if (results.isPresent() && inventory != Inventory.OFF) {
      context.problem(
          "inventory",
          "is written to a results bucket that this stack creates: leave resultsBucket out");
    }
    if (kmsKeyArn.isPresent() && inventory != Inventory.OFF) {
      context.problem(
          "inventory",
          "needs a key whose policy lets S3 use it: leave kmsKeyArn out, so that this stack makes one");
    }
    if (kmsKeyArn.isPresent() && !submitters.isEmpty()) {
      context.problem(
          "submitters",
          "need a key whose policy lets them use it: leave kmsKeyArn out, so that this stack makes one");
    }
    for (String other : List.of(Backfill.REPORT_PREFIX, BatchOperations.PREFIX, Inbox.INVENTORY)) {
      if (overlap(resultsPrefix, other)) {
        context.problem(
            "resultsPrefix", "must keep apart from %s, where the stack keeps other things", other);
      }
      if (resultsInInbox() && overlap(inboxPrefix, other)) {
        context.problem(
            "inboxPrefix",
            "must keep apart from %s when reports and results share a bucket: the stack keeps other things there",
            other);
      }
    }
    for (String suffix : inboxSuffixes) {
      if (inboxSuffixes.stream()
          .anyMatch(other -> !other.equals(suffix) && other.endsWith(suffix))) {
        context.problem(
            "inboxSuffixes",
            "overlap: another one ends with '%s', and S3 refuses two filters for one key",
            suffix);
      }
    }
  }

  boolean resultsInInbox() {
    return results.filter(SAME::equals).isPresent();
  }

  private static boolean overlap(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }
}
