package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.infra.Synth.each;
import static org.gongkai.infra.Synth.properties;
import static org.gongkai.infra.Synth.resources;
import static org.gongkai.infra.Synth.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {

  private static final String BUCKET = "AWS::S3::Bucket";

  @Test
  void bucketsAreEncryptedClosedAndKeptAndHaveNoFixedNames() {
    Map<String, JsonNode> buckets = resources(template("accessLogs=true"), BUCKET);
    assertThat(buckets)
        .hasSize(3)
        .allSatisfy(
            (id, bucket) -> {
              assertThat(bucket.path("DeletionPolicy").asText()).isEqualTo("Retain");
              JsonNode properties = bucket.get("Properties");
              assertThat(properties.has("BucketName")).isFalse();
              assertThat(
                      properties
                          .at(
                              "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm")
                          .asText())
                  .isEqualTo("AES256");
              for (String way :
                  List.of(
                      "BlockPublicAcls",
                      "BlockPublicPolicy",
                      "IgnorePublicAcls",
                      "RestrictPublicBuckets")) {
                assertThat(properties.path("PublicAccessBlockConfiguration").path(way).asBoolean())
                    .as(way)
                    .isTrue();
              }
            });
  }

  @Test
  void nothingIsReadOrWrittenWithoutTls() {
    JsonNode template = template("accessLogs=true");
    assertThat(resources(template, BUCKET).keySet())
        .allSatisfy(
            bucket ->
                assertThat(policies(template, bucket))
                    .as(bucket)
                    .anyMatch(
                        statement ->
                            denies(statement)
                                && statement
                                    .at("/Condition/Bool/aws:SecureTransport")
                                    .asText()
                                    .equals("false"))
                    .anyMatch(
                        statement ->
                            denies(statement)
                                && statement
                                        .at("/Condition/NumericLessThan/s3:TlsVersion")
                                        .asDouble()
                                    == 1.2));
    assertThat(resources(template, "AWS::SQS::QueuePolicy"))
        .hasSize(3)
        .allSatisfy(
            (id, policy) ->
                assertThat(each(policy.at("/Properties/PolicyDocument/Statement")))
                    .anyMatch(
                        statement ->
                            denies(statement)
                                && statement
                                    .at("/Condition/Bool/aws:SecureTransport")
                                    .asText()
                                    .equals("false")));
  }

  private static boolean denies(JsonNode statement) {
    return statement.path("Effect").asText().equals("Deny");
  }

  @Test
  void theInboxIsVersionedAndResultsAreNot() {
    JsonNode template = template();
    assertThat(properties(template, BUCKET, "Inbox").at("/VersioningConfiguration/Status").asText())
        .isEqualTo("Enabled");
    assertThat(properties(template, BUCKET, "Results").has("VersioningConfiguration")).isFalse();
  }

  @Test
  void lifecycleRulesFollowTheOptions() {
    JsonNode template =
        template(
            "noncurrentDays=7",
            "inboxExpireDays=400",
            "inboxPrefix=reports/",
            "resultsExpireDays=4000");
    assertThat(rules(template, "Inbox"))
        .contains(
            Map.entry("replaced-reports", 7),
            Map.entry("old-reports", 400),
            Map.entry("unfinished-uploads", 7));
    assertThat(rules(template, "Results"))
        .contains(Map.entry("old-results", 4000), Map.entry("backfill-reports", 365));
    assertThat(
            each(properties(template, BUCKET, "Results").at("/LifecycleConfiguration/Rules"))
                .filter(rule -> rule.path("Id").asText().equals("old-results"))
                .findFirst()
                .orElseThrow()
                .path("Prefix")
                .asText())
        .isEqualTo("results/");
  }

  private static List<Map.Entry<String, Integer>> rules(JsonNode template, String bucket) {
    return each(properties(template, BUCKET, bucket).at("/LifecycleConfiguration/Rules"))
        .map(
            rule ->
                Map.entry(
                    rule.path("Id").asText(),
                    rule.path("ExpirationInDays").asInt(0)
                        + rule.at("/NoncurrentVersionExpiration/NoncurrentDays").asInt(0)
                        + rule.at("/AbortIncompleteMultipartUpload/DaysAfterInitiation").asInt(0)))
        .toList();
  }

  @Test
  void bucketsCanGoWithTheStack() {
    assertThat(resources(template("retainBuckets=false"), BUCKET))
        .hasSize(2)
        .allSatisfy(
            (id, bucket) -> assertThat(bucket.path("DeletionPolicy").asText()).isEqualTo("Delete"));
  }

  @Test
  void aKeyOfTheStacksOwnEncryptsAndIsOpenToTheFunction() {
    JsonNode template = template("encryption=kms");
    Map<String, JsonNode> keys = resources(template, "AWS::KMS::Key");
    assertThat(keys).hasSize(1);
    String key = keys.keySet().iterator().next();
    assertThat(keys.get(key).at("/Properties/EnableKeyRotation").asBoolean()).isTrue();
    assertThat(resources(template, BUCKET))
        .allSatisfy(
            (id, bucket) -> {
              JsonNode rule =
                  bucket.at("/Properties/BucketEncryption/ServerSideEncryptionConfiguration/0");
              assertThat(
                      rule.at("/ServerSideEncryptionByDefault/KMSMasterKeyID/Fn::GetAtt/0")
                          .asText())
                  .isEqualTo(key);
              assertThat(rule.path("BucketKeyEnabled").asBoolean()).isTrue();
            });
    for (String role : List.of("CheckerRole", "BackfillRole", "BatchOperationsRole")) {
      assertThat(Policies.allowed(template, role))
          .filteredOn(allowed -> allowed.action().startsWith("kms:"))
          .as(role)
          .extracting(Policies.Allowed::action)
          .containsExactlyInAnyOrder("kms:Decrypt", "kms:GenerateDataKey");
    }
  }

  @Test
  void aKeyThatIsAlreadyThereIsUsed() {
    String arn = "arn:aws:kms:eu-west-1:111122223333:key/8a3f1b2c";
    JsonNode template = template("encryption=kms", "kmsKeyArn=" + arn);
    assertThat(resources(template, "AWS::KMS::Key")).isEmpty();
    assertThat(resources(template, BUCKET))
        .allSatisfy((id, bucket) -> assertThat(bucket.toString()).contains(arn));
    assertThat(Policies.allowed(template, "CheckerRole"))
        .anyMatch(allowed -> allowed.resource().equals(arn));
  }

  @ParameterizedTest
  @ValueSource(strings = {"weekly", "daily"})
  void anInventoryIsWrittenToTheResultsBucketAndOnlyThere(String frequency) {
    JsonNode template = template("inventory=" + frequency, "inboxPrefix=reports/");
    JsonNode inventory = properties(template, BUCKET, "Inbox").at("/InventoryConfigurations/0");
    assertThat(inventory.path("ScheduleFrequency").asText()).isEqualToIgnoringCase(frequency);
    assertThat(inventory.path("Prefix").asText()).isEqualTo("reports/");
    assertThat(inventory.path("IncludedObjectVersions").asText()).isEqualTo("Current");
    assertThat(inventory.at("/Destination/BucketArn/Fn::GetAtt/0").asText()).startsWith("Results");
    assertThat(inventory.at("/Destination/Prefix").asText()).startsWith("inventory/");
    assertThat(policies(template, "Results"))
        .anyMatch(
            statement ->
                statement.at("/Principal/Service").asText().equals("s3.amazonaws.com")
                    && statement.path("Action").asText().equals("s3:PutObject"));
  }

  @Test
  void otherAccountsMayPutReportsInWhenNamed() {
    assertThat(
            policies(
                template("submitters=111122223333,444455556666", "inboxPrefix=reports/"), "Inbox"))
        .anySatisfy(
            statement -> {
              assertThat(statement.path("Sid").asText()).isEqualTo("Submitters");
              assertThat(statement.path("Action").asText()).isEqualTo("s3:PutObject");
              assertThat(statement.path("Principal").toString())
                  .contains("111122223333", "444455556666");
              assertThat(statement.path("Resource").toString()).contains("/reports/*");
            });
  }

  @Test
  void existingBucketsAreNamedAndNotMade() {
    JsonNode template =
        template("inboxBucket=their-reports", "resultsBucket=their-results", "trigger=eventbridge");
    assertThat(resources(template, BUCKET)).isEmpty();
    assertThat(resources(template, "AWS::S3::BucketPolicy")).isEmpty();
    assertThat(
            properties(template, "AWS::Lambda::Function", "Checker")
                .at("/Environment/Variables/GONGKAI_RESULTS_BUCKET")
                .asText())
        .isEqualTo("their-results");
    assertThat(template.at("/Outputs/InboxBucket/Value").asText()).isEqualTo("their-reports");
  }

  @Test
  void resultsMayLieInTheInboxBucket() {
    JsonNode template = template("resultsBucket=same", "inboxPrefix=reports/");
    assertThat(resources(template, BUCKET)).hasSize(1);
    assertThat(
            properties(template, "AWS::Lambda::Function", "Checker")
                .at("/Environment/Variables/GONGKAI_RESULTS_BUCKET")
                .asText())
        .isEmpty();
  }

  static List<JsonNode> policies(JsonNode template, String bucket) {
    return resources(template, "AWS::S3::BucketPolicy").values().stream()
        .filter(policy -> policy.at("/Properties/Bucket/Ref").asText().startsWith(bucket))
        .flatMap(policy -> each(policy.at("/Properties/PolicyDocument/Statement")))
        .toList();
  }
}
