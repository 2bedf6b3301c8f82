package org.gongkai.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gongkai.cli.serve.LocalServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a page on this machine, for people who drop reports onto it. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--port", paramLabel = "N", defaultValue = "0")
  private int port;

  @Option(names = "--no-browser")
  private boolean noBrowser;

  @Mixin private CheckOptions settings = new CheckOptions();

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new UserException("--port 须为 0 至 65535", "--port must be from 0 to 65535");
    }
    InputChecker checker = new InputChecker(settings.gongkai(), settings.limit(), terminal.in());
    try (LocalServer server =
        new LocalServer(
            port,
            (in, name) ->
                checker.check(in, InputFile.keyOf(name.replaceAll("\\p{Cntrl}", "")), null),
            settings.style())) {
      URI address = server.address();
      terminal.out().println(address);
      terminal
          .err()
          .println(
              terminal.localized(
                  "请在浏览器中打开以上网址；按 Ctrl-C 结束。", "Open this address in a browser; Ctrl-C ends."));
      if (!noBrowser) {
        openBrowser(address);
      }
      server.await();
    } catch (BindException e) {
      throw new UserException("端口 " + port + " 已被占用", "port " + port + " is taken");
    }
    return Main.PASSED;
  }

  /**
   * By the platform's own command: AWT, which Java would need for it, is not in a native program.
   */
  private void openBrowser(URI address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
            : List.of(system.contains("mac") ? "open" : "xdg-open", address.toString());
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      terminal.err().println(terminal.localized("浏览器未能自动打开。", "The browser could not be opened."));
    }
  }
}
