package org.gongkai.document;

import java.util.List;
import java.util.Map;
import org.gongkai.document.Document.Image;
import org.gongkai.document.Document.Link;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Document.WebPage;
import org.jspecify.annotations.Nullable;

/** Documents for tests that read none: without metadata, scripts or passwords. */
public final class DocumentFixture {
  private DocumentFixture() {}

  /** A page of these blocks. */
  public static Document page(Block... blocks) {
    return page(List.of(blocks), List.of(), List.of(), null);
  }

  /** A page of these blocks, with links and pictures. */
  public static Document page(
      List<Block> blocks, List<Link> links, List<Image> images, @Nullable Problem problem) {
    return of(Format.HTML, "", blocks, links, images, problem);
  }

  /** A document without words. */
  public static Document blank(Format format, String title, @Nullable Problem problem) {
    return of(format, title, List.of(), List.of(), List.of(), problem);
  }

  private static Document of(
      Format format,
      String title,
      List<Block> blocks,
      List<Link> links,
      List<Image> images,
      @Nullable Problem problem) {
    WebPage web = new WebPage(title, Map.of(), links, false, false);
    return new Document(
        format, "UTF-8", null, blocks, images, web, false, problem, Document.Pages.NONE);
  }
}
