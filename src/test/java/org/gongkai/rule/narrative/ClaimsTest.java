package org.gongkai.rule.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.report.ReportFixture;
import org.gongkai.rule.narrative.Claim.Share;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
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
    Claims claims = claims(of.issuer(), of.section(), of.text().split("¶"));
    Set<String> read = read("", claims.all());
    read.addAll(read("other ", claims.otherYears()));
    return read;
  }

  private static Set<String> read(String prefix, List<Claim> claims) {
    Set<String> read = new TreeSet<>();
    for (Claim claim : claims) {
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
          prefix
              + groups(rows)
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

  static Claims claims(String issuer, int section, String... paragraphs) {
    return claims(issuer, section, 2023, OF_2021, paragraphs);
  }

  private static Claims claims(
      String issuer,
      int section,
      @Nullable Integer year,
      @Nullable Edition edition,
      String... paragraphs) {
    List<Paragraph> prose =
        Arrays.stream(paragraphs)
            .map(
                text ->
                    new Paragraph(
                        section, ReportFixture.of("2021").text(text), TextNormalizer.fold(text)))
            .toList();
    return Claims.of(new Prose(prose), Issuer.of(issuer), year, edition);
  }

  @Test
  void aClaimStandsWhereItsFigureAndItsSentenceDo() {
    String text = "前言。收到申请公开政府信息12件，办结 ３ 件！结转下年度9件";
    String folded = TextNormalizer.fold(text).string();
    List<Claim> claims = claims("某市教育局", 1, text).all();
    assertThat(claims)
        .extracting(claim -> folded.substring(claim.from(), claim.to()))
        .containsExactly("12件", "3 件", "9件");
    assertThat(claims)
        .extracting(claim -> claim.where().excerpt())
        .containsExactly("收到申请公开政府信息12件，办结 ３ 件！", "收到申请公开政府信息12件，办结 ３ 件！", "结转下年度9件");
    assertThat(claims.get(0).sentence()).isSameAs(claims.get(1).sentence());
  }

  @Test
  void onlySectionsThatReportAreReadAndNotWithoutEnd() {
    String sentence = "收到政府信息公开申请12件。";
    for (int section : List.of(1, 3, 4)) {
      assertThat(claims("某市教育局", section, sentence).all()).hasSize(1);
    }
    for (int section : List.of(-1, 0, 2, 5, 6)) {
      assertThat(claims("某市教育局", section, sentence).all()).isEmpty();
    }
    String many = sentence.repeat(Claims.MOST - 1);
    assertThat(claims("某市教育局", 1, many, sentence, sentence).all()).hasSize(Claims.MOST);
    assertThat(claims("某市教育局", 1, many + sentence.repeat(2)).all()).hasSize(Claims.MOST);
    String others = "2022年收到政府信息公开申请12件。".repeat(Claims.MOST);
    assertThat(claims("某市教育局", 1, others + "2023年" + sentence).all()).isEmpty();
    assertThat(claims("某市教育局", 1, others, sentence).all()).isEmpty();
  }

  @Test
  void withoutAYearNoYearIsThisOne() {
    assertThat(claims("某市教育局", 1, null, OF_2021, "收到政府信息公开申请12件。").all()).hasSize(1);
    Claims claims = claims("某市教育局", 1, null, OF_2021, "2023年收到政府信息公开申请12件。");
    assertThat(claims.all()).isEmpty();
    assertThat(claims.otherYears()).isEmpty();
    assertThat(claims("某市教育局", 1, null, OF_2021, "2023年以来，收到政府信息公开申请12件。").all()).isEmpty();
  }

  @Test
  void withoutAnEditionNoRowIsKnown() {
    String text = "答复政府信息公开申请12件，予以公开3件。制定规章2件。";
    assertThat(read("", claims("某市教育局", 1, 2023, null, text).all()))
        .containsExactly("outcomeTotal=12");
    assertThat(read("", claims("某市教育局", 1, 2023, Editions.find("2019").orElseThrow(), text).all()))
        .containsExactly("disclosed=3", "outcomeTotal=12");
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = ClaimsTest.class.getResourceAsStream("narrative-sentences.tsv")) {
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
