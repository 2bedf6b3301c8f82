package org.gongkai.document.html;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Image;
import org.gongkai.document.Document.Link;
import org.gongkai.document.Document.Pages;
import org.gongkai.document.Document.WebPage;
import org.gongkai.document.Format;
import org.gongkai.document.Grid;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Source;
import org.gongkai.document.TableBuilder;
import org.gongkai.document.Text;
import org.gongkai.document.TextBuilder;
import org.gongkai.document.charset.Decoded;
import org.gongkai.text.Characters;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads a page: one walk over jsoup's tree, without recursion. */
public final class HtmlReader {
  private static final int MAX_LINKS = 200;

  private static final String BLANK = "&nbsp;";

  /**
   * Elements open at once; the parser's time grows with it. Twenty tables in one another take a
   * hundred or two.
   */
  private static final int MAX_DEPTH = 256;

  /** An element that the walk is in. */
  private static final class OpenElement {
    final Element element;
    final Role role;
    int next;

    /** The flow to go back to when a cell ends. */
    @Nullable List<Block> outer;

    OpenElement(Element element, Role role) {
      this.element = element;
      this.role = role;
    }
  }

  private final PageOrigin origin;
  private final TextBuilder words;
  private final Visibility visibility;
  private final ElementText texts = new ElementText();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Image> images = new ArrayList<>();
  private final Deque<TableBuilder> tables = new ArrayDeque<>();
  private List<Block> blocks = new ArrayList<>();
  private final List<Block> top = blocks;
  private String title = "";
  private boolean scripts;
  private boolean passwordField;
  private long shown;

  private HtmlReader(Source source, boolean obeysSheets) {
    this.origin = new PageOrigin(source);
    this.visibility = new Visibility(obeysSheets);
    this.words = new TextBuilder(origin);
  }

  /** Reads a page. */
  public static Document read(Format format, Decoded decoded) {
    HtmlReader reader = walked(new Source(decoded.text()));
    return new Document(
        format,
        decoded.charset(),
        decoded.from(),
        reader.top,
        reader.images,
        new WebPage(
            reader.title, reader.metadata, reader.links, reader.scripts, reader.passwordField),
        endsInTag(decoded.text()),
        null,
        Pages.NONE);
  }

  private static boolean endsInTag(String html) {
    int end = html.length();
    while (end > 0 && html.charAt(end - 1) <= ' ') {
      end--;
    }
    return end > 0 && html.charAt(end - 1) == '>';
  }

  private static HtmlReader walked(Source source) {
    Element root = parse(source.text());
    HtmlReader reader = new HtmlReader(source, true);
    reader.walk(root);
    if (reader.hidesMost()) {
      // A script would show it: what a style sheet hides then is the page itself.
      reader = new HtmlReader(source, false);
      reader.walk(root);
    }
    return reader;
  }

  private static Element parse(String html) {
    Parser parser = Parser.htmlParser();
    parser.setTrackPosition(true);
    parser.setMaxDepth(MAX_DEPTH);
    return parser.parseInput(new StringReader(html), "");
  }

  private void walk(Element root) {
    Deque<OpenElement> open = new ArrayDeque<>();
    enter(root, Role.BLOCK, open);
    while (!open.isEmpty()) {
      OpenElement frame = open.element();
      if (frame.next == frame.element.childNodeSize()) {
        leave(frame);
        open.pop();
        continue;
      }
      Node node = frame.element.childNode(frame.next++);
      if (node instanceof TextNode text) {
        text(text.getWholeText(), origin.number(text));
      } else if (node instanceof Element element) {
        element(element, open);
      }
    }
    paragraph();
  }

  private void element(Element element, Deque<OpenElement> open) {
    Role role = Role.of(element.normalName());
    if (role == Role.HIDDEN) {
      if (element.normalName().equals("style")) {
        visibility.read(element.data());
      }
    } else if (!visibility.isHidden(element, role)) {
      enter(element, role, open);
    }
  }

  /** Adds words; a blank that a site escaped twice, its ampersand too, is one all the same. */
  private void text(String whole, int node) {
    shown += whole.length();
    int at = 0;
    for (int i = whole.indexOf(BLANK); i >= 0; i = whole.indexOf(BLANK, at)) {
      words.add(whole, node, at, i);
      words.addAs(" ", node, i);
      at = i + BLANK.length();
    }
    words.add(whole, node, at, whole.length());
  }

  /** Whether style sheets hide more than they leave, or all tables. */
  private boolean hidesMost() {
    return visibility.hidden() > shown
        || visibility.hidTable() && top.stream().noneMatch(Grid.class::isInstance);
  }

  private void enter(Element element, Role role, Deque<OpenElement> open) {
    OpenElement frame = new OpenElement(element, role);
    switch (role) {
      case BREAK, BLOCK -> paragraph();
      case TABLE -> {
        paragraph();
        tables.push(new TableBuilder());
      }
      case ROW -> {
        paragraph();
        if (!tables.isEmpty()) {
          tables.element().row();
        }
      }
      case CELL -> {
        paragraph();
        if (!tables.isEmpty()) {
          frame.outer = blocks;
          blocks = new ArrayList<>(2);
        }
      }
      case TITLE -> {
        if (title.isEmpty()) {
          title = texts.fold(element.text());
        }
        return;
      }
      case META -> meta(element);
      case SCRIPT -> {
        scripts = true;
        return;
      }
      case INPUT -> {
        input(element);
        return;
      }
      case IMAGE ->
          images.add(
              new Image(top.size() + (words.isEmpty() ? 0 : 1), texts.fold(element.attr("alt"))));
      case LINK -> link(element, "href");
      case FRAME -> {
        link(element, element.hasAttr("data") ? "data" : "src");
        return;
      }
      default -> {}
    }
    if (element.childNodeSize() > 0 || frame.outer != null || role == Role.TABLE) {
      open.push(frame);
    }
  }

  /** A field; within a table its value is what the cell says. */
  private void input(Element field) {
    String type = field.attr("type").toLowerCase(Locale.ROOT);
    passwordField |= type.equals("password");
    if (!tables.isEmpty()) {
      words.addAs(Fields.value(field, type), origin.number(field), 0);
    }
  }

  private void leave(OpenElement frame) {
    switch (frame.role) {
      case BLOCK, ROW -> paragraph();
      case CELL -> {
        paragraph();
        List<Block> outer = frame.outer;
        if (outer != null) {
          TableBuilder table = tables.element();
          Attributes attributes = frame.element.attributes();
          Text blank = Text.blank(origin.number(frame.element), 0, origin);
          table.cell(blocks, blank, span(attributes, "rowspan"), span(attributes, "colspan"));
          blocks = outer;
        }
      }
      case TABLE -> {
        paragraph();
        tables.pop().close(blocks);
      }
      default -> {}
    }
  }

  private void paragraph() {
    Text text = words.take();
    if (text != null) {
      blocks.add(new Paragraph(text));
    }
  }

  /** The leading digits of the attribute, as browsers take it; 0 where there are none. */
  private static int span(Attributes attributes, String name) {
    String value = attributes.get(name);
    int span = 0;
    int i = 0;
    while (i < value.length() && Characters.isSpace(value.charAt(i))) {
      i++;
    }
    for (;
        i < value.length() && value.charAt(i) >= '0' && value.charAt(i) <= '9' && span < 100_000;
        i++) {
      span = span * 10 + value.charAt(i) - '0';
    }
    return span;
  }

  private void meta(Element element) {
    String name = element.attr("name");
    if (!name.isEmpty()) {
      metadata.putIfAbsent(
          name.trim().toLowerCase(Locale.ROOT), texts.fold(element.attr("content")));
    }
  }

  private void link(Element element, String attribute) {
    String target = element.attr(attribute).trim();
    if (!target.isEmpty() && links.size() < MAX_LINKS) {
      links.add(new Link(texts.label(element), target));
    }
  }
}
