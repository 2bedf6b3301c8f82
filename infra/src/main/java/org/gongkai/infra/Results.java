package org.gongkai.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.BlockPublicAccessOptions;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/**
 * The bucket for results. Not versioned: a result can be made again from its report, and every
 * write is conditional on the state that it replaces.
 */
final class Results extends Construct {

  private final String prefix;
  private final boolean sharesTheInbox;
  private @Nullable IBucket bucket;

  Results(Construct scope, Options options, Encryption encryption, AccessLogs accessLogs) {
    super(scope, "Results");
    BucketOptions buckets = options.buckets();
    this.prefix = buckets.resultsPrefix();
    this.sharesTheInbox = buckets.resultsInInbox();
    if (buckets.results().isEmpty()) {
      Bucket.Builder builder =
          Bucket.Builder.create(this, "Bucket")
              .enforceSsl(true)
              .minimumTlsVersion(1.2)
              .blockPublicAccess(publicAccess(options.publication()))
              .lifecycleRules(rules(buckets, Optional.of(prefix)))
              .removalPolicy(buckets.retain() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
      this.bucket = accessLogs.build(encryption.encrypt(builder), "results/");
    } else if (!sharesTheInbox) {
      this.bucket =
          ExistingBucket.bucket(this, options, "resultsBucket", buckets.results().orElseThrow());
    }
  }

  /** Sets the bucket of results that lie in the inbox bucket. */
  void liesIn(Inbox inbox) {
    if (bucket == null) {
      bucket = inbox.bucket();
    }
  }

  static BlockPublicAccess publicAccess(PublicOptions publication) {
    return publication.how() != PublicOptions.How.POLICY
        ? BlockPublicAccess.BLOCK_ALL
        : new BlockPublicAccess(
            BlockPublicAccessOptions.builder()
                .blockPublicAcls(true)
                .ignorePublicAcls(true)
                .blockPublicPolicy(false)
                .restrictPublicBuckets(false)
                .build());
  }

  static List<LifecycleRule> rules(BucketOptions options, Optional<String> results) {
    List<LifecycleRule> rules = new ArrayList<>();
    rules.add(unfinishedUploads());
    results.ifPresent(
        prefix ->
            rules.add(
                LifecycleRule.builder()
                    .id("unfinished-overviews")
                    .prefix(prefix + ".overview/")
                    .expiration(Duration.days(7))
                    .build()));
    if (options.resultsExpireDays() > 0) {
      results.ifPresent(
          prefix ->
              rules.add(
                  LifecycleRule.builder()
                      .id("old-results")
                      .prefix(prefix)
                      .expiration(Duration.days(options.resultsExpireDays()))
                      .build()));
    }
    rules.add(
        LifecycleRule.builder()
            .id("backfill-reports")
            .prefix(Backfill.REPORT_PREFIX)
            .expiration(Duration.days(365))
            .build());
    return rules;
  }

  static LifecycleRule unfinishedUploads() {
    return LifecycleRule.builder()
        .id("unfinished-uploads")
        .abortIncompleteMultipartUploadAfter(Duration.days(7))
        .build();
  }

  IBucket bucket() {
    return Objects.requireNonNull(bucket, "results in the inbox: liesIn comes first");
  }

  String prefix() {
    return prefix;
  }

  boolean sharesTheInbox() {
    return sharesTheInbox;
  }

  String objects() {
    return bucket().arnForObjects(prefix + "*");
  }
}
