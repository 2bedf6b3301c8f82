package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The same against the native binary: a JVM package has no runtime loop of its own to be driven by.
 */
@QuarkusIntegrationTest
@EnabledIfSystemProperty(named = "native", matches = ".*", disabledReason = "only with -Dnative")
class FunctionIT extends FunctionTest {
  /** Lambda has none of AWT's libraries; Linux says which a process has loaded. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void loadsNoLibraryOfAwt() throws IOException {
    for (String file : List.of("pdf/type3.pdf", "doc/report.doc")) {
      readsPdfAndWord97(file);
    }
    ProcessHandle function =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().command().orElse("").endsWith("-runner"))
            .findFirst()
            .orElseThrow();
    assertThat(Files.readString(Path.of("/proc", Long.toString(function.pid()), "maps")))
        .contains("-runner")
        .doesNotContain("libawt")
        .doesNotContain("libfontmanager");
  }

  @Override
  boolean inProcess() {
    return false;
  }
}
