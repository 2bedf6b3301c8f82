package org.gongkai.document.reader;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.document.Format;
import org.gongkai.text.Ascii;
import org.gongkai.text.Characters;
import org.jspecify.annotations.Nullable;

/** Tells what a file is by its content. */
final class FormatDetector {
  private static final int HEAD = 65_536;
  private static final int SAMPLE = 8_192;
  private static final int FEW = 8;

  /** How the formats begin that hold no text, by what they are. */
  private static final Map<Format, List<byte[]>> MAGIC =
      Map.of(
          Format.IMAGE,
          magics(
              "\u0089PNG", "GIF8", "\u00ff\u00d8\u00ff", "II*\0", "MM\0*", "RIFF", "\0\0\u0001\0"),
          Format.ARCHIVE,
          magics("7z\u00bc\u00af", "Rar!", "BZh", "\u00fd7zXZ", "PK\u0005\u0006", "(\u00b5/\u00fd"),
          Format.BINARY,
          magics(
              "\u007fELF",
              "MZ\u0090",
              "\u00ca\u00fe\u00ba\u00be",
              "SQLite format 3",
              "OggS",
              "ID3"));

  private static final byte[] COMPOUND = magic("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
  private static final byte[] PDF = magic("%PDF-");
  private static final byte[] RTF = magic("{\\rtf");
  private static final byte[] WORD_STREAM = "WordDocument".getBytes(StandardCharsets.UTF_16LE);
  private static final byte[] SHEET_STREAM = "Workbook".getBytes(StandardCharsets.UTF_16LE);
  private static final byte[] ENCRYPTED_STREAM =
      "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  /** Elements that only a page has; {@code br} and its like are also left over in texts. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "p", "div", "span", "td", "tr", "tbody", "meta", "h1", "h2", "li", "ul", "dl", "a",
          "script", "title", "font");

  private static final Set<String> ROOTS = Set.of("!doctype", "html", "head", "body", "table");

  private FormatDetector() {}

  private static List<byte[]> magics(String... begins) {
    return Stream.of(begins).map(FormatDetector::magic).toList();
  }

  private static byte[] magic(String bytes) {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The format of what is no text and no archive; null where it may be one. */
  static @Nullable Format binary(byte[] bytes) {
    if (bytes.length == 0) {
      return Format.EMPTY;
    }
    if (begins(bytes, COMPOUND)) {
      return contains(bytes, WORD_STREAM, bytes.length)
          ? Format.DOC
          : contains(bytes, SHEET_STREAM, bytes.length) ? Format.XLS : Format.BINARY;
    }
    if (contains(bytes, PDF, 1024)) {
      return Format.PDF;
    }
    if (begins(bytes, RTF)) {
      return Format.RTF;
    }
    for (Map.Entry<Format, List<byte[]>> format : MAGIC.entrySet()) {
      for (byte[] magic : format.getValue()) {
        if (begins(bytes, magic)) {
          return format.getKey();
        }
      }
    }
    return null;
  }

  /** Whether it is an Office document under a password, which lies in a compound file. */
  static boolean isEncrypted(byte[] bytes) {
    return begins(bytes, COMPOUND) && contains(bytes, ENCRYPTED_STREAM, bytes.length);
  }

  /**
   * Whether control characters, which no text holds, or bytes that mean nothing are more than a
   * slip.
   */
  static boolean isBinary(String text) {
    int length = Math.min(text.length(), SAMPLE);
    int controls = 0;
    int broken = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' && !Characters.isSpace(c)) {
        controls++;
      } else if (c == '\ufffd') {
        broken++;
      }
    }
    return controls > FEW && controls * 25 > length || broken > FEW && broken * 4 > length;
  }

  /** Whether it is a Word document in XML: of Word 2003, or a package in one file (flat OPC). */
  static boolean isWordXml(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, SAMPLE), StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    int xml = head.indexOf('<');
    return xml >= 0
        && xml < 8
        && (head.contains("\"http://schemas.microsoft.com/office/word/2003/wordml\"")
            || head.contains("\"http://schemas.microsoft.com/office/2006/xmlPackage\""));
  }

  /** Whether the bytes from {@code at} are these. */
  static boolean begins(byte[] bytes, int at, String magic) {
    return matches(bytes, at, magic(magic));
  }

  private static boolean begins(byte[] bytes, byte[] magic) {
    return matches(bytes, 0, magic);
  }

  private static boolean matches(byte[] bytes, int at, byte[] magic) {
    if (at > bytes.length - magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (bytes[at + i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(byte[] bytes, byte[] magic, int within) {
    for (int i = 0; i < Math.min(within, bytes.length); i++) {
      if (bytes[i] == magic[0] && matches(bytes, i, magic)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text is a page: it begins or is built as one, or has tags in several places. */
  static boolean isHtml(String text) {
    int limit = Math.min(text.length(), HEAD);
    int tags = 0;
    for (int i = text.indexOf('<'); i >= 0 && i < limit; i = text.indexOf('<', i + 1)) {
      String name = name(text, i + 1);
      if (ROOTS.contains(name)) {
        return true;
      }
      if (ELEMENTS.contains(name) && ++tags > 2) {
        return true;
      }
    }
    return false;
  }

  /** The name of the tag that begins there, in lower case; empty for none. */
  private static String name(String text, int from) {
    int i = from;
    while (i < text.length()
        && i - from < 10
        && (Ascii.isLetter(text.charAt(i)) || i == from && text.charAt(i) == '!')) {
      i++;
    }
    if (i < text.length() && text.charAt(i) >= '1' && text.charAt(i) <= '6') {
      i++;
    }
    boolean ends =
        i < text.length()
            && (text.charAt(i) <= ' ' || text.charAt(i) == '>' || text.charAt(i) == '/');
    return ends ? text.substring(from, i).toLowerCase(java.util.Locale.ROOT) : "";
  }
}
