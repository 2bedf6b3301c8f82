package org.gongkai.infra;

import java.util.Map;

/** An AWS partition, with the features of this stack that it lacks. */
enum Partition {
  AWS("aws", Map.of()),

  /**
   * Source: "Getting Started with Amazon Web Services in China", the chapters on Lambda and
   * CloudFront.
   */
  AWS_CN(
      "aws-cn",
      Map.of(
          Feature.X_RAY,
          "X-Ray does not trace Lambda functions there",
          Feature.CLOUDFRONT,
          "CloudFront serves there only a domain of your own with an ICP recordal and a certificate in"
              + " IAM, which this stack does not set up; take publicResults=policy, or put a distribution of your own before"
              + " the results bucket",
          Feature.EVENT_SCHEMAS,
          "whether EventBridge's schema registry is there could not be told")),

  AWS_US_GOV(
      "aws-us-gov",
      Map.of(
          Feature.CLOUDFRONT,
          "there is no CloudFront there; take publicResults=policy",
          Feature.EVENT_SCHEMAS,
          "whether EventBridge's schema registry is there could not be told"));

  enum Feature {
    X_RAY,
    CLOUDFRONT,
    EVENT_SCHEMAS
  }

  private final String name;
  private final Map<Feature, String> lacks;

  Partition(String name, Map<Feature, String> lacks) {
    this.name = name;
    this.lacks = lacks;
  }

  static Partition ofRegion(String region) {
    return region.startsWith("cn-") ? AWS_CN : region.startsWith("us-gov-") ? AWS_US_GOV : AWS;
  }

  boolean has(Feature feature) {
    return lacks.get(feature) == null;
  }

  /** Notes a problem if an option needs a feature that this partition lacks. */
  void require(Feature feature, String option, ContextReader context) {
    String why = lacks.get(feature);
    if (why != null) {
      context.problem(option, "asks for what the partition %s lacks: %s", name, why);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
