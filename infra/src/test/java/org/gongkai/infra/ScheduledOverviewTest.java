package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.infra.Synth.properties;
import static org.gongkai.infra.Synth.resources;
import static org.gongkai.infra.Synth.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.infra.Policies.Allowed;
import org.junit.jupiter.api.Test;

class ScheduledOverviewTest {

  private static final String SCHEDULE = "AWS::Scheduler::Schedule";
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String[] DAILY = {
    "overview=daily", "bodies=s3://office/bodies.csv", "rules=s3://office/rules.yaml"
  };

  @Test
  void isOffUnlessAskedFor() {
    assertThat(resources(template(), SCHEDULE)).isEmpty();
    assertThat(resources(template(), FUNCTION)).hasSize(1);
  }

  @Test
  void isMadeEachNightInChina() {
    JsonNode schedule = properties(template(DAILY), SCHEDULE, "ScheduledOverview");
    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("cron(0 4 * * ? *)");
    assertThat(schedule.path("ScheduleExpressionTimezone").asText()).isEqualTo("Asia/Shanghai");
    assertThat(schedule.at("/FlexibleTimeWindow/Mode").asText()).isEqualTo("OFF");
    assertThat(schedule.at("/Target/Input").toString()).contains("overview", "ResultsBucket");
    assertThat(
            properties(template("overview=weekly"), SCHEDULE, "ScheduledOverview")
                .path("ScheduleExpression")
                .asText())
        .isEqualTo("cron(0 4 ? * MON *)");
  }

  @Test
  void theDefinitionIsSound() throws JsonProcessingException {
    JsonNode machine =
        properties(
            template(DAILY), "AWS::StepFunctions::StateMachine", "ScheduledOverviewStateMachine");
    JsonNode definition = Synth.JSON.readTree(machine.path("DefinitionString").asText());
    assertThat(StatesLanguage.problems(definition)).isEmpty();
  }

  @Test
  void isTheSameCodeWithTheListOfBodiesAndMoreTime() {
    JsonNode template = template(DAILY);
    JsonNode overview = properties(template, FUNCTION, "ScheduledOverview");
    JsonNode checkFunction = properties(template, FUNCTION, "Checker");
    assertThat(overview.path("Code")).isEqualTo(checkFunction.path("Code"));
    assertThat(overview.path("Timeout").asInt()).isEqualTo(900);
    JsonNode environment = overview.at("/Environment/Variables");
    assertThat(environment.path("GONGKAI_BODIES").asText()).isEqualTo("s3://office/bodies.csv");
    assertThat(environment.path("GONGKAI_RESULTS_PREFIX").asText()).isEqualTo("results/");
    assertThat(checkFunction.at("/Environment/Variables/GONGKAI_BODIES").asText())
        .isEqualTo("s3://office/bodies.csv");
  }

  @Test
  void bothFunctionsTakeTheirCodeFromTheSameParameters() {
    JsonNode template = template("overview=daily", "code=parameters");
    assertThat(properties(template, FUNCTION, "ScheduledOverview").path("Code"))
        .isEqualTo(properties(template, FUNCTION, "Checker").path("Code"));
  }

  @Test
  void readsAndWritesResultsAndNothingElse() {
    JsonNode template = template(DAILY);
    String results = "<ResultsBucket>/results/*";
    assertThat(Policies.allowed(template, "ScheduledOverviewRole"))
        .containsExactlyInAnyOrder(
            new Allowed("s3:GetObject", results),
            new Allowed("s3:PutObject", results),
            new Allowed("s3:DeleteObject", results),
            new Allowed("s3:AbortMultipartUpload", results),
            new Allowed("s3:ListBucket", "<ResultsBucket>"),
            new Allowed("s3:GetObject", "arn:<AWS::Partition>:s3:::office/rules.yaml"),
            new Allowed("s3:GetObject", "arn:<AWS::Partition>:s3:::office/bodies.csv"),
            new Allowed("logs:CreateLogStream", "<ScheduledOverviewLog>"),
            new Allowed("logs:PutLogEvents", "<ScheduledOverviewLog>"));
    assertThat(Policies.allowed(template, "ScheduledOverviewMachineRole"))
        .filteredOn(allowed -> !allowed.action().startsWith("logs:"))
        .containsExactly(new Allowed("lambda:InvokeFunction", "<ScheduledOverviewFunction>"));
    assertThat(Policies.allowed(template, "SchedulerRole"))
        .containsExactly(new Allowed("states:StartExecution", "<ScheduledOverviewStateMachine>"));
  }

  @Test
  void somebodyIsToldWhereItFails() {
    assertThat(resources(template(DAILY), "AWS::CloudWatch::Alarm").keySet())
        .anyMatch(id -> id.startsWith("AlarmsOverviewFailed"));
  }
}
