package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChangeDetectorTest {
  @TempDir private Path folder;
  private final List<Path> folders = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private FolderChangeDetector inbox =
      new FolderChangeDetector(Path.of(""), Path.of("nowhere"), folders::add, (path, fault) -> {});

  @BeforeEach
  void open() throws IOException {
    inbox =
        new FolderChangeDetector(
            folder,
            folder.resolve("out"),
            folders::add,
            (path, fault) -> problems.add(path.toString()));
    write("a.html", "one");
    write("2023/乙.html", "two");
  }

  @Test
  void atFirstTakesEverything() {
    assertThat(keys(inbox.initialFiles())).containsExactly("2023/乙.html", "a.html");
    assertThat(inbox.changes()).isEmpty();
    assertThat(folders).contains(folder, folder.resolve("2023"));
  }

  @Test
  void tellsOfANewFileOnceTwoLooksFindItTheSame() throws IOException {
    inbox.initialFiles();
    write("new.html", "half");
    assertThat(inbox.changes()).isEmpty();
    assertThat(inbox.hasUnsettledChanges()).isTrue();
    write("new.html", "half, and whole");
    assertThat(inbox.changes()).isEmpty();
    assertThat(keys(inbox.changes())).containsExactly("new.html");
    assertThat(inbox.hasUnsettledChanges()).isFalse();
    assertThat(inbox.changes()).isEmpty();
  }

  @Test
  void tellsOfAFileThatWasOverwritten() throws IOException {
    inbox.initialFiles();
    write("a.html", "another");
    inbox.changes();
    assertThat(keys(inbox.changes())).containsExactly("a.html");
  }

  @Test
  void tellsOfAFileOverwrittenWithAsManyBytesAtAnotherTime() throws IOException {
    inbox.initialFiles();
    write("a.html", "eno");
    Files.setLastModifiedTime(folder.resolve("a.html"), FileTime.fromMillis(1_000_000));
    inbox.changes();
    assertThat(keys(inbox.changes())).containsExactly("a.html");
  }

  @Test
  void tellsOfARemovedFileAtOnce() throws IOException {
    inbox.initialFiles();
    Files.delete(folder.resolve("a.html"));
    List<FolderChangeDetector.Change> changes = inbox.changes();
    assertThat(keys(changes)).containsExactly("a.html");
    assertThat(changes.get(0).removed()).isTrue();
    assertThat(inbox.changes()).isEmpty();
  }

  @Test
  void aFileThatComesAndGoesBetweenTwoLooksIsNothing() throws IOException {
    inbox.initialFiles();
    write("brief.html", "x");
    inbox.changes();
    Files.delete(folder.resolve("brief.html"));
    assertThat(inbox.changes()).isEmpty();
  }

  @Test
  void aFolderThatIsGoneAsAWholeHasNotLostItsFiles() throws IOException {
    inbox.initialFiles();
    Path away = folder.resolveSibling(folder.getFileName() + "-away");
    Files.move(folder, away);
    assertThat(inbox.changes()).isEmpty();
    assertThat(problems).contains(folder.toString());
    Files.move(away, folder);
    assertThat(inbox.changes()).isEmpty();
  }

  @Test
  void hiddenFilesAndOutputsAreNotLookedAt() throws IOException {
    write(".new.html.part", "x");
    write("out/a.html/index.html", "x");
    assertThat(keys(inbox.initialFiles())).containsExactly("2023/乙.html", "a.html");
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static List<String> keys(List<FolderChangeDetector.Change> changes) {
    return changes.stream().map(FolderChangeDetector.Change::key).toList();
  }
}
