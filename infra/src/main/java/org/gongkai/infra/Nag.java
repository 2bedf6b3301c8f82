package org.gongkai.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.Arrays;
import java.util.List;
import software.constructs.IConstruct;

/** Accepts findings of cdk-nag, with the reason, next to the code concerned. */
final class Nag {

  static final String WILDCARD = "AwsSolutions-IAM5";

  private Nag() {}

  /** Quotes a text for a JavaScript regular expression. */
  static String quote(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "\\\\$0");
  }

  static void accept(IConstruct construct, String rule, String reason) {
    NagSuppressions.addResourceSuppressions(
        construct, List.of(NagPackSuppression.builder().id(rule).reason(reason).build()), true);
  }

  /** Accepts wildcard resources that match one of the patterns. */
  static void acceptWildcard(IConstruct construct, String reason, String... resources) {
    List<Object> patterns =
        Arrays.stream(resources)
            .<Object>map(
                resource ->
                    RegexAppliesTo.builder().regex("/^Resource::" + resource + "$/g").build())
            .toList();
    NagSuppressions.addResourceSuppressions(
        construct,
        List.of(
            NagPackSuppression.builder().id(WILDCARD).reason(reason).appliesTo(patterns).build()),
        true);
  }
}
