package org.gongkai.document.reader;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.document.Format;
import org.gongkai.document.doc.CompoundFile;
import org.gongkai.text.Characters;
import org.jspecify.annotations.Nullable;

/** Tells what a file is by its content. */
final class FormatDetector {
  private static final int HEAD = 65_536;
  private static final int SAMPLE = 8_192;

  /** Bytes among which a PDF's begin is looked for (ISO 32000, annex H). */
  private static final int PDF_HEAD = 1024;

  private static final int FEW = 8;

  /** How the formats begin that hold no text. */
  private static final Map<String, Format> MAGIC =
      Map.ofEntries(
          Map.entry("{\\rtf", Format.RTF),
          Map.entry("\u0089PNG", Format.IMAGE),
          Map.entry("GIF8", Format.IMAGE),
          Map.entry("\u00ff\u00d8\u00ff", Format.IMAGE),
          Map.entry("II*\0", Format.IMAGE),
          Map.entry("MM\0*", Format.IMAGE),
          Map.entry("RIFF", Format.IMAGE),
          Map.entry("7z\u00bc\u00af", Format.ARCHIVE),
          Map.entry("Rar!", Format.ARCHIVE),
          Map.entry("\u001f\u008b", Format.ARCHIVE),
          Map.entry("BZh", Format.ARCHIVE),
          Map.entry("\u00fd7zXZ", Format.ARCHIVE),
          Map.entry("PK\u0005\u0006", Format.ARCHIVE),
          Map.entry("(\u00b5/\u00fd", Format.ARCHIVE),
          Map.entry("ID3", Format.BINARY));

  /** A tag's name; names that end in no space, slash or bracket are words between brackets. */
  private static final Pattern TAG = Pattern.compile("<(!?[a-zA-Z]{1,9}[1-6]?)(?=[\\s>/])");

  /** Elements that only a page has; {@code br} and its like are also left over in texts. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "p", "div", "span", "td", "tr", "tbody", "meta", "h1", "h2", "li", "ul", "dl", "a",
          "script", "title", "font");

  private static final Set<String> ROOTS = Set.of("!doctype", "html", "head", "body", "table");

  private FormatDetector() {}

  /** The format of what is no text and no archive; null where it may be one. */
  static @Nullable Format binary(byte[] bytes) {
    if (bytes.length == 0) {
      return Format.EMPTY;
    }
    String head = latin(bytes, PDF_HEAD);
    if (CompoundFile.is(bytes)) {
      return CompoundFile.format(bytes);
    }
    if (head.contains("%PDF-")) {
      return Format.PDF;
    }
    for (Map.Entry<String, Format> magic : MAGIC.entrySet()) {
      if (head.startsWith(magic.getKey())) {
        return magic.getValue();
      }
    }
    return null;
  }

  /** The first bytes, a character each. */
  private static String latin(byte[] bytes, int most) {
    return new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.ISO_8859_1);
  }

  /** Whether it is an Office file, or the begin of one: this part is written first. */
  static boolean isOfficePackage(byte[] bytes) {
    return latin(bytes, SAMPLE).startsWith("[Content_Types].xml", 30);
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
    String head = latin(bytes, SAMPLE);
    int xml = head.indexOf('<');
    if (xml < 0 || xml >= 16) {
      return false;
    }
    return head.contains("\"http://schemas.microsoft.com/office/word/2003/wordml\"")
        || head.contains("\"http://schemas.microsoft.com/office/2006/xmlPackage\"");
  }

  /** Whether a text is a page: it begins or is built as one, or has tags in several places. */
  static boolean isHtml(String text) {
    int tags = 0;
    Matcher tag = TAG.matcher(text);
    for (int i = text.indexOf('<'); i >= 0 && i < HEAD; i = text.indexOf('<', i + 1)) {
      if (tag.region(i, text.length()).lookingAt()) {
        String name = tag.group(1).toLowerCase(Locale.ROOT);
        if (ROOTS.contains(name) || ELEMENTS.contains(name) && ++tags > 2) {
          return true;
        }
      }
    }
    return false;
  }
}
