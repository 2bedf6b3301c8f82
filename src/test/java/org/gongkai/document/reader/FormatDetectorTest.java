package org.gongkai.document.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.gongkai.document.Format;
import org.gongkai.text.Characters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatDetectorTest {
  private static byte[] bytes(String string) {
    return string.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static @Nullable Format binary(String string) {
    return FormatDetector.binary(bytes(string));
  }

  @Test
  void aFormatIsKnownByItsFirstBytes() {
    assertThat(binary("")).isEqualTo(Format.EMPTY);
    assertThat(binary("%PDF-1.7")).isEqualTo(Format.PDF);
    assertThat(binary(" ".repeat(1000) + "%PDF-1.7")).isEqualTo(Format.PDF);
    assertThat(binary(" ".repeat(1024) + "%PDF-1.7")).isNull();
    assertThat(binary("{\\rtf1")).isEqualTo(Format.RTF);
    assertThat(binary("\u0089PNG\r\n")).isEqualTo(Format.IMAGE);
    assertThat(binary("PK\u0005\u0006")).isEqualTo(Format.ARCHIVE);
    assertThat(binary("PK\u0003\u0004")).as("an archive").isNull();
    assertThat(binary("一".repeat(3))).isNull();
    assertThat(binary("RIF")).as("begun only").isNull();
    assertThat(binary("RIFF")).isEqualTo(Format.IMAGE);
    assertThat(binary("xRIFF")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"8, 1, false", "9, 1, true", "9, 225, false", "9, 224, true", "400, 8192, true"})
  void aTextWithMoreThanAFewControlCharactersIsNone(int controls, int length, boolean binary) {
    String text = "\u0001".repeat(controls) + "甲".repeat(Math.max(0, length - controls));
    assertThat(FormatDetector.isBinary(text)).isEqualTo(binary);
    assertThat(FormatDetector.isBinary("\t\n\r\f".repeat(100))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"8, 8, false", "9, 9, true", "9, 36, false", "9, 35, true"})
  void noneIsATextOfWhichAQuarterMeansNothing(int broken, int length, boolean binary) {
    assertThat(FormatDetector.isBinary("\ufffd".repeat(broken) + "甲".repeat(length - broken)))
        .isEqualTo(binary);
  }

  @Test
  void onlyTheBeginningIsLookedAt() {
    assertThat(FormatDetector.isBinary("甲".repeat(8192) + "\u0001".repeat(8192))).isFalse();
    assertThat(FormatDetector.isHtml("甲".repeat(65_535) + "<html>")).isTrue();
    assertThat(FormatDetector.isHtml("甲".repeat(65_536) + "<html>")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "<!DOCTYPE html>",
        "甲<BODY class=a>",
        "<table/>",
        "<p>甲</p><p>乙</p><p>丙",
        "<h1>甲</h1><Span\n>乙<h2>",
        "<td>1<td>2<td>3"
      })
  void tagsMakeAPage(String text) {
    assertThat(FormatDetector.isHtml(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "甲 < 乙 < 丙",
        "<p>甲</p><p>乙</p>",
        "<br>甲<br>乙<br>丙<br>",
        "<html",
        "<htmlx>",
        "<html甲>",
        "<h7><h7><h7>",
        "<p!><p!><p!>",
        "<p甲><p甲><p甲>",
        "< p>< p>< p>",
        "<abcdefghijk><abcdefghijk>"
      })
  void whatIsLeftOfAFewDoesNot(String text) {
    assertThat(FormatDetector.isHtml(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'', true", "' \u3000\u00a0\n', true", "' 甲', false", "., false"})
  void blankIsWhatPrintsNothing(String text, boolean blank) {
    assertThat(Characters.isBlank(text)).isEqualTo(blank);
  }
}
