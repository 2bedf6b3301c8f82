package org.gongkai.document.doc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Image;
import org.gongkai.document.Document.Pages;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Document.WebPage;
import org.gongkai.document.Format;

/**
 * Reads a Word document of 1997 to 2003 ([MS-DOC]) as it prints with all changes accepted.
 *
 * <p>A position is a paragraph, numbered from 1 in the order of the file, and a character of it.
 */
public final class DocReader {
  /** Paragraphs, of which a report has some five hundred. */
  private static final int MOST = 50_000;

  private DocReader() {}

  /** Reads a file. Never throws for what is in it: see {@link Document#problem()}. */
  public static Document read(byte[] bytes) {
    try (POIFSFileSystem files = CompoundFile.open(bytes);
        HWPFDocument document = open(files, bytes.length)) {
      Range range = document.getRange();
      if (range.numParagraphs() > MOST) {
        return Document.unreadable(Format.DOC, Problem.BOMB);
      }
      ParagraphReader paragraphs = new ParagraphReader();
      List<Block> blocks = new ArrayList<>();
      read(range, paragraphs, 0, blocks);
      return new Document(
          Format.DOC,
          null,
          null,
          blocks,
          paragraphs.images(),
          WebPage.NONE,
          true,
          blocks.isEmpty() ? Problem.EMPTY : null,
          Pages.NONE);
    } catch (EncryptedDocumentException e) {
      return Document.unreadable(Format.DOC, Problem.ENCRYPTED);
    } catch (OldFileFormatException e) {
      return Document.unreadable(Format.DOC, Problem.UNSUPPORTED);
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      // POI seldom throws an IOException for a damaged file. For a drawn picture it looks for AWT,
      // which a native image lacks.
      return Document.unreadable(Format.DOC, Problem.DAMAGED);
    }
  }

  /** Opens the document. POI makes room for what a stream says that it holds before it looks. */
  private static HWPFDocument open(POIFSFileSystem files, int size) throws IOException {
    for (Entry entry : files.getRoot()) {
      if (entry instanceof DocumentEntry stream && stream.getSize() > size) {
        throw new IOException("a stream larger than the file");
      }
    }
    return new HWPFDocument(files);
  }

  /** Reads a part of the document: tables that lie deeper than the level, and paragraphs. */
  static void read(Range range, ParagraphReader paragraphs, int level, List<Block> into) {
    for (int i = 0; i < range.numParagraphs(); i++) {
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
        Table table = range.getTable(paragraph);
        new DocTable(paragraphs, level + 1).read(table, into);
        i += Math.max(1, table.numParagraphs()) - 1;
      } else {
        paragraphs.read(paragraph, into);
      }
    }
  }

  /** A picture, of which HWPF does not say what it shows. */
  static Image image(List<Block> before) {
    return new Image(before.size(), "");
  }
}
