package org.gongkai.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.constructs.Construct;

/** How the buckets are encrypted: by S3 itself, or with a KMS key of the stack's or the operator's own. */
final class Encryption extends Construct {

  private final Optional<IKey> key;

  Encryption(Construct scope, BucketOptions options) {
    super(scope, "Encryption");
    this.key = !options.kms() ? Optional.empty() : Optional.of(options.kmsKeyArn()
        .map(arn -> Key.fromKeyArn(this, "Key", arn))
        .orElseGet(() -> Key.Builder.create(this, "Key")
            .description("Reports and results of Gongkai")
            .enableKeyRotation(true)
            .removalPolicy(options.retain() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .build()));
  }

  Bucket.Builder encrypt(Bucket.Builder bucket) {
    key.ifPresentOrElse(
        k -> bucket.encryption(BucketEncryption.KMS).encryptionKey(k).bucketKeyEnabled(true),
        () -> bucket.encryption(BucketEncryption.S3_MANAGED));
    return bucket;
  }

  void mayBeUsedBy(IGrantable role) {
    key.ifPresent(k -> k.grantEncryptDecrypt(role));
  }

  /** A distribution's own ARN is not known while the key is made, so the key trusts this account's distributions. */
  void mayBeUsedByDistributions() {
    Stack stack = Stack.of(this);
    key.ifPresent(k -> k.addToResourcePolicy(PolicyStatement.Builder.create()
        .principals(List.of(ServicePrincipal.Builder.create("cloudfront.amazonaws.com").build()))
        .actions(List.of("kms:Decrypt"))
        .resources(List.of("*"))
        .conditions(Map.of("ArnLike", Map.of("aws:SourceArn",
            "arn:%s:cloudfront::%s:distribution/*".formatted(stack.getPartition(), stack.getAccount()))))
        .build()));
  }
}
