package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.infra.Synth.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

  /**
   * What the CDK and cdk-nag write about the stack is not deployed; neither is what reads like
   * prose.
   */
  private static final List<String> NOT_DEPLOYED =
      List.of("Metadata", "Description", "AlarmDescription");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "region=cn-north-1",
        "region=cn-northwest-1 trigger=eventbridge",
        "region=us-gov-west-1 publicResults=policy tracing=true",
        "region=cn-north-1 trigger=direct publicResults=policy",
        "region=cn-north-1 events=own eventsMail=you@example.org",
        "region=cn-north-1 account=111122223333 encryption=kms inventory=daily accessLogs=true",
        "publicResults=cloudfront encryption=kms",
        "inboxBucket=their-reports",
        "tracing=true invokers=111122223333 submitters=111122223333",
        "code=parameters"
      })
  void nothingIsTiedToAPartition(String options) {
    List<String> tied = new ArrayList<>();
    texts(template(options.isEmpty() ? new String[0] : options.split(" ")), tied);
    assertThat(
            tied.stream()
                .filter(
                    text ->
                        text.matches("(?s).*arn:aws(-cn|-us-gov)?:.*")
                            || text.contains("amazonaws.com.cn")
                            || text.matches("(?s).*\\bamazonaws\\.com\\b.*")
                                && !text.matches("[a-z0-9.-]+\\.amazonaws\\.com")))
        .isEmpty();
  }

  @Test
  void aRegionThatIsGivenIsWhereTheStackGoes() {
    assertThat(Synth.stack(Synth.context("region=cn-north-1", "account=111122223333")).getRegion())
        .isEqualTo("cn-north-1");
    assertThat(template().get("Resources").toString())
        .contains("AWS::Region")
        .doesNotContain("us-east-1");
  }

  @Test
  void theSameStackStandsInBothPartitions() {
    assertThat(
            template("region=cn-north-1").get("Resources").properties().stream()
                .map(r -> r.getKey() + r.getValue().get("Type")))
        .containsExactlyElementsOf(
            template().get("Resources").properties().stream()
                .map(r -> r.getKey() + r.getValue().get("Type"))
                .toList());
  }

  private static void texts(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    if (node.isObject()) {
      node.properties().stream()
          .filter(field -> !NOT_DEPLOYED.contains(field.getKey()))
          .forEach(field -> texts(field.getValue(), texts));
    } else {
      node.forEach(child -> texts(child, texts));
    }
  }
}
