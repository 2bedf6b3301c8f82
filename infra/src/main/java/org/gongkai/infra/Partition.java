package org.gongkai.infra;

import java.util.Map;

/** A part of the cloud that has its own accounts, and what of this stack it cannot hold. */
enum Partition {
  AWS("aws", Map.of()),

  /**
   * After "Getting Started with Amazon Web Services in China", the chapters on Lambda and
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
              + " the results bucket")),

  AWS_US_GOV(
      "aws-us-gov",
      Map.of(Feature.CLOUDFRONT, "there is no CloudFront there; take publicResults=policy"));

  enum Feature {
    X_RAY,
    CLOUDFRONT
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

  /** Notes a problem if the option asks for something that does not exist here. */
  void require(Feature feature, String option, ContextReader context) {
    if (lacks.containsKey(feature)) {
      context.problem(option, "asks for what the partition %s lacks: %s", name, lacks.get(feature));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
