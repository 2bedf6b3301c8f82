package org.gongkai.publish;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The page at an address made of issuer and year, not of the report's file name. */
public final class IssuerPage {
  private static final String RESULT_LINK = "href=\"result.json\"";
  private static final String PENDING =
      """
      <!doctype html>
      <html lang="zh-CN">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>尚未核对</title>
      <p>该机关本年度的报告尚未核对。</p>
      <p lang="en">This body's report for the year has not been checked yet.</p>
      </html>
      """;

  private IssuerPage() {}

  /**
   * Copies a report's page; the link to {@code result.json} is changed to lead to the original.
   *
   * @param page as {@link Output#PAGE} renders it
   * @param key the key of the copy
   * @param original the key of the original page
   */
  public static byte[] copy(byte[] page, String key, String original) {
    String up = "../".repeat((int) key.chars().filter(c -> c == '/').count());
    String folder = original.substring(0, original.lastIndexOf('/') + 1);
    String path =
        Arrays.stream(folder.split("/", -1))
            .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
    return new String(page, StandardCharsets.UTF_8)
        .replace(RESULT_LINK, "href=\"" + up + path + "result.json\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The page for a body without a report for the year. */
  public static byte[] pending() {
    return PENDING.getBytes(StandardCharsets.UTF_8);
  }
}
