package org.gongkai.document.docx;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The XML of a Word document's parts: opened without trust, its elements and their attributes. */
final class WordXml {
  private WordXml() {}

  /** A reader that resolves nothing outside and takes no document type. */
  static XMLStreamReader open(byte[] xml) throws XMLStreamException {
    // The platform's own: no service is looked for.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    return factory.createXMLStreamReader(characters(xml));
  }

  /** As UTF-8, whatever is declared: damaged bytes cost a character, not the document. */
  private static Reader characters(byte[] xml) {
    boolean hasMark = xml.length > 2 && xml[0] == (byte) 0xef;
    int skip = hasMark ? 3 : 0;
    return new InputStreamReader(
        new ByteArrayInputStream(xml, skip, xml.length - skip), StandardCharsets.UTF_8);
  }

  /**
   * Visits each element within the one that is open, at any depth, and goes to its end; what a
   * tracked change replaced is left out.
   */
  static void eachWithin(XMLStreamReader xml, Consumer<String> visitor) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().endsWith("PrChange")) {
          skip(xml);
        } else {
          depth++;
          visitor.accept(xml.getLocalName());
        }
      }
    }
  }

  /** Goes to the end of the element that is open. */
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  /** Whether the element is one of the text, not of what is drawn in it. */
  static boolean isWord(XMLStreamReader xml) {
    String namespace = xml.getNamespaceURI();
    return namespace != null
        && (namespace.contains("wordprocessingml") || namespace.endsWith("/wordml"));
  }

  /** What most properties say, in {@code w:val}. */
  static @Nullable String value(XMLStreamReader xml) {
    return attribute(xml, "val");
  }

  /** What a property says; empty for nothing. */
  static String string(XMLStreamReader xml) {
    String value = value(xml);
    return value == null ? "" : value;
  }

  /** By its local name; null where it has none. */
  static @Nullable String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Whether a property is set: there, and not said to be off. */
  static boolean isOn(XMLStreamReader xml) {
    String value = value(xml);
    return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
  }

  /** The value as a number; 0 where it is none. */
  static int number(XMLStreamReader xml) {
    return number(value(xml), 0);
  }

  /** What is written as a number; another one where it is none. */
  static int number(@Nullable String written, int other) {
    try {
      return written == null ? other : Integer.parseInt(written.trim());
    } catch (NumberFormatException e) {
      return other;
    }
  }
}
