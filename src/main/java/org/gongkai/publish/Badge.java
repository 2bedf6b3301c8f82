package org.gongkai.publish;

import java.nio.charset.StandardCharsets;
import org.gongkai.publish.Style.Language;
import org.gongkai.publish.Style.Shape;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;

/**
 * Draws the badge: {@code 年报勾稽 | 一致}.
 *
 * <p>It says whether the figures are consistent, not that they are right. An icon says it a second
 * time for those who do not see the colour, the title for those who do not see. The text is told
 * its length, so that it fits whatever font the viewer has. It holds no id, so that any number of
 * badges may stand in one page.
 */
public final class Badge {
  /** Widths of the printable ASCII characters in Verdana at 11 px, in tenths of a pixel. */
  private static final int[] VERDANA = {
    39, 43, 50, 90, 70, 118, 80, 30, 50, 50, 70, 90, 40, 50, 40, 50, 70, 70, 70, 70, 70, 70, 70, 70,
        70, 70, 50, 50,
    90, 90, 90, 60, 110, 75, 75, 77, 85, 70, 63, 85, 83, 46, 50, 76, 61, 93, 82, 87, 66, 87, 76, 75,
        68, 81, 75, 109,
    75, 68, 75, 50, 50, 50, 90, 70, 70, 66, 69, 57, 69, 66, 39, 69, 70, 30, 38, 65, 30, 107, 70, 67,
        69, 69, 47, 57,
    43, 70, 65, 90, 65, 65, 58, 70, 50, 70, 90
  };

  private Badge() {}

  /** The badge of a result, as SVG. */
  static byte[] svg(Result result, Style style) {
    return svg(Summary.of(result), style);
  }

  /** The badge of a summary, as SVG. */
  public static byte[] svg(Summary summary, Style style) {
    String label = label(style.language());
    String message = summary.says(style.language());
    return Template.render(
        BadgeImageRenderer::render,
        new BadgeImage(
            label,
            message,
            width(label),
            width(message),
            colour(summary.verdict()),
            icon(summary.verdict()),
            style.badge() == Shape.FLAT));
  }

  /**
   * What shields.io wants to know: <a href="https://shields.io/badges/endpoint-badge">endpoint
   * schema</a>.
   */
  static byte[] endpoint(Result result, Style style) {
    Summary summary = Summary.of(result);
    String json =
        "{\"schemaVersion\":1,\"label\":\""
            + label(style.language())
            + "\",\"message\":\""
            + summary.says(style.language())
            + "\",\"color\":\""
            + colour(summary.verdict()).substring(1)
            + "\",\"style\":\""
            + style.badge().key()
            + "\"}\n";
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String label(Language language) {
    return language == Language.ZH ? "年报勾稽" : "annual report";
  }

  /** Each has a contrast of 4.5 or more with white. */
  private static String colour(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "#1a7f37";
      case FAIL -> "#c62828";
      case UNREADABLE -> "#6b6f76";
    };
  }

  /** In a square of 10. */
  static String icon(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "<path d=\"M1 5.5l3 3L9.5 2\"/>";
      case FAIL -> "<path d=\"M1.5 1.5l7 7M8.5 1.5l-7 7\"/>";
      case UNREADABLE -> "<path d=\"M2 3.2C2 .2 8 .2 8 3.2 8 5 5 4.800 5 6.600M5 9.200v.1\"/>";
    };
  }

  /** How wide a text is at 11 px, in pixels: a Han character is as wide as it is high. */
  static int width(String text) {
    int tenths = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      tenths += c >= ' ' && c <= '~' ? VERDANA[c - ' '] : 110;
    }
    return (tenths + 9) / 10;
  }
}
