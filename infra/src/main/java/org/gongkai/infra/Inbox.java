package org.gongkai.infra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.InventoryDestination;
import software.amazon.awscdk.services.s3.InventoryFormat;
import software.amazon.awscdk.services.s3.InventoryFrequency;
import software.amazon.awscdk.services.s3.InventoryObjectVersion;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * The bucket for reports. Versioned: a result names the version that it was made from, and a
 * version that is overwritten while the function reads it remains readable.
 */
final class Inbox extends Construct {

  static final String INVENTORY = "inventory/";

  private final String prefix;
  private final boolean created;
  private final IBucket bucket;

  Inbox(
      Construct scope,
      Options options,
      Encryption encryption,
      AccessLogs accessLogs,
      Results results) {
    super(scope, "Inbox");
    BucketOptions buckets = options.buckets();
    this.prefix = buckets.inboxPrefix();
    this.created = buckets.inbox().isEmpty();
    this.bucket =
        created
            ? create(options, encryption, accessLogs, results)
            : ExistingBucket.bucket(this, options, "inboxBucket", buckets.inbox().orElseThrow());
  }

  private Bucket create(
      Options options, Encryption encryption, AccessLogs accessLogs, Results results) {
    BucketOptions buckets = options.buckets();
    Bucket.Builder builder =
        Bucket.Builder.create(this, "Bucket")
            .versioned(true)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .enforceSsl(true)
            .minimumTlsVersion(1.2)
            .blockPublicAccess(Results.publicAccess(publicHere(options)))
            .lifecycleRules(rules(buckets))
            .removalPolicy(buckets.retain() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    Bucket inbox = accessLogs.build(encryption.encrypt(builder), "inbox/");
    if (buckets.inventory() != BucketOptions.Inventory.OFF) {
      inbox.addInventory(
          software.amazon.awscdk.services.s3.Inventory.builder()
              .inventoryId("reports")
              .destination(
                  InventoryDestination.builder()
                      .bucket(results.bucket())
                      .prefix(INVENTORY + "inbox")
                      .build())
              .format(InventoryFormat.CSV)
              .frequency(
                  buckets.inventory() == BucketOptions.Inventory.DAILY
                      ? InventoryFrequency.DAILY
                      : InventoryFrequency.WEEKLY)
              .includeObjectVersions(InventoryObjectVersion.CURRENT)
              .objectsPrefix(prefix.isEmpty() ? null : prefix)
              .build());
    }
    if (!buckets.submitters().isEmpty()) {
      List<IPrincipal> submitters =
          buckets.submitters().stream().<IPrincipal>map(AccountPrincipal::new).toList();
      inbox.addToResourcePolicy(
          PolicyStatement.Builder.create()
              .sid("Submitters")
              .principals(submitters)
              .actions(List.of("s3:PutObject"))
              .resources(List.of(inbox.arnForObjects(prefix + "*")))
              .build());
    }
    return inbox;
  }

  /** The inbox is public only if it also holds the results, and then only under their prefix. */
  private static PublicOptions publicHere(Options options) {
    return options.buckets().resultsInInbox()
        ? options.publication()
        : new PublicOptions(PublicOptions.How.NONE, Optional.empty(), Optional.empty());
  }

  private static List<LifecycleRule> rules(BucketOptions options) {
    List<LifecycleRule> rules = new ArrayList<>();
    rules.add(
        LifecycleRule.builder()
            .id("replaced-reports")
            .noncurrentVersionExpiration(Duration.days(options.noncurrentDays()))
            .expiredObjectDeleteMarker(true)
            .build());
    if (options.inboxExpireDays() > 0) {
      LifecycleRule.Builder old =
          LifecycleRule.builder()
              .id("old-reports")
              .expiration(Duration.days(options.inboxExpireDays()));
      rules.add(
          options.inboxPrefix().isEmpty()
              ? old.build()
              : old.prefix(options.inboxPrefix()).build());
    }
    if (options.resultsInInbox()) {
      rules.addAll(Results.rules(options, Optional.of(options.resultsPrefix())));
    } else {
      rules.add(Results.unfinishedUploads());
    }
    return rules;
  }

  IBucket bucket() {
    return bucket;
  }

  /** The detail of an EventBridge pattern that matches reports. */
  Map<String, Object> eventDetail(List<String> suffixes) {
    Map<String, Object> detail = new HashMap<>();
    detail.put("bucket", Map.of("name", List.of(bucket.getBucketName())));
    if (!suffixes.isEmpty()) {
      List<Object> keys =
          suffixes.stream()
              .<Object>map(suffix -> Map.of("wildcard", prefix + "*" + suffix))
              .toList();
      detail.put("object", Map.of("key", keys));
    } else if (!prefix.isEmpty()) {
      detail.put("object", Map.of("key", List.of(Map.of("prefix", prefix))));
    }
    return detail;
  }

  String prefix() {
    return prefix;
  }

  boolean created() {
    return created;
  }

  String objects() {
    return bucket.arnForObjects(prefix + "*");
  }
}
