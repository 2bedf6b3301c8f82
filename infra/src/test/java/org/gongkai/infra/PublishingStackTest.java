package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.infra.Synth.properties;
import static org.gongkai.infra.Synth.publishing;
import static org.gongkai.infra.Synth.resources;
import static org.gongkai.infra.Synth.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.gongkai.infra.Policies.Allowed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample; {@code test/publishing.test.mjs} runs its state machine. */
class PublishingStackTest {

  private static final String MACHINE = "AWS::StepFunctions::StateMachine";

  @Test
  void theDefinitionIsSoundAndWaitsForNothing() throws IOException {
    String text =
        properties(publishing(), MACHINE, "StateMachine").path("DefinitionString").asText();
    JsonNode definition = Synth.JSON.readTree(text);
    assertThat(StatesLanguage.problems(definition)).isEmpty();
    assertThat(definition.findValuesAsText("Type")).doesNotContain("Wait");
    assertThat(text).doesNotContain("waitForTaskToken", ".sync");
  }

  @Test
  void everyNameInTheDefinitionIsFilledIn() {
    StatesLanguage.assertNamesAreFilledIn(properties(publishing(), MACHINE, "StateMachine"));
  }

  @Test
  void itReadsTheInboxWritesWhatIsPublishedAndTellsTheClerk() {
    assertThat(Policies.allowed(publishing("inboxPrefix=reports/"), "Role"))
        .filteredOn(allowed -> !allowed.action().startsWith("logs:"))
        .extracting(Allowed::action)
        .containsExactlyInAnyOrder(
            "lambda:InvokeFunction",
            "s3:GetObject",
            "s3:GetObjectVersion",
            "s3:PutObject",
            "sns:Publish");
    assertThat(Policies.allowed(publishing("inboxPrefix=reports/"), "Role"))
        .contains(
            new Allowed("s3:PutObject", "<Published>/*"), new Allowed("sns:Publish", "<Clerk>"))
        .filteredOn(allowed -> allowed.action().startsWith("s3:Get"))
        .allMatch(allowed -> allowed.resource().endsWith("/reports/*"));
    assertThat(Policies.allowed(publishing("encryption=kms"), "Role"))
        .extracting(Allowed::action)
        .contains("kms:Decrypt");
  }

  @Test
  void itBeginsWithAnUploadWhereTheInboxTellsEventBridge() {
    assertThat(resources(publishing(), "AWS::Events::Rule")).isEmpty();
    JsonNode rule =
        properties(
            publishing("trigger=eventbridge", "inboxPrefix=reports/"),
            "AWS::Events::Rule",
            "Created");
    assertThat(rule.at("/EventPattern/detail-type/0").asText()).isEqualTo("Object Created");
    assertThat(rule.at("/EventPattern/detail/object/key/0").toString()).contains("reports/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"region=cn-north-1", "region=us-gov-west-1"})
  void itNamesNoPartition(String region) {
    assertThat(publishing(region).toString()).doesNotContain("arn:aws");
  }

  @Test
  void theClerkIsSubscribed() {
    assertThat(
            properties(publishing("clerkMail=clerk@example.org"), "AWS::SNS::Subscription", "Clerk")
                .path("Endpoint")
                .asText())
        .isEqualTo("clerk@example.org");
  }

  @Test
  void itIsThereOnlyWhenAskedFor() {
    assertThat(
            Synth.stack(Synth.context())
                .getNode()
                .getRoot()
                .getNode()
                .tryFindChild("gongkai-publishing"))
        .isNull();
    assertThat(resources(template(), MACHINE)).hasSize(1);
  }
}
