package org.gongkai.document.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.document.BlocksDump;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Each takes a fraction of a second alone; the limit is wide for machines under load, and still
 * catches what is quadratic.
 */
@Timeout(60)
class HostileTest {
  private static Document read(String text) {
    return DocumentReader.read(text.getBytes(UTF_8));
  }

  @Test
  void readsTagsInOneAnotherWithoutEnd() {
    for (String tag : new String[] {"<div>", "<font>", "<table><tr><td>", "<b><p>", "<a href=x>"}) {
      assertThat(BlocksDump.of(read("<html>" + tag.repeat(50_000) + "甲")))
          .as(tag)
          .isEqualTo("P 甲\n");
    }
  }

  @Test
  void readsManyTablesAndColumns() {
    assertThat(read("<html>" + "<table><tr><td>甲<td>1</table>".repeat(1_000)).blocks())
        .hasSize(1_000);
    Document wide =
        read("<html><table><tr>" + "<td colspan=1000000000>1".repeat(5_000) + "</table>");
    assertThat(((Grid) wide.blocks().get(0)).rows().get(0).cells()).hasSize(5_000);
  }

  @Test
  void readsTextsOfSeparatorsOnly() {
    assertThat(read("甲" + "|".repeat(500_000) + "乙").blocks()).hasSize(1);
    assertThat(read("&a".repeat(500_000)).blocks()).hasSize(1);
    assertThat(read("<".repeat(500_000)).blocks()).hasSize(1);
  }

  @Test
  void refusesMessagesOfNothing() {
    String head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n";
    byte[] headers = (head + " a\n".repeat(100_000)).getBytes(ISO_8859_1);
    assertThat(DocumentReader.read(headers).problem()).isEqualTo(Problem.DAMAGED);
    String part = "\n--x\nContent-Type: multipart/related; boundary=x\n";
    assertThat(DocumentReader.read((head + part.repeat(20_000)).getBytes(ISO_8859_1)).problem())
        .isEqualTo(Problem.DAMAGED);
  }

  @Test
  void keepsLoneSurrogates() {
    Document document = read("<html><p>甲&#xd800;乙&#x110000;</p>");
    assertThat(((Paragraph) document.blocks().get(0)).text().position())
        .isEqualTo(new Position(1, 10));
  }
}
