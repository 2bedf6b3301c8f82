package org.gongkai.document.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Builds Word documents for tests.
 *
 * <pre>{@code
 * byte[] docx = new DocxFixture()
 *     .paragraph("一、总体情况")
 *     .table(row(cell("项目").across(2), cell("数量")), row(cell("甲").merged(true), cell("乙"), cell("3")))
 *     .bytes();
 * }</pre>
 */
public final class DocxFixture {
  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private final StringBuilder body = new StringBuilder();
  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private Charset charset = StandardCharsets.UTF_8;

  /** A cell: what is in it as markup, and its properties. */
  public record Cell(String content, int columns, String merge) {
    /** Over so many columns ({@code w:gridSpan}). */
    public Cell across(int span) {
      return new Cell(content, span, merge);
    }

    /** Part of a vertical merge ({@code w:vMerge}): its first cell, or one that goes on. */
    public Cell merged(boolean first) {
      return new Cell(content, columns, first ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
    }

    String markup() {
      return "<w:tc><w:tcPr>"
          + (columns > 1 ? "<w:gridSpan w:val=\"" + columns + "\"/>" : "")
          + merge
          + "</w:tcPr>"
          + content
          + "</w:tc>";
    }
  }

  /** A cell with a paragraph for each line. */
  public static Cell cell(String... lines) {
    StringBuilder content = new StringBuilder();
    for (String line : lines) {
      content.append(p(run(line)));
    }
    return new Cell(lines.length == 0 ? "<w:p/>" : content.toString(), 1, "");
  }

  /** A cell that holds markup, such as that of {@link #tableMarkup}. */
  public static Cell holding(String markup) {
    return new Cell(markup + "<w:p/>", 1, "");
  }

  /** A row. */
  public static String row(Cell... cells) {
    StringBuilder row = new StringBuilder("<w:tr>");
    for (Cell cell : cells) {
      row.append(cell.markup());
    }
    return row.append("</w:tr>").toString();
  }

  /** A row whose deletion is tracked. */
  public static String deletedRow(Cell... cells) {
    return row(cells)
        .replaceFirst("<w:tr>", "<w:tr><w:trPr><w:del w:id=\"1\" w:author=\"a\"/></w:trPr>")
        .replace("<w:r>", "<w:del w:id=\"2\" w:author=\"a\"><w:r>")
        .replace("</w:r>", "</w:r></w:del>");
  }

  /** A table of rows as markup. */
  public static String tableMarkup(String... rows) {
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
  }

  /** A run of text as markup. */
  public static String run(String text) {
    return "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + escape(text) + "</w:t></w:r>";
  }

  /** A run of text with one property of its own, such as {@code strike}, as markup. */
  public static String styled(String property, String text) {
    return run(text).replace("<w:b/>", "<w:" + property + "/>");
  }

  /** Text whose insertion is tracked, as markup. */
  public static String inserted(String text) {
    return "<w:ins w:id=\"2\" w:author=\"a\">" + run(text) + "</w:ins>";
  }

  /** Text whose deletion is tracked, as markup. */
  public static String deleted(String text) {
    return "<w:del w:id=\"3\" w:author=\"a\">" + run(text).replace("w:t", "w:delText") + "</w:del>";
  }

  /**
   * A text box as Word writes it, once for new readers and once for old ones, as markup of a run.
   */
  public static String textBox(String text) {
    String content = "<w:txbxContent>" + p(run(text)) + "</w:txbxContent>";
    return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"n\"/>"
        + "<wps:wsp><wps:txbx>"
        + content
        + "</wps:txbx></wps:wsp></wp:inline></w:drawing></mc:Choice>"
        + "<mc:Fallback><w:pict><v:textbox>"
        + content
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  }

  private static String p(String content) {
    return "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + content + "</w:p>";
  }

  /** A paragraph of one run. */
  public DocxFixture paragraph(String text) {
    return markup(p(run(text)));
  }

  /** A paragraph of runs. */
  public DocxFixture runs(String... runs) {
    return markup(p(String.join("", runs)));
  }

  /** A table. */
  public DocxFixture table(String... rows) {
    return markup(tableMarkup(rows));
  }

  /** Anything in the body. */
  public DocxFixture markup(String markup) {
    body.append(markup);
    return this;
  }

  /** Another part of the archive. */
  public DocxFixture part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The same of bytes. */
  public DocxFixture part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  /** The encoding of the main part; UTF-8 unless set. */
  public DocxFixture charset(Charset encoding) {
    charset = encoding;
    return this;
  }

  /** The file. */
  public byte[] bytes() {
    String xml =
        "<?xml version=\"1.0\" encoding=\""
            + charset.name()
            + "\" standalone=\"yes\"?>"
            + "<w:document xmlns:w=\""
            + W
            + "\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
            + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\">"
            + "<w:body>"
            + body
            + "<w:sectPr/></w:body></w:document>";
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
            .getBytes(StandardCharsets.UTF_8));
    all.put("word/document.xml", xml.getBytes(charset));
    all.putAll(parts);
    return zip(all);
  }

  /** An archive of these files. */
  public static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
