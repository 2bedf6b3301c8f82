package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.gongkai.publish.FeedbackLetter;
import org.gongkai.publish.OverviewEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes a letter to each body whose reports have mismatches or reminders, of results that exist.
 */
@Command(name = "letters")
final class LettersCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "RESULTS", descriptionKey = "RESULTS")
  private Path results = Path.of("");

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Option(names = "--by", paramLabel = "NAME")
  private @Nullable String by;

  @Option(names = "--date", paramLabel = "YYYY-MM-DD")
  private @Nullable LocalDate date;

  LettersCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(results)) {
      throw new NotDirectoryException(results.toString());
    }
    Path folder = out == null ? results.resolve("letters") : out;
    int errors = 0;
    Map<String, List<String>> keysByBody = new TreeMap<>();
    for (String key : OverviewFolder.keys(results)) {
      try {
        OverviewEntry entry = OverviewFolder.entry(results, key);
        String issuer = entry.summary().issuer();
        keysByBody
            .computeIfAbsent(
                issuer == null ? entry.summary().name() : issuer, k -> new ArrayList<>())
            .add(key);
      } catch (IOException e) {
        errors++;
        terminal.err().println(Terminal.sanitized(key + ": " + UserError.of(e).text(terminal)));
      }
    }
    Files.createDirectories(folder);
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, List<String>> body : keysByBody.entrySet()) {
      List<OverviewEntry> entries = new ArrayList<>();
      for (String key : body.getValue()) {
        entries.add(OverviewFolder.entry(results, key));
      }
      FeedbackLetter letter = FeedbackLetter.of(body.getKey(), entries, by, date);
      if (letter != null) {
        OutputFolder.replace(folder.resolve(fileName(body.getKey(), names)), letter.html());
      }
    }
    terminal
        .err()
        .println(
            terminal.localized("反馈单共 " + names.size() + " 份：", "Letters (" + names.size() + "): ")
                + folder);
    return errors > 0 ? Main.ERROR : Main.PASSED;
  }

  /** A name that every file system takes and no other letter has. */
  private static String fileName(String body, Set<String> names) {
    String plain = Terminal.sanitized(body).replaceAll("[\\\\/:*?\"<>|\\s]+", "_");
    plain =
        plain
            .codePoints()
            .limit(60)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String name = plain + ".html";
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = plain + "-" + i + ".html";
    }
    return name;
  }
}
