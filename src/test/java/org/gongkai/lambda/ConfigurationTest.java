package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.event.EventSettings;
import org.gongkai.publish.Output;
import org.gongkai.publish.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class ConfigurationTest {
  private static SmallRyeConfig config(String... settings) {
    Map<String, String> properties = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      properties.put("gongkai." + settings[i], settings[i + 1]);
    }
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .build();
  }

  @Test
  void isTheStandardOneWhereNothingIsSet() {
    FunctionConfiguration configuration = FunctionConfiguration.of(config());
    assertThat(configuration.settings()).isEqualTo(EventSettings.STANDARD);
    assertThat(configuration.rulesLookAgain()).isEqualTo(Duration.ofSeconds(60));
    assertThat(configuration.namespace()).isEqualTo("Gongkai");
    assertThat(configuration.eventBus()).isEmpty();
  }

  @Test
  void isWhatIsSet() {
    FunctionConfiguration configuration =
        FunctionConfiguration.of(
            config(
                "results.bucket", "out",
                "results.prefix", "",
                "max-object-bytes", "10M",
                "outputs", "badge.json, badge.svg",
                "badge.shape", "flat-square",
                "language", "en",
                "concurrency", "2",
                "margin", "5s",
                "previous-year", "true",
                "by-issuer", "true",
                "event-bus", "arn:aws-cn:events:cn-north-1:123456789012:event-bus/reports",
                "storage-class", "STANDARD_IA",
                "rules", "s3://office/rules.yaml",
                "rules-look-again", "5m",
                "metrics.namespace", "Open"));
    assertThat(configuration.settings())
        .isEqualTo(
            new EventSettings(
                "out",
                "",
                10 << 20,
                java.util.List.of(Output.RESULT_JSON, Output.BADGE_JSON, Output.BADGE_SVG),
                Style.STANDARD.withBadge(Style.Shape.FLAT_SQUARE, Style.Language.EN),
                2,
                Duration.ofSeconds(5),
                true,
                true));
    assertThat(configuration.eventBus().orElseThrow()).endsWith(":event-bus/reports");
    assertThat(configuration.eventBridge()).isEmpty();
    assertThat(configuration.storageClass()).hasValue("STANDARD_IA");
    assertThat(configuration.rules()).hasValue("s3://office/rules.yaml");
    assertThat(configuration.waivers()).isEmpty();
    assertThat(configuration.rulesLookAgain()).isEqualTo(Duration.ofMinutes(5));
    assertThat(configuration.namespace()).isEqualTo("Open");
  }

  @ParameterizedTest
  @CsvSource({
    "outputs, result.xml, result.json",
    "language, fr, gongkai.language",
    "badge.shape, round, gongkai.badge.shape",
    "concurrency, 0, 1 to 64",
    "concurrency, many, gongkai.concurrency",
    "margin, soon, gongkai.margin",
    "max-object-bytes, huge, gongkai.max-object-bytes",
    "metrics.namespace, AWS/Lambda, gongkai.metrics.namespace",
    "metrics.namespace, 公开, gongkai.metrics.namespace",
    "results.prefix, /out/, gongkai.results prefix",
    "event-bus, no bus, gongkai.event-bus",
    "rules, s3://office, s3://bucket/key",
    "waivers, s3:///waivers.yaml, s3://bucket/key",
  })
  void oneLineSaysWhatCannotBe(String name, String value, String said) throws IOException {
    try (S3Client s3 = S3Client.builder().region(Region.US_EAST_1).build()) {
      assertThatThrownBy(() -> new Handler(config(name, value), s3))
          .isInstanceOf(ConfigurationException.class)
          .satisfies(
              fault -> {
                assertThat(fault.getMessage()).doesNotContain("\n");
                JsonNode line = new ObjectMapper().readTree(fault.getMessage());
                assertThat(line.path("Failures").asInt()).isEqualTo(1);
                assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText())
                    .isEqualTo("Gongkai");
                assertThat(line.path("fault").asText()).isEqualTo("configuration");
                assertThat(line.path("message").asText()).contains(said);
              });
    }
  }
}
