package org.gongkai.document.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompoundFileTest {
  /** A file with a stream, and another file within it that has a stream of its own. */
  private static byte[] file(String stream, String within) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      files.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
      DirectoryEntry embedded = files.createDirectory("MBD00012345");
      embedded.createDocument(within, new ByteArrayInputStream(new byte[10]));
      files.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WordDocument, Workbook, DOC",
    "Workbook, WordDocument, XLS",
    "Book, WordDocument, XLS",
    "PowerPoint Document, WordDocument, PPT",
    "CONTENTS, WordDocument, BINARY"
  })
  void itIsWhatItsOwnStreamSays(String stream, String within, Format format) throws IOException {
    assertThat(CompoundFile.format(file(stream, within))).isEqualTo(format);
  }

  @Test
  void itIsUnderAPasswordByAStreamOfItsOwn() throws IOException {
    assertThat(CompoundFile.isEncrypted(file("EncryptedPackage", "x"))).isTrue();
    assertThat(CompoundFile.isEncrypted(file("WordDocument", "EncryptedPackage"))).isFalse();
  }

  @Test
  void aDamagedDocumentIsStillOne() throws IOException {
    try (InputStream in = CompoundFileTest.class.getResourceAsStream("/doc/features.doc")) {
      byte[] whole = in.readAllBytes();
      assertThat(CompoundFile.format(whole)).isEqualTo(Format.DOC);
      // Where the directory begins.
      Arrays.fill(whole, 48, 52, (byte) 0x7f);
      assertThat(CompoundFile.format(whole)).isEqualTo(Format.DOC);
    }
  }

  /** A fuzz target with 256 MB ran out of memory, since POI made room for these sectors. */
  @Test
  void noRoomIsMadeForSectorsThatTheFileDoesNotHold() throws IOException {
    byte[] whole = file("WordDocument", "x");
    // Sectors of the allocation table, each for 64 KiB: 249 MB, just below the bound of POI.
    ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(44, 3_800);

    assertThatThrownBy(() -> CompoundFile.open(whole))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("sectors");
    assertThat(CompoundFile.format(whole)).isEqualTo(Format.DOC);
    assertThat(DocReader.read(whole).problem()).isEqualTo(Problem.DAMAGED);
  }

  @Test
  void anotherFileIsNone() {
    assertThat(CompoundFile.is(new byte[] {'P', 'K', 3, 4})).isFalse();
    assertThat(CompoundFile.is(new byte[3])).isFalse();
  }
}
