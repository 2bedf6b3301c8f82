package org.gongkai.document.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Format;
import org.gongkai.document.archive.Archive;
import org.gongkai.document.archive.Gzip;
import org.gongkai.document.charset.Charsets;
import org.gongkai.document.charset.Decoded;
import org.gongkai.document.doc.CompoundFile;
import org.gongkai.document.doc.DocReader;
import org.gongkai.document.docx.DocxReader;
import org.gongkai.document.html.HtmlReader;
import org.gongkai.document.mhtml.MhtmlReader;
import org.gongkai.document.pdf.PdfReader;
import org.gongkai.document.text.TextReader;
import org.gongkai.text.Characters;

/**
 * Reads files: tells format and charset by content, never by a name, and gives blocks.
 *
 * <pre>{@code
 * Document document = DocumentReader.read(Files.readAllBytes(path));
 * for (Block block : document.blocks()) { ... }
 * }</pre>
 */
public final class DocumentReader {
  /** Larger files are refused unless the caller says otherwise: 25 MiB. */
  public static final int MAX_BYTES = 25 << 20;

  private DocumentReader() {}

  /**
   * Reads a file of up to {@link #MAX_BYTES}. Never throws for what is in it: see {@link
   * Document#problem()}.
   *
   * @param bytes the file
   */
  public static Document read(byte[] bytes) {
    return read(bytes, MAX_BYTES);
  }

  /**
   * Reads a file. Never throws for what is in it: see {@link Document#problem()}.
   *
   * @param bytes the file
   * @param maxBytes the size beyond which it is not looked into ({@link Problem#TOO_LARGE})
   */
  public static Document read(byte[] bytes, int maxBytes) {
    if (bytes.length > maxBytes) {
      return Document.unreadable(coarse(bytes), Problem.TOO_LARGE);
    }
    try {
      if (Gzip.is(bytes)) {
        byte[] unpacked = Gzip.unpack(bytes);
        return Gzip.is(unpacked)
            ? Document.unreadable(Format.ARCHIVE, Problem.UNSUPPORTED)
            : read(unpacked, maxBytes);
      }
      if (Archive.is(bytes)) {
        return read(new Archive(bytes));
      }
    } catch (Archive.Refused e) {
      return Document.unreadable(coarse(bytes), e.problem());
    } catch (IOException e) {
      return Document.unreadable(coarse(bytes), Problem.DAMAGED);
    }
    if (CompoundFile.isEncrypted(bytes)) {
      return Document.unreadable(Format.DOCX, Problem.ENCRYPTED);
    }
    Format binary = FormatDetector.binary(bytes);
    if (binary == Format.PDF) {
      return PdfReader.read(bytes);
    }
    if (binary == Format.DOC) {
      return DocReader.read(bytes);
    }
    if (binary != null) {
      return Document.unreadable(
          binary, binary == Format.EMPTY ? Problem.EMPTY : Problem.UNSUPPORTED);
    }
    if (MhtmlReader.is(bytes)) {
      return MhtmlReader.read(bytes);
    }
    if (FormatDetector.isWordXml(bytes)) {
      return DocxReader.read(bytes);
    }
    Decoded decoded = Charsets.decode(bytes, null);
    String text = decoded.text();
    if (FormatDetector.isBinary(text)) {
      return Document.unreadable(Format.BINARY, Problem.UNSUPPORTED);
    }
    if (Characters.isBlank(text)) {
      return Document.unreadable(Format.EMPTY, Problem.EMPTY);
    }
    return FormatDetector.isHtml(text)
        ? HtmlReader.read(Format.HTML, decoded)
        : TextReader.read(decoded);
  }

  private static Document read(Archive archive) throws IOException {
    String part = DocxReader.mainPart(archive);
    return part == null
        ? Document.unreadable(format(archive), Problem.UNSUPPORTED)
        : DocxReader.read(archive, part);
  }

  /** What an archive is that holds no Word document. */
  private static Format format(Archive archive) {
    if (archive.has("xl/workbook.xml") || archive.has("xl/workbook.bin")) {
      return Format.XLSX;
    }
    if (archive.has("ppt/presentation.xml")) {
      return Format.PPT;
    }
    if (archive.has("OFD.xml")) {
      return Format.OFD;
    }
    return archive.has("content.xml") && archive.has("META-INF/manifest.xml")
        ? Format.ODT
        : Format.ARCHIVE;
  }

  /** What a file seems to be that is not looked into. */
  private static Format coarse(byte[] bytes) {
    Format binary = FormatDetector.binary(bytes);
    if (binary != null) {
      return binary;
    }
    if (Archive.is(bytes)) {
      return FormatDetector.isOfficePackage(bytes) ? Format.DOCX : Format.ARCHIVE;
    }
    if (MhtmlReader.is(bytes)) {
      return Format.MHTML;
    }
    return FormatDetector.isHtml(
            new String(bytes, 0, Math.min(bytes.length, 1 << 16), StandardCharsets.ISO_8859_1))
        ? Format.HTML
        : Format.TEXT;
  }
}
