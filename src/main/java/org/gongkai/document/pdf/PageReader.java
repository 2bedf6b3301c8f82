package org.gongkai.document.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.gongkai.document.pdf.GraphicsState.Paint;
import org.jspecify.annotations.Nullable;

/**
 * Runs a page's content (ISO 32000-2, annex A) with the operators that place words and lines, and
 * no others.
 */
final class PageReader {
  /** Forms within forms. */
  private static final int DEPTH = 12;

  private static final int PARENTS = 50;
  private static final int OPERANDS = 1000;

  /** The least part of a page that a picture with a table in it covers. */
  private static final float PICTURE = .04f;

  /** Below and above the baseline, in parts of the size. */
  private static final float DESCENT = .12f;

  private static final float ASCENT = .88f;

  private static final int INVISIBLE = 3;
  private static final COSName PAGINATION = COSName.getPDFName("Pagination");

  private final Budget budget;
  private final Map<COSDictionary, Font> fonts = new IdentityHashMap<>();

  private GraphicsState state = new GraphicsState(Matrix.IDENTITY, 0, 0);
  private Deque<GraphicsState> saved = new ArrayDeque<>();
  private Matrix text = Matrix.IDENTITY;
  private Matrix line = Matrix.IDENTITY;
  private Path path;
  private List<Glyph> glyphs = new ArrayList<>();
  private int drawn;
  private int unknown;
  private boolean goesOnBelow;

  /** Whether each mark that is open is one of what a page has besides its text. */
  private final Deque<Boolean> marks = new ArrayDeque<>();

  private int artifacts;
  private float width;
  private float height;
  private float pictures;

  /** Where pictures lie that may hold a table. */
  private List<Float> pictureTops = new ArrayList<>();

  PageReader(Budget budget) {
    this.budget = budget;
    path = new Path(budget);
  }

  /** Reads a page. */
  PdfPage read(COSDictionary page, int number) throws IOException {
    float[] box = box(page);
    COSBase rotate = inherited(page, COSName.ROTATE);
    int turns = rotate instanceof COSNumber n ? Math.floorMod(n.intValue() / 90, 4) : 0;
    float x = box[0];
    float y = box[1];
    float across = box[2] - x;
    float up = box[3] - y;
    Matrix display =
        switch (turns) {
          case 1 -> new Matrix(0, 1, 1, 0, -y, -x);
          case 2 -> new Matrix(-1, 0, 0, 1, x + across, -y);
          case 3 -> new Matrix(0, -1, -1, 0, y + up, x + across);
          default -> new Matrix(1, 0, 0, -1, -x, y + up);
        };
    width = turns % 2 == 0 ? across : up;
    height = turns % 2 == 0 ? up : across;
    state = new GraphicsState(display, 0, height);
    saved = new ArrayDeque<>();
    path = new Path(budget);
    glyphs = new ArrayList<>();
    pictureTops = new ArrayList<>();
    marks.clear();
    artifacts = 0;
    drawn = 0;
    unknown = 0;
    goesOnBelow = false;
    pictures = 0;
    COSDictionary resources =
        inherited(page, COSName.RESOURCES) instanceof COSDictionary d ? d : null;
    run(content(page), resources == null ? new COSDictionary() : resources, 0);
    TextDecoration decoration = TextDecoration.of(Overprint.remove(glyphs), path.rulings());
    return new PdfPage(
        number,
        width,
        height,
        decoration.words(),
        decoration.without(path.rulings()),
        goesOnBelow,
        unknown,
        Math.min(1, pictures),
        List.copyOf(pictureTops));
  }

  private static @Nullable COSBase inherited(COSDictionary page, COSName name) {
    COSDictionary node = page;
    for (int i = 0; i < PARENTS && node != null; i++) {
      COSBase value = node.getDictionaryObject(name);
      if (value != null) {
        return value;
      }
      node = node.getCOSDictionary(COSName.PARENT);
    }
    return null;
  }

  /** The part of the page that is seen: left, bottom, right, top. */
  private static float[] box(COSDictionary page) {
    for (COSName name : List.of(COSName.CROP_BOX, COSName.MEDIA_BOX)) {
      if (inherited(page, name) instanceof COSArray array && array.size() >= 4) {
        float x0 = Font.number(array, 0);
        float y0 = Font.number(array, 1);
        float x1 = Font.number(array, 2);
        float y1 = Font.number(array, 3);
        if (x0 != x1 && y0 != y1) {
          return new float[] {
            Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)
          };
        }
      }
    }
    return new float[] {0, 0, 612, 792};
  }

  private byte[] content(COSDictionary page) throws IOException {
    COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
    if (contents instanceof LimitedStream stream) {
      return stream.decode();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (contents instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        budget.operator();
        if (array.getObject(i) instanceof LimitedStream stream) {
          all.write(stream.decode());
          all.write('\n');
        }
      }
    }
    return all.toByteArray();
  }

  private void run(byte[] content, COSDictionary resources, int depth) throws IOException {
    PDFStreamParser parser = new PDFStreamParser(content);
    List<COSBase> operands = new ArrayList<>();
    for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
      if (token instanceof Operator operator) {
        budget.operator();
        operate(operator.getName(), operands, resources, depth);
        operands.clear();
      } else if (token instanceof COSBase operand && operands.size() < OPERANDS) {
        operands.add(operand);
      }
    }
  }

  private void operate(String operator, List<COSBase> o, COSDictionary resources, int depth)
      throws IOException {
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
      case "cm" -> state.matrix = matrix(o).then(state.matrix);
      case "w" -> state.lineWidth = number(o, 0);
      case "m" -> path.move(state.matrix, number(o, 0), number(o, 1));
      case "l" -> path.line(state.matrix, number(o, 0), number(o, 1));
      case "c" -> path.curve(state.matrix, number(o, 4), number(o, 5));
      case "v", "y" -> path.curve(state.matrix, number(o, 2), number(o, 3));
      case "h" -> path.close();
      case "re" ->
          path.rectangle(state.matrix, number(o, 0), number(o, 1), number(o, 2), number(o, 3));
      case "S" -> path.paint(state, true, false);
      case "s" -> {
        path.close();
        path.paint(state, true, false);
      }
      case "f", "F", "f*" -> path.paint(state, false, true);
      case "B", "B*" -> path.paint(state, true, true);
      case "b", "b*" -> {
        path.close();
        path.paint(state, true, true);
      }
      case "n" -> path.paint(state, false, false);
      case "W", "W*" -> path.clip();
      case "g", "rg", "k" -> state.fill = new Paint(true, isWhite(o));
      case "G", "RG", "K" -> state.stroke = new Paint(true, isWhite(o));
      case "cs" -> state.fill = new Paint(isKnown(o, resources), false);
      case "CS" -> state.stroke = new Paint(isKnown(o, resources), false);
      case "sc", "scn" ->
          state.fill = new Paint(state.fill.known(), state.fill.known() && isWhite(o));
      case "SC", "SCN" ->
          state.stroke = new Paint(state.stroke.known(), state.stroke.known() && isWhite(o));
      case "BMC", "BDC" -> mark(o, resources);
      case "EMC" -> {
        if (!marks.isEmpty() && marks.pop()) {
          artifacts--;
        }
      }
      case "Do" -> draw(o, resources, depth);
      case "BI" -> picture();
      default -> text(operator, o, resources);
    }
  }

  private void text(String operator, List<COSBase> o, COSDictionary resources) {
    switch (operator) {
      case "BT" -> {
        text = Matrix.IDENTITY;
        line = Matrix.IDENTITY;
      }
      case "Tf" -> {
        state.size = number(o, 1);
        state.font = font(resource(o, resources, COSName.FONT));
      }
      case "Tc" -> state.characterSpacing = number(o, 0);
      case "Tw" -> state.wordSpacing = number(o, 0);
      case "Tz" -> state.horizontalScaling = number(o, 0) / 100;
      case "TL" -> state.leading = number(o, 0);
      case "Ts" -> state.rise = number(o, 0);
      case "Tr" -> state.renderingMode = (int) number(o, 0);
      case "Td" -> move(number(o, 0), number(o, 1));
      case "TD" -> {
        state.leading = -number(o, 1);
        move(number(o, 0), number(o, 1));
      }
      case "T*" -> move(0, -state.leading);
      case "Tm" -> {
        text = matrix(o);
        line = text;
      }
      case "Tj" -> show(o, 0);
      case "'" -> {
        move(0, -state.leading);
        show(o, 0);
      }
      case "\"" -> {
        state.wordSpacing = number(o, 0);
        state.characterSpacing = number(o, 1);
        move(0, -state.leading);
        show(o, 2);
      }
      case "TJ" -> {
        if (!o.isEmpty() && o.get(0) instanceof COSArray pieces) {
          for (COSBase piece : pieces) {
            if (piece instanceof COSString string) {
              show(string.getBytes());
            } else if (piece instanceof COSNumber back) {
              lead(-back.floatValue() / 1000 * state.size);
            }
          }
        }
      }
      default -> {}
    }
  }

  private void move(float x, float y) {
    line = Matrix.shift(x, y).then(line);
    text = line;
  }

  /** Moves on within a line, in units of the text. */
  private void lead(float distance) {
    boolean down = state.font != null && state.font.isVertical();
    text =
        (down ? Matrix.shift(0, distance) : Matrix.shift(distance * state.horizontalScaling, 0))
            .then(text);
  }

  private void show(List<COSBase> o, int index) {
    if (index < o.size() && o.get(index) instanceof COSString string) {
      show(string.getBytes());
    }
  }

  private void show(byte[] string) {
    Font font = state.font;
    for (int at = 0; at < string.length; ) {
      budget.mark();
      if (font == null) {
        drawn++;
        unknown++;
        at++;
        continue;
      }
      long read = font.code(string, at);
      int code = (int) read;
      int length = (int) (read >>> 32);
      float advance = font.width(code);
      glyph(font, code, advance);
      float spacing = state.characterSpacing + (length == 1 && code == ' ' ? state.wordSpacing : 0);
      lead((font.isVertical() ? -advance : advance) * state.size + spacing);
      at += length;
    }
  }

  private void glyph(Font font, int code, float advance) {
    int index = drawn++;
    if (state.renderingMode == INVISIBLE || artifacts > 0) {
      return;
    }
    String meant = font.text(code);
    if (meant.isBlank()) {
      return;
    }
    if (meant.equals(Glyph.UNKNOWN)) {
      unknown++;
    }
    Matrix scale =
        new Matrix(state.size * state.horizontalScaling, 0, 0, state.size, 0, state.rise);
    Matrix m = scale.then(text).then(state.matrix);
    if (m.isOblique()) {
      return;
    }
    boolean down = font.isVertical();
    float left = down ? -.5f : 0;
    float right = down ? .5f : advance;
    float low = down ? -1 : -DESCENT * font.height();
    float high = down ? 0 : ASCENT * font.height();
    float xa = m.x(left, low);
    float xb = m.x(right, high);
    float xc = m.x(left, high);
    float xd = m.x(right, low);
    float ya = m.y(left, low);
    float yb = m.y(right, high);
    float yc = m.y(left, high);
    float yd = m.y(right, low);
    float size = (float) Math.hypot(m.c(), m.d()) * font.height();
    float x0 = Math.min(Math.min(xa, xb), Math.min(xc, xd));
    float x1 = Math.max(Math.max(xa, xb), Math.max(xc, xd));
    float y0 = Math.min(Math.min(ya, yb), Math.min(yc, yd));
    float y1 = Math.max(Math.max(ya, yb), Math.max(yc, yd));
    float middle = (y0 + y1) / 2;
    boolean seen = middle >= state.clipTop && middle <= state.clipBottom;
    if (size > 0 && seen && x1 > -width && x0 < 2 * width) {
      glyphs.add(new Glyph(meant, x0, y0, x1, y1, size, index));
    }
    goesOnBelow |= middle > height && state.clipBottom == height && x1 > 0 && x0 < width;
  }

  private @Nullable Font font(@Nullable COSBase dictionary) {
    if (!(dictionary instanceof COSDictionary given)) {
      return null;
    }
    if (!fonts.containsKey(given)) {
      fonts.put(given, read(given));
    }
    return fonts.get(given);
  }

  /** A font; null for one that is damaged, whose glyphs then have no characters. */
  private static @Nullable Font read(COSDictionary dictionary) {
    try {
      return Font.read(dictionary);
    } catch (Budget.Exceeded e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private void mark(List<COSBase> o, COSDictionary resources) {
    boolean artifact = !o.isEmpty() && COSName.ARTIFACT.equals(o.get(0)) && o.size() > 1;
    if (artifact) {
      COSBase properties = o.get(1);
      if (properties instanceof COSName) {
        properties = resource(o.subList(1, 2), resources, COSName.PROPERTIES);
      }
      artifact =
          properties instanceof COSDictionary d && PAGINATION.equals(d.getCOSName(COSName.TYPE));
    }
    budget.operator();
    marks.push(artifact);
    artifacts += artifact ? 1 : 0;
  }

  private void draw(List<COSBase> o, COSDictionary resources, int depth) throws IOException {
    if (!(resource(o, resources, COSName.XOBJECT) instanceof LimitedStream object)) {
      return;
    }
    COSName subtype = object.getCOSName(COSName.SUBTYPE);
    if (COSName.IMAGE.equals(subtype)) {
      picture();
    } else if (COSName.FORM.equals(subtype) && depth < DEPTH) {
      GraphicsState outside = state;
      Deque<GraphicsState> below = saved;
      Matrix[] words = {text, line};
      state = outside.copy();
      saved = new ArrayDeque<>();
      COSArray own = object.getCOSArray(COSName.MATRIX);
      if (own != null && own.size() >= 6) {
        state.matrix = matrix(own.toList()).then(state.matrix);
      }
      COSDictionary inside = object.getCOSDictionary(COSName.RESOURCES);
      run(object.decode(), inside == null ? resources : inside, depth + 1);
      state = outside;
      saved = below;
      text = words[0];
      line = words[1];
    }
  }

  private void picture() {
    Matrix m = state.matrix;
    float x0 = Math.min(Math.min(m.x(0, 0), m.x(1, 1)), Math.min(m.x(0, 1), m.x(1, 0)));
    float x1 = Math.max(Math.max(m.x(0, 0), m.x(1, 1)), Math.max(m.x(0, 1), m.x(1, 0)));
    float y0 = Math.min(Math.min(m.y(0, 0), m.y(1, 1)), Math.min(m.y(0, 1), m.y(1, 0)));
    float y1 = Math.max(Math.max(m.y(0, 0), m.y(1, 1)), Math.max(m.y(0, 1), m.y(1, 0)));
    float seen =
        Math.max(0, Math.min(x1, width) - Math.max(x0, 0))
            * Math.max(0, Math.min(y1, height) - Math.max(y0, 0))
            / (width * height);
    pictures += seen;
    if (seen > PICTURE && pictureTops.size() < 100) {
      pictureTops.add(y0);
    }
    path.fill(state, new Path.Box(x0, y0, x1, y1));
  }

  private static @Nullable COSBase resource(
      List<COSBase> o, COSDictionary resources, COSName kind) {
    COSDictionary all = resources.getCOSDictionary(kind);
    return all == null || o.isEmpty() || !(o.get(0) instanceof COSName name)
        ? null
        : all.getDictionaryObject(name);
  }

  /** Whether a colour space's numbers tell white. */
  private static boolean isKnown(List<COSBase> o, COSDictionary resources) {
    COSBase space = resource(o, resources, COSName.COLORSPACE);
    if (space == null && !o.isEmpty()) {
      space = o.get(0);
    }
    COSBase name = space instanceof COSArray array && array.size() > 0 ? array.getObject(0) : space;
    return COSName.DEVICEGRAY.equals(name)
        || COSName.DEVICERGB.equals(name)
        || COSName.DEVICECMYK.equals(name)
        || COSName.CALGRAY.equals(name)
        || COSName.CALRGB.equals(name)
        || COSName.ICCBASED.equals(name);
  }

  private static boolean isWhite(List<COSBase> o) {
    boolean ink = o.size() == 4;
    if (!ink && o.size() != 1 && o.size() != 3) {
      return false;
    }
    for (COSBase part : o) {
      if (!(part instanceof COSNumber value)
          || (ink ? value.floatValue() > .02f : value.floatValue() < .98f)) {
        return false;
      }
    }
    return true;
  }

  private static Matrix matrix(List<? extends COSBase> o) {
    return new Matrix(
        number(o, 0), number(o, 1), number(o, 2), number(o, 3), number(o, 4), number(o, 5));
  }

  private static float number(List<? extends COSBase> o, int index) {
    return index < o.size() && o.get(index) instanceof COSNumber number ? number.floatValue() : 0;
  }
}
