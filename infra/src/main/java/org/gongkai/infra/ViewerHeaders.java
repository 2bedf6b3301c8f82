package org.gongkai.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersCorsBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;

/**
 * The response headers of public results. {@code portal/nginx.conf} sets the same on an own server.
 *
 * <p>A page may use its inline resources and load nothing; its own policy is stricter. A badge may
 * be shown by any site. Data may be fetched by scripts of any site.
 */
record ViewerHeaders(
    String contentSecurityPolicy, String crossOriginResourcePolicy, boolean fetchableFromAnywhere) {

  static final ViewerHeaders PAGE =
      new ViewerHeaders(
          "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "same-origin",
          false);
  static final ViewerHeaders BADGE =
      new ViewerHeaders(
          "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
          "cross-origin",
          true);
  static final ViewerHeaders DATA =
      new ViewerHeaders(
          "default-src 'none'; sandbox; frame-ancestors 'none'", "cross-origin", true);

  /** Name and value, in the order they are printed. */
  Map<String, String> asMap() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", contentSecurityPolicy);
    headers.put("Cross-Origin-Resource-Policy", crossOriginResourcePolicy);
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Strict-Transport-Security", "max-age=31536000");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    if (fetchableFromAnywhere) {
      headers.put("Access-Control-Allow-Origin", "*");
    }
    return headers;
  }

  static ResponseHeadersPolicy policy(Construct scope, String id, ViewerHeaders headers) {
    ResponseHeadersPolicy.Builder builder =
        ResponseHeadersPolicy.Builder.create(scope, id)
            .securityHeadersBehavior(
                ResponseSecurityHeadersBehavior.builder()
                    .contentSecurityPolicy(
                        ResponseHeadersContentSecurityPolicy.builder()
                            .contentSecurityPolicy(headers.contentSecurityPolicy)
                            .override(true)
                            .build())
                    .contentTypeOptions(
                        ResponseHeadersContentTypeOptions.builder().override(true).build())
                    .frameOptions(
                        ResponseHeadersFrameOptions.builder()
                            .frameOption(HeadersFrameOption.DENY)
                            .override(true)
                            .build())
                    .referrerPolicy(
                        ResponseHeadersReferrerPolicy.builder()
                            .referrerPolicy(HeadersReferrerPolicy.NO_REFERRER)
                            .override(true)
                            .build())
                    .strictTransportSecurity(
                        ResponseHeadersStrictTransportSecurity.builder()
                            .accessControlMaxAge(Duration.days(365))
                            .override(true)
                            .build())
                    .build())
            .customHeadersBehavior(
                ResponseCustomHeadersBehavior.builder()
                    .customHeaders(
                        List.of(
                            ResponseCustomHeader.builder()
                                .header("Cross-Origin-Resource-Policy")
                                .value(headers.crossOriginResourcePolicy)
                                .override(true)
                                .build()))
                    .build());
    if (headers.fetchableFromAnywhere) {
      builder.corsBehavior(
          ResponseHeadersCorsBehavior.builder()
              .accessControlAllowOrigins(List.of("*"))
              .accessControlAllowMethods(List.of("GET", "HEAD"))
              .accessControlAllowHeaders(List.of("*"))
              .accessControlAllowCredentials(false)
              .originOverride(true)
              .build());
    }
    return builder.build();
  }
}
