package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFinderTest {
  @TempDir private Path folder;
  private final List<String> problems = new ArrayList<>();

  @BeforeEach
  void fill() throws IOException {
    for (String name :
        List.of("b.html", "a/二.html", "a/1.html", "a.html", ".hidden.html", ".git/x.html")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  @Test
  void aFolderIsWalkedInTheOrderOfNamesWithoutHiddenFiles() {
    assertThat(names(null, folder.toString()))
        .containsExactly("a.html", "a/1.html", "a/二.html", "b.html");
  }

  @Test
  void aFileBearsTheNameGivenEvenAHiddenOne() {
    String given = folder.resolve(".hidden.html").toString();
    assertThat(names(null, given, "-", "nonesuch")).containsExactly(given, "-", "nonesuch");
  }

  @Test
  void ourOwnOutputsAreNoReports() throws IOException {
    Path outputs = Files.createDirectories(folder.resolve("out/a.html"));
    Files.writeString(outputs.resolve("result.json"), "{}");
    Files.writeString(outputs.resolve("badge.svg"), "<svg/>");
    Files.writeString(outputs.resolve("index.html"), "<html>");
    assertThat(names(null, folder.toString()))
        .doesNotContain("out/a.html/index.html", "out/a.html/result.json");
  }

  @Test
  void theFolderForOutputsIsNotLookedInto() throws IOException {
    Path out = Files.createDirectories(folder.resolve("a"));
    assertThat(names(out, folder.toString())).containsExactly("a.html", "b.html");
  }

  @Test
  void aLinkThatGoesRoundIsNotFollowedForEver() throws IOException {
    Files.createSymbolicLink(folder.resolve("a/round"), folder);
    assertThat(names(null, folder.toString()))
        .containsExactly("a.html", "a/1.html", "a/二.html", "b.html");
    assertThat(problems).isEmpty();
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("secret.html"), "secret");
    Files.createSymbolicLink(folder.resolve("a/out"), elsewhere);
    Files.createSymbolicLink(folder.resolve("out.html"), elsewhere.resolve("secret.html"));
    Files.createSymbolicLink(folder.resolve("within.html"), folder.resolve("a/1.html"));
    assertThat(names(null, folder.toString()))
        .containsExactly("a.html", "a/1.html", "a/二.html", "b.html", "within.html");
    Path link = elsewhere.resolve("link");
    Files.createSymbolicLink(link, folder.resolve("a"));
    assertThat(names(null, link.toString())).containsExactly("1.html", "二.html");
  }

  @Test
  void whatNoPersonPutThereIsNoReport() throws IOException {
    for (String name :
        List.of("~$a.docx", "Thumbs.db", "a/desktop.ini", "x.html.part", "y.html.crdownload")) {
      Files.writeString(folder.resolve(name), name);
    }
    assertThat(names(null, folder.toString()))
        .containsExactly("a.html", "a/1.html", "a/二.html", "b.html");
  }

  @Test
  void keysStayBelowTheFolderForOutputs() {
    assertThat(new InputFile("../../etc/passwd", Path.of("x")).key()).isEqualTo("etc/passwd");
    assertThat(new InputFile("/data/年报.html", Path.of("x")).key()).isEqualTo("data/年报.html");
    assertThat(new InputFile("./x.html", Path.of("x")).key()).isEqualTo("x.html");
    assertThat(new InputFile("C:\\reports\\x.html", Path.of("x")).key())
        .isEqualTo("C/reports/x.html");
    assertThat(new InputFile("-", null).key()).isEqualTo("stdin");
  }

  private List<String> names(@Nullable Path out, String... given) {
    return InputFinder.find(List.of(given), out, (path, fault) -> problems.add(path + ": " + fault))
        .stream()
        .map(InputFile::name)
        .toList();
  }
}
