package org.gongkai.document.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.gongkai.document.pdf.GraphicsState.Paint;
import org.jspecify.annotations.Nullable;

/**
 * Runs a page's content (ISO 32000-2, annex A) with the operators that place words, lines and
 * pictures, and no others.
 */
final class ContentReader {
  /** Forms within forms. */
  private static final int DEPTH = 12;

  private static final int OPERANDS = 1000;

  /** The least part of a page that a picture with a table in it covers. */
  private static final float PICTURE = .04f;

  private static final int PICTURES = 100;
  private static final COSName PAGINATION = COSName.getPDFName("Pagination");

  private final Budget budget;
  private final Function<COSDictionary, @Nullable Font> fonts;
  private final float width;
  private final float height;
  private final Path path;
  private final GlyphReader glyphs;
  private final List<Float> pictureTops = new ArrayList<>();

  /**
   * Of each marked content that is open, whether it is no part of the text, as page numbers are.
   */
  private final Deque<Boolean> artifacts = new ArrayDeque<>();

  private GraphicsState state;
  private Deque<GraphicsState> saved = new ArrayDeque<>();
  private COSDictionary resources = new COSDictionary();
  private int depth;
  private float pictures;

  /**
   * A reader of one page.
   *
   * @param display what turns its coordinates into those that a reader sees
   */
  ContentReader(
      Budget budget,
      Function<COSDictionary, @Nullable Font> fonts,
      Matrix display,
      float width,
      float height) {
    this.budget = budget;
    this.fonts = fonts;
    this.width = width;
    this.height = height;
    path = new Path(budget);
    glyphs = new GlyphReader(budget, width, height);
    state = new GraphicsState(display, 0, height);
  }

  /** What was drawn. */
  PdfPage page(int number) {
    TextDecoration decoration = TextDecoration.of(Overprint.remove(glyphs.all()), path.rulings());
    return new PdfPage(
        number,
        width,
        height,
        decoration.words(),
        decoration.without(path.rulings()),
        glyphs.hasMoreBelow(),
        glyphs.unknown(),
        Math.min(1, pictures),
        List.copyOf(pictureTops));
  }

  /** Runs content that names fonts, forms and pictures by their names in the resources. */
  void read(byte[] content, COSDictionary named) throws IOException {
    COSDictionary outside = resources;
    resources = named;
    PDFStreamParser parser = new PDFStreamParser(content);
    List<COSBase> operands = new ArrayList<>();
    for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
      if (token instanceof Operator operator) {
        budget.operator();
        run(operator.getName(), new Operands(operands));
        operands.clear();
      } else if (token instanceof COSBase operand && operands.size() < OPERANDS) {
        operands.add(operand);
      }
    }
    resources = outside;
  }

  private void run(String operator, Operands o) throws IOException {
    switch (operator) {
      case "q" -> {
        budget.operator();
        saved.push(state.copy());
      }
      case "Q" -> {
        if (!saved.isEmpty()) {
          state = saved.pop();
        }
      }
      case "cs" -> state.fill = new Paint(isKnown(o), false);
      case "CS" -> state.stroke = new Paint(isKnown(o), false);
      case "Tf" -> {
        state.size = o.number(1);
        state.font =
            named(o.get(0), COSName.FONT) instanceof COSDictionary d ? fonts.apply(d) : null;
      }
      case "BMC", "BDC" -> {
        budget.operator();
        artifacts.push(isPagination(o));
      }
      case "EMC" -> artifacts.poll();
      case "Do" -> draw(named(o.get(0), COSName.XOBJECT));
      case "BI" -> picture();
      default -> {
        state.set(operator, o);
        path.run(operator, o, state);
        glyphs.run(operator, o, state, artifacts.contains(true));
      }
    }
  }

  private @Nullable COSBase named(@Nullable COSBase name, COSName kind) {
    COSDictionary all = resources.getCOSDictionary(kind);
    return all != null && name instanceof COSName given ? all.getDictionaryObject(given) : null;
  }

  /** Whether the numbers of a colour space tell white. */
  private boolean isKnown(Operands o) {
    COSBase space = named(o.get(0), COSName.COLORSPACE);
    return Operands.tellsWhite(space == null ? o.get(0) : space);
  }

  private boolean isPagination(Operands o) {
    COSBase properties =
        o.get(1) instanceof COSName ? named(o.get(1), COSName.PROPERTIES) : o.get(1);
    return COSName.ARTIFACT.equals(o.get(0))
        && properties instanceof COSDictionary given
        && PAGINATION.equals(given.getCOSName(COSName.TYPE));
  }

  private void draw(@Nullable COSBase object) throws IOException {
    if (!(object instanceof LimitedStream stream)) {
      return;
    }
    COSName subtype = stream.getCOSName(COSName.SUBTYPE);
    if (COSName.IMAGE.equals(subtype)) {
      picture();
    } else if (COSName.FORM.equals(subtype) && depth < DEPTH) {
      form(stream);
    }
  }

  private void form(LimitedStream form) throws IOException {
    GraphicsState outside = state;
    Deque<GraphicsState> below = saved;
    GlyphReader.Place place = glyphs.place();
    state = outside.copy();
    saved = new ArrayDeque<>();
    depth++;
    COSArray matrix = form.getCOSArray(COSName.MATRIX);
    if (matrix != null && matrix.size() >= 6) {
      state.matrix = new Operands(matrix.toList()).matrix().then(state.matrix);
    }
    COSDictionary own = form.getCOSDictionary(COSName.RESOURCES);
    read(form.decode(), own == null ? resources : own);
    depth--;
    state = outside;
    saved = below;
    glyphs.moveTo(place);
  }

  /** A picture covers the unit square. A thin one is a line. */
  private void picture() {
    Box box = state.matrix.box(0, 0, 1, 1);
    float seen =
        Math.max(0, Math.min(box.x1(), width) - Math.max(box.x0(), 0))
            * Math.max(0, Math.min(box.y1(), height) - Math.max(box.y0(), 0))
            / (width * height);
    pictures += seen;
    if (seen > PICTURE && pictureTops.size() < PICTURES) {
      pictureTops.add(box.y0());
    }
    path.fill(state, box);
  }
}
