package org.gongkai.publish;

import java.nio.charset.StandardCharsets;
import org.gongkai.publish.Style.Language;
import org.gongkai.publish.Style.Shape;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;

/**
 * Draws the badge: {@code 年报表内勾稽 | 一致}.
 *
 * <p>It says whether the figures are consistent, not whether they are correct; its title explains
 * that in whole sentences. An icon repeats the colour's meaning for those who cannot see it. The
 * text has a fixed length, so that it fits in any font. It has no ids, so that one page can contain
 * many badges.
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

  /** The name of the file, under the results prefix, with the badge for reports without one. */
  public static final String PENDING = "pending.svg";

  private Badge() {}

  /** The badge of a report that has not been checked yet: {@code 年报表内勾稽 | 尚未核对}, as SVG. */
  public static byte[] pending(Style style) {
    boolean chinese = style.language() == Language.ZH;
    String label = label(style);
    String message = chinese ? "尚未核对" : "not checked yet";
    String title = chinese ? label + "：尚未核对。" : label + ": not checked yet.";
    return image(label, message, title, BadgeStatus.UNREAD, style);
  }

  /** The badge of a result, as SVG. */
  static byte[] svg(Result result, Style style) {
    BadgeStatus status = status(result, style);
    String label = label(style);
    String message = message(result, style);
    return image(label, message, title(result, style), status, style);
  }

  private static byte[] image(
      String label, String message, String title, BadgeStatus status, Style style) {
    return PageTemplate.render(
        BadgeImageRenderer::render,
        new BadgeImage(
            label,
            message,
            title,
            width(label),
            width(message),
            status.colour,
            status.icon(),
            style.badge() == Shape.FLAT));
  }

  /**
   * JSON for shields.io's <a href="https://shields.io/badges/endpoint-badge">endpoint badge</a>.
   */
  static byte[] endpoint(Result result, Style style) {
    String json =
        "{\"schemaVersion\":1,\"label\":"
            + Html.json(label(style))
            + ",\"message\":\""
            + message(result, style)
            + "\",\"color\":\""
            + status(result, style).colour.substring(1)
            + "\",\"style\":\""
            + style.badge().key()
            + "\"}\n";
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String label(Style style) {
    String label = style.label();
    if (label != null) {
      return label;
    }
    return style.language() == Language.ZH ? "年报表内勾稽" : "annual report";
  }

  /** Without counts a mismatch is amber, as it is only to be verified. */
  private static BadgeStatus status(Result result, Style style) {
    BadgeStatus status = BadgeStatus.of(result);
    return !style.counts() && status == BadgeStatus.MISMATCH ? BadgeStatus.INCOMPLETE : status;
  }

  private static String message(Result result, Style style) {
    return style.language().of(brief(result, style));
  }

  private static Message brief(Result result, Style style) {
    if (!style.counts()) {
      switch (BadgeStatus.of(result)) {
        case MISMATCH -> {
          return new Message("待核实", "to be verified");
        }
        case INCOMPLETE -> {
          return VerdictText.word(result.verdict());
        }
        default -> {}
      }
    }
    return VerdictText.brief(result);
  }

  /** The verdict as a sentence, with its limits. */
  private static String title(Result result, Style style) {
    Language language = style.language();
    String between = language == Language.ZH ? "" : " ";
    StringBuilder title =
        new StringBuilder(label(style)).append(language == Language.ZH ? "：" : ": ");
    if (style.counts()) {
      title.append(language.of(VerdictText.sentence(result)));
      Message open = VerdictText.notAssessable(result);
      if (open != null) {
        title.append(between).append(language.of(open));
      }
    } else {
      title.append(message(result, style)).append(language == Language.ZH ? "。" : ".");
    }
    return title.append(between).append(language.of(VerdictText.CAVEAT)).toString();
  }

  /** The width of a text at 11 px, in pixels; a Han character is a square. */
  static int width(String text) {
    int tenths = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      tenths += c >= ' ' && c <= '~' ? VERDANA[c - ' '] : 110;
    }
    return (tenths + 9) / 10;
  }
}
