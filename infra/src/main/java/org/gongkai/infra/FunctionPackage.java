package org.gongkai.infra;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Checks the function's zip before deployment, as a wrong one would fail only with the first
 * report.
 */
final class FunctionPackage {

  private static final int ELF_X86_64 = 0x3e;
  private static final int ELF_AARCH64 = 0xb7;

  private FunctionPackage() {}

  /** The problem with the package; empty for none. */
  static Optional<String> problem(
      Path zip, FunctionOptions.Packaging packaging, FunctionOptions.Machine machine) {
    if (!Files.isRegularFile(zip)) {
      return Optional.of(
          "names %s, and there is no such file; build it with '%s', or pass -c functionPackage=FILE"
              .formatted(zip.toAbsolutePath().normalize(), packaging.build()));
    }
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry bootstrap = file.getEntry("bootstrap");
      if (packaging == FunctionOptions.Packaging.NATIVE) {
        return bootstrap == null
            ? Optional.of(
                "names %s, which holds no 'bootstrap': it is no native package; build one with '%s', or pass -c packaging=jvm"
                    .formatted(zip, packaging.build()))
            : wrongMachine(zip, file, bootstrap, machine);
      }
      return bootstrap != null
          ? Optional.of(
              "names %s, which holds a native 'bootstrap', but packaging is jvm; pass -c packaging=native"
                  .formatted(zip))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "names %s, which cannot be read as a zip file (%s)".formatted(zip, e.getMessage()));
    }
  }

  private static Optional<String> wrongMachine(
      Path zip, ZipFile file, ZipEntry bootstrap, FunctionOptions.Machine machine)
      throws IOException {
    byte[] head;
    try (InputStream in = file.getInputStream(bootstrap)) {
      head = in.readNBytes(20);
    }
    if (head.length < 20 || head[0] != 0x7f || head[1] != 'E' || head[2] != 'L' || head[3] != 'F') {
      return Optional.empty(); // a script: any machine runs it
    }
    FunctionOptions.Machine built =
        switch (head[18] & 0xff) {
          case ELF_X86_64 -> FunctionOptions.Machine.X86_64;
          case ELF_AARCH64 -> FunctionOptions.Machine.ARM64;
          default -> null;
        };
    return built == machine
        ? Optional.empty()
        : Optional.of(
            "names %s, whose 'bootstrap' was built for %s, but architecture is %s; %s"
                .formatted(
                    zip,
                    built == null ? "neither arm64 nor x86_64" : built,
                    machine,
                    built == null
                        ? "build it on Linux"
                        : "build it on a machine of that kind, or pass -c architecture=" + built));
  }
}
