package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.infra.Synth.each;
import static org.gongkai.infra.Synth.properties;
import static org.gongkai.infra.Synth.resources;
import static org.gongkai.infra.Synth.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlarmsTest {

  private static final String ALARM = "AWS::CloudWatch::Alarm";

  @Test
  void somebodyIsToldOfEverythingThatCanFail() {
    assertThat(names(template()))
        .containsExactlyInAnyOrder(
            "Errors",
            "FailedReports",
            "Throttles",
            "Slow",
            "DeadLetters",
            "Backlog",
            "Quiet",
            "BackfillFailed");
    assertThat(names(template("trigger=eventbridge")))
        .containsExactlyInAnyOrder(
            "Errors",
            "FailedReports",
            "Throttles",
            "Slow",
            "DeadLetters",
            "UndeliveredCreated",
            "UndeliveredRemoved",
            "Quiet",
            "BackfillFailed");
    assertThat(names(template("trigger=direct", "backfill=false")))
        .containsExactlyInAnyOrder(
            "Errors", "FailedReports", "Throttles", "Slow", "DeadLetters", "Quiet");
  }

  @Test
  void everyAlarmSaysWhatItMeansAndTellsTheTopic() {
    assertThat(resources(template(), ALARM))
        .allSatisfy(
            (id, alarm) -> {
              assertThat(alarm.at("/Properties/AlarmDescription").asText())
                  .as(id)
                  .hasSizeGreaterThan(40);
              assertThat(alarm.at("/Properties/AlarmActions/0/Ref").asText())
                  .as(id)
                  .startsWith("AlarmsTopic");
            });
  }

  @Test
  void thresholdsFollowTheOptions() {
    JsonNode template = template("timeout=30", "slowPercent=50", "queueAgeMinutes=60");
    JsonNode slow = properties(template, ALARM, "AlarmsSlow");
    assertThat(slow.path("Threshold").asInt()).isEqualTo(15_000);
    assertThat(slow.path("ExtendedStatistic").asText()).isEqualTo("p99");
    assertThat(properties(template, ALARM, "AlarmsBacklog").path("Threshold").asInt())
        .isEqualTo(3600);
  }

  @Test
  void silenceCountsOnlyInTheSeason() {
    JsonNode quiet =
        properties(template("quietDays=5", "seasonFrom=2", "seasonTo=4"), ALARM, "AlarmsQuiet");
    assertThat(quiet.path("EvaluationPeriods").asInt()).isEqualTo(5);
    assertThat(quiet.path("ComparisonOperator").asText()).isEqualTo("LessThanThreshold");
    assertThat(quiet.path("Threshold").asInt()).isEqualTo(1);
    assertThat(
            each(quiet.path("Metrics"))
                .filter(m -> m.has("Expression"))
                .findFirst()
                .orElseThrow()
                .path("Expression")
                .asText())
        .isEqualTo(
            "IF(MONTH(TIME_SERIES(0)) >= 2 AND MONTH(TIME_SERIES(0)) <= 4, SUM([calls, TIME_SERIES(0)]), 1)");
    JsonNode calls =
        each(quiet.path("Metrics")).filter(m -> m.has("MetricStat")).findFirst().orElseThrow();
    assertThat(calls.at("/MetricStat/Metric/MetricName").asText()).isEqualTo("Invocations");
    assertThat(calls.at("/MetricStat/Period").asInt()).isEqualTo(86_400);
  }

  @Test
  void failedReportsAreTheFunctionsOwnMetric() {
    JsonNode template = template("metricsNamespace=Open");
    JsonNode alarm = properties(template, ALARM, "AlarmsFailedReports");
    assertThat(alarm.path("Namespace").asText()).isEqualTo("Open");
    assertThat(alarm.path("MetricName").asText()).isEqualTo("Failures");
    assertThat(alarm.path("Dimensions").isMissingNode()).isTrue();
    assertThat(template.toString()).doesNotContain("AWS::Logs::MetricFilter");
  }

  @Test
  void theTopicTakesAlarmsOfThisAccountOverTlsAndMail() {
    JsonNode template = template("alarmMail=office@example.org");
    JsonNode subscription = properties(template, "AWS::SNS::Subscription", "AlarmsTopic");
    assertThat(subscription.path("Endpoint").asText()).isEqualTo("office@example.org");
    JsonNode statements =
        properties(template, "AWS::SNS::TopicPolicy", "Alarms").at("/PolicyDocument/Statement");
    assertThat(each(statements))
        .anySatisfy(
            statement -> {
              assertThat(statement.at("/Principal/Service").asText())
                  .isEqualTo("cloudwatch.amazonaws.com");
              assertThat(statement.at("/Condition/StringEquals/aws:SourceAccount/Ref").asText())
                  .isEqualTo("AWS::AccountId");
            });
    assertThat(each(statements))
        .anyMatch(
            statement ->
                statement.at("/Condition/Bool/aws:SecureTransport").asText().equals("false"));
  }

  @Test
  void aTopicThatIsAlreadyThereIsUsed() {
    String arn = "arn:aws:sns:eu-west-1:111122223333:operations";
    JsonNode template = template("alarmTopicArn=" + arn);
    assertThat(resources(template, "AWS::SNS::Topic")).isEmpty();
    assertThat(resources(template, ALARM))
        .isNotEmpty()
        .allSatisfy(
            (id, alarm) ->
                assertThat(alarm.at("/Properties/AlarmActions/0").asText()).isEqualTo(arn));
  }

  @Test
  void alarmsCanBeLeftOut() {
    JsonNode template = template("alarms=false");
    assertThat(resources(template, ALARM)).isEmpty();
    assertThat(resources(template, "AWS::SNS::Topic")).isEmpty();
    assertThat(resources(template, "AWS::Logs::MetricFilter")).isEmpty();
  }

  private static Set<String> names(JsonNode template) {
    return resources(template, ALARM).keySet().stream()
        .map(id -> id.replaceAll("^Alarms(.*)[0-9A-F]{8}$", "$1"))
        .collect(Collectors.toSet());
  }
}
