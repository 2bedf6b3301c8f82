package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.document.reader.DocumentReader;
import org.junit.jupiter.api.Test;

/**
 * Reading a PDF or a Word document loads no native library of AWT, which a native image lacks; a
 * page loads neither PDFBox nor POI, which would slow a cold start. A process of its own shows it.
 */
class NoAwtTest {
  private static final Path MAPS = Path.of("/proc/self/maps");

  @Test
  void noNativeLibraryOfAwtIsLoaded() throws Exception {
    assumeTrue(Files.exists(MAPS), "only Linux shows what is loaded");
    List<String> lines =
        reading(
            "-Xshare:auto",
            "src/test/resources/pdf/gbk.pdf",
            "src/test/resources/pdf/type3.pdf",
            "src/test/resources/pdf/owner-password.pdf",
            "src/test/resources/doc/features.doc");

    assertThat(lines).contains("PDF", "DOC").noneMatch(line -> line.contains("libawt"));
  }

  @Test
  void aPageLoadsNeitherPdfBoxNorPoi() throws Exception {
    List<String> lines = reading("-verbose:class", "samples/yunxi-county-2023.html");

    assertThat(lines)
        .contains("HTML")
        .noneMatch(line -> line.contains("org.apache.pdfbox."))
        .noneMatch(line -> line.contains("org.apache.poi."));
  }

  private static List<String> reading(String option, String... files) throws Exception {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(option);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Reading.class.getName()));
    command.addAll(List.of(files));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }

  /** Reads files and prints their formats and what the process has mapped. */
  static final class Reading {
    private Reading() {}

    public static void main(String[] files) throws Exception {
      for (String file : files) {
        System.out.println(DocumentReader.read(Files.readAllBytes(Path.of(file))).format());
      }
      if (Files.exists(MAPS)) {
        Files.readAllLines(MAPS).forEach(System.out::println);
      }
    }
  }
}
