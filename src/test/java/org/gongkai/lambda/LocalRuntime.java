package org.gongkai.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Stands in for the managed Java runtime, which runs on Linux only: makes the handler that its
 * argument names, and hands it what the runtime API gives. Beside the package and the JDK it needs
 * nothing.
 */
final class LocalRuntime {
  private LocalRuntime() {}

  public static void main(String[] args) throws Exception {
    RequestStreamHandler handler =
        Class.forName(args[0])
            .asSubclass(RequestStreamHandler.class)
            .getConstructor()
            .newInstance();
    String api =
        "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
    while (true) {
      HttpURLConnection next = connection(api + "next");
      String id = next.getHeaderField("Lambda-Runtime-Aws-Request-Id");
      long deadline = Long.parseLong(next.getHeaderField("Lambda-Runtime-Deadline-Ms"));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      String kind = "/response";
      try (InputStream event = next.getInputStream()) {
        handler.handleRequest(event, answer, context(id, deadline));
      } catch (IOException | RuntimeException e) {
        kind = "/error";
        answer.reset();
        answer.write(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
      }
      HttpURLConnection response = connection(api + id + kind);
      response.setDoOutput(true);
      try (OutputStream out = response.getOutputStream()) {
        answer.writeTo(out);
      }
      response.getResponseCode();
    }
  }

  private static HttpURLConnection connection(String address) throws IOException {
    return (HttpURLConnection) URI.create(address).toURL().openConnection();
  }

  private static Context context(String id, long deadline) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "getAwsRequestId" -> id;
                  case "getRemainingTimeInMillis" -> (int) (deadline - System.currentTimeMillis());
                  case "getMemoryLimitInMB" -> 512;
                  default -> null;
                });
  }
}
