package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnescapedTest {
  private static Unescaped of(String file) {
    return Unescaped.of(file, 0, file.length());
  }

  @Test
  void resolvesWhatScriptsAndJsonEscape() {
    assertThat(of("\\u003ctd class=\\\"a\\\"\\x3e\\u89c4\\n\\t<\\/td>").escapes().string())
        .isEqualTo("<td class=\"a\">规\n </td>");
  }

  @Test
  void leavesABrokenEscapeReadable() {
    assertThat(of("\\u00zz\\").escapes().string()).isEqualTo("u00zz\\");
  }

  @Test
  void resolvesReferencesOnce() {
    assertThat(of("&lt;td&gt;&amp;lt;&#35268;&nosuch;&").references().string())
        .isEqualTo("<td>&lt;规&nosuch;&");
  }

  @Test
  void resolvesOctetsOfEveryLengthAndTheOlderForm() {
    assertThat(of("%3Ctd%3E%E8%A7%84%C2%A0%F0%A0%80%80%u89C4%zz").percents().string())
        .isEqualTo("<td>规\u00a0\uD840\uDC00规%zz");
  }

  @Test
  void takesOctetsThatAreNoUtf8AsTheyAre() {
    assertThat(of("%E8%41%FF").percents().string()).isEqualTo("\u00e8A\u00ff");
  }

  @Test
  void knowsWhereEachCharacterStandsInTheFile() {
    Unescaped stretch =
        Unescaped.of("ab&amp;lt;\\u89c4c", 2, 17).references().references().escapes();
    assertThat(stretch.string()).isEqualTo("<规c");
    assertThat(stretch.places()).containsExactly(2, 10, 16, 17);
    assertThat(stretch.part(1, 2).places()).containsExactly(10, 11);
  }

  @Test
  void nothingHasOnePlace() {
    assertThat(of("").places()).containsExactly(0);
  }
}
