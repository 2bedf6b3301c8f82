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
import org.gongkai.document.Origin;
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

/**
 * Reads a page: one walk over jsoup's tree, without recursion.
 *
 * <p>Nodes are numbered in the order of the document. Their places are not noted, since tracking
 * costs time that most pages never need: when a position is asked for, the source is followed in
 * step with the tree. Where the two part, the page is parsed once more with tracking on.
 *
 * <p>Of a large page the tree would take more memory than all that is made of it: there the source
 * is followed at once, and the tree let go of while it is walked.
 */
public final class HtmlReader {
  private static final int MAX_LINKS = 200;

  private static final String BLANK = "&nbsp;";

  /** Characters of a page beyond which its tree is let go of while it is walked. */
  private static final int LARGE = 1 << 20;

  /**
   * Elements open at once; the parser's time grows with it. Twenty tables in one another take a
   * hundred or two.
   */
  private static final int MAX_DEPTH = 256;

  /** An element that the walk is in. */
  private static final class OpenElement {
    final Element element;
    final Role role;
    final int node;
    int next;

    /** Whether line ends in it are breaks, as in {@code pre}. */
    boolean keepsLines;

    /** The flow to go back to when a cell ends. */
    @Nullable List<Block> outer;

    OpenElement(Element element, Role role, int node) {
      this.element = element;
      this.role = role;
      this.node = node;
    }
  }

  private final Origin origin;
  private final TextBuilder words;

  private final Visibility visibility;
  private final boolean isLarge;
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

  /** Nodes that came so far, with what is in those that were passed over. */
  private int numbered;

  private HtmlReader(Origin origin, boolean obeysSheets, boolean isLarge) {
    this.origin = origin;
    this.visibility = new Visibility(obeysSheets);
    this.isLarge = isLarge;
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
    String html = source.text();
    boolean isLarge = html.length() > LARGE;
    Element root = parse(html, false);
    Origin origin = new PageOrigin(source, root, isLarge);
    HtmlReader reader = new HtmlReader(origin, true, isLarge);
    reader.walk(root);
    if (reader.hidesMost()) {
      // A script would show it: what a style sheet hides then is the page itself.
      reader = new HtmlReader(origin, false, isLarge);
      reader.walk(isLarge ? parse(html, false) : root);
    }
    return reader;
  }

  static Element parse(String html, boolean track) {
    Parser parser = Parser.htmlParser();
    parser.setTrackPosition(track);
    parser.setMaxDepth(MAX_DEPTH);
    return parser.parseInput(new StringReader(html), "");
  }

  private void walk(Element root) {
    Deque<OpenElement> open = new ArrayDeque<>();
    enter(root, Role.BLOCK, numbered++, open);
    while (!open.isEmpty()) {
      OpenElement frame = open.element();
      if (frame.next == frame.element.childNodeSize()) {
        leave(frame);
        open.pop();
        if (isLarge && blocks == top && frame.role != Role.INLINE) {
          letGo(frame.element);
        }
        continue;
      }
      Node node = frame.element.childNode(frame.next++);
      int number = numbered++;
      if (node instanceof TextNode text) {
        text(text.getWholeText(), number, frame.keepsLines);
      } else if (node instanceof Element element) {
        element(element, number, open);
        if (open.element().element != element) {
          numbered += ElementText.below(element);
        }
      }
    }
    paragraph();
  }

  private void element(Element element, int node, Deque<OpenElement> open) {
    Role role = Role.of(element.normalName());
    if (role == Role.HIDDEN) {
      if (element.normalName().equals("style")) {
        visibility.read(element.data());
      }
    } else if (!visibility.isHidden(element, role)) {
      enter(element, role, node, open);
    }
  }

  private void text(String whole, int node, boolean keepsLines) {
    shown += whole.length();
    int from = 0;
    for (int i = whole.indexOf('\n'); keepsLines && i >= 0; i = whole.indexOf('\n', from)) {
      words(whole, node, from, i);
      paragraph();
      from = i + 1;
    }
    words(whole, node, from, whole.length());
  }

  /** Adds words; a blank that a site escaped twice, its ampersand too, is one all the same. */
  private void words(String whole, int node, int from, int to) {
    int at = from;
    for (int i = whole.indexOf(BLANK, from); i >= 0 && i < to; i = whole.indexOf(BLANK, at)) {
      words.add(whole, node, at, i);
      words.addAs(" ", node, i);
      at = i + BLANK.length();
    }
    words.add(whole, node, at, to);
  }

  /** Whether style sheets hide more than they leave, or all tables. */
  private boolean hidesMost() {
    return visibility.hidden() > shown
        || visibility.hidTable() && top.stream().noneMatch(Grid.class::isInstance);
  }

  /** Takes an element that was read out of the tree; its place stays taken. */
  private static void letGo(Element element) {
    if (element.parent() != null) {
      element.replaceWith(new TextNode(""));
    }
  }

  private void enter(Element element, Role role, int node, Deque<OpenElement> open) {
    OpenElement frame = new OpenElement(element, role, node);
    frame.keepsLines = keepsLines(element, open);
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
        input(element, frame.node);
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
  private void input(Element field, int node) {
    String type = field.attr("type").toLowerCase(Locale.ROOT);
    passwordField |= type.equals("password");
    if (!tables.isEmpty()) {
      words.addAs(Fields.value(field, type), node, 0);
    }
  }

  private static boolean keepsLines(Element element, Deque<OpenElement> open) {
    OpenElement around = open.peek();
    String name = element.normalName();
    return around != null && around.keepsLines
        || name.equals("pre")
        || element.attributesSize() > 0
            && Styles.declares(element.attributes().get("style"), "white-space", "pre");
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
          Text blank = Text.blank(frame.node, 0, origin);
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
