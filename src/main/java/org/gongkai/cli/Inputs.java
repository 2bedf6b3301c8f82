package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files to check: what is given, and what lies in the folders given, in an order that depends on their names
 * only. Hidden files, Gongkai's own outputs and the folder that outputs are to go to are passed over.
 */
final class Inputs {
  static final String STANDARD_INPUT = "-";

  private final @Nullable Path out;
  private final BiConsumer<Path, IOException> problems;
  private final List<Input> found = new ArrayList<>();

  private Inputs(@Nullable Path out, BiConsumer<Path, IOException> problems) {
    this.out = out;
    this.problems = problems;
  }

  /**
   * All files to check, in the order of the paths given.
   *
   * @param given files, folders or {@code -}
   * @param out the folder that outputs go to; null for none
   * @param problems told of what cannot be looked at; the rest goes on
   */
  static List<Input> find(List<String> given, @Nullable Path out, BiConsumer<Path, IOException> problems) {
    Inputs inputs = new Inputs(out == null ? null : out.toAbsolutePath().normalize(), problems);
    for (String path : given) {
      if (path.equals(STANDARD_INPUT)) {
        inputs.found.add(new Input(path, null));
      } else if (Files.isDirectory(Path.of(path))) {
        inputs.walk(Path.of(path));
      } else {
        inputs.found.add(new Input(path, Path.of(path)));
      }
    }
    return inputs.found;
  }

  private void walk(Path folder) {
    List<Path> files = new ArrayList<>();
    FileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean passedOver =
                !directory.equals(folder) && (hidden(directory) || isOutputs(directory))
                    || directory.toAbsolutePath().normalize().equals(out);
            return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !hidden(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException fault) {
            if (!(fault instanceof FileSystemLoopException)) {
              problems.accept(file, fault);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault) {
            if (fault != null) {
              problems.accept(directory, fault);
            }
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    } catch (IOException e) {
      problems.accept(folder, e);
    }
    files.stream().map(file -> new Input(name(folder, file), file))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(found::add);
  }

  /** The path below the folder, with {@code /} on every platform. */
  static String name(Path folder, Path file) {
    Path relative = folder.relativize(file);
    StringBuilder name = new StringBuilder();
    for (Path part : relative) {
      name.append(name.isEmpty() ? "" : "/").append(part);
    }
    return name.toString();
  }

  /** By the Unix convention everywhere: a checkout or an archive is the same on each platform. */
  static boolean hidden(Path file) {
    Path name = file.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  /** A folder that holds what Gongkai made of a file. */
  static boolean isOutputs(Path directory) {
    return Files.isRegularFile(directory.resolve("result.json"))
        && (Files.isRegularFile(directory.resolve("badge.svg")) || Files.isRegularFile(directory.resolve("index.html")));
  }
}
