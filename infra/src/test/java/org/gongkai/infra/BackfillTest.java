package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.infra.Synth.properties;
import static org.gongkai.infra.Synth.resources;
import static org.gongkai.infra.Synth.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillTest {

  private static final String MACHINE = "AWS::StepFunctions::StateMachine";

  @Test
  void theDefinitionIsSound() throws JsonProcessingException {
    assertThat(StatesLanguage.problems(definition(template()))).isEmpty();
  }

  @Test
  void withNobodyToTellItIsSoundToo() throws JsonProcessingException {
    JsonNode definition = definition(template("alarms=false"));
    assertThat(StatesLanguage.problems(definition)).isEmpty();
    assertThat(definition.get("States").has("Tell of the end")).isFalse();
    assertThat(definition.at("/States/Count/End").asBoolean()).isTrue();
    assertThat(definition.at("/States/Check what lies under a prefix/Catch/0/Next").asText())
        .isEqualTo("Failed");
  }

  /** Shows that the validator would notice, and so that the two tests above can fail. */
  @Test
  void whatIsUnsoundIsNoticed() throws JsonProcessingException {
    Map<String, Consumer<ObjectNode>> faults =
        Map.of(
            "Plan goes to Nowhere, which is no state",
            m -> ((ObjectNode) m.at("/States/Plan")).put("Next", "Nowhere"),
            "Count is never reached",
            m ->
                m.at("/States")
                    .forEach(
                        s -> {
                          if (s.path("Next").asText().equals("Count")) {
                            ((ObjectNode) s).put("Next", "Tell of the end");
                          }
                        }),
            "Tell of the end never comes to an end",
            m -> ((ObjectNode) m.at("/States/Tell of the end")).put("Next", "Count").remove("End"),
            "Plan takes no Parameters",
            m -> ((ObjectNode) m.at("/States/Plan")).put("Parameters", 1),
            "Count has no resource",
            m -> ((ObjectNode) m.at("/States/Count")).remove("Resource"),
            "Where from has no default",
            m -> ((ObjectNode) m.at("/States/Where from")).remove("Default"),
            "StartAt names no state: Begin",
            m -> m.put("StartAt", "Begin"),
            "Check a batch (Prefix) is the name of two states",
            m ->
                ((ObjectNode) m.at("/States/Check what an inventory lists"))
                    .set(
                        "ItemProcessor",
                        m.at("/States/Check what lies under a prefix/ItemProcessor")),
            "Check what lies under a prefix/Check a batch (Prefix) has the unknown type Call",
            m ->
                ((ObjectNode)
                        m.at(
                            "/States/Check what lies under a prefix/ItemProcessor/States/Check a batch (Prefix)"))
                    .put("Type", "Call"),
            "Check what lies under a prefix's batch is no number",
            m ->
                ((ObjectNode) m.at("/States/Check what lies under a prefix/ItemBatcher"))
                    .put("MaxItemsPerBatch", "${Batch}"));
    for (Map.Entry<String, Consumer<ObjectNode>> fault : faults.entrySet()) {
      ObjectNode definition = definition(template());
      fault.getValue().accept(definition);
      assertThat(StatesLanguage.problems(definition)).contains(fault.getKey());
    }
  }

  @Test
  void everyNameInTheDefinitionIsFilledInAndNoneIsForgotten() throws JsonProcessingException {
    for (String[] options : List.of(new String[0], new String[] {"alarms=false"})) {
      JsonNode machine = properties(template(options), MACHINE, "Backfill");
      StatesLanguage.assertNamesAreFilledIn(machine);
    }
  }

  @Test
  void itIsBoundedBatchedAndTolerantAsAsked() throws JsonProcessingException {
    JsonNode definition =
        definition(
            template("backfillConcurrency=200", "backfillBatch=25", "backfillToleratedPercent=2"));
    assertThat(definition.at("/States/Plan/Output/concurrency").asText()).contains("$min([200, ");
    assertThat(definition.at("/States/Plan/Output/toleratedPercent").asText())
        .endsWith(" : 2])]) %}");
    for (String map : List.of("Check what lies under a prefix", "Check what an inventory lists")) {
      JsonNode state = definition.path("States").path(map);
      assertThat(state.at("/ItemBatcher/MaxItemsPerBatch").asInt()).isEqualTo(25);
      assertThat(state.path("MaxConcurrency").asText())
          .isEqualTo("{% $states.input.concurrency %}");
      assertThat(state.at("/ResultWriter/Arguments/Prefix").asText()).isEqualTo("${ReportPrefix}");
    }
  }

  @ParameterizedTest
  @CsvSource({"60, EXPRESS", "80, EXPRESS", "81, STANDARD", "900, STANDARD"})
  void childrenThatCouldOutliveExpressOnesAreStandard(int timeout, String type) {
    assertThat(Backfill.childType(timeout)).isEqualTo(type);
  }

  @Test
  void inventoriesMayLieInAnotherBucket() throws JsonProcessingException {
    JsonNode template = template("inventoryBucket=their-inventories");
    assertThat(
            properties(template, MACHINE, "Backfill")
                .at("/DefinitionSubstitutions/InventoryBucket")
                .asText())
        .isEqualTo("their-inventories");
    assertThat(Policies.allowed(template, "BackfillRole"))
        .contains(
            new Policies.Allowed("s3:GetObject", "arn:<AWS::Partition>:s3:::their-inventories/*"));
  }

  @Test
  void itCanBeLeftOut() {
    assertThat(resources(template("backfill=false"), MACHINE)).isEmpty();
    assertThat(resources(template("batchOperations=false"), "AWS::IAM::Role").keySet())
        .noneMatch(id -> id.startsWith("BatchOperations"));
  }

  private static ObjectNode definition(JsonNode template) throws JsonProcessingException {
    return (ObjectNode)
        Synth.JSON.readTree(
            properties(template, MACHINE, "Backfill").path("DefinitionString").asText());
  }
}
