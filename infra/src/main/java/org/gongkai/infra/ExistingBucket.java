package org.gongkai.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.ContextProvider;
import software.amazon.awscdk.GetContextKeyOptions;
import software.amazon.awscdk.GetContextValueOptions;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * Imports an existing bucket. When account and region are known, the CDK's command line looks the
 * bucket up during synthesis, so that a missing bucket or one in another region is reported before
 * deployment.
 */
final class ExistingBucket {

  private static final String PROVIDER = "cc-api-provider";

  private ExistingBucket() {}

  static IBucket bucket(Construct scope, Options options, String option, String name) {
    if (options.account().isPresent() && options.region().isPresent()) {
      lookUp(scope, name, options.region().get())
          .ifPresent(
              problem -> {
                throw new InvalidOptions(List.of(option + " " + problem));
              });
    }
    return Bucket.fromBucketName(scope, "Bucket", name);
  }

  /** The problem with the bucket; empty for none, or before the look-up was answered. */
  private static Optional<String> lookUp(Construct scope, String name, String region) {
    Map<String, Object> query =
        new TreeMap<>(
            Map.of(
                "typeName",
                "AWS::S3::Bucket",
                "exactIdentifier",
                name,
                "propertiesToReturn",
                List.of("RegionalDomainName")));
    String key =
        ContextProvider.getKey(
                scope, GetContextKeyOptions.builder().provider(PROVIDER).props(query).build())
            .getKey();
    Object answer = scope.getNode().tryGetContext(key);
    if (answer == null) {
      ContextProvider.getValue(
          scope,
          GetContextValueOptions.builder()
              .provider(PROVIDER)
              .props(query)
              .dummyValue(List.of())
              .mustExist(true)
              .build());
      return Optional.empty();
    }
    if (answer instanceof Map<?, ?> refusal && refusal.containsKey("$providerError")) {
      return Optional.of(
          "names %s, which cannot be found in %s with these credentials (%s); check its name and its region"
              .formatted(name, region, refusal.get("$providerError")));
    }
    if (answer instanceof List<?> found
        && !found.isEmpty()
        && found.get(0) instanceof Map<?, ?> properties) {
      String domain = String.valueOf(properties.get("RegionalDomainName"));
      return domain.contains("." + region + ".")
          ? Optional.empty()
          : Optional.of(
              "names %s, which lies in another region (%s) than this stack (%s); deploy the stack there, or take another bucket"
                  .formatted(
                      name,
                      domain.replaceAll(".*\\.s3[.-]([a-z0-9-]+)\\.amazonaws.*", "$1"),
                      region));
    }
    return Optional.of("names %s, which does not exist in %s".formatted(name, region));
  }
}
