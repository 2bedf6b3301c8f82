package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.form.Section;
import org.junit.jupiter.api.Test;

class HeadingsTest {
  @Test
  void everyTitleOfSomeLengthHasOneOfTheCharactersThatLinesAreLookedThroughFor() {
    for (Section section : Section.ALL) {
      assertThat(section.title()).containsAnyOf(Headings.OF_TITLES.split(""));
      assertThat(section.aliases())
          .filteredOn(alias -> alias.length() >= 4)
          .allSatisfy(alias -> assertThat(alias).containsAnyOf(Headings.OF_TITLES.split("")));
    }
  }

  @Test
  void whateverFoldsToOneOfThemIsLookedForToo() {
    StringBuilder forms = new StringBuilder();
    for (char c = 0x2000; c < 0xFFFF; c++) {
      String key = Character.isSurrogate(c) ? "" : Normal.key(Character.toString(c));
      if (key.chars().anyMatch(folded -> Headings.OF_TITLES.indexOf(folded) >= 0)) {
        forms.append(c);
      }
    }

    assertThat(forms.toString().split("")).containsExactlyInAnyOrder(Headings.OF_TITLES.split(""));
  }

  @Test
  void aTitleInTraditionalOrCompatibleCharactersIsOne() {
    assertThat(Headings.of("一、總體情況")).isNotNull();
    assertThat(Headings.of("一、总体情\uFA71")).isNotNull();
  }

  @Test
  void aLineWithoutAnyOfThemIsNone() {
    assertThat(Headings.of("一、工作总结")).isNull();
  }
}
