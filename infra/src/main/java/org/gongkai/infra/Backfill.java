package org.gongkai.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * Checks what already lies in the inbox with the same function: the state machine of {@code
 * backfill.asl.json} lists a prefix or reads an inventory, calls the function with batches of keys,
 * and counts their results.
 */
final class Backfill extends Construct {

  /** The prefix in the results bucket for Step Functions' reports of batches. */
  static final String REPORT_PREFIX = "backfill/";

  /**
   * The time limit of express children; a batch may take three times the function's timeout and
   * some waiting.
   */
  private static final int EXPRESS_SECONDS = 300;

  private static final int WAITING_SECONDS = 60;

  private final StateMachine machine;
  private final Role role;

  Backfill(
      Construct scope,
      Options options,
      Inbox inbox,
      Results results,
      CheckFunction checkFunction,
      Optional<ITopic> topic) {
    super(scope, "Backfill");
    boolean tracing = options.function().tracing();
    this.role =
        Workflows.role(this, "Role", "Lists the inbox and calls the function for what lies there");
    allow(options.backfill(), inbox, results, checkFunction, topic);
    LogGroup log = Workflows.logGroup(this, "Log");
    this.machine =
        StateMachine.Builder.create(this, "StateMachine")
            .comment("Gongkai: checks what already lies in the inbox")
            .definitionBody(
                DefinitionBody.fromString(
                    definition(
                        topic.isPresent(),
                        options.backfill(),
                        childType(options.function().timeout()))))
            .definitionSubstitutions(substitutions(options, inbox, results, checkFunction, topic))
            .role(role)
            .tracingEnabled(tracing)
            .logs(Workflows.logs(log, LogLevel.ERROR))
            .build();
    allowRestart();
    acceptFindings(options.backfill(), tracing);
    CfnOutput.Builder.create(Stack.of(this), "BackfillStateMachine")
        .description("Start it to check what already lies in the inbox")
        .value(machine.getStateMachineArn())
        .build();
  }

  private void allow(
      BackfillOptions options,
      Inbox inbox,
      Results results,
      CheckFunction checkFunction,
      Optional<ITopic> topic) {
    String inventories =
        options
            .inventoryBucket()
            .map(name -> "arn:%s:s3:::%s".formatted(Stack.of(this).getPartition(), name))
            .orElse(results.bucket().getBucketArn());
    String inventoryPrefix = options.inventoryBucket().isPresent() ? "" : Inbox.INVENTORY;
    Permissions.allow(role, List.of("s3:ListBucket"), inbox.bucket().getBucketArn());
    Permissions.allow(role, List.of("s3:GetObject"), inventories + "/" + inventoryPrefix + "*");
    Permissions.allow(
        role,
        List.of(
            "s3:PutObject",
            "s3:GetObject",
            "s3:ListMultipartUploadParts",
            "s3:AbortMultipartUpload"),
        results.bucket().arnForObjects(REPORT_PREFIX + "*"));
    Permissions.allow(
        role, List.of("lambda:InvokeFunction"), checkFunction.function().getFunctionArn());
    topic.ifPresent(to -> Permissions.allow(role, List.of("sns:Publish"), to.getTopicArn()));
  }

  private void acceptFindings(BackfillOptions options, boolean tracing) {
    Nag.acceptWildcard(
        role,
        "Manifests and data of inventories, to read; reports of backfills, to write.",
        ".+/" + Nag.quote(Inbox.INVENTORY) + "\\*",
        ".+/" + Nag.quote(REPORT_PREFIX) + "\\*");
    options
        .inventoryBucket()
        .ifPresent(
            name ->
                Nag.acceptWildcard(
                    role,
                    "The bucket the operator named for inventories, to read.",
                    ".+" + Nag.quote(name) + "/\\*"));
    Nag.accept(
        machine,
        "AwsSolutions-SF1",
        "Errors are logged; every event of millions of children would cost more than the work, and"
            + " Step Functions writes what became of each batch to the results bucket.");
    Workflows.acceptFindings(machine, role, tracing);
  }

  /**
   * A distributed map starts its own state machine for each batch. The policy names the machine, so
   * it is created after it.
   */
  private void allowRestart() {
    Stack stack = Stack.of(this);
    String name = machine.getStateMachineName();
    String here =
        "arn:%s:states:%s:%s:"
            .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount());
    Policy policy =
        Policy.Builder.create(this, "RunItself")
            .roles(List.of(role))
            .statements(
                List.of(
                    Permissions.statement(
                        List.of("states:StartExecution"), machine.getStateMachineArn()),
                    Permissions.statement(
                        List.of("states:DescribeExecution", "states:StopExecution"),
                        here + "execution:" + name + "/*"),
                    Permissions.statement(
                        List.of("states:DescribeMapRun", "states:RedriveExecution"),
                        here + "mapRun:" + name + "/*",
                        here + "execution:" + name + "/*")))
            .build();
    Nag.acceptWildcard(
        policy,
        "Executions and map runs of this state machine, whose names are made up as they start.",
        "arn:.+:(execution|mapRun):.+/\\*");
  }

  static String childType(int timeoutSeconds) {
    return 3 * timeoutSeconds + WAITING_SECONDS <= EXPRESS_SECONDS ? "EXPRESS" : "STANDARD";
  }

  private static Map<String, String> substitutions(
      Options options,
      Inbox inbox,
      Results results,
      CheckFunction checkFunction,
      Optional<ITopic> topic) {
    Map<String, String> values =
        new TreeMap<>(
            Map.of(
                "Partition", Stack.of(inbox).getPartition(),
                "InboxBucket", inbox.bucket().getBucketName(),
                "InboxPrefix", inbox.prefix(),
                "ResultsBucket", results.bucket().getBucketName(),
                "ReportPrefix", REPORT_PREFIX.substring(0, REPORT_PREFIX.length() - 1),
                "InventoryBucket",
                    options.backfill().inventoryBucket().orElse(results.bucket().getBucketName()),
                "Function", checkFunction.function().getFunctionArn()));
    topic.ifPresent(to -> values.put("Topic", to.getTopicArn()));
    return values;
  }

  /**
   * The definition with its numbers filled in, as CloudFormation can substitute only text. Without
   * a topic, the two states that notify are removed.
   */
  static String definition(boolean notifies, BackfillOptions options, String childType) {
    ObjectMapper json = new ObjectMapper();
    try {
      ObjectNode machine =
          (ObjectNode)
              json.readTree(
                  Workflows.definition("backfill.asl.json")
                      .replace("${MaxConcurrency}", String.valueOf(options.concurrency()))
                      .replace("${ToleratedPercent}", String.valueOf(options.toleratedPercent())));
      String check =
          Workflows.definition("backfill-check.asl.json").replace("${ChildType}", childType);
      ObjectNode states = (ObjectNode) machine.get("States");
      for (JsonNode state : states) {
        if (state.path("Type").asText().equals("Map")) {
          // The names of all states of a machine must differ, also in nested ones.
          ((ObjectNode) state)
              .set(
                  "ItemProcessor",
                  json.readTree(check.replace("${Source}", state.get("Label").asText())));
          ((ObjectNode) state.get("ItemBatcher"))
              .set("MaxItemsPerBatch", IntNode.valueOf(options.batch()));
        }
      }
      if (!notifies) {
        removeState(states, "Tell of the end");
        removeState(states, "Tell of the failure");
      }
      return json.writeValueAsString(machine);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the backfill's definition is no JSON", e);
    }
  }

  private static void removeState(ObjectNode states, String name) {
    JsonNode after = states.remove(name).path("Next");
    for (JsonNode state : states) {
      redirect(state, name, after);
      state.path("Catch").forEach(catcher -> redirect(catcher, name, after));
    }
  }

  private static void redirect(JsonNode from, String to, JsonNode instead) {
    if (from.path("Next").asText().equals(to)) {
      if (instead.isTextual()) {
        ((ObjectNode) from).set("Next", TextNode.valueOf(instead.asText()));
      } else {
        ((ObjectNode) from).remove("Next");
        ((ObjectNode) from).put("End", true);
      }
    }
  }

  Role role() {
    return role;
  }

  StateMachine machine() {
    return machine;
  }
}
