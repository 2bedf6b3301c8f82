package org.gongkai.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.Gongkai;
import org.gongkai.publish.Chromium;
import org.gongkai.publish.Chromium.Opened;
import org.gongkai.publish.Style;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local page in a browser, files dropped onto it. */
class ServeInBrowserTest {
  private static final Path PASSING = Path.of("samples", "yunxi-county-2023.html");
  private static final Path NO_REPORT = Path.of("samples", "holiday-notice.html");

  private static Chromium chromium;
  @TempDir private Path folder;
  private LocalServer server;

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void start() throws IOException {
    server =
        new LocalServer(
            0, (in, name) -> Gongkai.standard().check(in.readAllBytes(), name), Style.STANDARD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Opened open(int width) {
    String address = server.address().toString();
    return chromium.open(address, address, Chromium.options(width));
  }

  private static void drop(Page page, String name, byte[] bytes) {
    JSHandle transfer =
        page.evaluateHandle(
            """
            ([name, base64]) => {
              const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
              const transfer = new DataTransfer();
              transfer.items.add(new File([bytes], name));
              return transfer;
            }""",
            new Object[] {name, Base64.getEncoder().encodeToString(bytes)});
    page.dispatchEvent("#drop", "drop", Map.of("dataTransfer", transfer));
  }

  private static Locator checked(Page page) {
    return page.locator("#rows tr[data-verdict]");
  }

  @Test
  void aDroppedReportShowsItsVerdictAndItsPage() throws IOException {
    for (int width : new int[] {1280, 390}) {
      try (Opened opened = open(width)) {
        Page page = opened.page();
        drop(page, "云溪县.html", Files.readAllBytes(PASSING));
        checked(page).waitFor();
        assertThat(page.locator("#rows img").getAttribute("alt")).contains("一致");
        assertThat(page.locator("#rows tr").innerText()).contains("2023");
        assertThat(page.frameLocator("#page").locator("h1").first().innerText()).isNotBlank();
        assertThat(opened.overflow()).isZero();
        assertThat(opened.complaints()).isEmpty();
        opened.keep("serve-" + width);
      }
    }
  }

  @Test
  void nothingKeepsPeopleFromUsingIt() throws IOException {
    String address = server.address().toString();
    // The policy would keep out the script that looks for barriers.
    try (Opened opened =
        chromium.open(address, address, Chromium.options(1280).setBypassCSP(true))) {
      drop(opened.page(), "云溪县.html", Files.readAllBytes(PASSING));
      checked(opened.page()).waitFor();
      assertThat(opened.barriers()).isEmpty();
    }
  }

  @Test
  void twoHundredFilesAtOnceAreAllChecked() throws IOException {
    byte[] report = Files.readAllBytes(PASSING);
    try (Opened opened = open(1280)) {
      Page page = opened.page();
      page.locator("#files")
          .setInputFiles(
              IntStream.range(0, 200)
                  .mapToObj(i -> new FilePayload(i + ".html", "text/html", report))
                  .toArray(FilePayload[]::new));
      checked(page).nth(199).waitFor(new Locator.WaitForOptions().setTimeout(60_000));
      assertThat(page.locator("#status").innerText()).contains("已核对 200 份");
      assertThat(page.locator("#rows tr[data-verdict=pass]").count()).isEqualTo(200);
      assertThat(opened.complaints()).isEmpty();
    }
  }

  @Test
  void aPictureAHugeFileAndAnotherDocumentGetResultsThatSayWhatTheyAre() throws IOException {
    Path picture = Path.of("docs", "images", "badges.png");
    Path huge = Files.write(folder.resolve("大文件.html"), new byte[30 << 20]);
    try (Opened opened = open(1280)) {
      Page page = opened.page();
      page.locator("#files").setInputFiles(new Path[] {picture, huge, NO_REPORT});
      checked(page).nth(2).waitFor(new Locator.WaitForOptions().setTimeout(60_000));
      assertThat(page.locator("#rows tr[data-verdict=unreadable]").count()).isEqualTo(3);
    }
  }

  @Test
  void hostileNamesAndTitlesAreShownAsText() {
    String title = "<img src=x onerror=alert(1)>2023年政府信息公开工作年度报告";
    byte[] bytes =
        ("<title>" + title + "</title><script>alert(2)</script>").getBytes(StandardCharsets.UTF_8);
    try (Opened opened = open(1280)) {
      Page page = opened.page();
      drop(page, "<img src=x onerror=alert(3)>.html", bytes);
      checked(page).waitFor();
      assertThat(page.locator("#rows td:nth-child(2)").innerText())
          .isEqualTo("<img src=x onerror=alert(3)>.html");
      assertThat(opened.complaints()).isEmpty();
    }
  }

  @Test
  void speaksEnglishAtAClickAndEndsTheProgramAtAnother() throws InterruptedException {
    try (Opened opened = open(1280)) {
      Page page = opened.page();
      page.locator("label[for=l-en]").click();
      assertThat(page.locator("h1").innerText()).isEqualTo("Annual report checker");
      page.locator("#stop").click();
      server.await();
      page.locator("text=has ended").waitFor();
    }
  }
}
