package org.gongkai.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * The inline style sheet and script of a page, with their digests for the Content-Security-Policy
 * that allows nothing else.
 *
 * @param css the style sheet
 * @param js the script; empty for none
 * @param cssDigest the digest of the style sheet: {@code sha256-…}
 * @param jsDigest the digest of the script; empty for none
 */
record Assets(String css, String js, String cssDigest, String jsDigest) {

  /** Loads the style sheet and script of a page by its name, without indentation. */
  static Assets of(String page) {
    String css = load("common.css") + load(page + ".css");
    String js = load("common.js") + load(page + ".js");
    return new Assets(css, js, digest(css), digest(js));
  }

  /** Loads the style sheet of a page without script. */
  static Assets styles(String page) {
    String css = load(page + ".css");
    return new Assets(css, "", digest(css), "");
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String load(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
