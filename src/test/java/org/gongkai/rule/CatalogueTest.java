package org.gongkai.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.rule.Catalogue.Entry;
import org.gongkai.rule.bodies.BodyChecker;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();

  @Test
  void everyRuleOfTheCatalogueIsReportedBySomeClassAndNoClassReportsAnother() {
    List<String> ids = new ArrayList<>(UnreadableExplainer.IDS);
    ids.addAll(BodyChecker.IDS);
    Rules.all().forEach(rule -> ids.addAll(rule.ids()));
    assertThat(CATALOGUE.entries())
        .extracting(Entry::id)
        .containsExactlyInAnyOrderElementsOf(Set.copyOf(ids));
  }

  @Test
  void everyClassThatIsARuleIsRegistered() {
    Set<String> registered =
        Rules.all().stream().map(rule -> rule.getClass().getName()).collect(Collectors.toSet());
    List<String> classes =
        new ClassFileImporter()
            .importPackages("org.gongkai.rule").stream()
                .filter(type -> type.isAssignableTo(Rule.class))
                .filter(type -> !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .toList();
    assertThat(registered)
        .as(
            "add the rule to the list of its package: TableRules, YearRules, NarrativeRules or"
                + " ContentRules; then describe it in the catalogue (%s) and write the"
                + " documentation anew with -Dtest=RuleDocsTest -Dgongkai.docs=write",
            "src/main/resources/org/gongkai/rule/*.properties")
        .containsExactlyInAnyOrderElementsOf(classes);
  }

  /** What the articles say on which rules rest; none is cited for anything else. */
  private static final Map<String, List<String>> ARTICLES =
      Map.of(
          "第十五条", List.of("涉及个人隐私的信息不得公开"),
          "第四十七条", List.of("主管部门对政府信息公开工作进行监督检查"),
          "第四十九条", List.of("上一年度的政府信息公开工作年度报告", "1月31日前", "各部门提交本行政机关的年度报告"),
          "第五十条第（四）项", List.of("政府信息公开工作存在的主要问题及改进情况"));

  @Test
  void anArticleOfTheRegulationsIsCitedForWhatItSays() {
    Pattern article = Pattern.compile("《政府信息公开条例》((?:、?第[一二三四五六七八九十]+条(?:第（.）项)?)+)(：[^；]*)?");
    for (Entry entry : CATALOGUE.entries()) {
      Matcher cited = article.matcher(entry.basis().zh());
      while (cited.find()) {
        assertThat(ARTICLES).as(entry.id()).containsKey(cited.group(1));
        assertThat(ARTICLES.get(cited.group(1)))
            .as("%s rests on %s", entry.id(), cited.group())
            .anyMatch(said -> cited.group(2) != null && cited.group(2).contains(said));
      }
    }
  }

  @Test
  void bothLanguagesTakeTheSameArguments() {
    for (Entry entry : CATALOGUE.entries()) {
      assertThat(new MessageTemplate(entry.template().zh()).names())
          .as(entry.id())
          .containsExactlyInAnyOrderElementsOf(new MessageTemplate(entry.template().en()).names());
    }
  }

  @Test
  void nothingThatAClerkReadsInChineseHoldsAWordOfCode() {
    Pattern code = Pattern.compile("[a-z]+[A-Z.][a-zA-Z]+|_|null");
    for (Entry entry : CATALOGUE.entries()) {
      String zh =
          entry.title().zh()
              + new MessageTemplate(entry.template().zh()).fill(everything(entry))
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
    new MessageTemplate(entry.template().zh()).names().forEach(name -> arguments.put(name, "甲"));
    return arguments;
  }
}
