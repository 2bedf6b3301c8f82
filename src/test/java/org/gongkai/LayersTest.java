package org.gongkai;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.junit.jupiter.api.Test;

/** Holds the layers: a package is a concept, and dependencies point down only. */
class LayersTest {
  private static final String[] CORE = {
    "org.gongkai",
    "org.gongkai.text..",
    "org.gongkai.form..",
    "org.gongkai.document..",
    "org.gongkai.report..",
    "org.gongkai.rule..",
    "org.gongkai.publish.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/test/"))
          .importPackages("org.gongkai");

  @Test
  void dependenciesPointDownOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("text")
        .definedBy("org.gongkai.text..")
        .layer("form")
        .definedBy("org.gongkai.form..")
        .layer("document")
        .definedBy("org.gongkai.document..")
        .layer("report")
        .definedBy("org.gongkai.report..")
        .layer("rule")
        .definedBy("org.gongkai.rule..")
        .layer("publish")
        .definedBy("org.gongkai.publish..")
        .layer("library")
        .definedBy("org.gongkai")
        .layer("store")
        .definedBy("org.gongkai.store..")
        .layer("event")
        .definedBy("org.gongkai.event..")
        .layer("lambda")
        .definedBy("org.gongkai.lambda..")
        .layer("cli")
        .definedBy("org.gongkai.cli..")
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .whereLayer("form")
        .mayOnlyAccessLayers("text")
        .whereLayer("document")
        .mayOnlyAccessLayers("text")
        .whereLayer("report")
        .mayOnlyAccessLayers("text", "form", "document")
        .whereLayer("rule")
        .mayOnlyAccessLayers("text", "form", "document", "report")
        .whereLayer("publish")
        .mayOnlyAccessLayers("text", "form", "document", "report", "rule")
        .whereLayer("library")
        .mayOnlyAccessLayers("text", "form", "document", "report", "rule", "publish")
        .whereLayer("store")
        .mayOnlyAccessLayers("text", "form", "document", "report", "rule", "publish", "library")
        .whereLayer("event")
        .mayOnlyAccessLayers(
            "text", "form", "document", "report", "rule", "publish", "library", "store")
        .whereLayer("lambda")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("org.gongkai.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** The model knows no format, formats no cycle, and only the reader above them knows all. */
  @Test
  void aFormatIsAPackageOverTheModel() {
    noClasses()
        .that(resideInAPackage("org.gongkai.document"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.gongkai.document..")
                .and(not(resideInAPackage("org.gongkai.document"))))
        .check(CLASSES);
    slices().matching("org.gongkai.document.(*)..").should().beFreeOfCycles().check(CLASSES);
    noClasses()
        .that(resideInAPackage("org.gongkai.document.."))
        .and(not(resideInAPackage("org.gongkai.document.reader")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.gongkai.document.reader")
        .check(CLASSES);
  }

  @Test
  void everyClassLiesInAKnownPackage() {
    classes()
        .should()
        .resideInAnyPackage(
            Stream.concat(
                    Stream.of(CORE),
                    Stream.of(
                        "org.gongkai.store..",
                        "org.gongkai.event..",
                        "org.gongkai.lambda..",
                        "org.gongkai.cli.."))
                .toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void theCoreKnowsNoFrameworkNorCloudNorTerminal() {
    noClasses()
        .that(resideInAnyPackage(CORE))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "io.smallrye..",
            "jakarta..",
            "org.jboss..",
            "software.amazon..",
            "com.amazonaws..",
            "picocli..")
        .check(CLASSES);
  }

  @Test
  void onlyTheFunctionKnowsQuarkusAndOnlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that(resideInAnyPackage("org.gongkai.event..", "org.gongkai.cli.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "jakarta..", "software.amazon..")
        .check(CLASSES);
    noClasses()
        .that(not(resideInAPackage("org.gongkai.cli..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..")
        .check(CLASSES);
  }

  @Test
  void theCoreHasNoClockNoChanceAndNoFiles() {
    noClasses()
        .that(resideInAnyPackage(CORE))
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                    "now|currentTimeMillis|nanoTime|randomUUID|getenv")))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.SplittableRandom")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.security.SecureRandom")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.URLConnection")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.http.HttpClient")
        .check(CLASSES);
  }

  @Test
  void theCoreNeitherLogsThroughTheJdkNorPrints() {
    noClasses()
        .that(resideInAnyPackage(CORE))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> packages =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .toList();
      for (Path folder : packages) {
        assertThat(folder.resolve("package-info.java")).exists().content().contains("@NullMarked");
      }
    }
  }

  /**
   * Labels of six characters or more: the shorter ones (规章, 行政许可, 予以公开) are everyday words of the
   * prose, which the rules about the narrative must know.
   */
  @Test
  void nobodyOutsideFormNamesARowLabel() throws IOException {
    Set<String> labels = new LinkedHashSet<>();
    for (Edition edition : Editions.all()) {
      for (Table table : edition.tables()) {
        for (Row row : table.rows()) {
          String words =
              row.label().replaceFirst("^([一二三四]、|（[一二三四五六七]）|\\d\\.)", "").replaceFirst("（.*", "");
          if (words.length() >= 6) {
            labels.add(words);
          }
        }
      }
    }
    assertThat(labels).contains("属于国家秘密", "结转下年度继续办理").hasSizeGreaterThan(15);
    List<String> named = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(LayersTest::isSource).toList()) {
        for (String literal : literals(file)) {
          for (String label : labels) {
            if (literal.contains(label)) {
              named.add(file + ": " + label);
            }
          }
        }
      }
    }
    assertThat(named).isEmpty();
  }

  private static boolean isSource(Path file) {
    String name = file.toString().replace('\\', '/');
    return (name.endsWith(".java") || name.endsWith(".properties")) && !name.contains("/form/");
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\n]*|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"|'(?:\\\\.|[^'\\\\])+'",
          Pattern.DOTALL);

  private static List<String> literals(Path file) throws IOException {
    String source = Files.readString(file);
    if (file.toString().endsWith(".properties")) {
      return List.of(source);
    }
    List<String> literals = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(source);
    while (matcher.find()) {
      for (int group = 1; group <= 2; group++) {
        if (matcher.group(group) != null) {
          literals.add(matcher.group(group));
        }
      }
    }
    return literals;
  }

  @Test
  void theClassesAreFound() {
    assertThat(CLASSES.that(alwaysTrue())).hasSizeGreaterThan(50);
  }
}
