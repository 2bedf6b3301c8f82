package org.gongkai.rule.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.rule.narrative.Issuer.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          某市人民政府, GOVERNMENT
          某區人民政府, GOVERNMENT
          人民政府, GOVERNMENT
          某县某镇人民政府, TOWNSHIP
          某县某乡人民政府, TOWNSHIP
          某市人民政府办公室, OFFICE
          某市人民 政府 办公厅, OFFICE
          某镇党政办, OFFICE
          某市教育局, BODY
          某经济开发区管理委员会, BODY
          """)
  void theNameTellsWhatKindOfBodyItIs(String name, Kind kind) {
    assertThat(Issuer.of(name).kind()).isEqualTo(kind);
  }

  @Test
  void withoutANameTheKindIsNotKnown() {
    assertThat(Issuer.of(null).kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(Issuer.of(null).nameAt("某市", 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          某市人民政府, 全市, WHOLE, WHOLE
          某市人民政府, 我市, WHOLE, WHOLE
          某市人民政府, 全区, WHOLE, PART
          某市人民政府, 市本级, PART, PART
          某市人民政府, 市政府, PART, PART
          某市人民政府, 我局, OWN, PART
          某市人民政府, 本机关, OWN, OWN
          某市人民政府, 本单位, OWN, OWN
          某县某镇人民政府, 全镇, WHOLE, WHOLE
          某县某镇人民政府, 全县, WHOLE, PART
          某县某镇人民政府, 镇政府, PART, OWN
          某县某镇人民政府, 县政府, PART, PART
          某市高新区管委会, 全区, WHOLE, WHOLE
          某市高新区管理委员会, 全区, WHOLE, WHOLE
          某市高新区管委会, 全市, WHOLE, PART
          某市教育局, 全市, WHOLE, PART
          某市教育局, 我局, OWN, OWN
          某市教育局, 市政府, PART, PART
          某市管委会秘书处, 全市, WHOLE, PART
          某市人民政府办公室, 全市, WHOLE, PART
          某市人民政府办公室, 市政府办公室, PART, OWN
          某市人民政府办公室, 办公室, PART, OWN
          某市人民政府办公室, 市政府, PART, PART
          某市人民政府办公室, 区政府办公室, PART, PART
          某市人民政府, 各部门, PARTS, PARTS
          """)
  void aWordOfScopeMeansWhatItDoesInThatBodysReport(
      String name, String text, WordMeaning word, WordMeaning meaning) {
    assertThat(Issuer.of(name).scope(word, text)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          某市人民政府, 某市人民政府, OWN
          某市人民政府, 某市政府, OWN
          某市人民政府, 市人民政府, PART
          江苏省某市人民政府, 市人民政府, PART
          某市人民政府, 市政府, PART
          江苏省某市人民政府, 某市人民政府, OWN
          某市人民政府, 某市, OWN
          某市人民政府, 政府, FILLER
          某市人民政府, 人民政府, FILLER
          某市教育局, 教育, OWN
          某县某镇人民政府, 镇政府, OWN
          """)
  void aPartOfItsOwnNameIsItselfOrNothingOrAnother(String name, String part, WordMeaning meaning) {
    assertThat(Issuer.of(name).meaning(part)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          某市教育局, 某市教育局收到, 0, 5
          某市教育局, 市教育局收到, 0, 4
          某市教育局, 由市教育局收到, 1, 4
          某市教育局, 教育, 0, 2
          某市教育局, 市教, 0, 2
          某市教育局, 育局, 0, 2
          某市教育局, 市公安局, 0, 0
          某市教育局, 市, 0, 0
          某市教育局, 育, 0, 0
          某市教育局, 公安, 0, 0
          某市教育局, 某区, 0, 0
          某市市政局, 市政局, 0, 3
          某市某区市政局, 市某市政局, 2, 3
          某市人民政府, 某市政府, 0, 4
          某市人民政府, 某市人民政府, 0, 6
          局, 局局, 0, 0
          """)
  void itsNameIsFoundAsProseShortensIt(String name, String text, int from, int length) {
    assertThat(Issuer.of(name).nameAt(text, from)).isEqualTo(length);
  }
}
