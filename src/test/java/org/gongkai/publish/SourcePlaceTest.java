package org.gongkai.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePlaceTest {
  @ParameterizedTest
  @CsvSource({
    "0, 72, html, 源文件第72行",
    "0, 72, text, 源文件第72行",
    "0, 58, docx, 第58段",
    "0, 58, doc, 第58段",
    "3, 12, pdf, 第3页"
  })
  void aPlaceIsNamedForItsFormat(int page, int line, String format, String said) {
    assertThat(SourcePlace.of(page, line, format).zh()).isEqualTo(said);
  }
}
