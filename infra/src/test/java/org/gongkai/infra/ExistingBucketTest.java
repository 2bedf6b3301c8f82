package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.cloud_assembly_schema.MissingContext;

/**
 * The command line looks existing buckets up and hands the answers in as context; here the answers
 * are made up.
 */
class ExistingBucketTest {

  private static final String QUERY =
      "cc-api-provider:account=111122223333:exactIdentifier=their-reports:"
          + "propertiesToReturn.0=RegionalDomainName:region=eu-west-1:typeName=AWS$:$:S3$:$:Bucket";

  @Test
  void withoutCredentialsNothingIsLookedUp() {
    assertThatCode(
            () -> Synth.stack(Synth.context("inboxBucket=their-reports", "trigger=eventbridge")))
        .doesNotThrowAnyException();
  }

  @Test
  void aBucketThatIsThereIsTaken() {
    assertThatCode(
            () ->
                stack(
                    List.of(
                        Map.of(
                            "Identifier",
                            "their-reports",
                            "RegionalDomainName",
                            "their-reports.s3.eu-west-1.amazonaws.com"))))
        .doesNotThrowAnyException();
  }

  @Test
  void aBucketThatDoesNotExistIsToldOfBeforeAnythingIsDeployed() {
    assertThatThrownBy(() -> stack(Map.of("$providerError", "Could not find resource")))
        .isInstanceOf(InvalidOptions.class)
        .hasMessageContaining(
            "inboxBucket names their-reports, which cannot be found in eu-west-1 with these credentials (Could not find resource)");
    assertThatThrownBy(() -> stack(List.of()))
        .hasMessageContaining("inboxBucket names their-reports, which does not exist in eu-west-1");
  }

  @Test
  void aBucketInAnotherRegionIsRefused() {
    assertThatThrownBy(
            () ->
                stack(
                    List.of(
                        Map.of(
                            "Identifier",
                            "their-reports",
                            "RegionalDomainName",
                            "their-reports.s3.us-west-2.amazonaws.com"))))
        .isInstanceOf(InvalidOptions.class)
        .hasMessageContaining(
            "inboxBucket names their-reports, which lies in another region (us-west-2) than this stack (eu-west-1)");
  }

  /**
   * The first time round the answer is missing: the stack is put together all the same, and the
   * question is asked.
   */
  @Test
  void theQuestionIsAskedOfTheCommandLine() {
    software.amazon.awscdk.App app =
        new software.amazon.awscdk.App(AppProps.builder().context(asked()).build());
    App.build(app, Map.of());
    Object missing = app.synth().getManifest().getMissing();
    assertThat(missing)
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .anySatisfy(question -> assertThat(((MissingContext) question).getKey()).isEqualTo(QUERY));
  }

  private static Map<String, Object> asked() {
    return new HashMap<>(
        Synth.context(
            "inboxBucket=their-reports",
            "trigger=eventbridge",
            "account=111122223333",
            "region=eu-west-1"));
  }

  private static GongkaiStack stack(Object answer) {
    Map<String, Object> context = asked();
    context.put(QUERY, answer);
    return Synth.stack(context);
  }
}
