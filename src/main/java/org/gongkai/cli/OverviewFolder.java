package org.gongkai.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.gongkai.publish.Output;
import org.gongkai.publish.Overview;
import org.gongkai.publish.OverviewEntry;
import org.gongkai.rule.bodies.BodyChecker;
import org.jspecify.annotations.Nullable;

/** Makes the overview of the results in a folder. */
final class OverviewFolder {
  private OverviewFolder() {}

  /** The path of the overview page of a folder. */
  static Path page(Path folder) {
    return folder.resolve(Overview.Part.PAGE.fileName());
  }

  /** The folders of all results below a folder, relative to it, in their names' order. */
  static List<String> keys(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.endsWith(Output.RESULT_JSON.fileName()) && Files.isRegularFile(file))
          .map(file -> FolderWalker.name(folder, file.resolveSibling("")))
          .filter(key -> !key.isEmpty())
          .sorted()
          .toList();
    }
  }

  /** The entry of a result below a folder. */
  static OverviewEntry entry(Path folder, String key) throws IOException {
    byte[] json = Files.readAllBytes(folder.resolve(key).resolve(Output.RESULT_JSON.fileName()));
    return OverviewEntry.read(json, key);
  }

  /**
   * Writes the overview's files into the folder; they replace older ones when all are complete.
   *
   * @param keys the results, as paths below the folder, in the order of the overview
   * @param bodies receives each report; null if there is no list of bodies
   * @param problems receives the results that cannot be read; the overview leaves them out
   * @return the number of reports in it
   */
  static int write(
      Path folder,
      Iterator<String> keys,
      int jobs,
      @Nullable BodyChecker bodies,
      BiConsumer<String, Exception> problems)
      throws IOException {
    Files.createDirectories(folder);
    int[] count = new int[1];
    Set<Overview.Part> written = EnumSet.noneOf(Overview.Part.class);
    try (Overview overview =
        Overview.to(
            part -> {
              written.add(part);
              return new BufferedOutputStream(
                  Files.newOutputStream(temporaryFile(folder, part)), 1 << 16);
            },
            bodies)) {
      OrderedExecutor.run(
          keys,
          jobs,
          (String key) -> read(folder, key),
          (key, read) -> {
            if (read.entry() == null) {
              problems.accept(key, read.fault() == null ? new IOException(key) : read.fault());
              return;
            }
            try {
              overview.add(read.entry());
              count[0]++;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    for (Overview.Part part : Overview.Part.values()) {
      if (!written.contains(part)) {
        Files.deleteIfExists(folder.resolve(part.fileName()));
        continue;
      }
      Files.move(
          temporaryFile(folder, part),
          folder.resolve(part.fileName()),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
    return count[0];
  }

  private static Path temporaryFile(Path folder, Overview.Part part) {
    return folder.resolve("." + part.fileName() + ".part");
  }

  private record Read(@Nullable OverviewEntry entry, @Nullable Exception fault) {}

  private static Read read(Path folder, String key) {
    try {
      return new Read(entry(folder, key), null);
    } catch (IOException e) {
      return new Read(null, e);
    }
  }
}
