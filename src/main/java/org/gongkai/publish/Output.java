package org.gongkai.publish;

import org.gongkai.rule.Result;

/**
 * The files that publish a result. Each is a pure function of the result: the same result gives the
 * same bytes.
 *
 * <pre>{@code
 * for (Output output : Output.STANDARD) {
 *   Files.write(folder.resolve(output.fileName()), output.render(result, Style.STANDARD));
 * }
 * }</pre>
 */
public enum Output {
  /** The complete result, for programs. */
  RESULT_JSON("result.json", "application/json; charset=utf-8"),
  /** A badge for portals. */
  BADGE_SVG("badge.svg", "image/svg+xml"),
  /** A page for people; it links to {@code result.json} beside it. */
  PAGE("index.html", "text/html; charset=utf-8"),
  /** The badge for shields.io's endpoint; not standard. */
  BADGE_JSON("badge.json", "application/json; charset=utf-8"),
  /** What the check of next year's report needs; written only where years are compared. */
  NEXT_YEAR("next-year.json", "application/json; charset=utf-8");

  /** The outputs written unless configured otherwise. */
  public static final java.util.List<Output> STANDARD =
      java.util.List.of(RESULT_JSON, BADGE_SVG, PAGE);

  private final String fileName;
  private final String contentType;

  Output(String fileName, String contentType) {
    this.fileName = fileName;
    this.contentType = contentType;
  }

  /** Its name in the result's folder. */
  public String fileName() {
    return fileName;
  }

  /** The value of its {@code Content-Type} header. */
  public String contentType() {
    return contentType;
  }

  /**
   * The value of its {@code Cache-Control} header: caches may keep it, but must revalidate it
   * before each use.
   */
  public String cacheControl() {
    return "no-cache";
  }

  /** Renders it; UTF-8. */
  public byte[] render(Result result, Style style) {
    return switch (this) {
      case RESULT_JSON -> ResultJson.write(result);
      case BADGE_SVG -> Badge.svg(result, style);
      case PAGE -> ReportPage.html(result, style);
      case BADGE_JSON -> Badge.endpoint(result, style);
      case NEXT_YEAR -> NextYear.write(result);
    };
  }
}
