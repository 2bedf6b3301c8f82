package org.gongkai.document.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.docx.DocxFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  private static byte[] zip() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("word/document2.xml", "乙".getBytes(StandardCharsets.UTF_8));
    parts.put("word/document.xml", "甲".repeat(3000).getBytes(StandardCharsets.UTF_8));
    return DocxFixture.zip(parts);
  }

  private static String text(byte[] zip, String name) throws IOException {
    return new String(new Archive(zip).read(name), StandardCharsets.UTF_8);
  }

  /** Where the directory's end begins, or its first entry. */
  private static int at(byte[] zip, int signature) {
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (buffer.getInt(at) != signature) {
      at++;
    }
    return at;
  }

  private static byte[] with(byte[] zip, int at, int value) {
    ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) value);
    return zip;
  }

  @Test
  void aPartIsFoundByItsNamesBeginningAndEndTheShortestFirst() throws IOException {
    Archive archive = new Archive(zip());
    assertThat(archive.find("word/document", ".xml")).isEqualTo("word/document.xml");
    assertThat(archive.find("word/document2", ".xml")).isEqualTo("word/document2.xml");
    assertThat(archive.find("xl/", ".xml")).isNull();
    assertThat(archive.find("word/", ".rels")).isNull();
    assertThat(text(zip(), "word/document.xml")).isEqualTo("甲".repeat(3000));
    assertThat(text(zip(), "word/document2.xml")).isEqualTo("乙");
  }

  @Test
  void bytesBeforeOrBehindTheArchiveDoNoHarm() throws IOException {
    byte[] zip = zip();
    byte[] before = new byte[zip.length + 7];
    System.arraycopy(zip, 0, before, 7, zip.length);
    assertThat(text(before, "word/document2.xml")).isEqualTo("乙");
    assertThat(text(Arrays.copyOf(zip, zip.length + 65_535), "word/document2.xml")).isEqualTo("乙");
    assertThatThrownBy(() -> new Archive(Arrays.copyOf(zip, zip.length + 65_536)))
        .isInstanceOf(ZipException.class)
        .hasMessage("no end");
  }

  @Test
  void aPartThatIsNotThereCannotBeOpened() {
    assertThatThrownBy(() -> new Archive(zip()).read("word/x.xml"))
        .isInstanceOf(ZipException.class)
        .hasMessage("word/x.xml");
  }

  @Test
  void aPartUnderAPasswordIsRefused() {
    byte[] zip = zip();
    assertThatThrownBy(() -> text(with(zip, at(zip, 0x02014b50) + 8, 1), "word/document2.xml"))
        .isInstanceOfSatisfying(
            Archive.Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo(Problem.ENCRYPTED));
  }

  @Test
  void aPartMayBeStoredButNotPackedOtherwise() throws IOException {
    byte[] zip = zip();
    int method = at(zip, 0x02014b50) + 10;
    assertThat(text(with(zip, method, 0), "word/document2.xml")).isNotEqualTo("乙");
    assertThatThrownBy(() -> text(with(zip, method, 12), "word/document2.xml"))
        .isInstanceOf(ZipException.class)
        .hasMessage("method");
  }

  @Test
  void moreThanTwentyThousandPartsAreRefused() {
    byte[] zip = zip();
    assertThatThrownBy(() -> new Archive(with(zip, at(zip, 0x06054b50) + 10, 20_001)))
        .isInstanceOfSatisfying(
            Archive.Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo(Problem.BOMB));
    assertThatThrownBy(() -> new Archive(with(zip, at(zip, 0x06054b50) + 10, 20_000)))
        .isInstanceOf(ZipException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 21, 22, 60})
  void whatIsCutIsTold(int length) {
    assertThatThrownBy(() -> new Archive(Arrays.copyOf(zip(), length)))
        .isInstanceOf(ZipException.class);
  }

  @Test
  void aDirectoryThatPointsElsewhereIsTold() {
    byte[] zip = zip();
    assertThatThrownBy(() -> new Archive(with(zip, at(zip, 0x06054b50) + 12, 3)))
        .isInstanceOf(ZipException.class)
        .hasMessage("directory");
    byte[] lost = zip();
    assertThatThrownBy(() -> text(with(lost, at(lost, 0x02014b50) + 42, 9), "word/document2.xml"))
        .isInstanceOf(ZipException.class);
  }

  @Test
  void anArchiveBeginsWithAPart() {
    assertThat(Archive.is(zip())).isTrue();
    assertThat(Archive.is(new byte[] {'P', 'K', 3, 4})).isTrue();
    assertThat(Archive.is(new byte[] {'P', 'K', 3})).isFalse();
    assertThat(Archive.is(new byte[] {'P', 'K', 5, 6})).isFalse();
    assertThat(Archive.is(new byte[] {'P', 'K', 3, 6})).isFalse();
    assertThat(Archive.is(new byte[] {'P', 'X', 3, 4})).isFalse();
    assertThat(Archive.is(new byte[] {'X', 'K', 3, 4})).isFalse();
  }
}
