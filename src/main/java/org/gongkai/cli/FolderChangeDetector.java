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
 * Detects changes in a folder by repeated scans. A new or changed file is reported only when two
 * scans find it in the same state, as it may still be written.
 */
final class FolderChangeDetector {
  private final Path folder;
  private final Path out;
  private final Consumer<Path> folderListener;
  private final BiConsumer<Path, IOException> problemListener;
  private Map<String, Stamp> reported = new HashMap<>();
  private Map<String, Stamp> unsettled = new HashMap<>();

  /**
   * @param folder the folder to scan, with all subfolders
   * @param out a folder that is skipped
   * @param folderListener receives each folder at each scan, before its content
   * @param problemListener receives what cannot be read
   */
  FolderChangeDetector(
      Path folder,
      Path out,
      Consumer<Path> folderListener,
      BiConsumer<Path, IOException> problemListener) {
    this.folder = folder;
    this.out = out.toAbsolutePath().normalize();
    this.folderListener = folderListener;
    this.problemListener = problemListener;
  }

  /** Identifies the state of a file without reading it. */
  private record Stamp(long size, FileTime modified, @Nullable Object file) {}

  /**
   * A change.
   *
   * @param key the file's path below the folder
   * @param size its size in bytes; -1 for a removed file
   */
  record Change(String key, long size) {
    boolean removed() {
      return size < 0;
    }
  }

  /** The first scan: all files, settled or not. */
  List<Change> initialFiles() {
    List<Change> changes = new ArrayList<>();
    scan(new HashMap<>())
        .forEach(
            (key, stamp) -> {
              reported.put(key, stamp);
              changes.add(new Change(key, stamp.size()));
            });
    return changes;
  }

  /**
   * Scans again and returns the changes that have settled. Wait long enough between scans for a
   * file that is being written to grow.
   */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    Map<String, IOException> unreadable = new HashMap<>();
    Map<String, Stamp> now = scan(unreadable);
    Map<String, Stamp> settling = new HashMap<>();
    now.forEach(
        (key, stamp) -> {
          if (stamp.equals(reported.get(key))) {
            return;
          }
          if (stamp.equals(unsettled.get(key))) {
            reported.put(key, stamp);
            changes.add(new Change(key, stamp.size()));
          } else {
            settling.put(key, stamp);
          }
        });
    unsettled = settling;
    // Files of a folder that cannot be read now are not removed.
    if (unreadable.isEmpty()) {
      Map<String, Stamp> remaining = new HashMap<>();
      reported.forEach(
          (key, stamp) -> {
            if (now.containsKey(key)) {
              remaining.put(key, stamp);
            } else {
              changes.add(new Change(key, -1));
            }
          });
      reported = remaining;
    }
    return changes;
  }

  /** Whether changes have not settled yet, so that the next scan should be soon. */
  boolean hasUnsettledChanges() {
    return !unsettled.isEmpty();
  }

  private Map<String, Stamp> scan(Map<String, IOException> unreadable) {
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
            folderListener.accept(met);
          }

          @Override
          public void problem(Path path, IOException fault) {
            unreadable.put(path.toString(), fault);
            problemListener.accept(path, fault);
          }
        });
    return found;
  }
}
