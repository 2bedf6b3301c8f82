package org.gongkai.document.docx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.document.AnnotationDetector;
import org.gongkai.document.Block;
import org.gongkai.document.CharsetFrom;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Image;
import org.gongkai.document.Document.Pages;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Document.WebPage;
import org.gongkai.document.Format;
import org.gongkai.document.Paragraph;
import org.gongkai.document.TableBuilder;
import org.gongkai.document.Text;
import org.gongkai.document.TextBuilder;
import org.gongkai.document.archive.Archive;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Word document (Office Open XML, ECMA-376) as it prints with all changes accepted.
 *
 * <p>Nodes are paragraphs, numbered from 1 in the order of the file; an offset counts the
 * characters of the paragraph, a tab or break as one.
 */
public final class DocxReader {
  private static final String RELATIONSHIPS = "_rels/.rels";

  /** What is open around a paragraph: the body, a cell, a text box. */
  private static final class Container {
    final TextBuilder words;
    final List<Block> blocks;
    int node;
    int offset;

    /**
     * What of the paragraph is struck through or marks a note, for the case that nothing else is
     * said.
     */
    @Nullable Text annotation;

    Container(TextBuilder words, List<Block> blocks) {
      this.words = words;
      this.blocks = blocks;
    }
  }

  /** An open table: which cells of the rows above reach down, by column. */
  private static final class OpenTable {
    final TableBuilder rows = new TableBuilder();
    final Map<Integer, TableBuilder.Cell> merged = new HashMap<>();
    int column;
    int span = 1;
    boolean merge;
    boolean restart;
    boolean deleted;
  }

  private final WordParagraphs origin = new WordParagraphs();
  private final List<Image> images = new ArrayList<>();
  private final Deque<Container> containers = new ArrayDeque<>();

  /** The open tables, innermost first; the last takes in what is outside of any. */
  private final Deque<OpenTable> tables = new ArrayDeque<>(List.of(new OpenTable()));

  private final List<Block> top = new ArrayList<>();
  private final Numbering numbering;

  private Container container = new Container(new TextBuilder(origin), top);
  private int paragraphs;
  private boolean run;
  private boolean hidden;
  private boolean struck;
  private boolean raised;

  /** The words of a run that is struck through or raised. */
  private final TextBuilder annotated = new TextBuilder(origin);

  private String description = "";

  /** The paragraph's list and its level; -1 for none. */
  private int list = -1;

  private int level;

  private DocxReader(Numbering numbering) {
    this.numbering = numbering;
  }

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
    DocxReader reader;
    try {
      reader = new DocxReader(lists == null ? Numbering.NONE : Numbering.read(lists));
      reader.body(text);
    } catch (XMLStreamException e) {
      return Document.unreadable(Format.DOCX, Problem.DAMAGED);
    }
    Problem problem = reader.top.isEmpty() && reader.images.isEmpty() ? Problem.EMPTY : null;
    return new Document(
        Format.DOCX,
        "UTF-8",
        CharsetFrom.FORMAT,
        reader.top,
        reader.images,
        WebPage.NONE,
        true,
        problem,
        Pages.NONE);
  }

  private void body(byte[] part) throws XMLStreamException {
    XMLStreamReader xml = WordXml.open(part);
    boolean text = false;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          text = xml.getLocalName().equals("t");
          start(xml);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          text = false;
          end(xml);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (text && !hidden) {
            text(xml.getText());
          }
        }
        case XMLStreamConstants.DTD -> throw new XMLStreamException("document type");
        default -> {}
      }
    }
  }

  private void text(String text) {
    TextBuilder words = struck || raised ? annotated : container.words;
    words.add(text, container.node, 0, text.length(), container.offset);
    origin.surrogates(text, container.node, container.offset);
    container.offset += text.length();
  }

  /** A character that an element of a run is. */
  private void character(String c) {
    if (run && !hidden) {
      text(c);
    }
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    if (!WordXml.isWord(xml)) {
      other(xml);
      return;
    }
    switch (xml.getLocalName()) {
      case "p" -> startParagraph();
      case "tbl" -> {
        paragraph();
        tables.push(new OpenTable());
      }
      case "tr" -> {
        tables.element().rows.row();
        tables.element().column = 0;
      }
      case "tc" -> startCell();
      case "gridSpan" -> tables.element().span = Math.max(1, Math.min(WordXml.number(xml), 1000));
      case "vMerge", "vmerge" -> {
        tables.element().merge = true;
        tables.element().restart = "restart".equals(WordXml.value(xml));
      }
      case "pPr" -> properties(xml);
      case "r" -> startRun(true);
      case "vanish" -> hidden |= run && WordXml.isOn(xml);
      case "strike", "dstrike" -> struck |= run && WordXml.isOn(xml);
      case "vertAlign" -> raised |= run && "superscript".equals(WordXml.value(xml));
      case "br", "cr" -> {
        if (run && !hidden) {
          paragraph();
          container.offset++;
        }
      }
      case "tab", "ptab" -> character("\t");
      case "noBreakHyphen" -> character("-");
      case "gridBefore" -> gap(WordXml.number(xml));
      case "cellDel" -> tables.element().deleted = true;
      case "del",
          "moveFrom",
          "rPrChange",
          "tcPrChange",
          "rt",
          "sdtPr",
          "sectPr",
          "tblPr",
          "tblGrid" ->
          WordXml.skip(xml);
      case "txbxContent" -> {
        containers.push(container);
        container = new Container(new TextBuilder(origin), container.blocks);
        container.node = paragraphs;
      }
      default -> {}
    }
  }

  /** What is in a run and is no text: alternatives, pictures. */
  private void other(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "part" -> {
        String type = WordXml.attribute(xml, "contentType");
        if (type != null && !type.endsWith("main+xml")) {
          WordXml.skip(xml);
        }
      }
      case "annotation" -> {
        String type = WordXml.attribute(xml, "type");
        if ("Word.Deletion".equals(type) || "Word.Formatting".equals(type)) {
          WordXml.skip(xml);
        }
      }
      case "Fallback" -> WordXml.skip(xml); // what the Choice before it shows, for older programs
      case "docPr" -> {
        String said = xml.getAttributeValue(null, "descr");
        description = said == null ? "" : said;
      }
      case "pic", "imagedata" -> {
        images.add(new Image(top.size() + (container.words.isEmpty() ? 0 : 1), description));
        description = "";
      }
      default -> {}
    }
  }

  private void end(XMLStreamReader xml) {
    if (!WordXml.isWord(xml)) {
      return;
    }
    switch (xml.getLocalName()) {
      case "p" -> {
        paragraph();
        startRun(false);
      }
      case "r" -> startRun(false);
      case "tc" -> endCell();
      case "tbl" -> {
        if (isInTable()) {
          paragraph();
          tables.pop().rows.close(container.blocks);
        }
      }
      case "txbxContent" -> {
        paragraph();
        if (!containers.isEmpty()) {
          container = containers.pop();
          run = true;
        }
      }
      default -> {}
    }
  }

  private void startParagraph() {
    paragraphs++;
    paragraph();
    container.node = paragraphs;
    container.offset = 0;
    startRun(false);
  }

  /** Begins a run, or what is between two. */
  private void startRun(boolean begins) {
    endAnnotated();
    run = begins;
    hidden = false;
    struck = false;
    raised = false;
  }

  /**
   * Ends a run that is struck through or raised: it is one of the paragraph's words unless it is
   * void.
   */
  private void endAnnotated() {
    Text text = annotated.take();
    if (text != null) {
      String words = text.string();
      if (struck ? AnnotationDetector.isSlip(words) : AnnotationDetector.isNoteMark(words)) {
        container.annotation =
            container.annotation == null ? text : Text.join(List.of(container.annotation, text));
      } else {
        container.words.add(text);
      }
    }
  }

  private void paragraph() {
    endAnnotated();
    Text words = container.words.take();
    // A figure that is struck out in a cell, with no other beside it, is taken back.
    boolean isTaken =
        isInTable()
            && container.annotation != null
            && AnnotationDetector.isFigure(container.annotation);
    Text text = words == null && !isTaken ? container.annotation : words;
    container.annotation = null;
    if (text != null) {
      container.blocks.add(new Paragraph(text));
    }
  }

  private boolean isInTable() {
    return tables.size() > 1;
  }

  private void startCell() {
    if (isInTable()) {
      OpenTable table = tables.element();
      table.span = 1;
      table.merge = false;
      table.restart = false;
      table.deleted = false;
      containers.push(container);
      container = new Container(new TextBuilder(origin), new ArrayList<>(2));
      container.node = paragraphs + 1;
    }
  }

  private void endCell() {
    if (!isInTable() || containers.isEmpty()) {
      return;
    }
    paragraph();
    OpenTable table = tables.element();
    Container cell = container;
    container = containers.pop();
    if (table.deleted) {
      return;
    }
    TableBuilder.Cell above = table.merged.get(table.column);
    if (table.merge && !table.restart && above != null) {
      above.grow();
    } else {
      TableBuilder.Cell added =
          table.rows.cell(cell.blocks, Text.blank(cell.node, 0, origin), 1, table.span);
      if (table.merge) {
        table.merged.put(table.column, added);
      } else {
        table.merged.remove(table.column);
      }
    }
    table.column += table.span;
  }

  /** Columns that a row leaves out at its begin. */
  private void gap(int columns) {
    if (isInTable() && columns > 0) {
      OpenTable table = tables.element();
      table.rows.cell(new ArrayList<>(0), Text.blank(paragraphs + 1, 0, origin), 1, columns);
      table.column += Math.min(columns, 1000);
    }
  }

  /** Paragraph properties: its list. */
  private void properties(XMLStreamReader xml) throws XMLStreamException {
    list = -1;
    level = 0;
    WordXml.eachWithin(
        xml,
        name -> {
          switch (name) {
            case "numId" -> list = WordXml.number(xml);
            case "ilvl" -> level = WordXml.number(xml);
            // Word 2003 writes a list's number as it is shown.
            case "t" -> container.words.addAs(WordXml.string(xml), container.node, 0);
            default -> {}
          }
        });
    if (list > 0) {
      container.words.addAs(numbering.next(list, level), container.node, 0);
    }
  }
}
