package org.gongkai.rule.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.Gongkai;
import org.gongkai.document.reader.DocumentReader;
import org.gongkai.form.Section;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.ReportReader;
import org.gongkai.report.SectionText;
import org.gongkai.rule.Catalogue;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What the rules about prose and wording say of published reports: one true warning, and next to
 * nothing else.
 */
class CorpusNarrativeTest {
  private static final Set<String> GROUPS = Set.of("narrative", "content");

  @Test
  void saysTheOneTrueWarningAndNothingSilly() throws IOException {
    Map<String, List<String>> said = new TreeMap<>();
    for (Path file : files()) {
      Result result =
          Gongkai.standard().check(Files.readAllBytes(file), file.getFileName().toString());
      said.put(file.getFileName().toString().replaceFirst("\\..*", ""), rules(result));
    }
    assertThat(said)
        .containsEntry("zhangjiagang-2023", List.of("narrative.requests"))
        .containsEntry("changzhou-2022", List.of())
        .containsEntry("lingang-2023", List.of("title.issuer"))
        .containsEntry("liuyang-2023", List.of())
        .containsEntry("taierzhuang-2023", List.of())
        .containsEntry("shanghai-office-2019", List.of());
  }

  @Test
  void quotesTheSentenceAndBothFigures() throws IOException {
    for (Path file : files()) {
      if (file.toString().contains("zhangjiagang")) {
        Result result = Gongkai.standard().check(Files.readAllBytes(file), "z");
        Finding finding =
            result.findings().stream()
                .filter(f -> f.rule().equals("narrative.requests"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.where().excerpt()).contains("774").contains("730").endsWith("。");
        assertThat(finding.where().position().line()).isEqualTo(23);
        assertThat(finding.message().zh()).contains("789＋4＝793").contains("749");
        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
      }
    }
  }

  /**
   * Whatever becomes of a file's sections: all its lines, read as those of section 1, say nothing
   * that is not true.
   */
  @Test
  void noLineOfAnyFileIsAFalseAlarm() throws IOException {
    for (Path file : files()) {
      Report report = ReportReader.read(DocumentReader.read(Files.readAllBytes(file)));
      if (report.edition() == null
          || file.toString().endsWith(".html")
          || file.toString().contains("zhangjiagang")) {
        continue;
      }
      ReportFixture texts = ReportFixture.of(report.edition().key());
      List<org.gongkai.document.Text> lines = new ArrayList<>();
      for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
        lines.add(texts.text(line));
      }
      SectionText all = new SectionText(Section.ALL.get(0), 1, texts.text("一、总体情况"), lines, 0);
      Report flat =
          new Report(
              report.document(),
              report.nature(),
              report.identity(),
              report.edition(),
              report.tables(),
              report.readings(),
              report.looseRows(),
              report.repeated(),
              List.of(all),
              List.of());
      Narrative narrative = Narrative.of(new CheckedReport(flat, null));
      assertThat(narrative.agreeing()).as(file.toString()).isNotEmpty();
      assertThat(narrative.differing()).as(file.toString()).isEmpty();
    }
  }

  private static List<String> rules(Result result) {
    return result.findings().stream()
        .map(Finding::rule)
        .filter(rule -> GROUPS.contains(Catalogue.standard().entry(rule).group()))
        .toList();
  }

  private static List<Path> files() throws IOException {
    for (String place : new String[] {"../shared/corpus", "../../shared/corpus"}) {
      if (Files.isDirectory(Path.of(place))) {
        List<Path> files = new ArrayList<>();
        for (String folder : new String[] {"seeds", "html"}) {
          try (var all = Files.list(Path.of(place, folder))) {
            all.filter(file -> !file.toString().endsWith(".json")).sorted().forEach(files::add);
          }
        }
        return files;
      }
    }
    Assumptions.abort("the corpus is not here");
    return List.of();
  }
}
