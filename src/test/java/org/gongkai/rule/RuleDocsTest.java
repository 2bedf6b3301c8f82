package org.gongkai.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Holds the documentation of the rules to the catalogue; {@code -Dgongkai.docs=write} writes it.
 */
class RuleDocsTest {
  private static final boolean WRITE = "write".equals(System.getProperty("gongkai.docs"));

  @Test
  void theEnglishPageIsThatOfTheCatalogue() throws IOException {
    check(Path.of("docs", "rules.md"), RuleDocs.english());
  }

  @Test
  void theChinesePageIsThatOfTheCatalogue() throws IOException {
    check(Path.of("docs", "rules.zh-CN.md"), RuleDocs.chinese());
  }

  private static void check(Path page, String text) throws IOException {
    if (WRITE) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, text);
    }
    assertThat(Files.exists(page) ? Files.readString(page) : "")
        .as("%s; write it anew with -Dtest=RuleDocsTest -Dgongkai.docs=write", page)
        .isEqualTo(text);
  }
}
