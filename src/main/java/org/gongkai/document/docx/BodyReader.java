package org.gongkai.document.docx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.document.AnnotationDetector;
import org.gongkai.document.Block;
import org.gongkai.document.Document.Image;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Text;
import org.gongkai.document.TextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a Word document.
 *
 * <p>Nodes are paragraphs, numbered from 1 in the order of the file; an offset counts the
 * characters of the paragraph, a tab or break as one.
 */
final class BodyReader {
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

  BodyReader(Numbering numbering) {
    this.numbering = numbering;
  }

  List<Block> blocks() {
    return top;
  }

  List<Image> images() {
    return images;
  }

  /** Reads the part that holds the text. */
  void read(byte[] part) throws XMLStreamException {
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
      case "tr" -> tables.element().row();
      case "tc" -> startCell();
      case "gridSpan" -> tables.element().span(WordXml.number(xml));
      case "vMerge", "vmerge" -> tables.element().merge("restart".equals(WordXml.value(xml)));
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
      case "gridBefore" ->
          tables.element().gap(WordXml.number(xml), Text.blank(paragraphs + 1, 0, origin));
      case "cellDel" -> tables.element().delete();
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
          tables.pop().close(container.blocks);
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
      tables.element().startCell();
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
    Container cell = container;
    container = containers.pop();
    tables.element().endCell(cell.blocks, Text.blank(cell.node, 0, origin));
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
