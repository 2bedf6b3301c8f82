package org.gongkai.cli.serve;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Lets in requests of the server's own page only. Other web pages that the browser shows can send
 * requests to 127.0.0.1 too; they know neither the token in the address nor may they claim the
 * page's origin, and a name that resolves to 127.0.0.1 (DNS rebinding) shows in {@code Host}.
 */
final class RequestGuard {
  private final int port;
  private final byte[] token;

  RequestGuard(int port) {
    this.port = port;
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    this.token = HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
  }

  /** The path below which everything is: {@code /TOKEN/}. */
  String root() {
    return "/" + new String(token, StandardCharsets.US_ASCII) + "/";
  }

  /**
   * Whether to answer a request.
   *
   * @param method the HTTP method; all but GET and HEAD must name the page's origin
   * @param path the decoded path
   */
  boolean admits(String method, String path, Headers headers) {
    String host = headers.getFirst("Host");
    String origin = headers.getFirst("Origin");
    boolean reads = method.equals("GET") || method.equals("HEAD");
    return host != null
        && hosts().contains(host)
        && (origin == null ? reads : origin.equals("http://" + host))
        && hasToken(path);
  }

  private List<String> hosts() {
    return List.of("127.0.0.1:" + port, "localhost:" + port);
  }

  /** In constant time: how long it takes tells nothing of the token. */
  private boolean hasToken(String path) {
    int end = path.indexOf('/', 1);
    byte[] given =
        path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end)
            .getBytes(StandardCharsets.UTF_8);
    return end > 0 && MessageDigest.isEqual(token, given);
  }
}
