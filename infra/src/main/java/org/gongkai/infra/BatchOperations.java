package org.gongkai.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PrincipalWithConditions;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** The role for S3 Batch Operations jobs that call the function for each object of a manifest. */
final class BatchOperations extends Construct {

  static final String PREFIX = "batch/";
  static final String MANIFESTS = PREFIX + "manifests/";
  static final String REPORTS = PREFIX + "reports/";

  private final Role role;

  BatchOperations(Construct scope, Results results, CheckFunction checkFunction) {
    super(scope, "BatchOperations");
    this.role =
        Role.Builder.create(this, "Role")
            .assumedBy(
                new PrincipalWithConditions(
                    new ServicePrincipal("batchoperations.s3.amazonaws.com"),
                    Map.of(
                        "StringEquals", Map.of("aws:SourceAccount", Stack.of(this).getAccount()))))
            .description(
                "For S3 Batch Operations: calls the function, reads manifests, writes completion reports")
            .build();
    Permissions.allow(
        role, List.of("lambda:InvokeFunction"), checkFunction.function().getFunctionArn());
    Permissions.allow(
        role,
        List.of("s3:GetObject", "s3:GetObjectVersion"),
        results.bucket().arnForObjects(MANIFESTS + "*"),
        results.bucket().arnForObjects(Inbox.INVENTORY + "*"));
    Permissions.allow(role, List.of("s3:PutObject"), results.bucket().arnForObjects(REPORTS + "*"));
    Nag.acceptWildcard(
        role,
        "Manifests, to read, and completion reports, to write, each under a prefix of its own.",
        ".+/" + Nag.quote(MANIFESTS) + "\\*",
        ".+/" + Nag.quote(REPORTS) + "\\*",
        ".+/" + Nag.quote(Inbox.INVENTORY) + "\\*");
    CfnOutput.Builder.create(Stack.of(this), "BatchOperationsRole")
        .description("The role for S3 Batch Operations jobs")
        .value(role.getRoleArn())
        .build();
  }

  Role role() {
    return role;
  }
}
