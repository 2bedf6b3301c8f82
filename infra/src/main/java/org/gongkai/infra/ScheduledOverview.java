package org.gongkai.infra;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.TimeZone;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.scheduler.CronOptionsWithTimezone;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.ScheduleTargetInput;
import software.amazon.awscdk.services.scheduler.targets.StepFunctionsStartExecution;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * Makes the overview of all results every night or week: a schedule starts a state machine, which
 * calls a second function with the same code, but more memory and time, until the overview is
 * complete.
 */
final class ScheduledOverview extends Construct {

  /** In MB: gives a little more than one processor; one thread writes the overview. */
  private static final int MEMORY = 2048;

  private final Role role;
  private final StateMachine machine;

  ScheduledOverview(
      Construct scope, Options options, Results results, CheckFunction checkFunction) {
    super(scope, "ScheduledOverview");
    FunctionOptions functionOptions = options.function();
    LogGroup log = Workflows.logGroup(this, "Log");
    this.role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .description("Reads results, writes the overview beside them")
            .build();
    log.grantWrite(role);
    Permissions.allow(
        role,
        List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"),
        results.objects());
    Permissions.allow(role, List.of("s3:ListBucket"), results.bucket().getBucketArn());
    functionOptions.rules().ifPresent(object -> mayRead("Rules", object));
    functionOptions.bodies().ifPresent(object -> mayRead("Bodies", object));
    Nag.acceptWildcard(
        role,
        "Every result, under the results prefix only.",
        ".+/" + Nag.quote(results.prefix()) + "\\*");
    Map<String, String> environment = new HashMap<>(functionOptions.environment());
    environment.remove("GONGKAI_WAIVERS");
    environment.put("GONGKAI_RESULTS_PREFIX", results.prefix());
    environment.put(
        "GONGKAI_RESULTS_BUCKET", results.sharesTheInbox() ? "" : results.bucket().getBucketName());
    Function function =
        Function.Builder.create(this, "Function")
            .description("Makes the overview over all results")
            .code(checkFunction.code())
            .runtime(functionOptions.runtime())
            .handler(functionOptions.packaging().handler())
            .architecture(functionOptions.machine().architecture())
            .memorySize(MEMORY)
            .timeout(Duration.minutes(15))
            .role(role)
            .logGroup(log)
            .environment(environment)
            .tracing(functionOptions.tracing() ? Tracing.ACTIVE : Tracing.DISABLED)
            .build();
    if (functionOptions.tracing()) {
      Nag.acceptWildcard(role, "X-Ray's actions know no resources.", "\\*");
    }
    if (functionOptions.jdkIsOlder()) {
      Nag.accept(
          function,
          "AwsSolutions-L1",
          "Asked for by the operator (runtime=java21), for regions without java25.");
    }
    this.machine = machine(function, functionOptions.tracing());
    Schedule.Builder.create(this, "Schedule")
        .description("Makes the overview over all results")
        .schedule(when(options.overview().frequency()))
        .target(
            StepFunctionsStartExecution.Builder.create(machine)
                .input(
                    ScheduleTargetInput.fromObject(
                        Map.of("overview", Map.of("bucket", results.bucket().getBucketName()))))
                .retryAttempts(3)
                .maxEventAge(Duration.hours(6))
                .build())
        .build();
    CfnOutput.Builder.create(Stack.of(this), "OverviewStateMachine")
        .description("Start it to make the overview now")
        .value(machine.getStateMachineArn())
        .build();
  }

  /** At night in China; weekly ones in the night to Monday. */
  private static ScheduleExpression when(OverviewOptions.Frequency frequency) {
    CronOptionsWithTimezone.Builder night =
        CronOptionsWithTimezone.builder()
            .minute("0")
            .hour("4")
            .timeZone(TimeZone.of("Asia/Shanghai"));
    if (frequency == OverviewOptions.Frequency.WEEKLY) {
      night.weekDay("MON");
    }
    return ScheduleExpression.cron(night.build());
  }

  private StateMachine machine(Function function, boolean tracing) {
    Role starter =
        Workflows.role(this, "MachineRole", "Calls the function that makes the overview");
    Permissions.allow(starter, List.of("lambda:InvokeFunction"), function.getFunctionArn());
    StateMachine made =
        StateMachine.Builder.create(this, "StateMachine")
            .comment("Gongkai: makes the overview over all results")
            .definitionBody(DefinitionBody.fromString(Workflows.definition("overview.asl.json")))
            .definitionSubstitutions(
                new TreeMap<>(
                    Map.of(
                        "Partition",
                        Stack.of(this).getPartition(),
                        "Function",
                        function.getFunctionArn())))
            .role(starter)
            .tracingEnabled(tracing)
            .logs(Workflows.logs(Workflows.logGroup(this, "MachineLog"), LogLevel.ALL))
            .build();
    Workflows.acceptFindings(made, starter, tracing);
    return made;
  }

  private void mayRead(String what, S3Object object) {
    Permissions.allow(
        role,
        List.of("s3:GetObject"),
        Bucket.fromBucketName(this, what, object.bucket()).arnForObjects(object.key()));
  }

  Role role() {
    return role;
  }

  StateMachine machine() {
    return machine;
  }
}
