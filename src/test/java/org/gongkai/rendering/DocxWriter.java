package org.gongkai.rendering;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page as a Word document: runs split, cells merged, with or without tracked changes and
 * text boxes.
 */
final class DocxWriter {
  /** For programs that print it; readers pass over them. */
  private static final String BORDERS =
      "<w:tblBorders>"
          + Stream.of("top", "left", "bottom", "right", "insideH", "insideV")
              .map(side -> "<w:" + side + " w:val=\"single\" w:sz=\"4\"/>")
              .collect(Collectors.joining())
          + "</w:tblBorders>";

  private final StringBuilder out = new StringBuilder();
  private final boolean tracked;
  private final Random random;

  DocxWriter(boolean tracked, Random random) {
    this.tracked = tracked;
    this.random = random;
  }

  byte[] page(List<PageElement> parts) {
    for (PageElement part : parts) {
      if (part instanceof PageElement.Title it) {
        paragraph(it.text());
      } else if (part instanceof PageElement.Heading it) {
        paragraph(it.text());
      } else if (part instanceof PageElement.Paragraph it) {
        paragraph(it.text());
      } else if (part instanceof PageElement.TableElement it) {
        table(it.layoutTable());
      } else if (part instanceof PageElement.Menu it) {
        it.items().forEach(this::paragraph);
      } else if (part instanceof PageElement.Index it) {
        it.rows().forEach(row -> paragraph(String.join(" ", row)));
      } else if (part instanceof PageElement.Box it) {
        box(it.lines());
      }
    }
    return zip();
  }

  private void paragraph(String text) {
    out.append("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>");
    runs(text);
    out.append("</w:p>");
  }

  private void runs(String text) {
    int cut = text.length() < 2 ? text.length() : 1 + random.nextInt(text.length() - 1);
    run(text.substring(0, cut));
    run(text.substring(cut));
  }

  private void run(String text) {
    if (!text.isEmpty()) {
      out.append(
          "<w:r><w:rPr><w:rFonts w:eastAsia=\"仿宋_GB2312\"/></w:rPr><w:t xml:space=\"preserve\">");
      out.append(text.replace("&", "&amp;").replace("<", "&lt;")).append("</w:t></w:r>");
    }
  }

  /** A text box, in both spellings that Word writes: a reader takes one of them. */
  private void box(List<String> lines) {
    StringBuilder content = new StringBuilder("<w:txbxContent>");
    for (String line : lines) {
      content
          .append("<w:p><w:r><w:t>")
          .append(line.replace("<", "&lt;"))
          .append("</w:t></w:r></w:p>");
    }
    content.append("</w:txbxContent>");
    out.append(
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>")
        .append(content)
        .append("</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>")
        .append(content)
        .append("</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
  }

  private void table(LayoutTable layoutTable) {
    @Nullable LayoutCell[][] matrix = layoutTable.matrix();
    out.append("<w:tbl><w:tblPr>")
        .append(BORDERS)
        .append("</w:tblPr><w:tblGrid>")
        .append("<w:gridCol w:w=\"700\"/>".repeat(matrix[0].length));
    out.append("</w:tblGrid>");
    for (int r = 0; r < matrix.length; r++) {
      out.append("<w:tr>");
      int c = 0;
      int end = matrix[r].length;
      while (end > 0 && matrix[r][end - 1] == null) {
        // Rows of Word are of any length: what spans push out makes one longer, not all.
        end--;
      }
      while (c < end) {
        LayoutCell layoutCell = matrix[r][c];
        int across = 1;
        while (layoutCell != null && c + across < end && matrix[r][c + across] == layoutCell) {
          across++;
        }
        boolean from = layoutCell != null && r > 0 && matrix[r - 1][c] == layoutCell;
        boolean to = layoutCell != null && r + 1 < matrix.length && matrix[r + 1][c] == layoutCell;
        out.append("<w:tc><w:tcPr>");
        if (across > 1) {
          out.append("<w:gridSpan w:val=\"").append(across).append("\"/>");
        }
        out.append(from ? "<w:vMerge/>" : to ? "<w:vMerge w:val=\"restart\"/>" : "")
            .append("</w:tcPr>");
        for (String line : (layoutCell == null || from ? "" : layoutCell.text()).split("\n", -1)) {
          out.append("<w:p>");
          if (tracked
              && !line.isBlank()
              && layoutCell != null
              && layoutCell.kind() == LayoutCell.Kind.FIGURE
              && random.nextInt(8) == 0) {
            out.append("<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>")
                .append(random.nextInt(100));
            out.append("</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"a\">");
            runs(line);
            out.append("</w:ins>");
          } else {
            runs(line);
          }
          out.append("</w:p>");
        }
        out.append("</w:tc>");
        c += across;
      }
      out.append("</w:tr>");
    }
    out.append("</w:tbl><w:p/>");
  }

  private byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
              + "</Types>");
      entry(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
              + " Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
              + " Target=\"word/document.xml\"/></Relationships>");
      entry(
          zip,
          "word/document.xml",
          "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
              + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
              + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
              + " xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>"
              + out
              + "<w:sectPr/></w:body></w:document>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2024, 1, 20, 9, 0));
    zip.putNextEntry(entry);
    zip.write(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml)
            .getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
