package org.gongkai.lambda;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Drops headers that cost time and are not needed: {@code Expect: 100-continue} costs a round trip
 * for each PUT; {@code Last-Modified} is parsed as a date, for which the first parse loads the data
 * of a locale.
 */
final class HeaderTrimmer implements ExecutionInterceptor {
  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    SdkHttpRequest request = context.httpRequest();
    return request.firstMatchingHeader("Expect").isEmpty()
        ? request
        : request.toBuilder().removeHeader("Expect").build();
  }

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    return context.httpResponse().toBuilder().removeHeader("Last-Modified").build();
  }
}
