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

/**
 * How the buckets are encrypted: by S3 itself, or with a KMS key of the stack's or the operator's
 * own.
 */
final class Encryption extends Construct {

  private final Optional<IKey> key;

  Encryption(Construct scope, BucketOptions options) {
    super(scope, "Encryption");
    this.key =
        !options.kms()
            ? Optional.empty()
            : Optional.of(
                options
                    .kmsKeyArn()
                    .map(arn -> Key.fromKeyArn(this, "Key", arn))
                    .orElseGet(
                        () ->
                            Key.Builder.create(this, "Key")
                                .description("Reports and results of Gongkai")
                                .enableKeyRotation(true)
                                .removalPolicy(
                                    options.retain() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                                .build()));
  }

  Bucket.Builder encrypt(Bucket.Builder bucket) {
    key.ifPresentOrElse(
        k -> bucket.encryption(BucketEncryption.KMS).encryptionKey(k).bucketKeyEnabled(true),
        () -> bucket.encryption(BucketEncryption.S3_MANAGED));
    return bucket;
  }

  /**
   * To read what is encrypted and to write what shall be: S3 asks for both when an upload has
   * parts.
   */
  void mayBeUsedBy(IGrantable who) {
    key.ifPresent(k -> k.grant(who, "kms:Decrypt", "kms:GenerateDataKey"));
  }

  /** S3 itself writes inventories. */
  void mayBeUsedByInventories() {
    key.ifPresent(
        k ->
            k.addToResourcePolicy(
                PolicyStatement.Builder.create()
                    .principals(List.of(new ServicePrincipal("s3.amazonaws.com")))
                    .actions(List.of("kms:GenerateDataKey"))
                    .resources(List.of("*"))
                    .conditions(
                        Map.of(
                            "StringEquals",
                            Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                    .build()));
  }

  /**
   * A distribution's own ARN is not known while the key is made, so the key trusts this account's
   * distributions.
   */
  void mayBeUsedByDistributions() {
    Stack stack = Stack.of(this);
    key.ifPresent(
        k ->
            k.addToResourcePolicy(
                PolicyStatement.Builder.create()
                    .principals(List.of(new ServicePrincipal("cloudfront.amazonaws.com")))
                    .actions(List.of("kms:Decrypt"))
                    .resources(List.of("*"))
                    .conditions(
                        Map.of(
                            "ArnLike",
                            Map.of(
                                "aws:SourceArn",
                                "arn:%s:cloudfront::%s:distribution/*"
                                    .formatted(stack.getPartition(), stack.getAccount()))))
                    .build()));
  }
}
