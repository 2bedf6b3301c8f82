package org.gongkai.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The pages that a Word document takes in when it is opened ({@code w:altChunk}). */
final class WordChunks {
  private final Archive archive;

  /** Their parts, by the name that the document has for each; null until one is asked for. */
  private @Nullable Map<String, String> parts;

  WordChunks(Archive archive) {
    this.archive = archive;
  }

  /**
   * The page of that name, once: a part that is taken in twice, or that takes in others, could go
   * on for ever. Null where there is none, or where it is an archive itself.
   */
  byte @Nullable [] take(String name) throws IOException, XMLStreamException {
    if (parts == null) {
      parts = parts();
    }
    String part = parts.remove(name);
    if (part == null) {
      return null;
    }
    try (InputStream in = archive.open(part)) {
      byte[] bytes = in.readAllBytes();
      return Archive.is(bytes) ? null : bytes;
    }
  }

  private Map<String, String> parts() throws IOException, XMLStreamException {
    Map<String, String> found = new HashMap<>();
    String relations = archive.find("word/_rels/document", ".rels");
    if (relations == null) {
      return found;
    }
    try (InputStream in = archive.open(relations)) {
      XMLStreamReader xml = WordXml.open(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          String id = WordXml.attribute(xml, "Id");
          String type = WordXml.attribute(xml, "Type");
          String target = WordXml.attribute(xml, "Target");
          if (id != null && target != null && type != null && type.endsWith("/aFChunk")) {
            found.put(id, target.startsWith("/") ? target.substring(1) : "word/" + target);
          }
        }
      }
    }
    return found;
  }
}
