package org.gongkai.infra;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/** Optional access logs of the buckets, kept for a year in another bucket. */
final class AccessLogs extends Construct {

  private final Optional<Bucket> bucket;

  AccessLogs(Construct scope, BucketOptions options) {
    super(scope, "AccessLogs");
    this.bucket =
        !options.accessLogs()
            ? Optional.empty()
            : Optional.of(
                Bucket.Builder.create(this, "Bucket")
                    .encryption(BucketEncryption.S3_MANAGED) // the only one for access logs
                    .enforceSsl(true)
                    .minimumTlsVersion(1.2)
                    .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                    .lifecycleRules(
                        List.of(LifecycleRule.builder().expiration(Duration.days(365)).build()))
                    .removalPolicy(options.retain() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                    .build());
  }

  /** Builds a bucket, with access logs if configured. */
  Bucket build(Bucket.Builder builder, String prefix) {
    if (bucket.isPresent()) {
      return builder.serverAccessLogsBucket(bucket.get()).serverAccessLogsPrefix(prefix).build();
    }
    Bucket unlogged = builder.build();
    Nag.accept(
        unlogged,
        "AwsSolutions-S1",
        "Reports are public documents; access logs, which hold addresses of people, are kept"
            + " only where the operator asks for them with accessLogs=true.");
    return unlogged;
  }
}
