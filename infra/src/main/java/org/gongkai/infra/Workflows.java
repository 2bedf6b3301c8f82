package org.gongkai.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/** What the stack's state machines have in common. */
final class Workflows {
  private Workflows() {}

  /** The definition of a state machine, a resource beside this class. */
  static String definition(String resource) {
    try (InputStream in = Workflows.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Role role(Construct scope, String id, String description) {
    return Role.Builder.create(scope, id)
        .assumedBy(new ServicePrincipal("states.amazonaws.com"))
        .description(description)
        .build();
  }

  static LogGroup logGroup(Construct scope, String id) {
    return LogGroup.Builder.create(scope, id)
        .retention(RetentionDays.THREE_MONTHS)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  /** Logs without the inputs and outputs of states. */
  static LogOptions logs(LogGroup group, LogLevel level) {
    return LogOptions.builder().destination(group).level(level).includeExecutionData(false).build();
  }

  /** Accepts cdk-nag's findings about every state machine of the stack. */
  static void acceptFindings(StateMachine machine, Role role, boolean tracing) {
    Nag.acceptWildcard(
        role,
        "CloudWatch Logs' delivery actions (and X-Ray's, where tracing is on) know no resources.",
        "\\*");
    if (!tracing) {
      Nag.accept(machine, "AwsSolutions-SF2", "Tracing is the operator's choice (tracing=true).");
    }
  }
}
