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

/** The encryption of the buckets: by S3, or with a KMS key of the stack or the operator. */
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

  /** Allows to read and write encrypted objects; multipart uploads need both permissions. */
  void mayBeUsedBy(IGrantable who) {
    key.ifPresent(k -> k.grant(who, "kms:Decrypt", "kms:GenerateDataKey"));
  }

  /** Allows S3 to write inventories. */
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
   * Allows distributions of this account: the ARN of the stack's own one is unknown when the key is
   * created.
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
