package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gongkai.infra.FunctionOptions.Machine;
import org.gongkai.infra.FunctionOptions.Packaging;
import org.junit.jupiter.api.Test;

class FunctionPackageTest {

  private static final Path ARM = Synth.armPackage();
  private static final Path INTEL = Synth.zip("x86_64.zip", Map.of("bootstrap", Synth.elf(0x3e)));
  private static final Path JVM = Synth.zip("jvm.zip", Map.of("lib/gongkai.jar", new byte[8]));

  @Test
  void aPackageForTheRightMachineWillDo() {
    assertThat(FunctionPackage.problem(ARM, Packaging.NATIVE, Machine.ARM64)).isEmpty();
    assertThat(FunctionPackage.problem(INTEL, Packaging.NATIVE, Machine.X86_64)).isEmpty();
    assertThat(FunctionPackage.problem(JVM, Packaging.JVM, Machine.ARM64)).isEmpty();
  }

  @Test
  void aBinaryForAnotherMachineIsRefusedBeforeItIsDeployed() {
    assertThat(FunctionPackage.problem(INTEL, Packaging.NATIVE, Machine.ARM64).orElseThrow())
        .contains("was built for x86_64, but architecture is arm64")
        .endsWith("or pass -c architecture=x86_64");
    assertThat(FunctionPackage.problem(ARM, Packaging.NATIVE, Machine.X86_64).orElseThrow())
        .endsWith("or pass -c architecture=arm64");
    Path other = Synth.zip("riscv.zip", Map.of("bootstrap", Synth.elf(0xf3)));
    assertThat(FunctionPackage.problem(other, Packaging.NATIVE, Machine.ARM64).orElseThrow())
        .contains("was built for neither arm64 nor x86_64")
        .endsWith("build it on Linux");
  }

  @Test
  void theWrongKindOfPackageIsRefused() {
    assertThat(FunctionPackage.problem(JVM, Packaging.NATIVE, Machine.ARM64))
        .get()
        .asString()
        .contains("holds no 'bootstrap'")
        .endsWith("pass -c packaging=jvm");
    assertThat(FunctionPackage.problem(ARM, Packaging.JVM, Machine.ARM64))
        .get()
        .asString()
        .contains("holds a native 'bootstrap'")
        .endsWith("pass -c packaging=native");
  }

  @Test
  void whatIsNoZipIsRefused() throws IOException {
    Path text = Files.writeString(Path.of("target", "packages", "text.zip"), "not a zip");
    assertThat(FunctionPackage.problem(text, Packaging.NATIVE, Machine.ARM64))
        .get()
        .asString()
        .contains("cannot be read as a zip file");
  }

  @Test
  void aScriptRunsOnAnyMachine() {
    Path script =
        Synth.zip(
            "script.zip",
            Map.of("bootstrap", "#!/bin/sh\nexec ./function\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(FunctionPackage.problem(script, Packaging.NATIVE, Machine.ARM64))
        .isEqualTo(Optional.empty());
  }
}
