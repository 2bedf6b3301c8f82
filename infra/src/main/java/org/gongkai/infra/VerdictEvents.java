package org.gongkai.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.eventschemas.CfnRegistry;
import software.amazon.awscdk.services.eventschemas.CfnSchema;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * The event bus for verdicts, the schema of the events, and an example rule: a mail for each new or
 * changed verdict {@code fail}.
 */
final class VerdictEvents extends Construct {
  static final String SOURCE = "gongkai";
  static final String DETAIL_TYPE = "Report Checked";

  private static final String SCHEMA = "/org/gongkai/event/report-checked.schema.json";

  VerdictEvents(Construct scope, Options options, CheckFunction checkFunction) {
    super(scope, "Events");
    String which = options.events().bus().orElseThrow();
    IEventBus bus =
        switch (which) {
          case EventOptions.DEFAULT -> EventBus.fromEventBusName(this, "Bus", which);
          case EventOptions.OWN -> EventBus.Builder.create(this, "Bus").build();
          default -> EventBus.fromEventBusArn(this, "Bus", which);
        };
    boolean isForeign = which.startsWith("arn:");
    checkFunction.mayPutEvents(bus, isForeign ? bus.getEventBusArn() : bus.getEventBusName());
    if (options.partition().has(Partition.Feature.EVENT_SCHEMAS)) {
      register();
    }
    options.events().mail().ifPresent(mail -> mailOfFailed(bus, mail));
    CfnOutput.Builder.create(Stack.of(this), "EventBus")
        .description("Report Checked is put on this bus")
        .value(bus.getEventBusName())
        .build();
  }

  private void register() {
    CfnRegistry registry =
        CfnRegistry.Builder.create(this, "Schemas").description("Events of Gongkai").build();
    CfnSchema.Builder.create(this, "Schema")
        .registryName(registry.getAttrRegistryName())
        .schemaName(SOURCE + "@ReportChecked")
        .type("JSONSchemaDraft4")
        .description("A report has a new or changed verdict, and its outputs are written")
        .content(schema())
        .build();
  }

  /** The schema of the whole event, as the registry needs it. */
  private static String schema() {
    try (InputStream in = VerdictEvents.class.getResourceAsStream(SCHEMA)) {
      String detail =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              // Only the outer schema has an id and a dialect.
              .replaceAll("(?m)^  \"(\\$schema|id)\": .*\\R", "")
              .strip();
      return """
          {
            "$schema": "http://json-schema.org/draft-04/schema#",
            "title": "%s",
            "type": "object",
            "required": ["source", "detail-type", "detail"],
            "properties": {"source": {"enum": ["%s"]}, "detail-type": {"enum": ["%s"]}, "detail": %s}
          }
          """
          .formatted(DETAIL_TYPE, SOURCE, DETAIL_TYPE, detail);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mailOfFailed(IEventBus bus, String mail) {
    Topic topic =
        Topic.Builder.create(this, "FailedTopic").displayName("Gongkai").enforceSsl(true).build();
    topic.addSubscription(new EmailSubscription(mail));
    Rule.Builder.create(this, "Failed")
        .description("Mail of reports whose figures do not agree")
        .eventBus(bus)
        .eventPattern(
            EventPattern.builder()
                .source(List.of(SOURCE))
                .detailType(List.of(DETAIL_TYPE))
                .detail(Map.of("verdict", List.of("fail")))
                .build())
        .targets(
            List.of(
                SnsTopic.Builder.create(topic)
                    .message(
                        RuleTargetInput.fromMultilineText(
                            "%s\n表内勾稽%s项不符 / %s relations broken\n报告 Report: s3://%s/%s\n结果 Result: s3://%s/%sindex.html"
                                .formatted(
                                    EventField.fromPath("$.detail.report.title"),
                                    EventField.fromPath("$.detail.relations.broken"),
                                    EventField.fromPath("$.detail.relations.broken"),
                                    EventField.fromPath("$.detail.bucket"),
                                    EventField.fromPath("$.detail.key"),
                                    EventField.fromPath("$.detail.results.bucket"),
                                    EventField.fromPath("$.detail.results.prefix"))))
                    .build()))
        .build();
  }
}
