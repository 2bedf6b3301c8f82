package org.gongkai.infra;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The options of public results. */
record PublicOptions(How how, Optional<String> domain, Optional<String> certificateArn) {

  enum How {
    NONE,
    /** A CloudFront distribution reads the bucket, which stays private. */
    CLOUDFRONT,
    /** The bucket's policy lets anybody read objects under the results prefix. */
    POLICY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static PublicOptions from(ContextReader context, Partition partition, BucketOptions buckets) {
    PublicOptions options =
        new PublicOptions(
            context.choice("publicResults", How.NONE),
            context.optional("publicDomain", Patterns.DOMAIN, "a domain name"),
            context.optional(
                "publicCertificateArn",
                Pattern.compile("arn:aws:acm:us-east-1:\\d{12}:certificate/[A-Za-z0-9-]+"),
                "the ARN of an ACM certificate in us-east-1"));
    if (options.how == How.CLOUDFRONT) {
      partition.require(Partition.Feature.CLOUDFRONT, "publicResults", context);
    }
    if (options.how != How.CLOUDFRONT
        && (options.domain.isPresent() || options.certificateArn.isPresent())) {
      context.problem(
          "publicDomain", "and publicCertificateArn are for publicResults=cloudfront only");
    }
    if (options.domain.isPresent() != options.certificateArn.isPresent()) {
      context.problem("publicDomain", "and publicCertificateArn go together: give both or neither");
    }
    boolean existing =
        buckets.resultsInInbox() ? buckets.inbox().isPresent() : buckets.results().isPresent();
    if (options.how != How.NONE && existing) {
      context.problem(
          "publicResults",
          "is for a results bucket that this stack creates: the policy of an existing one is its"
              + " owner's (the operator's guide has the statement to add)");
    }
    if (options.how == How.POLICY && buckets.kms()) {
      context.problem(
          "publicResults",
          "by policy cannot work with encryption=kms: the public cannot use the key; take cloudfront, or encryption=s3");
    }
    if (options.how == How.CLOUDFRONT
        && !buckets.resultsPrefix().matches("[A-Za-z0-9_.$/~@:+-]{1,200}")) {
      context.problem(
          "resultsPrefix",
          "takes letters, digits and _ - . $ / ~ @ : + only, where publicResults=cloudfront: it is"
              + " part of CloudFront's path patterns");
    }
    if (options.how == How.CLOUDFRONT && buckets.kmsKeyArn().isPresent()) {
      context.problem(
          "publicResults",
          "through cloudfront needs a key whose policy lets CloudFront use it: leave kmsKeyArn out, so that this stack makes one");
    }
    return options;
  }
}
