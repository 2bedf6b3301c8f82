package org.gongkai.rendering;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;

/**
 * Writes a PDF, in the manner of one program or another.
 *
 * <pre>{@code
 * byte[] pdf = new PdfWriter(PdfStyle.PLAIN, new Random(1)).page().text("甲", 72, 100, 12).bytes();
 * }</pre>
 */
public final class PdfWriter {
  static final float WIDTH = 595;
  static final float HEIGHT = 842;
  private static final Charset GBK = Charset.forName("GBK");

  private final PdfStyle style;
  private final Random random;
  private final List<List<String>> pages = new ArrayList<>();

  /** The glyph of each character, in the order in which they were first drawn. */
  private final Map<String, Integer> glyphs = new LinkedHashMap<>();

  private final List<byte[]> objects = new ArrayList<>();
  private boolean picture;

  public PdfWriter(PdfStyle style, Random random) {
    this.style = style;
    this.random = random;
  }

  /** Begins a page of A4. */
  public PdfWriter page() {
    pages.add(new ArrayList<>());
    return this;
  }

  private List<String> open() {
    return pages.get(pages.size() - 1);
  }

  /** How wide a text is at size 1. */
  static float width(String text) {
    float width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += text.charAt(i) < 0x80 ? .5f : 1;
    }
    return width;
  }

  /** Writes a line of text whose top is at {@code y} from the page's top. */
  public PdfWriter text(String text, float x, float y, float size) {
    float at = x;
    float base = HEIGHT - y - .88f * size;
    for (String character : text.codePoints().mapToObj(Character::toString).toList()) {
      if (!character.isBlank()) {
        String shown = show(character);
        String size1 = f(size) + " Tf 1 0 0 1 ";
        StringBuilder generated = new StringBuilder("BT ");
        if (style.font() == PdfStyle.Font.INVISIBLE) {
          generated.append("3 Tr ");
        }
        generated.append('/').append(font(character)).append(' ').append(size1);
        generated.append(f(at)).append(' ').append(f(base)).append(" Tm ").append(shown);
        if (style.bold()) {
          generated.append(" 1 0 0 1 ").append(f(at + .03f * size)).append(' ').append(f(base));
          generated.append(" Tm ").append(shown);
          generated.append(" 1 0 0 1 ").append(f(at)).append(' ').append(f(base + .02f * size));
          generated.append(" Tm ").append(shown);
        }
        open().add(generated.append(" ET").toString());
      }
      at += width(character) * size;
    }
    return this;
  }

  /** Writes characters one upon the other, turned by thirty degrees. */
  public PdfWriter aslant(String text, float x, float y, float size) {
    for (String character : text.codePoints().mapToObj(Character::toString).toList()) {
      String shown = show(character);
      String turned = " Tf .866 .5 -.5 .866 " + f(x) + " " + f(HEIGHT - y) + " Tm ";
      open().add("BT /" + font(character) + " " + f(size) + turned + shown + " ET");
    }
    return this;
  }

  /** What is drawn from here on is seen only within a box. */
  public PdfWriter clip(float x, float y, float width, float height) {
    open().add(f(x) + " " + f(HEIGHT - y - height) + " " + f(width) + " " + f(height) + " re W n");
    return this;
  }

  /** Draws a line, across or down. */
  public PdfWriter line(float x0, float y0, float x1, float y1) {
    boolean across = y0 == y1;
    switch (style.lines()) {
      case STROKES, RECTANGLES -> stroke(x0, y0, x1, y1);
      case BOXES ->
          open()
              .add(
                  across
                      ? f(x0) + " " + f(HEIGHT - y0 - .24f) + " " + f(x1 - x0) + " .48 re f"
                      : f(x0 - .24f) + " " + f(HEIGHT - y1) + " .48 " + f(y1 - y0) + " re f");
      case DASHES -> {
        float length = across ? x1 - x0 : y1 - y0;
        for (float from = 0; from < length; from += 2.4f) {
          float to = Math.min(length, from + 1.2f);
          if (across) {
            stroke(x0 + from, y0, x0 + to, y0);
          } else {
            stroke(x0, y0 + from, x0, y0 + to);
          }
        }
      }
      case NONE -> {}
    }
    return this;
  }

  /** Draws a box, as the border of a cell. */
  public PdfWriter box(float x0, float y0, float x1, float y1) {
    if (style.lines() == PdfStyle.Lines.RECTANGLES) {
      open().add(f(x0) + " " + f(HEIGHT - y1) + " " + f(x1 - x0) + " " + f(y1 - y0) + " re S");
      return this;
    }
    return line(x0, y0, x1, y0).line(x0, y1, x1, y1).line(x0, y0, x0, y1).line(x1, y0, x1, y1);
  }

  /** Puts a picture on the page. */
  public PdfWriter picture(float x0, float y0, float x1, float y1) {
    picture = true;
    open()
        .add(
            "q "
                + f(x1 - x0)
                + " 0 0 "
                + f(y1 - y0)
                + " "
                + f(x0)
                + " "
                + f(HEIGHT - y1)
                + " cm /Im1 Do Q");
    return this;
  }

  private void stroke(float x0, float y0, float x1, float y1) {
    open().add(f(x0) + " " + f(HEIGHT - y0) + " m " + f(x1) + " " + f(HEIGHT - y1) + " l S");
  }

  private boolean latin(String character) {
    return style.font() == PdfStyle.Font.MIXED && character.charAt(0) < 0x80;
  }

  private String font(String character) {
    if (style.font() == PdfStyle.Font.TYPE3) {
      return "T" + glyph(character) / 256;
    }
    return latin(character) ? "F2" : "F1";
  }

  private int glyph(String character) {
    return glyphs.computeIfAbsent(character, c -> glyphs.size() + 3);
  }

  private String show(String character) {
    byte[] code =
        switch (style.font()) {
          case GBK -> character.getBytes(GBK);
          case MIXED -> latin(character) ? character.getBytes(ISO_8859_1) : character.getBytes(GBK);
          case UCS2, UTF16 -> character.getBytes(UTF_16BE);
          case TYPE3 -> new byte[] {(byte) glyph(character)};
          case MAPPED, RADICALS, UNKNOWN, INVISIBLE ->
              new byte[] {(byte) (glyph(character) >> 8), (byte) glyph(character)};
        };
    StringBuilder hex = new StringBuilder("<");
    for (byte b : code) {
      hex.append(String.format("%02X", b));
    }
    return hex.append("> Tj").toString();
  }

  /** The file. */
  public byte[] bytes() {
    objects.clear();
    int catalogue = add("");
    int tree = add("");
    String resources = resources();
    StringBuilder kids = new StringBuilder();
    for (List<String> page : pages) {
      List<String> generated = new ArrayList<>(page);
      if (style.shuffled()) {
        Collections.shuffle(generated, random);
      }
      int content = stream("", (turn() + String.join("\n", generated)).getBytes(ISO_8859_1));
      boolean across = style.turns() % 2 == 1;
      kids.append(
              add(
                  "<</Type/Page/Parent "
                      + tree
                      + " 0 R/MediaBox[0 0 "
                      + f(across ? HEIGHT : WIDTH)
                      + " "
                      + f(across ? WIDTH : HEIGHT)
                      + "]/Rotate "
                      + 90 * style.turns()
                      + "/Resources "
                      + resources
                      + "/Contents "
                      + content
                      + " 0 R>>"))
          .append(" 0 R ");
    }
    set(catalogue, "<</Type/Catalog/Pages " + tree + " 0 R>>");
    set(tree, "<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
    return file(objects, catalogue);
  }

  /** Content that is upright once the page is turned. */
  private String turn() {
    return switch (style.turns()) {
      case 1 -> "0 1 -1 0 " + f(HEIGHT) + " 0 cm\n";
      case 2 -> "-1 0 0 -1 " + f(WIDTH) + " " + f(HEIGHT) + " cm\n";
      case 3 -> "0 -1 1 0 0 " + f(WIDTH) + " cm\n";
      default -> "";
    };
  }

  private String resources() {
    StringBuilder fonts = new StringBuilder();
    if (style.font() == PdfStyle.Font.TYPE3) {
      for (int page = 0; page * 256 <= glyphs.size() + 3; page++) {
        fonts.append("/T").append(page).append(' ').append(type3(page)).append(" 0 R");
      }
    } else {
      fonts.append("/F1 ").append(composite()).append(" 0 R");
      if (style.font() == PdfStyle.Font.MIXED) {
        int latin =
            add(
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths["
                    + "500 ".repeat(95)
                    + "]>>");
        fonts.append("/F2 ").append(latin).append(" 0 R");
      }
    }
    String pictures = "";
    if (picture) {
      pictures =
          "/XObject<</Im1 "
              + stream(
                  "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
                  new byte[] {0})
              + " 0 R>>";
    }
    return "<</Font<<" + fonts + ">>" + pictures + ">>";
  }

  private int composite() {
    boolean gbk = style.font() == PdfStyle.Font.GBK || style.font() == PdfStyle.Font.MIXED;
    boolean unicode = style.font() == PdfStyle.Font.UCS2 || style.font() == PdfStyle.Font.UTF16;
    String file = "";
    if (!gbk && !unicode) {
      file = "/FontFile2 " + stream("", new byte[64]) + " 0 R";
    }
    int descriptor =
        add("<</Type/FontDescriptor/FontName/SimSun/Flags 4/Ascent 859/Descent -141" + file + ">>");
    StringBuilder widths = new StringBuilder();
    glyphs.forEach(
        (character, glyph) -> {
          if (character.charAt(0) < 0x80) {
            widths.append(glyph).append("[500]");
          }
        });
    String system =
        gbk || unicode
            ? "/Ordering(GB1)/Supplement 2>>/W[1 95 500 814 939 500]"
            : "/Ordering(Identity)/Supplement 0>>/W[" + widths + "]";
    int descendant =
        add(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/DW 1000/FontDescriptor "
                + descriptor
                + " 0 R/CIDSystemInfo<</Registry(Adobe)"
                + system
                + ">>");
    String encoding =
        switch (style.font()) {
          case GBK, MIXED -> "GBK-EUC-H";
          case UCS2 -> "UniGB-UCS2-H";
          case UTF16 -> "UniGB-UTF16-H";
          default -> "Identity-H";
        };
    String map = "";
    if (!gbk && !unicode && style.font() != PdfStyle.Font.UNKNOWN) {
      map = "/ToUnicode " + stream("", map(0, 0x10000, 4).getBytes(ISO_8859_1)) + " 0 R";
    }
    return add(
        "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/"
            + encoding
            + "/DescendantFonts["
            + descendant
            + " 0 R]"
            + map
            + ">>");
  }

  private int type3(int page) {
    int drawing = stream("", "1000 0 0 0 800 800 d1 0 0 800 800 re f".getBytes(ISO_8859_1));
    StringBuilder widths = new StringBuilder();
    Map<Integer, String> characters = new HashMap<>();
    glyphs.forEach((character, glyph) -> characters.put(glyph, character));
    for (int code = 0; code < 256; code++) {
      String character = characters.getOrDefault(page * 256 + code, "一");
      widths.append(character.charAt(0) < 0x80 ? "500 " : "1000 ");
    }
    int map = stream("", map(page * 256, page * 256 + 256, 2).getBytes(ISO_8859_1));
    return add(
        "<</Type/Font/Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/FontBBox[0 0 1000 1000]/FirstChar 0/LastChar 255/Widths["
            + widths
            + "]/CharProcs<</g "
            + drawing
            + " 0 R>>/Encoding<</Differences[0 /g]>>/Resources<<>>/ToUnicode "
            + map
            + " 0 R>>");
  }

  private String map(int from, int to, int digits) {
    StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin begincmap\n");
    map.append("1 begincodespacerange <").append("0".repeat(digits)).append("> <");
    map.append("F".repeat(digits)).append("> endcodespacerange\n");
    glyphs.forEach(
        (character, glyph) -> {
          if (glyph >= from && glyph < to) {
            map.append("1 beginbfchar <");
            map.append(String.format("%0" + digits + "X", glyph - from)).append("> <");
            for (byte b : mapped(character).getBytes(UTF_16BE)) {
              map.append(String.format("%02X", b));
            }
            map.append("> endbfchar\n");
          }
        });
    return map.append("endcmap end").toString();
  }

  private String mapped(String character) {
    if (style.font() == PdfStyle.Font.RADICALS) {
      for (char radical = '\u2f00'; radical < '\u2fd6'; radical++) {
        String likeness = Character.toString(radical);
        if (Normalizer.normalize(likeness, Normalizer.Form.NFKC).equals(character)) {
          return likeness;
        }
      }
      int other = "见车贝长门页风飞马鱼鸟".indexOf(character);
      return other < 0 ? character : "⻅⻋⻉⻓⻔⻚⻛⻜⻢⻥⻦".substring(other, other + 1);
    }
    return character;
  }

  private int add(String object) {
    objects.add(object.getBytes(ISO_8859_1));
    return objects.size();
  }

  private void set(int number, String object) {
    objects.set(number - 1, object.getBytes(ISO_8859_1));
  }

  private int stream(String dictionary, byte[] content) {
    objects.add(stream(dictionary, content, true));
    return objects.size();
  }

  /** A stream object. */
  public static byte[] stream(String dictionary, byte[] content, boolean deflate) {
    byte[] written = deflate ? deflate(content) : content;
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    String filter = deflate ? "/Filter/FlateDecode" : "";
    object.writeBytes(
        ("<<" + dictionary + filter + "/Length " + written.length + ">>\nstream\n")
            .getBytes(ISO_8859_1));
    object.writeBytes(written);
    object.writeBytes("\nendstream".getBytes(ISO_8859_1));
    return object.toByteArray();
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** A file of objects, numbered from 1. */
  public static byte[] file(List<byte[]> objects, int catalogue) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(ISO_8859_1));
    StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n");
    table.append("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.size()));
      file.writeBytes((i + 1 + " 0 obj\n").getBytes(ISO_8859_1));
      file.writeBytes(objects.get(i));
      file.writeBytes("\nendobj\n".getBytes(ISO_8859_1));
    }
    int start = file.size();
    table.append("trailer\n<</Size ").append(objects.size() + 1).append("/Root ");
    table.append(catalogue).append(" 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n");
    file.writeBytes(table.toString().getBytes(ISO_8859_1));
    return file.toByteArray();
  }

  private static String f(float value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
