package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.infra.Synth.properties;
import static org.gongkai.infra.Synth.resources;
import static org.gongkai.infra.Synth.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckFunctionTest {

  @Test
  void theFunctionIsNativeAndOnArmUnlessAskedOtherwise() {
    JsonNode function = function();
    assertThat(function.path("Runtime").asText()).isEqualTo("provided.al2023");
    assertThat(function.path("Handler").asText()).isEqualTo("not.used");
    assertThat(function.at("/Architectures/0").asText()).isEqualTo("arm64");
    assertThat(function.path("MemorySize").asInt()).isEqualTo(512);
    assertThat(function.path("Timeout").asInt()).isEqualTo(60);
    assertThat(function.has("ReservedConcurrentExecutions")).isFalse();
    assertThat(function.has("FunctionName")).as("a fixed name would collide").isFalse();
    assertThat(function.has("TracingConfig")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "memory=1769, /MemorySize, 1769",
    "timeout=30, /Timeout, 30",
    "tracing=true, /TracingConfig/Mode, Active",
    "maxObjectBytes=1048576, /Environment/Variables/GONGKAI_MAX_OBJECT_BYTES, 1048576",
    "concurrency=8, /Environment/Variables/GONGKAI_CONCURRENCY, 8",
    "'outputs=result.json,badge.json', /Environment/Variables/GONGKAI_OUTPUTS, 'result.json,badge.json'",
    "storageClass=STANDARD_IA, /Environment/Variables/GONGKAI_STORAGE_CLASS, STANDARD_IA",
    "rules=s3://office/rules.yaml, /Environment/Variables/GONGKAI_RULES, s3://office/rules.yaml",
    "waivers=s3://office/a/waivers.yaml, /Environment/Variables/GONGKAI_WAIVERS, s3://office/a/waivers.yaml",
    "previousYear=true, /Environment/Variables/GONGKAI_PREVIOUS_YEAR, true",
    "badgeLabel=年报核对, /Environment/Variables/GONGKAI_BADGE_LABEL, 年报核对",
    "badgeCounts=false, /Environment/Variables/GONGKAI_BADGE_COUNTS, false",
    "page=public, /Environment/Variables/GONGKAI_PAGE_SUGGESTIONS, false",
    "pageBy=信息公开科, /Environment/Variables/GONGKAI_PAGE_BY, 信息公开科",
    "events=default, /Environment/Variables/GONGKAI_EVENT_BUS, default",
    "events=arn:aws:events:eu-west-1:111122223333:event-bus/office, /Environment/Variables/GONGKAI_EVENT_BUS, arn:aws:events:eu-west-1:111122223333:event-bus/office",
    "byIssuer=true, /Environment/Variables/GONGKAI_BY_ISSUER, true",
    "tags=true, /Environment/Variables/GONGKAI_TAGS, true",
    "metricsNamespace=Open, /Environment/Variables/GONGKAI_METRICS_NAMESPACE, Open",
    "resultsPrefix=out/, /Environment/Variables/GONGKAI_RESULTS_PREFIX, out/",
  })
  void anOptionReachesTheFunction(String option, String where, String value) {
    assertThat(function(option).at(where).asText()).isEqualTo(value);
  }

  @Test
  void concurrencyCanBeReserved() {
    assertThat(function("reservedConcurrency=60").path("ReservedConcurrentExecutions").asInt())
        .isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({"java25", "java21"})
  void theJvmPackageRunsOnItsOwnRuntime(String runtime) {
    String zip = Synth.zip("jvm.zip", Map.of("lib/gongkai.jar", new byte[8])).toString();
    JsonNode function = function("packaging=jvm", "runtime=" + runtime, "functionPackage=" + zip);
    assertThat(function.path("Runtime").asText()).isEqualTo(runtime);
    assertThat(function.path("Handler").asText())
        .isEqualTo("io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");
  }

  @Test
  void intelIsAChoice() {
    String zip = Synth.zip("x86_64.zip", Map.of("bootstrap", Synth.elf(0x3e))).toString();
    assertThat(
            function("architecture=x86_64", "functionPackage=" + zip)
                .at("/Architectures/0")
                .asText())
        .isEqualTo("x86_64");
  }

  @Test
  void itsLogIsItsOwnAndKeptAsLongAsAsked() {
    JsonNode template = template("logRetentionDays=30");
    assertThat(
            properties(template, "AWS::Logs::LogGroup", "CheckerLog")
                .path("RetentionInDays")
                .asInt())
        .isEqualTo(30);
    assertThat(
            properties(template, "AWS::Lambda::Function", "Checker")
                .at("/LoggingConfig/LogGroup/Ref")
                .asText())
        .startsWith("CheckerLog");
    assertThat(
            properties(template("logRetentionDays=0"), "AWS::Logs::LogGroup", "CheckerLog")
                .has("RetentionInDays"))
        .isFalse();
  }

  @Test
  void callsThatFailForGoodAreKeptAndRecorded() {
    JsonNode template = template();
    assertThat(function().at("/DeadLetterConfig/TargetArn/Fn::GetAtt/0").asText())
        .startsWith("DeadLettersQueue");
    JsonNode asynchronous = properties(template, "AWS::Lambda::EventInvokeConfig", "Checker");
    assertThat(asynchronous.path("MaximumRetryAttempts").asInt()).isEqualTo(2);
    assertThat(asynchronous.at("/DestinationConfig/OnFailure/Destination/Fn::GetAtt/0").asText())
        .startsWith("DeadLettersRecords");
    assertThat(resources(template, "AWS::SQS::Queue"))
        .allSatisfy(
            (id, queue) -> {
              assertThat(queue.at("/Properties/MessageRetentionPeriod").asInt())
                  .as(id)
                  .isEqualTo(14 * 24 * 3600);
              assertThat(queue.at("/Properties/SqsManagedSseEnabled").asBoolean()).as(id).isTrue();
            });
  }

  @Test
  void aRedriveIsLaidButClosed() {
    JsonNode redrive =
        properties(template(), "AWS::Lambda::EventSourceMapping", "DeadLettersRedrive");
    assertThat(redrive.path("Enabled").asBoolean(true)).isFalse();
    assertThat(redrive.at("/EventSourceArn/Fn::GetAtt/0").asText()).startsWith("DeadLettersQueue");
    assertThat(redrive.at("/FunctionResponseTypes/0").asText())
        .isEqualTo("ReportBatchItemFailures");
  }

  @Test
  void aTemplateToPublishAsksWhereItsCodeLiesAndNeedsNoBootstrap() {
    JsonNode template = template("code=parameters");
    assertThat(
            properties(template, "AWS::Lambda::Function", "Checker")
                .at("/Code/S3Bucket/Ref")
                .asText())
        .isEqualTo("CodeBucket");
    assertThat(
            properties(template, "AWS::Lambda::Function", "Checker").at("/Code/S3Key/Ref").asText())
        .isEqualTo("CodeKey");
    assertThat(template.get("Parameters").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("CodeBucket", "CodeKey");
    assertThat(template.toString()).doesNotContain("cdk-hnb659fds", "CheckBootstrapVersion");
  }

  private static JsonNode function(String... options) {
    return properties(template(options), "AWS::Lambda::Function", "Checker");
  }
}
