package org.gongkai.document.docx;

import java.io.IOException;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.document.CharsetFrom;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Pages;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Document.WebPage;
import org.gongkai.document.Format;
import org.gongkai.document.archive.Archive;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Word document (Office Open XML, ECMA-376) as it prints with all changes accepted: finds
 * the part that holds its text, which {@link BodyReader} reads.
 */
public final class DocxReader {
  private static final String RELATIONSHIPS = "_rels/.rels";

  private DocxReader() {}

  /**
   * The part that holds the document's text, by the relationships of the package (ECMA-376 part 2)
   * or by its usual name; null where the archive is no Word document.
   */
  public static @Nullable String mainPart(Archive archive) throws IOException {
    String target = archive.has(RELATIONSHIPS) ? officeDocument(archive.read(RELATIONSHIPS)) : null;
    if (target != null && archive.has(target)) {
      return target.toLowerCase(Locale.ROOT).matches("/?(xl|ppt)/.*") ? null : target;
    }
    return archive.find("word/document", ".xml");
  }

  private static @Nullable String officeDocument(byte[] relationships) {
    try {
      XMLStreamReader xml = WordXml.open(relationships);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          String type = WordXml.attribute(xml, "Type");
          if (type != null && type.endsWith("/officeDocument")) {
            return WordXml.attribute(xml, "Target");
          }
        }
      }
    } catch (XMLStreamException e) {
      return null; // damaged: the usual name is left
    }
    return null;
  }

  /** Reads the document in the archive; the main part is named. */
  public static Document read(Archive archive, String part) throws IOException {
    String folder = part.substring(0, part.replace('\\', '/').lastIndexOf('/') + 1);
    String lists = folder + "numbering.xml";
    byte[] text = archive.read(part);
    return read(text, archive.has(lists) ? archive.read(lists) : null);
  }

  /** Reads a document that is one file of XML: of Word 2003, or a flat package. */
  public static Document read(byte[] xml) {
    return read(xml, xml);
  }

  private static Document read(byte[] text, byte @Nullable [] lists) {
    BodyReader body;
    try {
      body = new BodyReader(lists == null ? Numbering.NONE : Numbering.read(lists));
      body.read(text);
    } catch (XMLStreamException e) {
      return Document.unreadable(Format.DOCX, Problem.DAMAGED);
    }
    boolean isEmpty = body.blocks().isEmpty() && body.images().isEmpty();
    return new Document(
        Format.DOCX,
        "UTF-8",
        CharsetFrom.FORMAT,
        body.blocks(),
        body.images(),
        WebPage.NONE,
        true,
        isEmpty ? Problem.EMPTY : null,
        Pages.NONE);
  }
}
