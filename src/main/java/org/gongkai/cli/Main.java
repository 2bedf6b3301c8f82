package org.gongkai.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.ResourceBundle;
import org.gongkai.document.reader.LibraryLogging;
import org.gongkai.publish.Validator;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line: {@code gongkai check}, {@code watch}, {@code overview}, {@code explain} and
 * their kin.
 */
@Command(
    name = "gongkai",
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
  /** All pass. */
  static final int PASSED = 0;

  /** Some fail or are unreadable. */
  static final int NOT_ALL_PASSED = 1;

  /** Wrong usage, or a file that could not be read or written. */
  static final int ERROR = 2;

  @Spec private CommandSpec spec;

  // picocli keeps them; --lang is looked for before it, so that its own messages are in it too.
  @SuppressWarnings("unused")
  @Option(
      names = {"-V", "--version"},
      versionHelp = true)
  private boolean version;

  @SuppressWarnings("unused")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  private boolean help;

  @SuppressWarnings("unused")
  @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "zh|en")
  private @Nullable String language;

  private Main() {}

  /** Runs it and ends the process with its exit status. */
  public static void main(String[] args) {
    LibraryLogging.turnOff();
    int status = run(args, Terminal.system(System.getenv()));
    System.exit(status);
  }

  /** Runs it on a terminal; gives the exit status. */
  static int run(String[] args, Terminal terminal) {
    Terminal speaking = terminal.withLanguage(chinese(args, terminal.chinese()));
    int status = commands(speaking).execute(args);
    speaking.out().flush();
    speaking.err().flush();
    return status;
  }

  private static CommandLine commands(Terminal terminal) {
    CommandLine commands = new CommandLine(new Main());
    commands
        .addSubcommand("check", new CheckCommand(terminal))
        .addSubcommand("watch", new WatchCommand(terminal))
        .addSubcommand("serve", new ServeCommand(terminal))
        .addSubcommand("overview", new OverviewCommand(terminal))
        .addSubcommand("letters", new LettersCommand(terminal))
        .addSubcommand("rules", new RulesCommand(terminal))
        .addSubcommand("explain", new ExplainCommand(terminal))
        .addSubcommand("completion", new Completion(terminal));
    commands
        .setResourceBundle(
            ResourceBundle.getBundle(
                "org.gongkai.cli.Help",
                terminal.chinese() ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES)))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setAdjustLineBreaksForWideCJKCharacters(true)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                terminal.usesColours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setOut(writer(terminal.out()))
        .setErr(writer(terminal.err()))
        .setParameterExceptionHandler((fault, args) -> misused(fault, terminal))
        .setExecutionExceptionHandler((fault, line, parsed) -> failed(fault, terminal));
    return commands;
  }

  /** Writes in the stream's own charset, which is not always the platform's. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(
        new Writer() {
          @Override
          public void write(char[] characters, int from, int length) {
            stream.print(new String(characters, from, length));
          }

          @Override
          public void flush() {
            stream.flush();
          }

          @Override
          public void close() {
            stream.flush();
          }
        },
        true);
  }

  private static int misused(ParameterException fault, Terminal terminal) {
    String message = String.valueOf(fault.getMessage());
    if (message.isEmpty()) {
      fault.getCommandLine().usage(terminal.err());
      return ERROR;
    }
    String command = fault.getCommandLine().getCommandSpec().qualifiedName();
    terminal
        .err()
        .println(terminal.localized("用法有误：", "Wrong usage: ") + Terminal.sanitized(message));
    terminal.err().println(terminal.localized("用法说明：", "For help: ") + command + " --help");
    return ERROR;
  }

  private static int failed(Exception fault, Terminal terminal) {
    terminal.err().println(Terminal.sanitized(UserError.of(fault).text(terminal)));
    return ERROR;
  }

  /**
   * The language must be known before the help is made, so it is looked for before anything is
   * parsed.
   */
  private static boolean chinese(String[] args, boolean otherwise) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--lang=")) {
        return args[i].substring("--lang=".length()).startsWith("zh");
      }
      if (args[i].equals("--lang") && i + 1 < args.length) {
        return args[i + 1].startsWith("zh");
      }
    }
    return otherwise;
  }

  /** Without a command: how to use it, and that this was not. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "");
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"gongkai " + Validator.VERSION + " (rules " + Validator.RULES + ")"};
    }
  }

  /** Prints a completion script for bash and zsh. */
  @Command(name = "completion")
  static final class Completion implements Runnable {
    private final Terminal terminal;

    @Spec private CommandSpec spec;

    Completion(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public void run() {
      terminal.out().print(AutoComplete.bash("gongkai", spec.root().commandLine()));
    }
  }
}
