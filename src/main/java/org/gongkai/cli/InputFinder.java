package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files to check: the given files and those in the given folders, in the order of their
 * names.
 */
final class InputFinder {
  static final String STANDARD_INPUT = "-";

  private InputFinder() {}

  /**
   * All files to check, in the order of the paths given.
   *
   * @param given files, folders or {@code -}
   * @param out the folder for outputs, which is skipped; null for none
   * @param problems receives what cannot be read; the search continues
   */
  static List<InputFile> find(
      List<String> given, @Nullable Path out, BiConsumer<String, Exception> problems) {
    Path passedOver = out == null ? null : out.toAbsolutePath().normalize();
    List<InputFile> found = new ArrayList<>();
    for (String path : given) {
      try {
        if (path.equals(STANDARD_INPUT)) {
          found.add(new InputFile(path, null));
        } else if (Files.isDirectory(Path.of(path))) {
          found.addAll(below(Path.of(path), passedOver, problems));
        } else {
          found.add(new InputFile(path, Path.of(path)));
        }
      } catch (InvalidPathException e) {
        problems.accept(path, e);
      }
    }
    return found;
  }

  private static List<InputFile> below(
      Path folder, @Nullable Path out, BiConsumer<String, Exception> problems) {
    List<InputFile> found = new ArrayList<>();
    FolderWalker.walk(
        folder,
        out,
        new FolderWalker.Visitor() {
          @Override
          public void file(Path file, BasicFileAttributes attributes) {
            found.add(new InputFile(FolderWalker.name(folder, file), file));
          }

          @Override
          public void problem(Path path, IOException fault) {
            problems.accept(path.toString(), fault);
          }
        });
    found.sort(Comparator.comparing(InputFile::name));
    return found;
  }
}
