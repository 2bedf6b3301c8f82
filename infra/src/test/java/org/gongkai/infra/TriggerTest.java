package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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

class TriggerTest {

  private static final String MAPPING = "AWS::Lambda::EventSourceMapping";

  @Test
  void throughAQueueInBatchesAnsweredMessageByMessage() {
    JsonNode template =
        template(
            "batchSize=50",
            "batchWindowSeconds=5",
            "maxConcurrency=20",
            "timeout=30",
            "maxReceives=3");
    JsonNode mapping = properties(template, MAPPING, "CheckerFunctionSqs");
    assertThat(mapping.path("BatchSize").asInt()).isEqualTo(50);
    assertThat(mapping.path("MaximumBatchingWindowInSeconds").asInt()).isEqualTo(5);
    assertThat(mapping.at("/ScalingConfig/MaximumConcurrency").asInt()).isEqualTo(20);
    assertThat(mapping.at("/FunctionResponseTypes/0").asText())
        .isEqualTo("ReportBatchItemFailures");
    JsonNode queue = properties(template, "AWS::SQS::Queue", "Trigger");
    assertThat(queue.path("VisibilityTimeout").asInt()).isEqualTo(6 * 30 + 5);
    assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt()).isEqualTo(3);
    assertThat(queue.at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0").asText())
        .startsWith("DeadLettersQueue");
  }

  @Test
  void theInboxTellsTheQueueOfWhatComesAndGoes() {
    JsonNode template = template();
    assertThat(
            each(notifications(template, "QueueConfigurations")).map(n -> n.path("Event").asText()))
        .containsExactly("s3:ObjectCreated:*", "s3:ObjectRemoved:*");
    assertThat(notifications(template, "QueueConfigurations").findValues("Filter")).isEmpty();
    assertThat(resources(template, "AWS::S3::Bucket").values())
        .anyMatch(bucket -> bucket.path("DependsOn").toString().contains("TriggerQueuePolicy"));
  }

  @Test
  void onlyThisAccountsS3MaySendToTheQueue() {
    JsonNode policy =
        resources(template(), "AWS::SQS::QueuePolicy").entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("Trigger"))
            .findFirst()
            .orElseThrow()
            .getValue();
    List<JsonNode> allowed =
        each(policy.at("/Properties/PolicyDocument/Statement"))
            .filter(statement -> statement.path("Effect").asText().equals("Allow"))
            .toList();
    assertThat(allowed)
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.at("/Principal/Service").asText()).isEqualTo("s3.amazonaws.com");
              assertThat(statement.at("/Condition/StringEquals/aws:SourceAccount/Ref").asText())
                  .isEqualTo("AWS::AccountId");
            });
  }

  @Test
  void keysCanBeNarrowedByPrefixAndEndings() {
    JsonNode configurations =
        notifications(
            template("inboxPrefix=reports/", "inboxSuffixes=.html,.txt"), "QueueConfigurations");
    assertThat(
            each(configurations)
                .map(
                    c ->
                        c.path("Event").asText()
                            + " "
                            + c.at("/Filter/S3Key/Rules").findValuesAsText("Value")))
        .containsExactly(
            "s3:ObjectCreated:* [reports/, .html]", "s3:ObjectRemoved:* [reports/, .html]",
            "s3:ObjectCreated:* [reports/, .txt]", "s3:ObjectRemoved:* [reports/, .txt]");
  }

  @Test
  void directlyWithAPermissionThatComesBeforeTheBucket() {
    JsonNode template = template("trigger=direct");
    assertThat(
            each(notifications(template, "LambdaConfigurations"))
                .map(n -> n.at("/Function/Fn::GetAtt/0").asText()))
        .hasSize(2)
        .allMatch(id -> id.startsWith("CheckerFunction"));
    assertThat(resources(template, "AWS::Lambda::Permission"))
        .hasSize(1)
        .allSatisfy(
            (id, permission) -> {
              assertThat(permission.at("/Properties/Principal").asText())
                  .isEqualTo("s3.amazonaws.com");
              assertThat(permission.at("/Properties/SourceAccount/Ref").asText())
                  .isEqualTo("AWS::AccountId");
              assertThat(resources(template, "AWS::S3::Bucket").values())
                  .anyMatch(bucket -> bucket.path("DependsOn").toString().contains(id));
            });
    assertThat(resources(template, "AWS::SQS::Queue").keySet())
        .allMatch(id -> id.startsWith("DeadLetters"));
  }

  @Test
  void throughEventBridgeWithARuleForEachKindOfEvent() {
    JsonNode template = template("trigger=eventbridge", "inboxPrefix=reports/");
    assertThat(
            properties(template, "AWS::S3::Bucket", "Inbox")
                .at("/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled")
                .asBoolean())
        .isTrue();
    Map<String, JsonNode> rules = resources(template, "AWS::Events::Rule");
    assertThat(rules.values())
        .extracting(rule -> rule.at("/Properties/EventPattern/detail-type/0").asText())
        .containsExactlyInAnyOrder("Object Created", "Object Deleted");
    assertThat(rules)
        .allSatisfy(
            (id, rule) -> {
              assertThat(rule.at("/Properties/EventPattern/detail/bucket/name/0/Ref").asText())
                  .startsWith("InboxBucket");
              assertThat(rule.at("/Properties/EventPattern/detail/object/key/0/prefix").asText())
                  .isEqualTo("reports/");
              assertThat(
                      rule.at("/Properties/Targets/0/DeadLetterConfig/Arn/Fn::GetAtt/0").asText())
                  .startsWith("DeadLettersQueue");
            });
    assertThat(
            rules
                .get(
                    rules.keySet().stream()
                        .filter(id -> id.contains("Removed"))
                        .findFirst()
                        .orElseThrow())
                .at("/Properties/EventPattern/detail/reason")
                .isMissingNode())
        .as("whether a lifecycle rule took it away is for the function to tell")
        .isTrue();
  }

  @Test
  void eventBridgeMatchesEndingsWithinThePrefix() {
    assertThat(
            resources(
                template("trigger=eventbridge", "inboxPrefix=in/", "inboxSuffixes=.html,.htm"),
                "AWS::Events::Rule"))
        .allSatisfy(
            (id, rule) ->
                assertThat(
                        rule.at("/Properties/EventPattern/detail/object/key")
                            .findValuesAsText("wildcard"))
                    .containsExactly("in/*.html", "in/*.htm"));
  }

  @Test
  void noHelperFunctionComesAlongUnlessABucketIsAlreadyThere() {
    for (String trigger : List.of("sqs", "eventbridge", "direct")) {
      assertThat(resources(template("trigger=" + trigger), "AWS::Lambda::Function"))
          .as(trigger)
          .hasSize(1);
      JsonNode existing = template("trigger=" + trigger, "inboxBucket=their-reports");
      assertThat(resources(existing, "Custom::S3BucketNotifications")).as(trigger).hasSize(1);
    }
  }

  @Test
  void theNotificationsOfAnExistingBucketCanBeLeftToItsOwner() {
    for (String trigger : List.of("sqs", "eventbridge", "direct")) {
      JsonNode template =
          template("trigger=" + trigger, "inboxBucket=their-reports", "manageNotifications=false");
      assertThat(resources(template, "Custom::S3BucketNotifications")).as(trigger).isEmpty();
      assertThat(resources(template, "AWS::Lambda::Function")).as(trigger).hasSize(1);
    }
    assertThat(
            resources(
                template(
                    "trigger=direct", "inboxBucket=their-reports", "manageNotifications=false"),
                "AWS::Lambda::Permission"))
        .hasSize(1);
    assertThat(
            template("inboxBucket=their-reports", "manageNotifications=false")
                .get("Resources")
                .toString())
        .contains("arn:", ":s3:::their-reports");
  }

  /** The CDK's assertions refuse a template whose resources wait for each other. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "encryption=kms trigger=direct",
        "resultsBucket=same inboxPrefix=in/ trigger=direct",
        "encryption=kms resultsBucket=same inboxPrefix=in/ trigger=eventbridge",
        "encryption=kms inventory=daily accessLogs=true submitters=111122223333"
      })
  void nothingWaitsForItself(String options) {
    assertThatCode(() -> template(options.split(" "))).doesNotThrowAnyException();
  }

  private static JsonNode notifications(JsonNode template, String kind) {
    return properties(template, "AWS::S3::Bucket", "Inbox")
        .at("/NotificationConfiguration/" + kind);
  }
}
