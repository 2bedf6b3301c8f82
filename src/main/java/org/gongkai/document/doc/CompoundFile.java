package org.gongkai.document.doc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.poifs.storage.BATBlock;
import org.apache.poi.poifs.storage.HeaderBlock;
import org.gongkai.document.Format;

/**
 * What a compound file ([MS-CFB]) is: the container of Office before 2007, of WPS's {@code .wps}
 * and {@code .et}, and of documents under a password. Told by its streams, not by those of a
 * document within it.
 */
public final class CompoundFile {
  /** Bytes. One sector of the allocation table announces 4 MiB where a sector has 4096 bytes. */
  private static final long SPARE = 16 << 20;

  private static final String MAGIC = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
  private static final String ENCRYPTED = "EncryptedPackage";
  private static final String WORD = "WordDocument";
  private static final List<String> EXCEL = List.of("Workbook", "Book");
  private static final String POWER_POINT = "PowerPoint Document";

  private CompoundFile() {}

  /** Whether a file is one. */
  public static boolean is(byte[] bytes) {
    return latin(bytes, MAGIC.length()).equals(MAGIC);
  }

  /** Whether it is an Office document under a password. */
  public static boolean isEncrypted(byte[] bytes) {
    return is(bytes) && streams(bytes).contains(ENCRYPTED);
  }

  /** What it is; {@link Format#BINARY} for what no office makes. */
  public static Format format(byte[] bytes) {
    Set<String> streams = streams(bytes);
    if (streams.contains(WORD)) {
      return Format.DOC;
    }
    if (EXCEL.stream().anyMatch(streams::contains)) {
      return Format.XLS;
    }
    return streams.contains(POWER_POINT) ? Format.PPT : Format.BINARY;
  }

  /**
   * Opens one. POI makes room for all sectors that the header announces before it reads any.
   *
   * @throws IOException if it announces far more than the file holds
   */
  static POIFSFileSystem open(byte[] bytes) throws IOException {
    HeaderBlock header = new HeaderBlock(new ByteArrayInputStream(bytes));
    if (BATBlock.calculateMaximumSize(header) > bytes.length + SPARE) {
      throw new IOException("more sectors than the file holds");
    }
    return new POIFSFileSystem(new ByteArrayInputStream(bytes));
  }

  private static Set<String> streams(byte[] bytes) {
    try (POIFSFileSystem files = open(bytes)) {
      return files.getRoot().getEntryNames();
    } catch (IOException | RuntimeException e) {
      return namesIn(bytes);
    }
  }

  /** The streams that a damaged file names anywhere: it was cut off, or its directory is broken. */
  private static Set<String> namesIn(byte[] bytes) {
    String all = latin(bytes, bytes.length);
    Set<String> names = new HashSet<>();
    for (String name : List.of(ENCRYPTED, WORD, EXCEL.get(0), EXCEL.get(1), POWER_POINT)) {
      byte[] wide = name.getBytes(StandardCharsets.UTF_16LE);
      if (all.contains(latin(wide, wide.length))) {
        names.add(name);
      }
    }
    return names;
  }

  /** The first bytes, a character each. */
  private static String latin(byte[] bytes, int most) {
    return new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.ISO_8859_1);
  }
}
