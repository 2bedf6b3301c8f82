package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final Path SAMPLES = Path.of("samples");

  @Test
  void theFilesAreThoseThatTheGeneratorMakes() throws IOException {
    try (var files = Files.list(SAMPLES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(SampleFiles.all().keySet());
    }
    for (Map.Entry<String, byte[]> file : SampleFiles.all().entrySet()) {
      assertThat(Files.readAllBytes(SAMPLES.resolve(file.getKey()))).as(file.getKey()).isEqualTo(file.getValue());
    }
  }
}
