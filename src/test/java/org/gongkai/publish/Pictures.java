package org.gongkai.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.publish.Chromium.Opened;
import org.gongkai.publish.Style.Language;
import org.gongkai.publish.Style.Shape;
import org.gongkai.rule.Result;

/**
 * Takes the pictures of README.md: {@code mvn test-compile exec:java
 * -Dexec.mainClass=org.gongkai.publish.Pictures -Dexec.classpathScope=test
 * -Dexec.args=docs/images}.
 */
public final class Pictures {
  private Pictures() {}

  /** Writes {@code page.png}, {@code overview.png} and {@code badges.png} into a folder. */
  public static void main(String[] arguments) throws IOException {
    Path images = Files.createDirectories(Path.of(arguments[0]));
    Path folder = Files.createTempDirectory("pictures");
    Path page =
        Files.write(
            folder.resolve("page.html"), Output.PAGE.render(Showcase.failing(), Style.STANDARD));
    Path overview = folder.resolve("overview.html");
    OverviewInBrowserTest.write(overview, 50_000);
    Path badges = Files.write(folder.resolve("badges.html"), badges().getBytes(UTF_8));
    try (Chromium chromium = Chromium.start()) {
      take(chromium, page, images.resolve("page.png"), 1280, 1500, 1);
      take(chromium, overview, images.resolve("overview.png"), 1280, 1000, 1);
      take(chromium, badges, images.resolve("badges.png"), 640, 152, 2);
    }
  }

  private static void take(
      Chromium chromium, Path file, Path picture, int width, int height, int scale) {
    try (Opened opened =
        chromium.open(
            file,
            Chromium.options(width)
                .setViewportSize(width, height)
                .setDeviceScaleFactor(scale)
                .setColorScheme(ColorScheme.LIGHT))) {
      opened.page().screenshot(new ScreenshotOptions().setPath(picture));
    }
  }

  private static String badges() {
    StringBuilder html =
        new StringBuilder(
            "<!doctype html><meta charset=utf-8><style>body{margin:16px;background:#fff;display:grid;"
                + "grid-template-columns:repeat(3,max-content);gap:14px 24px}svg{display:block}</style>");
    List<Result> results =
        List.of(Showcase.passing(), Showcase.failing(), ResultFixture.unreadable());
    for (Language language : Language.values()) {
      for (Shape shape : Shape.values()) {
        for (Result result : results) {
          html.append(
              new String(
                  Output.BADGE_SVG.render(result, Style.STANDARD.withBadge(shape, language)),
                  UTF_8));
        }
      }
    }
    return html.toString();
  }
}
