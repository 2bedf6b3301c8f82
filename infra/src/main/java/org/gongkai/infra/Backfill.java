package org.gongkai.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * Goes over what already lies in the inbox with the same function: the state machine of {@code
 * backfill.asl.json}, which lists a prefix or reads an inventory, hands the keys out in batches,
 * and counts what became of them.
 */
final class Backfill extends Construct {

  /** Where in the results bucket Step Functions writes what became of each batch. */
  static final String REPORTS = "backfill/";

  /**
   * Express children end after five minutes; a batch may take the function's timeout three times,
   * and some waiting.
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
      Checker checker,
      Optional<ITopic> topic) {
    super(scope, "Backfill");
    this.role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("states.amazonaws.com"))
            .description("Lists the inbox and calls the function for what lies there")
            .build();
    String inventories =
        options
            .backfill()
            .inventoryBucket()
            .map(name -> "arn:%s:s3:::%s".formatted(Stack.of(this).getPartition(), name))
            .orElse(results.bucket().getBucketArn());
    allow(role, List.of("s3:ListBucket"), inbox.bucket().getBucketArn());
    allow(
        role,
        List.of("s3:GetObject"),
        inventories
            + "/"
            + (options.backfill().inventoryBucket().isPresent() ? "" : Inbox.INVENTORY)
            + "*");
    allow(
        role,
        List.of(
            "s3:PutObject",
            "s3:GetObject",
            "s3:ListMultipartUploadParts",
            "s3:AbortMultipartUpload"),
        results.bucket().arnForObjects(REPORTS + "*"));
    allow(role, List.of("lambda:InvokeFunction"), checker.function().getFunctionArn());
    topic.ifPresent(to -> allow(role, List.of("sns:Publish"), to.getTopicArn()));

    LogGroup log =
        LogGroup.Builder.create(this, "Log")
            .retention(RetentionDays.THREE_MONTHS)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    this.machine =
        StateMachine.Builder.create(this, "StateMachine")
            .comment("Gongkai: checks what already lies in the inbox")
            .definitionBody(
                DefinitionBody.fromString(
                    definition(
                        topic.isPresent(),
                        options.backfill(),
                        childType(options.function().timeout()))))
            .definitionSubstitutions(substitutions(options, inbox, results, checker, topic))
            .role(role)
            .tracingEnabled(options.function().tracing())
            .logs(
                LogOptions.builder()
                    .destination(log)
                    .level(LogLevel.ERROR)
                    .includeExecutionData(false)
                    .build())
            .build();
    runItself(role);
    Nag.acceptWildcard(
        role,
        "Manifests and data of inventories, to read; reports of backfills, to write.",
        ".+/" + Nag.quote(Inbox.INVENTORY) + "\\*",
        ".+/" + Nag.quote(REPORTS) + "\\*");
    options
        .backfill()
        .inventoryBucket()
        .ifPresent(
            name ->
                Nag.acceptWildcard(
                    role,
                    "The bucket the operator named for inventories, to read.",
                    ".+" + Nag.quote(name) + "/\\*"));
    Nag.acceptWildcard(
        role,
        "CloudWatch Logs' delivery actions (and X-Ray's, where tracing is on) know no resources.",
        "\\*");
    Nag.accept(
        machine,
        "AwsSolutions-SF1",
        "Errors are logged; every event of millions of children would cost more than the work, and"
            + " Step Functions writes what became of each batch to the results bucket.");
    if (!options.function().tracing()) {
      Nag.accept(machine, "AwsSolutions-SF2", "Tracing is the operator's choice (tracing=true).");
    }
    CfnOutput.Builder.create(Stack.of(this), "BackfillStateMachine")
        .description("Start it to check what already lies in the inbox")
        .value(machine.getStateMachineArn())
        .build();
  }

  /**
   * A distributed map starts its own state machine anew for each batch; the policy must come after
   * the machine it names.
   */
  private void runItself(Role role) {
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
                    statement(List.of("states:StartExecution"), machine.getStateMachineArn()),
                    statement(
                        List.of("states:DescribeExecution", "states:StopExecution"),
                        here + "execution:" + name + "/*"),
                    statement(
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
      Options options, Inbox inbox, Results results, Checker checker, Optional<ITopic> topic) {
    Map<String, String> values =
        new TreeMap<>(
            Map.of(
                "Partition", Stack.of(inbox).getPartition(),
                "InboxBucket", inbox.bucket().getBucketName(),
                "InboxPrefix", inbox.prefix(),
                "ResultsBucket", results.bucket().getBucketName(),
                "ReportPrefix", REPORTS.substring(0, REPORTS.length() - 1),
                "InventoryBucket",
                    options.backfill().inventoryBucket().orElse(results.bucket().getBucketName()),
                "Function", checker.function().getFunctionArn()));
    topic.ifPresent(to -> values.put("Topic", to.getTopicArn()));
    return values;
  }

  /**
   * The definition with its numbers filled in, which CloudFormation's own substitution could not:
   * it knows only text. With nobody to tell, the two states that tell are left out.
   */
  static String definition(boolean tells, BackfillOptions options, String childType) {
    ObjectMapper json = new ObjectMapper();
    try {
      ObjectNode machine =
          (ObjectNode)
              json.readTree(
                  resource("backfill.asl.json")
                      .replace("${MaxConcurrency}", String.valueOf(options.concurrency()))
                      .replace("${ToleratedPercent}", String.valueOf(options.toleratedPercent())));
      String check = resource("backfill-check.asl.json").replace("${ChildType}", childType);
      ObjectNode states = (ObjectNode) machine.get("States");
      for (JsonNode state : states) {
        if (state.path("Type").asText().equals("Map")) {
          // No two states of a machine may share a name, wherever they stand.
          ((ObjectNode) state)
              .set(
                  "ItemProcessor",
                  json.readTree(check.replace("${Source}", state.get("Label").asText())));
          ((ObjectNode) state.get("ItemBatcher"))
              .set("MaxItemsPerBatch", IntNode.valueOf(options.batch()));
        }
      }
      if (!tells) {
        leaveOut(states, "Tell of the end");
        leaveOut(states, "Tell of the failure");
      }
      return json.writeValueAsString(machine);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the backfill's definition is no JSON", e);
    }
  }

  private static void leaveOut(ObjectNode states, String name) {
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

  static String resource(String name) {
    try (InputStream in = Backfill.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void allow(Role role, List<String> actions, String... resources) {
    role.addToPolicy(statement(actions, resources));
  }

  private static PolicyStatement statement(List<String> actions, String... resources) {
    return PolicyStatement.Builder.create().actions(actions).resources(List.of(resources)).build();
  }

  Role role() {
    return role;
  }

  StateMachine machine() {
    return machine;
  }
}
