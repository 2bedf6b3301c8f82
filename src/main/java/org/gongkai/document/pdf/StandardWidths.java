package org.gongkai.document.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.afm.AFMParser;
import org.apache.fontbox.afm.CharMetric;
import org.apache.pdfbox.cos.COSDocument;

/** The widths of the standard fonts, which a file need not bring along. */
final class StandardWidths {
  private static final Map<String, Map<String, Float>> READ = new ConcurrentHashMap<>();

  private StandardWidths() {}

  /** The widths of a font's glyphs by their names, in parts of its size. */
  static Map<String, Float> of(String font) {
    return READ.computeIfAbsent(font, StandardWidths::read);
  }

  private static Map<String, Float> read(String font) {
    String resource = "/org/apache/pdfbox/resources/afm/" + font + ".afm";
    try (InputStream in = COSDocument.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing: " + resource);
      }
      Map<String, Float> widths = new HashMap<>();
      for (CharMetric metric : new AFMParser(in).parse(true).getCharMetrics()) {
        widths.put(metric.getName(), metric.getWx() / 1000);
      }
      return widths;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
