package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import org.gongkai.event.IgnoredKeys;
import org.gongkai.publish.Overview;
import org.jspecify.annotations.Nullable;

/**
 * Visits the files of a folder that may be reports. Skips files that no person put there ({@link
 * IgnoredKeys}), Gongkai's own outputs and links to the outside.
 */
final class FolderWalker {
  private FolderWalker() {}

  /** Receives files and folders, in any order. */
  interface Visitor {
    void file(Path file, BasicFileAttributes attributes);

    /** A folder whose files follow, the top folder included. */
    default void folder(Path folder) {}

    /** A path that cannot be read; the walk continues. */
    void problem(Path path, IOException fault);
  }

  /**
   * Visits a folder and its subfolders; follows links within the folder.
   *
   * @param out a folder to skip, absolute and normalised; null for none
   */
  static void walk(Path top, @Nullable Path out, Visitor visitor) {
    try {
      Files.walkFileTree(
          top,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new Walk(top, top.toRealPath(), out, visitor));
    } catch (IOException e) {
      visitor.problem(top, e);
    }
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path top;
    private final Path real;
    private final @Nullable Path out;
    private final Visitor visitor;

    Walk(Path top, Path real, @Nullable Path out, Visitor visitor) {
      this.top = top;
      this.real = real;
      this.out = out;
      this.visitor = visitor;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      boolean passedOver =
          !folder.equals(top)
                  && (IgnoredKeys.contains(name(folder)) || leadsOut(folder) || isOutputs(folder))
              || out != null && folder.toAbsolutePath().normalize().equals(out);
      if (passedOver) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      visitor.folder(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (FileNameEncoding.isDamaged(file)) {
        visitor.problem(file, new FileNameEncoding.UnsupportedFileNameException(file));
      } else if (attributes.isRegularFile()
          && !IgnoredKeys.contains(name(file))
          && !isOverview(file)
          && !leadsOut(file)) {
        visitor.file(file, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    /** Whether it is a link to the outside of the folder, whose content may be secret. */
    private boolean leadsOut(Path path) throws IOException {
      return Files.isSymbolicLink(path) && !path.toRealPath().startsWith(real);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
      boolean nothing =
          fault instanceof FileSystemLoopException
              // Removed since the folder was listed.
              || fault instanceof NoSuchFileException && !file.equals(top);
      if (!nothing) {
        visitor.problem(file, fault);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) {
      if (fault != null) {
        visitor.problem(folder, fault);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  /** The relative path, with {@code /} on every platform. */
  static String name(Path folder, Path file) {
    StringBuilder name = new StringBuilder();
    for (Path part : folder.relativize(file)) {
      name.append(name.isEmpty() ? "" : "/").append(part);
    }
    return name.toString();
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /** Whether it is a file of an overview, next to the other ones. */
  private static boolean isOverview(Path file) {
    for (Overview.Part part : Overview.Part.values()) {
      if (file.endsWith(part.fileName())) {
        return Files.isRegularFile(file.resolveSibling(Overview.Part.PAGE.fileName()))
            && Files.isRegularFile(file.resolveSibling(Overview.Part.DICTIONARY.fileName()));
      }
    }
    return false;
  }

  /** Whether a folder contains Gongkai's outputs of a report. */
  private static boolean isOutputs(Path folder) {
    return Files.isRegularFile(folder.resolve("result.json"))
        && (Files.isRegularFile(folder.resolve("badge.svg"))
            || Files.isRegularFile(folder.resolve("index.html")));
  }
}
