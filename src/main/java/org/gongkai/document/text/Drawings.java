package org.gongkai.document.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Image;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Passage;
import org.jspecify.annotations.Nullable;

/** Finds the tables among lines that are drawn with characters. */
public final class Drawings {
  /** A page's number between two lines of a table is no longer than that. */
  private static final int PAGE = 20;

  private static final String PAGE_NUMBER = "0123456789第页共 -—－–/.·Pageof";

  private final int size;
  private final IntFunction<@Nullable Passage> lines;

  /** How far has been looked for the end of a drawing that is no table. */
  private int looked;

  /**
   * Looks among lines.
   *
   * @param lines each of them by its index, empty for a blank one; null for what is no line and
   *     ends a drawing
   */
  Drawings(int size, IntFunction<@Nullable Passage> lines) {
    this.size = size;
    this.lines = lines;
  }

  /** The document with tables for those paragraphs that draw one. */
  public static Document read(Document document) {
    List<Block> blocks = document.blocks();
    if (blocks.stream().noneMatch(Drawings::mayBe)) {
      return document;
    }
    Drawings drawings =
        new Drawings(
            blocks.size(),
            i -> blocks.get(i) instanceof Paragraph line ? (Passage) line.text() : null);
    List<Block> read = new ArrayList<>(blocks.size());
    int[] places = new int[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); ) {
      int end = mayBe(blocks.get(i)) ? drawings.read(i, read) : i;
      if (end == i) {
        read.add(blocks.get(i));
        end++;
      }
      while (i < end) {
        places[++i] = read.size();
      }
    }
    List<Image> images = new ArrayList<>(document.images().size());
    for (Image image : document.images()) {
      images.add(new Image(places[Math.min(image.block(), blocks.size())], image.text()));
    }
    return new Document(
        document.format(),
        document.charset(),
        document.charsetFrom(),
        document.title(),
        document.metadata(),
        read,
        document.links(),
        images,
        document.scripts(),
        document.passwordField(),
        document.whole(),
        document.problem());
  }

  private static boolean mayBe(Block block) {
    if (!(block instanceof Paragraph line)) {
      return false;
    }
    String string = line.text().string();
    return DrawnLine.mayBe(string, 0, string.length());
  }

  /**
   * Reads the table that begins at a line.
   *
   * @param into where to add what it is
   * @return the index of the line behind it; that of the line where none begins
   */
  int read(int from, List<Block> into) {
    if (from < looked) {
      return from;
    }
    List<DrawnLine> drawn = new ArrayList<>();
    List<Passage> pages = new ArrayList<>();
    int end = from;
    int beside = 0;
    boolean text = false;
    for (int i = from; i < size; i++) {
      Passage passage = lines.apply(i);
      if (passage == null) {
        break;
      }
      if (passage.string().isEmpty()) {
        continue;
      }
      DrawnLine line = DrawnLine.of(passage);
      if (line == null) {
        boolean page = !drawn.isEmpty() && !last(drawn).isRule() && isPageNumber(passage.string());
        if (!page) {
          break;
        }
        pages.add(passage);
        continue;
      }
      if (endsBefore(drawn, line, text)) {
        break;
      }
      drawn.add(line);
      text |= !line.isRule();
      end = i + 1;
      beside = pages.size();
    }
    if (drawn.isEmpty() || !DrawnTable.read(drawn, into)) {
      looked = end;
      return from;
    }
    pages.subList(0, beside).forEach(page -> into.add(new Paragraph(page)));
    return end;
  }

  private static DrawnLine last(List<DrawnLine> drawn) {
    return drawn.get(drawn.size() - 1);
  }

  /** Whether a table ended before a line: by its last border, or the line is drawn otherwise. */
  private static boolean endsBefore(List<DrawnLine> drawn, DrawnLine line, boolean text) {
    if (drawn.isEmpty()) {
      return false;
    }
    DrawnLine last = last(drawn);
    if (line.isRule()) {
      // What stood above the first border was no part of it unless drawn alike.
      return text && last.isRule() || isApart(last, line);
    }
    return last.isRule() && isApart(line, last);
  }

  /** Whether a line of text has words outside where a border beside it has its ends. */
  private static boolean isApart(DrawnLine text, DrawnLine rule) {
    return !text.isRule()
        && rule.marks() > 0
        && !rule.isBorder(-1)
        && text.isOpenLeft()
        && rule.isRule();
  }

  private static boolean isPageNumber(String string) {
    if (string.length() > PAGE) {
      return false;
    }
    for (int i = 0; i < string.length(); i++) {
      if (PAGE_NUMBER.indexOf(string.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
