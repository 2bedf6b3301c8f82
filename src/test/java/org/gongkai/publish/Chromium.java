package org.gongkai.publish;

import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens files in the Chromium that is installed; nothing is downloaded and no page reaches a
 * network.
 *
 * <p>Where there is none, tests are skipped and say so; with {@code CI=true} they fail instead.
 */
public final class Chromium implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable, Map<String, String> environment) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable)
                    .setEnv(environment)
                    .setArgs(
                        List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking")));
  }

  public static Chromium start() {
    return start(System.getenv());
  }

  /** With an environment of its own, such as one with other fonts. */
  static Chromium start(Map<String, String> environment) {
    @Nullable Path executable =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (executable == null) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("no Chromium; install Debian's package chromium");
      }
      return abort("no Chromium is installed: pages are not looked at");
    }
    return new Chromium(executable, environment);
  }

  /** A page of a file, opened from disk. */
  Opened open(Path file, Browser.NewContextOptions options) {
    return open(file.toUri().toString(), "file:", options);
  }

  /**
   * A page.
   *
   * @param own what the addresses of requests begin with that are no complaint
   */
  public Opened open(String address, String own, Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    Page page = context.newPage();
    page.setDefaultTimeout(10_000);
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(own) && !request.url().startsWith("data:")) {
            complaints.add("request: " + request.url());
          }
        });
    page.navigate(address);
    return new Opened(context, page, complaints);
  }

  public static Browser.NewContextOptions options(int width) {
    return new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("zh-CN");
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /**
   * A page that is open.
   *
   * @param complaints what the browser complained of: errors, violations of the policy, dialogs,
   *     requests to a network
   */
  public record Opened(BrowserContext context, Page page, List<String> complaints)
      implements AutoCloseable {
    /** How much wider than the window the page is, in pixels. */
    public int overflow() {
      return (int)
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** What keeps people from using the page, as axe finds it. */
    public List<String> barriers() {
      return new AxeBuilder(page)
          .analyze().getViolations().stream()
              .map(rule -> rule.getId() + " " + rule.getNodes())
              .toList();
    }

    /** Keeps a picture for people to look at. */
    public void keep(String name) {
      try {
        Files.createDirectories(SCREENSHOTS);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(name + ".png"))
              .setFullPage(true));
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
