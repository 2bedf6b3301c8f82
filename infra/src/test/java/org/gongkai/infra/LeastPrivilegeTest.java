package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.infra.Synth.each;
import static org.gongkai.infra.Synth.properties;
import static org.gongkai.infra.Synth.resources;
import static org.gongkai.infra.Synth.template;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.infra.Policies.Allowed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All permissions of each role: any further permission fails here and has to be reviewed. */
class LeastPrivilegeTest {

  @Test
  void theFunctionReadsTheInboxKeepsItsResultsAndNothingMore() {
    assertThat(Policies.allowed(template("inboxPrefix=reports/"), "CheckerRole"))
        .containsExactlyInAnyOrder(
            new Allowed("s3:GetObject", "<InboxBucket>/reports/*"),
            new Allowed("s3:GetObjectVersion", "<InboxBucket>/reports/*"),
            new Allowed("s3:ListBucket", "<InboxBucket>"),
            new Allowed("s3:GetObject", "<ResultsBucket>/results/*"),
            new Allowed("s3:PutObject", "<ResultsBucket>/results/*"),
            new Allowed("s3:DeleteObject", "<ResultsBucket>/results/*"),
            new Allowed("s3:ListBucket", "<ResultsBucket>"),
            new Allowed("logs:CreateLogStream", "<CheckerLog>"),
            new Allowed("logs:PutLogEvents", "<CheckerLog>"),
            // its queue, to take from
            new Allowed("sqs:ReceiveMessage", "<TriggerQueue>"),
            new Allowed("sqs:ChangeMessageVisibility", "<TriggerQueue>"),
            new Allowed("sqs:GetQueueUrl", "<TriggerQueue>"),
            new Allowed("sqs:DeleteMessage", "<TriggerQueue>"),
            new Allowed("sqs:GetQueueAttributes", "<TriggerQueue>"),
            // dead letters, to leave there and, for a redrive, to take from
            new Allowed("sqs:SendMessage", "<DeadLettersQueue>"),
            new Allowed("sqs:ReceiveMessage", "<DeadLettersQueue>"),
            new Allowed("sqs:ChangeMessageVisibility", "<DeadLettersQueue>"),
            new Allowed("sqs:GetQueueUrl", "<DeadLettersQueue>"),
            new Allowed("sqs:DeleteMessage", "<DeadLettersQueue>"),
            new Allowed("sqs:GetQueueAttributes", "<DeadLettersQueue>"),
            new Allowed("sqs:SendMessage", "<DeadLettersRecords>"),
            new Allowed("sqs:GetQueueUrl", "<DeadLettersRecords>"),
            new Allowed("sqs:GetQueueAttributes", "<DeadLettersRecords>"));
  }

  @Test
  void withResultsInTheInboxBucketItStillWritesUnderTheirPrefixOnly() {
    assertThat(
            Policies.allowed(template("resultsBucket=same", "inboxPrefix=reports/"), "CheckerRole"))
        .filteredOn(allowed -> allowed.action().matches("s3:(Put|Delete).*"))
        .extracting(Allowed::resource)
        .containsOnly("<InboxBucket>/results/*");
  }

  @Test
  void itReadsTheFilesOfRulesAndWaiversAndNoOthers() {
    assertThat(
            Policies.allowed(
                template("rules=s3://office/rules.yaml", "waivers=s3://office/waivers.yaml"),
                "CheckerRole"))
        .contains(
            new Allowed("s3:GetObject", "arn:<AWS::Partition>:s3:::office/rules.yaml"),
            new Allowed("s3:GetObject", "arn:<AWS::Partition>:s3:::office/waivers.yaml"))
        .filteredOn(allowed -> allowed.resource().contains("office"))
        .hasSize(2);
  }

  @Test
  void itMayTagItsResultsOnlyWhereTagsAreOn() {
    assertThat(Policies.allowed(template("tags=true"), "CheckerRole"))
        .contains(new Allowed("s3:PutObjectTagging", "<ResultsBucket>/results/*"));
    assertThat(Policies.allowed(template(), "CheckerRole"))
        .noneMatch(allowed -> allowed.action().contains("Tagging"));
  }

  @ParameterizedTest
  @CsvSource({
    "events=default, arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:event-bus/default",
    "events=own, <EventsBus>",
    "events=arn:aws:events:eu-west-1:111122223333:event-bus/office, arn:aws:events:eu-west-1:111122223333:event-bus/office"
  })
  void itPutsItsOwnEventOnTheBusThatWasChosenAndOnNoOther(String option, String bus) {
    JsonNode template = template(option);
    assertThat(Policies.allowed(template, "CheckerRole"))
        .filteredOn(allowed -> allowed.action().startsWith("events:"))
        .containsExactly(new Allowed("events:PutEvents", bus));
    assertThat(
            each(properties(template, "AWS::IAM::Policy", "CheckerAccess")
                    .at("/PolicyDocument/Statement"))
                .filter(statement -> statement.path("Action").asText().equals("events:PutEvents"))
                .map(statement -> statement.at("/Condition/StringEquals").toString()))
        .containsExactly(
            "{\"events:detail-type\":\"Report Checked\",\"events:source\":\"gongkai\"}");
    assertThat(Policies.allowed(template(), "CheckerRole"))
        .noneMatch(allowed -> allowed.action().startsWith("events:"));
  }

  @Test
  void itMayTraceOnlyWhereTracingIsOn() {
    assertThat(Policies.allowed(template("tracing=true"), "CheckerRole"))
        .filteredOn(allowed -> allowed.action().startsWith("xray:"))
        .containsExactlyInAnyOrder(
            new Allowed("xray:PutTraceSegments", "*"),
            new Allowed("xray:PutTelemetryRecords", "*"));
    assertThat(Policies.allowed(template(), "CheckerRole"))
        .noneMatch(allowed -> allowed.action().startsWith("xray:"));
  }

  @Test
  void theBackfillListsCallsAndReports() {
    String here = "arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:";
    String machine = "<BackfillStateMachine>";
    assertThat(Policies.allowed(template(), "BackfillRole"))
        .filteredOn(allowed -> !allowed.action().startsWith("logs:"))
        .containsExactlyInAnyOrder(
            new Allowed("s3:ListBucket", "<InboxBucket>"),
            new Allowed("s3:GetObject", "<ResultsBucket>/inventory/*"),
            new Allowed("s3:PutObject", "<ResultsBucket>/backfill/*"),
            new Allowed("s3:GetObject", "<ResultsBucket>/backfill/*"),
            new Allowed("s3:ListMultipartUploadParts", "<ResultsBucket>/backfill/*"),
            new Allowed("s3:AbortMultipartUpload", "<ResultsBucket>/backfill/*"),
            new Allowed("lambda:InvokeFunction", "<CheckerFunction>"),
            new Allowed("sns:Publish", "<AlarmsTopic>"),
            new Allowed("states:StartExecution", machine),
            new Allowed("states:DescribeExecution", here + "execution:" + machine + "/*"),
            new Allowed("states:StopExecution", here + "execution:" + machine + "/*"),
            new Allowed("states:RedriveExecution", here + "execution:" + machine + "/*"),
            new Allowed("states:RedriveExecution", here + "mapRun:" + machine + "/*"),
            new Allowed("states:DescribeMapRun", here + "execution:" + machine + "/*"),
            new Allowed("states:DescribeMapRun", here + "mapRun:" + machine + "/*"));
  }

  @Test
  void batchOperationsCallTheFunctionAndKeepToTheirPrefixes() {
    assertThat(Policies.allowed(template(), "BatchOperationsRole"))
        .containsExactlyInAnyOrder(
            new Allowed("lambda:InvokeFunction", "<CheckerFunction>"),
            new Allowed("s3:GetObject", "<ResultsBucket>/batch/manifests/*"),
            new Allowed("s3:GetObjectVersion", "<ResultsBucket>/batch/manifests/*"),
            new Allowed("s3:GetObject", "<ResultsBucket>/inventory/*"),
            new Allowed("s3:GetObjectVersion", "<ResultsBucket>/inventory/*"),
            new Allowed("s3:PutObject", "<ResultsBucket>/batch/reports/*"));
  }

  @Test
  void noRoleHasAManagedPolicyAndEachIsTakenOnByOneService() {
    JsonNode template = template();
    assertThat(resources(template, "AWS::IAM::Role"))
        .hasSize(3)
        .allSatisfy(
            (id, role) -> {
              assertThat(role.at("/Properties/ManagedPolicyArns").isMissingNode()).as(id).isTrue();
              assertThat(
                      each(role.at("/Properties/AssumeRolePolicyDocument/Statement"))
                          .map(s -> s.at("/Principal/Service").asText()))
                  .as(id)
                  .hasSize(1)
                  .doesNotContain("");
            });
  }

  @Test
  void onlyAccountsThatWereNamedMayCallTheFunction() {
    assertThat(resources(template(), "AWS::Lambda::Permission")).isEmpty();
    assertThat(
            resources(template("invokers=111122223333,444455556666"), "AWS::Lambda::Permission")
                .values())
        .extracting(permission -> permission.at("/Properties/Principal").asText())
        .containsExactlyInAnyOrder("111122223333", "444455556666");
  }
}
