package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.rule.bodies.BodyChecker;
import org.gongkai.rule.bodies.BodyListReader;
import org.gongkai.rule.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The list of who owes a report. */
final class BodyOption {
  @Option(names = "--bodies", paramLabel = "FILE")
  private @Nullable Path bodies;

  /** A checker that has seen no report yet; null where no list is given. */
  @Nullable BodyChecker checker(Configuration configuration) throws IOException {
    return bodies == null
        ? null
        : new BodyChecker(
            BodyListReader.read(Files.readAllBytes(bodies), bodies.toString()), configuration);
  }
}
