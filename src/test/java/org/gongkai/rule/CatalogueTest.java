package org.gongkai.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.rule.Catalogue.Entry;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();

  @Test
  void everyRuleOfTheCatalogueIsReportedBySomeClassAndNoClassReportsAnother() {
    List<String> ids = new ArrayList<>(Unreadable.IDS);
    Rules.all().forEach(rule -> ids.addAll(rule.ids()));
    assertThat(CATALOGUE.entries())
        .extracting(Entry::id)
        .containsExactlyInAnyOrderElementsOf(Set.copyOf(ids));
  }

  @Test
  void bothLanguagesTakeTheSameArguments() {
    for (Entry entry : CATALOGUE.entries()) {
      assertThat(new Template(entry.template().zh()).names())
          .as(entry.id())
          .containsExactlyInAnyOrderElementsOf(new Template(entry.template().en()).names());
    }
  }

  @Test
  void nothingThatAClerkReadsInChineseHoldsAWordOfCode() {
    Pattern code = Pattern.compile("[a-z]+[A-Z.][a-zA-Z]+|_|null");
    for (Entry entry : CATALOGUE.entries()) {
      String zh =
          entry.title().zh()
              + new Template(entry.template().zh()).fill(everything(entry))
              + entry.remedy().zh();
      assertThat(zh).as(entry.id()).doesNotContainPattern(code);
    }
  }

  @Test
  void chineseSentencesEndAsSentencesDo() {
    for (Entry entry : CATALOGUE.entries()) {
      assertThat(entry.template().zh()).as(entry.id()).endsWith("。");
      assertThat(entry.remedy().zh()).as(entry.id()).endsWith("。");
      assertThat(entry.template().en()).as(entry.id()).endsWith(".");
      assertThat(entry.remedy().en()).as(entry.id()).endsWith(".");
      assertThat(entry.template().zh()).as(entry.id()).doesNotContainPattern("[,;:?!()]");
    }
  }

  @Test
  void onlyWhatTheContractNamesIsAnError() {
    assertThat(CATALOGUE.entries().stream().filter(entry -> entry.severity() == Severity.ERROR))
        .extracting(Entry::id)
        .containsExactlyInAnyOrder(
            "requests.row-total",
            "requests.column-total",
            "requests.balance",
            "remedies.total",
            "cell.text",
            "cell.negative",
            "cell.fraction",
            "table.missing",
            "table.picture");
  }

  @Test
  void aMistypedIdFindsTheNearest() {
    assertThat(CATALOGUE.nearest("request.row-totals")).isEqualTo("requests.row-total");
    assertThat(CATALOGUE.find("request.row-totals")).isEmpty();
    assertThatThrownBy(() -> CATALOGUE.entry("x")).hasMessage("no rule x in the catalogue");
  }

  private static Map<String, String> everything(Entry entry) {
    Map<String, String> arguments = new HashMap<>();
    new Template(entry.template().zh()).names().forEach(name -> arguments.put(name, "甲"));
    return arguments;
  }
}
