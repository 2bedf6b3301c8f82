package org.gongkai.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.publish.Chromium.Opened;
import org.gongkai.publish.Style.Language;
import org.gongkai.publish.Style.Shape;
import org.gongkai.rule.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Badges as people see them, with and without a Chinese font. */
class BadgeInBrowserTest {
  private static final Path LATIN_FONTS = Path.of("/usr/share/fonts/truetype/dejavu");

  @TempDir static Path folder;

  @Test
  void nothingIsCutAtEitherScale() throws IOException {
    try (Chromium chromium = Chromium.start()) {
      everyTextFits(chromium, 1);
      everyTextFits(chromium, 2);
    }
  }

  @Test
  void nothingIsCutWithoutAnyChineseFont() throws IOException {
    assumeTrue(
        Files.isDirectory(LATIN_FONTS),
        "no DejaVu fonts: badges are not looked at without a Chinese font");
    Path fonts =
        Files.writeString(
            folder.resolve("fonts.conf"),
            "<?xml version=\"1.0\"?><fontconfig><dir>"
                + LATIN_FONTS
                + "</dir><cachedir>"
                + folder
                + "</cachedir>"
                + "</fontconfig>");
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("FONTCONFIG_FILE", fonts.toString());
    try (Chromium chromium = Chromium.start(environment)) {
      everyTextFits(chromium, 1);
    }
  }

  @Test
  void theImageForAMissingBadgeShowsAndTheNewBadgeAfterTheCheck() throws IOException {
    Path badge = folder.resolve("portal.svg");
    Path page =
        Files.writeString(
            folder.resolve("portal.html"),
            "<!doctype html><meta charset=utf-8><title>portal</title><img src=portal.svg>");
    try (Chromium chromium = Chromium.start()) {
      Files.write(badge, Badge.pending(Style.STANDARD));
      try (Opened opened = chromium.open(page, Chromium.options(400))) {
        opened.keep("badge-pending");
        assertThat(opened.page().evaluate("document.images[0].naturalHeight")).isEqualTo(20);
      }
      assertThat(Files.readString(badge)).contains(">尚未核对</text>");
      Files.write(badge, Output.BADGE_SVG.render(Showcase.passing(), Style.STANDARD));
      try (Opened opened = chromium.open(page, Chromium.options(400))) {
        assertThat(opened.page().evaluate("document.images[0].naturalHeight")).isEqualTo(20);
        assertThat(opened.complaints()).isEmpty();
      }
    }
  }

  private static void everyTextFits(Chromium chromium, int scale) throws IOException {
    List<Result> results =
        List.of(Showcase.passing(), Showcase.failing(), ResultFixture.unreadable());
    StringBuilder html =
        new StringBuilder("<!doctype html><meta charset=utf-8><title>badges</title>");
    for (Result result : results) {
      for (Shape shape : Shape.values()) {
        for (Language language : Language.values()) {
          Path file = folder.resolve(result.verdict() + "-" + shape + "-" + language + ".svg");
          Files.write(
              file, Output.BADGE_SVG.render(result, Style.STANDARD.withBadge(shape, language)));
          html.append("<p><img src=\"")
              .append(file.getFileName())
              .append("\">")
              .append(Files.readString(file));
        }
      }
    }
    Path page = Files.writeString(folder.resolve("badges.html"), html);
    try (Opened opened = chromium.open(page, Chromium.options(400).setDeviceScaleFactor(scale))) {
      opened.keep("badges-" + scale + "x");
      assertThat(opened.page().locator("svg").count()).isEqualTo(12);
      Object outside =
          opened
              .page()
              .evaluate(
                  "[...document.querySelectorAll('svg')].filter(svg => [...svg.querySelectorAll('text')].some(text => {"
                      + " const box = text.getBBox(), pixels = text.textLength.baseVal.value;"
                      + " return Math.abs(box.width - pixels) > 1 || box.x + box.width > svg.width.baseVal.value - 3"
                      + " || box.y < 0 || box.y + box.height > 20; })).map(svg => svg.outerHTML)");
      assertThat((List<?>) outside).isEmpty();
      Object broken =
          opened
              .page()
              .evaluate("[...document.images].filter(i => i.naturalHeight !== 20).map(i => i.src)");
      assertThat((List<?>) broken).isEmpty();
      assertThat(opened.complaints()).isEmpty();
    }
  }
}
