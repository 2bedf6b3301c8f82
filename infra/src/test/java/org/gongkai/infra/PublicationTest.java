package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.infra.Synth.each;
import static org.gongkai.infra.Synth.properties;
import static org.gongkai.infra.Synth.resources;
import static org.gongkai.infra.Synth.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicationTest {

  private static final String DISTRIBUTION = "AWS::CloudFront::Distribution";

  @Test
  void nothingIsPublicUnlessAskedFor() {
    assertThat(resources(template(), DISTRIBUTION)).isEmpty();
    assertThat(
            resources(template(), "AWS::S3::BucketPolicy").values().stream()
                .flatMap(policy -> each(policy.at("/Properties/PolicyDocument/Statement"))))
        .allMatch(statement -> statement.path("Effect").asText().equals("Deny"));
  }

  @Test
  void byPolicyAnybodyReadsTheResultsPrefixAndNoMore() {
    JsonNode template = template("publicResults=policy");
    assertThat(BucketsTest.policies(template, "Results"))
        .filteredOn(s -> s.path("Effect").asText().equals("Allow"))
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.at("/Principal/AWS").asText()).isEqualTo("*");
              assertThat(statement.path("Action").asText()).isEqualTo("s3:GetObject");
              assertThat(Policies.text(statement.get("Resource")))
                  .isEqualTo("<ResultsBucket>/results/*");
            });
    JsonNode block =
        properties(template, "AWS::S3::Bucket", "Results").path("PublicAccessBlockConfiguration");
    assertThat(block.path("BlockPublicPolicy").asBoolean()).isFalse();
    assertThat(block.path("BlockPublicAcls").asBoolean()).isTrue();
    assertThat(
            properties(template, "AWS::S3::Bucket", "Inbox")
                .at("/PublicAccessBlockConfiguration/BlockPublicPolicy")
                .asBoolean())
        .isTrue();
  }

  @Test
  void whereABadgeIsMissingTheImageThatSaysSoIsServedAndNotKept() throws IOException {
    JsonNode template = template("publicResults=cloudfront", "resultsPrefix=checked/");
    assertThat(
            each(
                properties(template, DISTRIBUTION, "Publication")
                    .at("/DistributionConfig/CustomErrorResponses")))
        .singleElement()
        .satisfies(
            response -> {
              assertThat(response.path("ErrorCode").asInt()).isEqualTo(403);
              assertThat(response.path("ResponseCode").asInt()).isEqualTo(200);
              assertThat(response.path("ResponsePagePath").asText())
                  .isEqualTo("/checked/pending.svg");
              assertThat(response.path("ErrorCachingMinTTL").asInt()).isEqualTo(10);
            });
    assertThat(
            properties(template, "AWS::Lambda::Function", "Checker")
                .at("/Environment/Variables/GONGKAI_PENDING_BADGE")
                .asText())
        .isEqualTo("true");
    assertThat(Files.readString(Path.of("portal", "nginx.conf")))
        .contains("error_page 404 =200 /results/pending.svg;");
  }

  @Test
  void throughCloudFrontTheBucketStaysClosedToAllButTheDistribution() {
    JsonNode template = template("publicResults=cloudfront");
    assertThat(
            properties(template, "AWS::S3::Bucket", "Results")
                .at("/PublicAccessBlockConfiguration/BlockPublicPolicy")
                .asBoolean())
        .isTrue();
    assertThat(BucketsTest.policies(template, "Results"))
        .filteredOn(s -> s.path("Sid").asText().equals("PublicResults"))
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.at("/Principal/Service").asText())
                  .isEqualTo("cloudfront.amazonaws.com");
              assertThat(statement.path("Action").asText()).isEqualTo("s3:GetObject");
              assertThat(Policies.text(statement.get("Resource")))
                  .isEqualTo("<ResultsBucket>/results/*");
              assertThat(Policies.text(statement.at("/Condition/StringEquals/aws:SourceArn")))
                  .contains("<PublicationDistribution>");
            });
    JsonNode configuration =
        properties(template, DISTRIBUTION, "Publication").get("DistributionConfig");
    assertThat(configuration.at("/Origins/0/OriginAccessControlId").isMissingNode()).isFalse();
    assertThat(configuration.at("/DefaultCacheBehavior/ViewerProtocolPolicy").asText())
        .isEqualTo("redirect-to-https");
  }

  /**
   * S3 answers 404 to whoever may list the bucket, else 403: pages and data are asked for with that
   * permission, badges without it. Nothing outside the results is, so no list can be had.
   */
  @Test
  void aMissingPageIsNoBadge() {
    JsonNode template = template("publicResults=cloudfront");
    JsonNode configuration =
        properties(template, DISTRIBUTION, "Publication").get("DistributionConfig");
    List<String> listing =
        each(configuration.path("Origins"))
            .filter(
                origin ->
                    origin
                        .at("/OriginCustomHeaders/0/HeaderValue")
                        .asText()
                        .equals("missing-is-404"))
            .map(origin -> origin.path("Id").asText())
            .toList();
    assertThat(listing).hasSize(1);
    assertThat(
            each(configuration.path("CacheBehaviors"))
                .filter(b -> listing.contains(b.path("TargetOriginId").asText()))
                .map(b -> b.path("PathPattern").asText()))
        .containsExactly("results/*.json", "results/*");
    assertThat(configuration.at("/DefaultCacheBehavior/TargetOriginId").asText())
        .isNotEqualTo(listing.get(0));
    assertThat(BucketsTest.policies(template, "Results"))
        .filteredOn(s -> s.path("Action").asText().equals("s3:ListBucket"))
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.at("/Condition/StringEquals/aws:Referer").asText())
                  .isEqualTo("missing-is-404");
              assertThat(Policies.text(statement.at("/Condition/StringEquals/aws:SourceArn")))
                  .contains("<PublicationDistribution>");
            });
  }

  @Test
  void aPrefixThatCloudFrontCannotMatchIsRefused() {
    assertThatThrownBy(() -> template("publicResults=cloudfront", "resultsPrefix=结果/"))
        .hasMessageContaining("resultsPrefix");
  }

  @Test
  void eachKindOfOutputIsServedWithItsOwnHeaders() {
    JsonNode template = template("publicResults=cloudfront");
    assertThat(resources(template, "AWS::CloudFront::ResponseHeadersPolicy")).hasSize(3);
    for (Map.Entry<String, ViewerHeaders> kind :
        Map.of(
                "PublicationPageHeaders",
                ViewerHeaders.PAGE,
                "PublicationBadgeHeaders",
                ViewerHeaders.BADGE,
                "PublicationDataHeaders",
                ViewerHeaders.DATA)
            .entrySet()) {
      JsonNode policy =
          properties(template, "AWS::CloudFront::ResponseHeadersPolicy", kind.getKey())
              .get("ResponseHeadersPolicyConfig");
      assertThat(
              policy
                  .at("/SecurityHeadersConfig/ContentSecurityPolicy/ContentSecurityPolicy")
                  .asText())
          .isEqualTo(kind.getValue().contentSecurityPolicy())
          .startsWith("default-src 'none'");
      assertThat(policy.at("/SecurityHeadersConfig/ContentTypeOptions/Override").asBoolean())
          .isTrue();
    }
    JsonNode behaviours =
        properties(template, DISTRIBUTION, "Publication").at("/DistributionConfig/CacheBehaviors");
    assertThat(
            each(behaviours)
                .map(
                    b ->
                        b.path("PathPattern").asText()
                            + " "
                            + Policies.text(b.path("ResponseHeadersPolicyId"))))
        .containsExactly(
            "results/*.svg <PublicationBadgeHeaders>",
            "results/*.json <PublicationDataHeaders>",
            "results/* <PublicationPageHeaders>");
  }

  @Test
  void aCorrectedReportIsNotShownWithItsOldResultForLong() {
    JsonNode lives =
        properties(
                template("publicResults=cloudfront"), "AWS::CloudFront::CachePolicy", "Publication")
            .get("CachePolicyConfig");
    assertThat(lives.path("MinTTL").asInt(-1)).isZero();
    assertThat(lives.path("DefaultTTL").asInt()).isEqualTo(60);
  }

  @Test
  void aServerOfOnesOwnIsToldTheSameHeaders() throws IOException {
    String nginx = Files.readString(Path.of("portal", "nginx.conf"));
    for (ViewerHeaders headers :
        new ViewerHeaders[] {ViewerHeaders.PAGE, ViewerHeaders.BADGE, ViewerHeaders.DATA}) {
      StringBuilder block = new StringBuilder();
      headers
          .asMap()
          .forEach(
              (name, value) ->
                  block.append("    add_header %s \"%s\" always;\n".formatted(name, value)));
      assertThat(nginx).contains(block);
    }
  }

  @Test
  void aDomainOfOnesOwnComesWithItsCertificate() {
    String certificate = "arn:aws:acm:us-east-1:111122223333:certificate/1a2b3c4d";
    JsonNode configuration =
        properties(
                template(
                    "publicResults=cloudfront",
                    "publicDomain=open.example.org",
                    "publicCertificateArn=" + certificate),
                DISTRIBUTION,
                "Publication")
            .get("DistributionConfig");
    assertThat(configuration.at("/Aliases/0").asText()).isEqualTo("open.example.org");
    assertThat(configuration.at("/ViewerCertificate/AcmCertificateArn").asText())
        .isEqualTo(certificate);
    assertThat(configuration.at("/ViewerCertificate/MinimumProtocolVersion").asText())
        .isEqualTo("TLSv1.2_2021");
  }

  @Test
  void theKeyIsOpenToDistributionsOnlyWhereThereIsOne() {
    assertThat(
            properties(
                    template("publicResults=cloudfront", "encryption=kms"),
                    "AWS::KMS::Key",
                    "Encryption")
                .toString())
        .contains("cloudfront.amazonaws.com", "distribution/*");
    assertThat(properties(template("encryption=kms"), "AWS::KMS::Key", "Encryption").toString())
        .doesNotContain("cloudfront");
  }

  @Test
  void withResultsInTheInboxBucketOnlyTheirPrefixIsPublic() {
    JsonNode template =
        template("resultsBucket=same", "inboxPrefix=reports/", "publicResults=policy");
    assertThat(BucketsTest.policies(template, "Inbox"))
        .filteredOn(s -> s.path("Effect").asText().equals("Allow"))
        .singleElement()
        .satisfies(
            statement ->
                assertThat(Policies.text(statement.get("Resource")))
                    .isEqualTo("<InboxBucket>/results/*"));
  }
}
