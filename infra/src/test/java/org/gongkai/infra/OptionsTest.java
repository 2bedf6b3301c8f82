package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void nothingGivenIsEnough() {
    Options options = read();
    assertThat(options.stackName()).isEqualTo("gongkai");
    assertThat(options.partition()).isEqualTo(Partition.AWS);
    assertThat(options.trigger().kind()).isEqualTo(TriggerOptions.Kind.SQS);
    assertThat(options.function().machine()).isEqualTo(FunctionOptions.Machine.ARM64);
    assertThat(options.function().environment())
        .containsExactly(
            Map.entry("GONGKAI_CONCURRENCY", "4"),
            Map.entry("GONGKAI_MAX_OBJECT_BYTES", "26214400"),
            Map.entry("GONGKAI_METRICS_NAMESPACE", "Gongkai"),
            Map.entry("GONGKAI_OUTPUTS", "result.json,badge.svg,index.html"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      trigerr=sqs                    | trigerr is no option of this stack; did you mean 'trigger'?
      Memory=512                     | Memory is no option of this stack; did you mean 'memory'?
      colour=red                     | colour is no option of this stack
      trigger=sqss                   | trigger takes one of sqs, eventbridge, direct, not 'sqss'; did you mean 'sqs'?
      architecture=arm               | architecture takes one of arm64, x86_64, not 'arm'; did you mean 'arm64'?
      architecture=ARM64             | architecture takes one of arm64, x86_64, not 'ARM64'; did you mean 'arm64'?
      memory=64                      | memory takes a whole number from 128 to 10240, not '64'
      memory=plenty                  | memory takes a whole number from 128 to 10240, not 'plenty'
      memory=99999999999999999999    | memory takes a whole number from 128 to 10240, not '99999999999999999999'
      timeout=901                    | timeout takes a whole number from 10 to 900, not '901'
      tracing=yes                    | tracing takes true or false, not 'yes'
      logRetentionDays=31            | logRetentionDays takes one of [0, 1, 3, 5, 7, 14, 30,
      outputs=result.json,badge.png  | outputs takes a list of result.json, badge.svg, index.html, badge.json; 'badge.png' is none of them; did you mean 'badge.svg'?
      outputs=,                      | outputs must have result.json among them
      outputs=badge.svg,index.html   | outputs must have result.json among them
      rules=rules.yaml               | rules takes an object that exists: s3://bucket/key, not 'rules.yaml'
      waivers=s3://office            | waivers takes an object that exists: s3://bucket/key, not 's3://office'
      metricsNamespace=AWS/Lambda    | metricsNamespace takes a CloudWatch namespace that does not begin with AWS/, not 'AWS/Lambda'
      storageClass=GLACIER           | storageClass takes one of STANDARD, STANDARD_IA, ONEZONE_IA, INTELLIGENT_TIERING, not 'GLACIER'
      runtime=java25                 | runtime is for packaging=jvm only
      inboxBucket=My_Bucket          | inboxBucket takes the name of an existing bucket
      inboxBucket=192.168.1.1        | inboxBucket takes the name of an existing bucket
      inboxPrefix=/2023/             | inboxPrefix takes a key prefix without a leading '/'
      inboxPrefix=it's/              | inboxPrefix takes a key prefix
      resultsPrefix=results          | resultsPrefix takes a key prefix that ends with '/'
      resultsPrefix=backfill/        | resultsPrefix must keep apart from backfill/
      resultsBucket=same             | inboxPrefix must keep apart from resultsPrefix ('results/') when both share a bucket
      kmsKeyArn=arn:aws:kms:us-east-1:111122223333:key/a | kmsKeyArn is given, but encryption is s3
      inboxSuffixes=html,.html       | inboxSuffixes overlap: another one ends with 'html'
      submitters=12345               | submitters takes a list of account numbers of 12 digits; '12345' is not
      batchSize=100                  | batchSize over 10 needs batchWindowSeconds of at least 1
      seasonFrom=11                  | seasonFrom must not come after seasonTo (3)
      alarmMail=nobody               | alarmMail takes a mail address, not 'nobody'
      backfillConcurrency=0          | backfillConcurrency takes a whole number from 1 to 10000, not '0'
      publicDomain=open.example.org  | publicDomain and publicCertificateArn are for publicResults=cloudfront only
      region=cn-north                | region takes a region such as cn-north-1, not 'cn-north'
      priceGbSecond=cheap            | priceGbSecond takes a price such as 0.0000133334, not 'cheap'
      events=on                      | events takes default, own, or the ARN of an event bus, not 'on'
      eventsMail=a@example.org       | eventsMail needs a bus: give -c events=own, too
      code=zip                       | code takes one of asset, parameters, not 'zip'
      """)
  void whatCannotWorkIsRefusedByNameAndWithWhatWould(String option, String message) {
    assertThat(problems(option)).anyMatch(problem -> problem.startsWith(message), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      inboxBucket=reports resultsBucket=reports               | resultsBucket names the inbox bucket: say -c resultsBucket=same
      trigger=direct batchSize=5                              | batchSize is for trigger=sqs only
      trigger=eventbridge maxConcurrency=5                    | maxConcurrency is for trigger=sqs only
      reservedConcurrency=10                                  | backfillConcurrency is 50, more than reservedConcurrency (10)
      alarmMail=a@example.org alarmTopicArn=arn:aws:sns:eu-west-1:111122223333:t | alarmMail cannot be subscribed to an existing topic
      alarms=false alarmMail=a@example.org                    | alarms is false, so nobody would be told
      publicResults=policy encryption=kms                     | publicResults by policy cannot work with encryption=kms
      publicResults=policy resultsBucket=mine                 | publicResults is for a results bucket that this stack creates
      publicResults=cloudfront publicDomain=open.example.org  | publicDomain and publicCertificateArn go together
      byIssuer=true outputs=result.json                       | byIssuer needs badge.svg among the outputs
      partition=aws-cn region=eu-west-1                       | partition is aws-cn, but the region eu-west-1 lies in aws
      region=cn-north-1 tracing=true                          | tracing asks for what the partition aws-cn lacks: X-Ray does not trace Lambda functions there
      partition=aws-cn publicResults=cloudfront               | publicResults asks for what the partition aws-cn lacks: CloudFront serves there only a domain of your own
      region=us-gov-west-1 publicResults=cloudfront           | publicResults asks for what the partition aws-us-gov lacks
      inboxBucket=reports submitters=111122223333             | submitters is for an inbox that this stack creates
      inboxBucket=reports inventory=daily                     | inventory is for an inbox that this stack creates
      resultsBucket=same inboxPrefix=in/ inventory=daily      | inventory is written to a results bucket that this stack creates
      encryption=kms kmsKeyArn=arn:aws:kms:eu-west-1:111122223333:key/8a inventory=daily | inventory needs a key whose policy lets S3 use it
      encryption=kms kmsKeyArn=arn:aws:kms:eu-west-1:111122223333:key/8a submitters=444455556666 | submitters need a key whose policy
      encryption=kms kmsKeyArn=arn:aws:kms:eu-west-1:111122223333:key/8a publicResults=cloudfront | publicResults through cloudfront needs a key
      resultsBucket=same inboxPrefix=batch/in/                | inboxPrefix must keep apart from batch/
      """)
  void whatCannotGoTogetherIsRefused(String options, String message) {
    assertThat(problems(options.split(" ")))
        .anyMatch(problem -> problem.startsWith(message), message);
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    assertThat(problems("memory=1", "trigger=pigeon", "nonsense=1")).hasSize(3);
    assertThatThrownBy(() -> read("memory=1", "trigger=pigeon"))
        .hasMessageStartingWith("2 options are wrong:\n  - ")
        .hasMessageContaining("\n  - trigger takes one of");
  }

  @Test
  void aMissingPackageIsToldWithHowToMakeIt() {
    assertThat(problems("functionPackage=target/none/function.zip"))
        .singleElement()
        .asString()
        .startsWith("functionPackage names /")
        .contains("target/none/function.zip")
        .endsWith(
            "and there is no such file; build it with 'mvn -Dnative package', or pass -c functionPackage=FILE");
    assertThat(problems("functionPackage=target/none/function.zip", "packaging=jvm"))
        .singleElement()
        .asString()
        .contains("build it with 'mvn package'");
  }

  @Test
  void aTemplateWithItsCodeInParametersNeedsNoPackage() {
    assertThat(read("functionPackage=target/none/function.zip", "code=parameters")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn-north-1", "cn-northwest-1"})
  void chinasRegionsLieInTheirOwnPartition(String region) {
    assertThat(read("region=" + region).partition()).isEqualTo(Partition.AWS_CN);
  }

  @Test
  void pricesThatAreNotKnownAreNotInvented() {
    assertThat(read().watch().prices()).isPresent();
    assertThat(read("region=cn-north-1").watch().prices()).isEmpty();
    assertThat(
            read(
                    "region=cn-north-1",
                    "currency=CNY",
                    "priceGbSecond=0.0001",
                    "pricePerMillionCalls=1.36",
                    "pricePerThousandPuts=0.04",
                    "pricePerThousandGets=0.003")
                .watch()
                .prices())
        .isPresent();
  }

  @Test
  void theCdksOwnContextIsNotTakenForOptions() {
    assertThat(
            Options.from(
                withPackage(
                    Map.of(
                        "@aws-cdk/core:anything",
                        true,
                        "aws:cdk:enable-path-metadata",
                        true,
                        "cc-api-provider:x",
                        Map.of()))))
        .isNotNull();
  }

  @Test
  void valuesInCdkJsonMayBeNumbersListsAndTruthValues() {
    Options options =
        Options.from(
            withPackage(
                Map.of(
                    "memory",
                    1024,
                    "tracing",
                    true,
                    "outputs",
                    List.of("result.json", "badge.json"))));
    assertThat(options.function().memory()).isEqualTo(1024);
    assertThat(options.function().tracing()).isTrue();
    assertThat(options.function().outputs()).containsExactly("result.json", "badge.json");
  }

  private static Map<String, Object> withPackage(Map<String, Object> more) {
    Map<String, Object> context = new java.util.HashMap<>(more);
    context.putAll(Synth.context());
    return context;
  }

  private static Options read(String... options) {
    return Options.from(Synth.context(options));
  }

  private static List<String> problems(String... options) {
    try {
      read(options);
    } catch (InvalidOptions e) {
      return e.problems();
    }
    throw new AssertionError("accepted: " + Arrays.toString(options));
  }
}
