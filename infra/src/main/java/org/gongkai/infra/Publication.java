package org.gongkai.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AddBehaviorOptions;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.ICachePolicy;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOriginWithOACProps;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketAttributes;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/** Public read access to results, if configured: only to objects under the results prefix. */
final class Publication extends Construct {

  /**
   * The Referer by which the bucket's policy recognises the origin with 404 for missing objects.
   */
  private static final String MISSING_IS_404 = "missing-is-404";

  Publication(Construct scope, Options options, Results results, Encryption encryption) {
    super(scope, "Publication");
    switch (options.publication().how()) {
      case NONE -> {}
      case POLICY -> {
        mayRead(results, new AnyPrincipal(), Map.of());
        Nag.accept(
            results.bucket(),
            "AwsSolutions-S2",
            "Asked for by the operator (publicResults=policy): results are public documents."
                + " The policy opens their prefix, to read; access by lists stays blocked.");
        output(
            "https://" + results.bucket().getBucketRegionalDomainName() + "/" + results.prefix());
      }
      case CLOUDFRONT -> {
        Distribution distribution = distribution(options.publication(), results);
        mayRead(
            results,
            new ServicePrincipal("cloudfront.amazonaws.com"),
            Map.of("StringEquals", Map.of("aws:SourceArn", distribution.getDistributionArn())));
        results
            .bucket()
            .addToResourcePolicy(
                PolicyStatement.Builder.create()
                    .sid("MissingIs404")
                    .principals(List.of(new ServicePrincipal("cloudfront.amazonaws.com")))
                    .actions(List.of("s3:ListBucket"))
                    .resources(List.of(results.bucket().getBucketArn()))
                    .conditions(
                        Map.of(
                            "StringEquals",
                            new TreeMap<>(
                                Map.of(
                                    "aws:SourceArn",
                                    distribution.getDistributionArn(),
                                    "aws:Referer",
                                    MISSING_IS_404))))
                    .build());
        encryption.mayBeUsedByDistributions();
        output(
            "https://"
                + options.publication().domain().orElse(distribution.getDistributionDomainName())
                + "/"
                + results.prefix());
      }
    }
  }

  private Distribution distribution(PublicOptions options, Results results) {
    // By attributes, so that the CDK does not give the distribution access to the whole bucket.
    IBucket bucket =
        Bucket.fromBucketAttributes(
            this,
            "Origin",
            BucketAttributes.builder()
                .bucketArn(results.bucket().getBucketArn())
                .bucketName(results.bucket().getBucketName())
                .bucketRegionalDomainName(results.bucket().getBucketRegionalDomainName())
                .build());
    IOrigin origin = S3BucketOrigin.withOriginAccessControl(bucket);
    IOrigin listing =
        S3BucketOrigin.withOriginAccessControl(
            bucket,
            S3BucketOriginWithOACProps.builder()
                .customHeaders(Map.of("Referer", MISSING_IS_404))
                .build());
    // A corrected report must soon show its new result: objects without Cache-Control are cached
    // for
    // a minute.
    ICachePolicy cache =
        CachePolicy.Builder.create(this, "Cache")
            .minTtl(Duration.seconds(0))
            .defaultTtl(Duration.minutes(1))
            .maxTtl(Duration.days(1))
            .enableAcceptEncodingBrotli(true)
            .enableAcceptEncodingGzip(true)
            .build();
    ResponseHeadersPolicy page = ViewerHeaders.policy(this, "PageHeaders", ViewerHeaders.PAGE);
    Distribution.Builder builder =
        Distribution.Builder.create(this, "Distribution")
            .comment("Gongkai: results and badges")
            .defaultBehavior(
                BehaviorOptions.builder()
                    .origin(origin)
                    .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                    .cachePolicy(cache)
                    .responseHeadersPolicy(page)
                    .build())
            .errorResponses(List.of(pending(results.prefix())))
            .httpVersion(HttpVersion.HTTP2_AND_3)
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021);
    options.domain().ifPresent(domain -> builder.domainNames(List.of(domain)));
    options
        .certificateArn()
        .ifPresent(
            arn -> builder.certificate(Certificate.fromCertificateArn(this, "Certificate", arn)));
    Annotations.of(this)
        .acknowledgeWarning(
            "@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac",
            "the statement is added for the results prefix only");
    Distribution distribution = builder.build();
    // The first matching behaviour applies.
    distribution.addBehavior(
        results.prefix() + "*.svg",
        origin,
        behaviour(cache, ViewerHeaders.policy(this, "BadgeHeaders", ViewerHeaders.BADGE)));
    distribution.addBehavior(
        results.prefix() + "*.json",
        listing,
        behaviour(cache, ViewerHeaders.policy(this, "DataHeaders", ViewerHeaders.DATA)));
    distribution.addBehavior(results.prefix() + "*", listing, behaviour(cache, page));
    Nag.accept(distribution, "AwsSolutions-CFR1", "Public documents are for readers everywhere.");
    Nag.accept(
        distribution,
        "AwsSolutions-CFR2",
        "It serves files to read from a bucket; there is nothing behind it to attack.");
    Nag.accept(
        distribution,
        "AwsSolutions-CFR3",
        "Who reads public documents is nobody's business: readers' addresses are not kept.");
    if (options.domain().isEmpty()) {
      Nag.accept(
          distribution,
          "AwsSolutions-CFR4",
          "CloudFront's own domain name brings its own certificate and settings; with publicDomain"
              + " the oldest protocol is TLS 1.2.");
    }
    return distribution;
  }

  /**
   * S3 answers 403 for a missing object, or 404 if the caller may list the bucket. Badges are read
   * without that permission: for their 403 the distribution returns the image "not checked yet",
   * which no proxy keeps. Other missing objects are a 404.
   */
  private static ErrorResponse pending(String prefix) {
    return ErrorResponse.builder()
        .httpStatus(403)
        .responseHttpStatus(200)
        .responsePagePath("/" + prefix + "pending.svg")
        .ttl(Duration.seconds(10))
        .build();
  }

  private static AddBehaviorOptions behaviour(ICachePolicy cache, ResponseHeadersPolicy headers) {
    return AddBehaviorOptions.builder()
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .cachePolicy(cache)
        .responseHeadersPolicy(headers)
        .build();
  }

  private static void mayRead(Results results, IPrincipal who, Map<String, Object> conditions) {
    results
        .bucket()
        .addToResourcePolicy(
            PolicyStatement.Builder.create()
                .sid("PublicResults")
                .principals(List.of(who))
                .actions(List.of("s3:GetObject"))
                .resources(List.of(results.objects()))
                .conditions(conditions)
                .build());
  }

  private void output(String url) {
    CfnOutput.Builder.create(Stack.of(this), "PublicResults")
        .description("The public reads results and badges here")
        .value(url)
        .build();
  }
}
