package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.text.TextNormalizer.Folded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormalizerTest {
  @Test
  void aKeyHasLettersAndDigitsOnly() {
    assertThat(TextNormalizer.key("（三） 不予公開(kāi)：　Ａ１-ｂ②㎡")).isEqualTo("三不予公开a1b2m2");
  }

  @Test
  void aLabelThatIsItsOwnKeyIsNotCopied() {
    String label = "予以公开";
    assertThat(TextNormalizer.key(label)).isSameAs(label);
  }

  @Test
  void charactersThatBecomeSeveralKeepAllOthers() {
    assertThat(TextNormalizer.key("㍿甲㈱㍿乙丙丁戊己庚辛壬癸".repeat(3)))
        .isEqualTo("株式会社甲株株式会社乙丙丁戊己庚辛壬癸".repeat(3));
  }

  @Test
  void theKeyOfAPartIsThatOfThePartAlone() {
    assertThat(TextNormalizer.key("公開(kai)规章(gui)12/td>", 3, 8)).isEqualTo("kai规");
  }

  @Test
  void foldedTextKnowsWhereItsCharactersStood() {
    Folded folded = TextNormalizer.fold("政務(wù)公開，㎡　１件");
    assertThat(folded.string()).isEqualTo("政务公开,m2 1件");
    assertThat(before(folded)).containsExactly(0, 1, 6, 7, 8, 9, 9, 10, 11, 12, 13);
  }

  @Test
  void foldedTextOfTheSameLengthKnowsWhereItsCharactersStood() {
    Folded folded = TextNormalizer.fold("公開（甲），");
    assertThat(folded.string()).isEqualTo("公开(甲),");
    assertThat(before(folded)).containsExactly(0, 1, 2, 3, 4, 5, 6);
  }

  @Test
  void textThatNeedsNoFoldingIsNotCopied() {
    String text = "收到申请3件。";
    assertThat(TextNormalizer.fold(text).string()).isSameAs(text);
    assertThat(TextNormalizer.simplify(text)).isSameAs(text);
  }

  @Test
  void simplifiedTextKeepsItsPunctuation() {
    assertThat(TextNormalizer.simplify("「公開（kāi）」（kāi）")).isEqualTo("「公开」（kāi）");
  }

  @ParameterizedTest
  @CsvSource({
    "公開, 公开",
    "09azAZ〇, 09azaz〇",
    "０９ａｚＡＺ, 09azaz",
    "⁰①, 01",
    "甲\u3000（乙）\u3001丙\uFFFD, 甲乙丙",
    "㐀\u9FFF, 㐀\u9FFF"
  })
  void keysAreMadeOfEveryLetterAndDigit(String printed, String key) {
    assertThat(TextNormalizer.key(printed)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "大(dà)",
        "大(da\u0300)",
        "大(da\u030C)",
        "大(a)",
        "大(zi)",
        "大(lǜ)",
        "大（ḿ）",
        "大(ɡong)",
        "大(zhuang)",
        "大(zhua\u0304ng)"
      })
  void pinyinInBracketsIsNoPartOfALabel(String printed) {
    assertThat(TextNormalizer.key(printed)).isEqualTo("大");
    assertThat(TextNormalizer.fold(printed).string()).isEqualTo("大");
    assertThat(TextNormalizer.simplify(printed)).isEqualTo("大");
  }

  @ParameterizedTest
  @CsvSource({
    "政府（机关）信息, 政府机关信息",
    "规章()1, 规章1",
    "规章(A), 规章a",
    "规章(kai, 规章kai",
    "规章(kaikaikai)1, 规章kaikaikai1",
    "12(kai), 12kai",
    "(kai)规章, kai规章"
  })
  void otherThingsInBracketsStay(String printed, String key) {
    assertThat(TextNormalizer.key(printed)).isEqualTo(key);
    assertThat(TextNormalizer.fold(printed).string())
        .isEqualTo(printed.replace('（', '(').replace('）', ')'));
    assertThat(TextNormalizer.simplify(printed)).isEqualTo(printed);
  }

  @Test
  void pinyinWithinAPartIsDropped() {
    assertThat(TextNormalizer.key("一、公(gong)開(kai)情況", 2, 16)).isEqualTo("公开情");
    assertThat(TextNormalizer.key("公(gong)", 1, 7)).isEqualTo("gong");
  }

  @Test
  void ofALongLineNoMoreIsFoldedThanTellsThatItIsTooLong() {
    assertThat(TextNormalizer.key("收到申请", 4)).isEqualTo("收到申请");
    assertThat(TextNormalizer.key("收到申请三件", 4)).hasSizeGreaterThan(4);
  }

  @Test
  void aLineOfNothingButCharactersThatBecomeSeveralIsFoldedWhole() {
    String printed = "㍿".repeat(50);
    assertThat(TextNormalizer.key(printed)).isEqualTo("株式会社".repeat(50));
    Folded folded = TextNormalizer.fold(printed);
    assertThat(folded.string()).isEqualTo("株式会社".repeat(50));
    assertThat(folded.originalIndex(199)).isEqualTo(49);
    assertThat(folded.originalIndex(200)).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({"⁰, 0", "㈠, (一)", "㏄, cc", "㏿, gal", "：, :", "\uF900, 豈", "－, -"})
  void foldedTextHasOneFormOfEachCharacter(String printed, String folded) {
    assertThat(TextNormalizer.fold(printed).string()).isEqualTo(folded);
  }

  @Test
  void hanCharactersAreThoseOfTheBasicPlane() {
    assertThat(TextNormalizer.isHan('㐀')).isTrue();
    assertThat(TextNormalizer.isHan('\u9FFF')).isTrue();
    assertThat(TextNormalizer.isHan('\u33FF')).isFalse();
    assertThat(TextNormalizer.isHan('\uA000')).isFalse();
  }

  private static int[] before(Folded folded) {
    int[] places = new int[folded.string().length() + 1];
    for (int i = 0; i < places.length; i++) {
      places[i] = folded.originalIndex(i);
    }
    return places;
  }
}
