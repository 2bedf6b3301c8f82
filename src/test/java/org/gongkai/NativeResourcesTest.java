package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the native programs hold of the resources. */
class NativeResourcesTest {
  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final Path METADATA =
      RESOURCES.resolve("META-INF/native-image/org.gongkai/gongkai/reachability-metadata.json");

  @Test
  void everyResourceOfOursIsInThem() throws IOException {
    List<PathMatcher> globs = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(METADATA.toFile()).path("resources")) {
      globs.add(FileSystems.getDefault().getPathMatcher("glob:" + each.path("glob").asText()));
    }
    List<Path> resources;
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("org"))) {
      resources = files.filter(Files::isRegularFile).map(RESOURCES::relativize).toList();
    }

    assertThat(resources).isNotEmpty();
    assertThat(resources)
        .allMatch(resource -> globs.stream().anyMatch(glob -> glob.matches(resource)));
  }
}
