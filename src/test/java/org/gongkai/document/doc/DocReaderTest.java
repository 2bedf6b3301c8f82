package org.gongkai.document.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hwpf.HWPFDocument;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Format;
import org.gongkai.document.Grid;
import org.gongkai.document.Position;
import org.junit.jupiter.api.Test;

/** What Word 97 to 2003 keeps and shows; {@code features.doc} was saved by LibreOffice. */
class DocReaderTest {
  private static byte[] features() throws IOException {
    try (InputStream in = DocReaderTest.class.getResourceAsStream("/doc/features.doc")) {
      return in.readAllBytes();
    }
  }

  private static List<String> paragraphs(Document document) {
    return document.blocks().stream()
        .filter(block -> !(block instanceof Grid))
        .map(block -> block.texts().get(0).string())
        .toList();
  }

  @Test
  void neitherDeletedNorHiddenTextIsRead() throws IOException {
    assertThat(paragraphs(DocReader.read(features()))).contains("已收12件");
  }

  @Test
  void aFieldIsWhatItShows() throws IOException {
    assertThat(paragraphs(DocReader.read(features()))).contains("见附页。");
  }

  @Test
  void numbersOfListsStandBeforeTheirParagraphs() throws IOException {
    assertThat(paragraphs(DocReader.read(features()))).startsWith("（一）收集办法", "（二）统计口径");
  }

  @Test
  void aLineBreakBeginsAnother() throws IOException {
    assertThat(paragraphs(DocReader.read(features()))).containsSubsequence("上行", "下行");
  }

  @Test
  void mergedCellsSpan() throws IOException {
    Grid grid =
        (Grid)
            DocReader.read(features()).blocks().stream()
                .filter(Grid.class::isInstance)
                .findFirst()
                .orElseThrow();

    assertThat(
            grid.rows().stream()
                .map(
                    row ->
                        row.cells().stream()
                            .map(c -> c.text().string() + c.rowSpan() + "x" + c.columnSpan())
                            .toList()))
        .containsExactly(
            List.of("名目1x2", "数1x1"),
            List.of("甲类2x1", "子项一1x1", "31x1"),
            List.of("子项二1x1", "151x1"),
            List.of("合并到底1x3"));
  }

  @Test
  void wordsStandInAParagraph() throws IOException {
    Block second = DocReader.read(features()).blocks().get(1);

    assertThat(second.texts().get(0).at(3)).isEqualTo(new Position(2, 1));
  }

  @Test
  void aPasswordIsTold() throws IOException {
    byte[] locked;
    try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(features()))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      document.write(out);
      locked = out.toByteArray();
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }

    assertThat(DocReader.read(locked).problem()).isEqualTo(Problem.ENCRYPTED);
  }

  @Test
  void damagedFilesEndInAResult() throws IOException {
    byte[] whole = features();
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      byte[] garbled =
          Arrays.copyOf(whole, i % 2 == 0 ? whole.length : random.nextInt(whole.length));
      for (int j = 0; j < 1 + i % 30 && garbled.length > 512; j++) {
        garbled[512 + random.nextInt(garbled.length - 512)] = (byte) random.nextInt();
      }
      assertThat(DocReader.read(garbled).format()).isEqualTo(Format.DOC);
    }
  }
}
