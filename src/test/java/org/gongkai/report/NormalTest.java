package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.report.Normal.Folded;
import org.junit.jupiter.api.Test;

class NormalTest {
  @Test
  void aKeyHasLettersAndDigitsOnly() {
    assertThat(Normal.key("（三） 不予公開(kāi)：　Ａ１-ｂ②㎡")).isEqualTo("三不予公开a1b2m2");
  }

  @Test
  void aLabelThatIsItsOwnKeyIsNotCopied() {
    String label = "予以公开";
    assertThat(Normal.key(label)).isSameAs(label);
  }

  @Test
  void charactersThatBecomeSeveralKeepAllOthers() {
    assertThat(Normal.key("㍿甲㈱㍿乙丙丁戊己庚辛壬癸".repeat(3))).isEqualTo("株式会社甲株株式会社乙丙丁戊己庚辛壬癸".repeat(3));
  }

  @Test
  void theKeyOfAPartIsThatOfThePartAlone() {
    assertThat(Normal.key("公開(kai)规章(gui)12/td>", 3, 8)).isEqualTo("kai规");
    assertThat(Normal.key("总计8</td>无", 0, 8)).isEqualTo("总计8");
  }

  @Test
  void whatIsLeftOfATagIsNoPartOfAKey() {
    assertThat(Normal.key("行政许可/td>")).isEqualTo("行政许可");
    assertThat(Normal.key("行政许可td>")).isEqualTo("行政许可td");
  }

  @Test
  void foldedTextKnowsWhereItsCharactersStood() {
    Folded folded = Normal.fold("政務(wù)公開，㎡　１件");
    assertThat(folded.string()).isEqualTo("政务公开,m2 1件");
    assertThat(before(folded)).containsExactly(0, 1, 6, 7, 8, 9, 9, 10, 11, 12, 13);
  }

  @Test
  void foldedTextOfTheSameLengthKnowsWhereItsCharactersStood() {
    Folded folded = Normal.fold("公開（甲），");
    assertThat(folded.string()).isEqualTo("公开(甲),");
    assertThat(before(folded)).containsExactly(0, 1, 2, 3, 4, 5, 6);
  }

  @Test
  void textThatNeedsNoFoldingIsNotCopied() {
    String text = "收到申请3件。";
    assertThat(Normal.fold(text).string()).isSameAs(text);
    assertThat(Normal.simplify(text)).isSameAs(text);
  }

  @Test
  void simplifiedTextKeepsItsPunctuation() {
    assertThat(Normal.simplify("「公開（kāi）」（kāi）")).isEqualTo("「公开」（kāi）");
  }

  private static int[] before(Folded folded) {
    int[] places = new int[folded.string().length() + 1];
    for (int i = 0; i < places.length; i++) {
      places[i] = folded.before(i);
    }
    return places;
  }
}
