package org.gongkai.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStoreTest {
  private static final ObjectLocation PLACE =
      new ObjectLocation("out", "2023/某市 a+b%.html/badge.svg");

  @TempDir Path root;
  private FolderStore store;

  @BeforeEach
  void open() {
    store = new FolderStore(Map.of("out", root));
  }

  private static NewObject draft(String text) {
    return new NewObject(
        text.getBytes(StandardCharsets.UTF_8), "text/plain", "no-cache", Map.of("sequencer", text));
  }

  @Test
  void keepsContentAndMetadata() {
    String etag = store.write(PLACE, draft("one"), null);
    ObjectMetadata meta = store.head(PLACE).orElseThrow();
    assertThat(meta).isEqualTo(new ObjectMetadata(etag, null, 3, Map.of("sequencer", "one")));
    StoredObject content = store.read(PLACE, 10).orElseThrow();
    assertThat(content.metadata()).isEqualTo(meta);
    assertThat(content.bytes().orElseThrow()).asString(StandardCharsets.UTF_8).isEqualTo("one");
    assertThat(root.resolve(PLACE.key())).hasContent("one");
  }

  @Test
  void givesNoBytesOfWhatIsTooLarge() {
    store.write(PLACE, draft("eleven bytes"), null);
    assertThat(store.read(PLACE, 5).orElseThrow().bytes()).isEmpty();
    assertThat(store.read(PLACE, 5).orElseThrow().metadata().size()).isEqualTo(12);
  }

  @Test
  void writesOnlyWhatIsExpected() {
    String one = store.write(PLACE, draft("one"), null);
    assertThatThrownBy(() -> store.write(PLACE, draft("two"), null))
        .satisfies(FolderStoreTest::isPrecondition);
    assertThatThrownBy(() -> store.write(PLACE, draft("two"), "other"))
        .satisfies(FolderStoreTest::isPrecondition);
    store.write(PLACE, draft("two"), one);
    store.delete(PLACE);
    assertThatThrownBy(() -> store.write(PLACE, draft("three"), one))
        .satisfies(FolderStoreTest::isPrecondition);
  }

  private static void isPrecondition(Throwable thrown) {
    assertThat(((StoreException) thrown).kind()).isEqualTo(StoreException.Kind.PRECONDITION);
  }

  @Test
  void leavesNothingBehind() throws IOException {
    store.write(PLACE, draft("one"), null);
    store.delete(PLACE);
    store.delete(PLACE);
    assertThat(store.head(PLACE)).isEmpty();
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.map(file -> root.relativize(file).toString()))
          .containsExactlyInAnyOrder("", ".gongkai", ".gongkai/lock");
    }
  }

  @Test
  void knowsNothingOfAFileThatSomebodyElseChanged() throws IOException {
    store.write(PLACE, draft("one"), null);
    Files.writeString(root.resolve(PLACE.key()), "mine");
    ObjectMetadata meta = store.head(PLACE).orElseThrow();
    assertThat(meta.metadata()).isEmpty();
    store.write(PLACE, draft("two"), meta.etag());
    assertThat(store.head(PLACE).orElseThrow().metadata()).containsEntry("sequencer", "two");
  }

  @Test
  void outlivesADamagedSideFile() throws IOException {
    store.write(PLACE, draft("one"), null);
    Files.writeString(
        root.resolve(FolderStore.METADATA_FOLDER).resolve(PLACE.key() + ".meta"), "{not json");
    assertThat(store.head(PLACE).orElseThrow().metadata()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/../../x",
        "/etc/x",
        "",
        "a//b",
        ".",
        "a/.",
        ".gongkai/lock",
        "a/",
        "x\0y"
      })
  void neverLeavesItsFolder(String key) {
    assertThatThrownBy(() -> store.head(new ObjectLocation("out", key)))
        .satisfies(
            thrown ->
                assertThat(((StoreException) thrown).kind())
                    .isEqualTo(StoreException.Kind.INVALID));
    assertThatThrownBy(() -> store.write(new ObjectLocation("out", key), draft("x"), null))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void takesAFolderForNoObject() throws IOException {
    Files.createDirectories(root.resolve("2023"));
    assertThat(store.head(new ObjectLocation("out", "2023"))).isEmpty();
    assertThat(store.read(new ObjectLocation("out", "2023"), 10)).isEmpty();
    store.delete(new ObjectLocation("out", "2023"));
    assertThat(root.resolve("2023")).exists();
    Files.writeString(root.resolve("file"), "x");
    assertThat(store.head(new ObjectLocation("out", "file/below"))).isEmpty();
    assertThatThrownBy(() -> store.write(new ObjectLocation("out", "file/below"), draft("x"), null))
        .satisfies(
            thrown ->
                assertThat(((StoreException) thrown).kind())
                    .isEqualTo(StoreException.Kind.INVALID));
  }

  @Test
  void namesABucketThatIsNotThere() {
    assertThatThrownBy(() -> store.head(new ObjectLocation("other", "x")))
        .hasMessageContaining("other")
        .satisfies(
            thrown ->
                assertThat(((StoreException) thrown).kind())
                    .isEqualTo(StoreException.Kind.NO_BUCKET));
  }

  @Test
  void letsOneOfManyWritersThrough() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String text = "writer " + i;
        // Each with a store of its own, as two processes would have.
        tries.add(
            () -> {
              try {
                new FolderStore(Map.of("out", root)).write(PLACE, draft(text), null);
                return true;
              } catch (StoreException e) {
                isPrecondition(e);
                return false;
              }
            });
      }
      int through = 0;
      for (Future<Boolean> each : writers.invokeAll(tries)) {
        through += each.get() ? 1 : 0;
      }
      assertThat(through).isEqualTo(1);
    } finally {
      writers.shutdownNow();
    }
  }
}
