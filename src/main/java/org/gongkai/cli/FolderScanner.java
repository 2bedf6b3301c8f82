package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What changes in a folder, seen by looking at it again and again. A file that is new or different
 * is only told of when two looks find it the same, so that one that is still being written is let
 * be.
 */
final class FolderScanner {
  private final Path folder;
  private final Path out;
  private final Consumer<Path> folders;
  private final BiConsumer<Path, IOException> problems;
  private Map<String, Stamp> told = new HashMap<>();
  private Map<String, Stamp> unsettled = new HashMap<>();

  /**
   * @param folder the folder to look at, with all below it
   * @param out a folder that is not looked into
   * @param folders told of each folder met at each look, before what lies in it is looked at
   * @param problems told of what cannot be looked at
   */
  FolderScanner(
      Path folder, Path out, Consumer<Path> folders, BiConsumer<Path, IOException> problems) {
    this.folder = folder;
    this.out = out.toAbsolutePath().normalize();
    this.folders = folders;
    this.problems = problems;
  }

  /** What tells one state of a file from another without reading it. */
  private record Stamp(long size, FileTime modified, @Nullable Object file) {}

  /**
   * A change.
   *
   * @param key the file's path below the folder
   * @param size its size in bytes; -1 for one that is gone
   */
  record Change(String key, long size) {
    boolean removed() {
      return size < 0;
    }
  }

  /** All that is there, settled or not: for the first look. */
  List<Change> everything() {
    List<Change> changes = new ArrayList<>();
    look(new HashMap<>())
        .forEach(
            (key, stamp) -> {
              told.put(key, stamp);
              changes.add(new Change(key, stamp.size()));
            });
    return changes;
  }

  /**
   * What has changed and settled since. Call it no sooner than a file that is being written has
   * surely grown.
   */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    Map<String, IOException> unseen = new HashMap<>();
    Map<String, Stamp> now = look(unseen);
    Map<String, Stamp> settling = new HashMap<>();
    now.forEach(
        (key, stamp) -> {
          if (stamp.equals(told.get(key))) {
            return;
          }
          if (stamp.equals(unsettled.get(key))) {
            told.put(key, stamp);
            changes.add(new Change(key, stamp.size()));
          } else {
            settling.put(key, stamp);
          }
        });
    unsettled = settling;
    // A folder that cannot be read for a while has not lost its files.
    if (unseen.isEmpty()) {
      Map<String, Stamp> still = new HashMap<>();
      told.forEach(
          (key, stamp) -> {
            if (now.containsKey(key)) {
              still.put(key, stamp);
            } else {
              changes.add(new Change(key, -1));
            }
          });
      told = still;
    }
    return changes;
  }

  /** Whether there is something to look at again soon. */
  boolean settling() {
    return !unsettled.isEmpty();
  }

  private Map<String, Stamp> look(Map<String, IOException> unseen) {
    Map<String, Stamp> found = new TreeMap<>();
    FolderWalker.walk(
        folder,
        out,
        new FolderWalker.Visitor() {
          @Override
          public void file(Path file, BasicFileAttributes attributes) {
            found.put(
                FolderWalker.name(folder, file),
                new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
          }

          @Override
          public void folder(Path met) {
            folders.accept(met);
          }

          @Override
          public void problem(Path path, IOException fault) {
            unseen.put(path.toString(), fault);
            problems.accept(path, fault);
          }
        });
    return found;
  }
}
