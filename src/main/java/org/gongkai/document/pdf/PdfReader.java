package org.gongkai.document.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Image;
import org.gongkai.document.Document.Pages;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Document.WebPage;
import org.gongkai.document.Format;
import org.gongkai.document.TextBuilder;

/**
 * Reads a PDF with text in it. Pages that are pictures, as scans are, are told but not read.
 *
 * <p>A position is a page, a line of it from the top, and a character of the line.
 */
public final class PdfReader {
  /** More glyphs than that without a character, in parts of all, are a text that is not known. */
  private static final float UNKNOWN = .1f;

  private PdfReader() {}

  /** Reads a file. Never throws for what is in it: see {@link Document#problem()}. */
  public static Document read(byte[] bytes) {
    Budget budget = new Budget();
    try {
      PdfParser parser = new PdfParser(bytes, budget);
      try {
        return document(pages(parser.pages(), budget));
      } finally {
        parser.close();
      }
    } catch (Budget.Exceeded e) {
      return Document.unreadable(Format.PDF, e.problem());
    } catch (InvalidPasswordException e) {
      return Document.unreadable(Format.PDF, Problem.ENCRYPTED);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // What PDFBox throws for a damaged file is not always an IOException.
      return Document.unreadable(Format.PDF, Problem.DAMAGED);
    }
  }

  private static List<PdfPage> pages(List<COSDictionary> dictionaries, Budget budget)
      throws IOException {
    PageReader reader = new PageReader(budget);
    List<PdfPage> pages = new ArrayList<>(dictionaries.size());
    for (COSDictionary dictionary : dictionaries) {
      pages.add(reader.read(dictionary, pages.size() + 1));
    }
    return pages;
  }

  private static Document document(List<PdfPage> pages) {
    List<Integer> pictures =
        pages.stream().filter(PdfPage::isPicture).map(PdfPage::number).toList();
    int glyphs = pages.stream().mapToInt(page -> page.glyphs().size()).sum();
    int unknown = pages.stream().mapToInt(PdfPage::unknown).sum();
    PageLayout layout = new PageLayout(pages);
    List<PageBlock> pageBlocks = PageJoiner.join(layout.blocks(), layout.left());
    GlyphPlaces places = new GlyphPlaces(pages);
    List<Block> blocks = new ArrayList<>(pageBlocks.size());
    TextBuilder words = new TextBuilder(places);
    for (PageBlock block : pageBlocks) {
      Block read = block.block(words, places);
      if (read != null) {
        blocks.add(read);
      }
    }
    Problem problem = null;
    if (unknown > UNKNOWN * Math.max(1, glyphs)) {
      problem = Problem.UNMAPPED;
      blocks = List.of();
    } else if (blocks.isEmpty()) {
      problem = pictures.isEmpty() ? Problem.EMPTY : Problem.PICTURES;
    }
    return new Document(
        Format.PDF,
        null,
        null,
        blocks,
        images(pages, pageBlocks),
        WebPage.NONE,
        true,
        problem,
        new Pages(pages.size(), pictures, layout.cut()));
  }

  private static List<Image> images(List<PdfPage> pages, List<PageBlock> blocks) {
    List<Image> images = new ArrayList<>();
    for (PdfPage page : pages) {
      for (float top : page.pictureTops()) {
        long before =
            blocks.stream()
                .filter(
                    block ->
                        block.page() < page.number()
                            || block.page() == page.number() && block.box().y0() < top)
                .count();
        images.add(new Image((int) before, ""));
      }
    }
    return images;
  }
}
