package org.gongkai.rule.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.document.Text;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.report.Normal;
import org.gongkai.report.ReportFixture;
import org.gongkai.rule.narrative.Claim.Share;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is read out of sentences: narrative-sentences.tsv has them with the right answers. */
class ClaimsTest {
  private static final Edition OF_2021 = Editions.find("2021").orElseThrow();

  private record Case(String issuer, int section, String text, TreeSet<String> expected) {}

  @TestFactory
  List<DynamicTest> readsEachSentenceAsAPersonWould() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Case each : cases()) {
      tests.add(
          DynamicTest.dynamicTest(
              each.text(), () -> assertThat(read(each)).isEqualTo(each.expected())));
    }
    return tests;
  }

  @Test
  void precisionComesBeforeRecall() throws IOException {
    int right = 0;
    int said = 0;
    int there = 0;
    int traps = 0;
    List<Case> cases = cases();
    for (Case each : cases) {
      Set<String> read = read(each);
      said += read.size();
      there += each.expected().size();
      traps += each.expected().isEmpty() ? 1 : 0;
      read.retainAll(each.expected());
      right += read.size();
    }
    double precision = (double) right / said;
    double recall = (double) right / there;
    System.out.printf(
        "narrative: %d sentences, %d of them traps; %d figures read of %d; precision %.3f, recall %.3f%n",
        cases.size(), traps, said, there, precision, recall);
    assertThat(cases).hasSizeGreaterThanOrEqualTo(60);
    assertThat(traps).isGreaterThanOrEqualTo(cases.size() / 2);
    assertThat(precision).isEqualTo(1.0);
    assertThat(recall).isGreaterThanOrEqualTo(0.95);
  }

  private static Set<String> read(Case of) {
    TreeSet<String> read = new TreeSet<>();
    for (Claim claim : claims(of.issuer(), of.section(), of.text())) {
      String rows = String.join("+", new TreeSet<>(claim.target().readings().get(0)));
      boolean requests = claim.target().table().equals(Edition.REQUESTS);
      String share = "";
      if (claim.share() != null) {
        boolean of2 =
            claim.share().kind() == Share.Kind.OF_ALL
                || claim.share().kind() == Share.Kind.OF_ANSWERED;
        share =
            (of2 ? "%" : claim.share().kind() == Share.Kind.UP ? "+" : "-")
                + claim.share().percent();
      }
      read.add(
          groups(rows)
              + (requests ? "" : "." + claim.target().column())
              + "="
              + claim.amount()
              + share);
    }
    return read;
  }

  /** All rows of a group by its name, to keep the answers short. */
  private static String groups(String rows) {
    for (String group : List.of("refused", "unavailable", "notProcessed", "otherHandling")) {
      String all =
          String.join(
              "+",
              OF_2021.table(Edition.REQUESTS).rows().stream()
                  .map(row -> row.key())
                  .filter(key -> key.startsWith(group + "."))
                  .sorted()
                  .toList());
      if (rows.equals(all)) {
        return group;
      }
    }
    return rows;
  }

  static List<Claim> claims(String issuer, int section, String text) {
    Text printed = ReportFixture.of("2021").text(text);
    Prose prose = new Prose(List.of(new Paragraph(section, printed, Normal.fold(text))));
    return Claims.of(prose, Issuer.of(issuer), 2023, OF_2021).all();
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in =
        ClaimsTest.class.getResourceAsStream("/org/gongkai/rule/narrative-sentences.tsv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] parts = line.split("\t");
        TreeSet<String> expected = new TreeSet<>();
        if (!parts[3].equals("nothing")) {
          expected.addAll(List.of(parts[3].split("; ")));
        }
        cases.add(new Case(issuer(parts[0]), Integer.parseInt(parts[1]), parts[2], expected));
      }
    }
    return cases;
  }

  private static String issuer(String code) {
    return switch (code) {
      case "G" -> "某市人民政府";
      case "O" -> "某市人民政府办公室";
      case "D" -> "某市教育局";
      case "T" -> "某县某镇人民政府";
      default -> throw new IllegalArgumentException(code);
    };
  }
}
