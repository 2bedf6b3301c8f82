package org.gongkai.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file says: blocks in reading order.
 *
 * @param format what the file is
 * @param charset the charset it was read in, by its IANA name; null where there is none
 * @param charsetFrom how the charset was told; null where there is none
 * @param blocks paragraphs and grids
 * @param images the pictures it shows, in order
 * @param web what a page says besides
 * @param whole whether its last word is surely whole: else the file may have been cut off within it
 * @param problem why there are no blocks, or not all; null where all was read
 * @param pages what its pages are, of a format that has them
 */
public record Document(
    Format format,
    @Nullable String charset,
    @Nullable CharsetFrom charsetFrom,
    List<Block> blocks,
    List<Image> images,
    WebPage web,
    boolean whole,
    @Nullable Problem problem,
    Pages pages) {
  /** Takes copies of the lists. */
  public Document {
    blocks = List.copyOf(blocks);
    images = List.copyOf(images);
  }

  /** A document that could not be read at all. */
  public static Document unreadable(Format format, Problem problem) {
    return new Document(
        format, null, null, List.of(), List.of(), WebPage.NONE, true, problem, Pages.NONE);
  }

  /**
   * What a web page says besides its blocks.
   *
   * @param title its {@code <title>}; empty for none
   * @param metadata its {@code <meta name content>}, names in lower case; the first of each name
   * @param links where it links to, in order, the first 200
   * @param scripts whether it loads or runs scripts
   * @param passwordField whether it asks for a password
   */
  public record WebPage(
      String title,
      Map<String, String> metadata,
      List<Link> links,
      boolean scripts,
      boolean passwordField) {
    /** Of a document that is no page. */
    public static final WebPage NONE = new WebPage("", Map.of(), List.of(), false, false);

    /** Takes copies of the lists. */
    public WebPage {
      metadata = Map.copyOf(metadata);
      links = List.copyOf(links);
    }
  }

  /**
   * The pages of a document, numbered from 1.
   *
   * @param count how many there are; 0 for a format without pages
   * @param pictures those that are pictures: of scanned paper, say
   * @param cut those whose tables go on beyond the page's edge
   */
  public record Pages(int count, List<Integer> pictures, List<Integer> cut) {
    /** Of a format without pages. */
    public static final Pages NONE = new Pages(0, List.of(), List.of());

    /** Takes copies of the lists. */
    public Pages {
      pictures = List.copyOf(pictures);
      cut = List.copyOf(cut);
    }
  }

  /** A link: what it says and its address as written. */
  public record Link(String text, String target) {}

  /**
   * A picture in the flow of the text.
   *
   * @param block how many blocks come before it
   * @param text its alternative text; empty for none
   */
  public record Image(int block, String text) {}

  /** Why a file could not be read, or not whole. */
  public enum Problem {
    /** Nothing in it, or white space only. */
    EMPTY,
    /** Larger than the limit; not looked at. */
    TOO_LARGE,
    /** Needs more memory than there is. */
    OUT_OF_MEMORY,
    /** Its name is too long for those of its outputs; not looked at. */
    LONG_NAME,
    /** A format that is not read: see {@link Document#format()}. */
    UNSUPPORTED,
    /** It unpacks to more than the limit, or asks for more work than any report. */
    BOMB,
    /** A document or archive that is damaged, or has no text part. */
    DAMAGED,
    /** A document under a password. */
    ENCRYPTED,
    /** Its pages are pictures. */
    PICTURES,
    /** Its fonts do not say what characters they draw. */
    UNMAPPED
  }
}
