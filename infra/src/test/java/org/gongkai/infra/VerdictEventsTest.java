package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.infra.Synth.properties;
import static org.gongkai.infra.Synth.resources;
import static org.gongkai.infra.Synth.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictEventsTest {

  @Test
  void noBusIsToldUnlessAskedFor() {
    assertThat(template().toString()).doesNotContain("GONGKAI_EVENT_BUS", "AWS::Events");
  }

  @ParameterizedTest
  @CsvSource({"events=default, 0", "events=own, 1"})
  void aBusIsMadeOnlyWhereItIsTheStacksOwn(String option, int buses) {
    assertThat(resources(template(option), "AWS::Events::EventBus")).hasSize(buses);
  }

  @ParameterizedTest
  @CsvSource({"region=eu-west-1, 1", "region=cn-north-1, 0"})
  void theSchemaIsRegisteredWhereThePartitionHasARegistry(String region, int schemas) {
    assertThat(resources(template(region, "events=own"), "AWS::EventSchemas::Schema"))
        .hasSize(schemas);
  }

  @Test
  void theSchemaIsOfTheEventWithItsEnvelope() throws IOException {
    JsonNode schema =
        Synth.JSON.readTree(
            properties(template("events=own"), "AWS::EventSchemas::Schema", "EventsSchema")
                .path("Content")
                .asText());
    assertThat(schema.at("/properties/source/enum/0").asText()).isEqualTo("gongkai");
    assertThat(schema.at("/properties/detail/properties/verdict/enum")).hasSize(4);
    assertThat(schema.findValues("$schema")).hasSize(1);
    assertThat(schema.findValues("$ref")).as("the registry resolves none").isEmpty();
  }

  @Test
  void aMailTellsOfReportsThatFail() {
    JsonNode template = template("events=own", "eventsMail=you@example.org");
    JsonNode rule = properties(template, "AWS::Events::Rule", "EventsFailed");
    assertThat(rule.path("EventPattern").toString())
        .isEqualTo(
            "{\"detail\":{\"verdict\":[\"fail\"]},\"detail-type\":[\"Report Checked\"],\"source\":[\"gongkai\"]}");
    assertThat(rule.path("EventBusName").at("/Ref").asText()).startsWith("EventsBus");
    assertThat(rule.at("/Targets/0/InputTransformer/InputTemplate").asText()).contains("表内勾稽");
    assertThat(
            properties(template, "AWS::SNS::Subscription", "EventsFailedTopic")
                .path("Endpoint")
                .asText())
        .isEqualTo("you@example.org");
  }
}
