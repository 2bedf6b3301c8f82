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
 * The style sheet and the script of a page, inline, with the policy that lets these two and nothing
 * else run.
 *
 * @param css the style sheet
 * @param js the script
 */
record Assets(String css, String js) {
  /** The switch between the languages; it works without script. */
  static final byte[] CHINESE_FIRST = languages(true);

  static final byte[] ENGLISH_FIRST = languages(false);

  private static final String ICON =
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16'"
          + " height='16' rx='3' fill='%23b3261e'/%3E%3Cpath d='M4 8.500l3 3L12.500 5' fill='none' stroke='%23fff'"
          + " stroke-width='2'/%3E%3C/svg%3E";

  String cssDigest() {
    return digest(css);
  }

  String jsDigest() {
    return digest(js);
  }

  /** Those of a page by its name, without indentation. */
  static Assets of(String page) {
    return new Assets(
        load("common.css") + load(page + ".css"), load("common.js") + load(page + ".js"));
  }

  /** The rest of the head, up to and with the start of the body's header. */
  String head() {
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '"
        + digest(css)
        + "'; script-src '"
        + digest(js)
        + "'; img-src data:; base-uri 'none'; form-action 'none'\">"
        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        + "<meta name=\"referrer\" content=\"no-referrer\"><meta name=\"color-scheme\" content=\"light dark\">"
        + "<link rel=\"icon\" href=\""
        + ICON
        + "\"><style>"
        + css
        + "</style></head><body><header>"
        + "<div class=\"bar\"><p><b>公开</b> Gongkai · "
        + Html.bilingual("政府信息公开年报勾稽", "annual report check")
        + "</p>";
  }

  /** The script's element. */
  String script() {
    return "<script>" + js + "</script>";
  }

  private static byte[] languages(boolean chineseFirst) {
    return Html.utf8(
        "<fieldset class=\"lang\"><legend class=\"sr\">语言 Language</legend>"
            + "<input type=\"radio\" name=\"l\" id=\"l-zh\""
            + (chineseFirst ? " checked" : "")
            + "><label for=\"l-zh\" lang=\"zh-CN\">中文</label>"
            + "<input type=\"radio\" name=\"l\" id=\"l-en\""
            + (chineseFirst ? "" : " checked")
            + "><label for=\"l-en\" lang=\"en\">English</label></fieldset></div>");
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
