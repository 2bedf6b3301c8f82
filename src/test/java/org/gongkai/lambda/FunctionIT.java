package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The same against the native binary: a JVM package has no runtime loop of its own to be driven by.
 */
@QuarkusIntegrationTest
@EnabledIfSystemProperty(named = "native", matches = ".*", disabledReason = "only with -Dnative")
class FunctionIT extends FunctionTest {
  /** The builder puts AWT's libraries beside an image that reaches them. */
  @Test
  void needsNoLibraryOfAwt() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("libawt") || name.startsWith("libfontmanager"));
    }
  }

  @Override
  boolean inProcess() {
    return false;
  }
}
