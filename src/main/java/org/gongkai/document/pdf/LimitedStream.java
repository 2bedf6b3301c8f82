package org.gongkai.document.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.gongkai.document.Document.Problem;
import org.jspecify.annotations.Nullable;

/** A stream that decodes to no more than the budget; pictures are never decoded. */
final class LimitedStream extends COSStream {
  private static final Set<COSName> FILTERS =
      Set.of(
          COSName.FLATE_DECODE,
          COSName.FLATE_DECODE_ABBREVIATION,
          COSName.LZW_DECODE,
          COSName.LZW_DECODE_ABBREVIATION,
          COSName.ASCII85_DECODE,
          COSName.ASCII85_DECODE_ABBREVIATION,
          COSName.ASCII_HEX_DECODE,
          COSName.ASCII_HEX_DECODE_ABBREVIATION,
          COSName.RUN_LENGTH_DECODE,
          COSName.RUN_LENGTH_DECODE_ABBREVIATION,
          COSName.CRYPT);

  /** A predictor's row; a page of pixels has no wider one. */
  private static final int MAX_COLUMNS = 1 << 20;

  private final Budget budget;

  /** While the parent makes an input stream of what is decoded already. */
  private boolean decoded;

  LimitedStream(RandomAccessStreamCache cache, RandomAccessReadView view, Budget budget)
      throws IOException {
    super(cache, view);
    this.budget = budget;
  }

  @Override
  public COSInputStream createInputStream(DecodeOptions options) throws IOException {
    // Only the parent can make one.
    decoded = true;
    try {
      return super.createInputStream(options);
    } finally {
      decoded = false;
    }
  }

  @Override
  public InputStream createRawInputStream() throws IOException {
    if (!decoded) {
      return super.createRawInputStream();
    }
    decoded = false;
    byte[] bytes = decode();
    decoded = true;
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public @Nullable COSBase getFilters() {
    return decoded ? null : super.getFilters();
  }

  @Override
  public RandomAccessRead createView() throws IOException {
    return new RandomAccessReadBuffer(decode());
  }

  /** The stream decoded; throws {@link Budget.Exceeded} where that is too much. */
  byte[] decode() throws IOException {
    Set<COSName> filters = filters();
    byte[] bytes = null;
    int index = 0;
    for (COSName name : filters) {
      Filter filter = FilterFactory.INSTANCE.getFilter(name);
      Output output = new Output();
      try (InputStream input =
          bytes == null ? super.createRawInputStream() : new ByteArrayInputStream(bytes)) {
        filter.decode(input, output, this, index++);
      }
      bytes = output.toByteArray();
    }
    if (bytes == null) {
      try (InputStream input = super.createRawInputStream()) {
        bytes = input.readNBytes(Budget.STREAM);
      }
      budget.decode(bytes.length);
    }
    return bytes;
  }

  private Set<COSName> filters() throws IOException {
    COSBase filters = super.getFilters();
    Set<COSName> names = new LinkedHashSet<>();
    if (filters instanceof COSName name) {
      names.add(name);
    } else if (filters instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (!(array.getObject(i) instanceof COSName name)) {
          throw new IOException("filter without a name");
        }
        names.add(name);
      }
    }
    if (!FILTERS.containsAll(names)) {
      throw new IOException("a picture's filter");
    }
    COSBase parameters = getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
    check(parameters);
    if (parameters instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        check(array.getObject(i));
      }
    }
    return names;
  }

  private static void check(@Nullable COSBase parameters) throws IOException {
    if (parameters instanceof COSDictionary dictionary
        && dictionary.getInt(COSName.COLUMNS, 1) > MAX_COLUMNS) {
      throw new IOException("predictor's row too long");
    }
  }

  private final class Output extends ByteArrayOutputStream {
    @Override
    public synchronized void write(int b) {
      count(1);
      super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      count(length);
      super.write(bytes, from, length);
    }

    private void count(int more) {
      budget.decode(more);
      if (size() + more > Budget.STREAM) {
        throw new Budget.Exceeded(Problem.BOMB);
      }
    }
  }
}
