package org.gongkai.document.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * Opens a PDF without {@code PDDocument}, which needs AWT's native library, and with streams that
 * keep to the budget.
 */
final class PdfParser extends PDFParser {
  private static final int DEPTH = 50;

  private final Budget budget;

  PdfParser(byte[] bytes, Budget budget) throws IOException {
    super(new RandomAccessReadBuffer(bytes), "");
    this.budget = budget;
    document = new Limited();
    setLenient(true);
  }

  /**
   * Opens the file.
   *
   * @return its pages, in order
   */
  List<COSDictionary> pages() throws IOException {
    parsePDFHeader();
    initialParse();
    COSDictionary root = document.getTrailer().getCOSDictionary(COSName.ROOT);
    List<COSDictionary> pages = new ArrayList<>();
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(root.getCOSDictionary(COSName.PAGES), pages, seen, 0);
    return pages;
  }

  void close() {
    IOUtils.closeQuietly(document);
  }

  private void collect(
      @Nullable COSDictionary node, List<COSDictionary> pages, Set<COSDictionary> seen, int depth) {
    if (node == null || depth > DEPTH || !seen.add(node)) {
      return;
    }
    COSArray kids = node.getCOSArray(COSName.KIDS);
    if (kids == null) {
      budget.page();
      pages.add(node);
      return;
    }
    for (int i = 0; i < kids.size(); i++) {
      if (kids.getObject(i) instanceof COSDictionary kid) {
        collect(kid, pages, seen, depth + 1);
      }
    }
  }

  private final class Limited extends COSDocument {
    private final RandomAccessStreamCache cache;

    Limited() throws IOException {
      super(PdfParser.this);
      cache = IOUtils.createMemoryOnlyStreamCache().create();
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
        throws IOException {
      RandomAccessReadView view = createRandomAccessReadView(start, length);
      COSStream stream = new LimitedStream(cache, view, budget);
      dictionary.forEach(stream::setItem);
      stream.setKey(dictionary.getKey());
      return stream;
    }
  }
}
