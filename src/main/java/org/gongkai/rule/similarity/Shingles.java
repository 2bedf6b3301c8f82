package org.gongkai.rule.similarity;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;

/**
 * A text as the set of its overlapping pieces of eight characters, hashed: enough to measure how
 * much two texts share, too little to read them. Figures, spaces and punctuation are left out, so
 * that the same text with other figures has the same pieces.
 */
public final class Shingles {
  private static final Shingles NONE = new Shingles(new int[0]);
  private static final int LENGTH = 8;
  private static final String PUNCTUATION = "，。、；：！？“”‘’（）《》〈〉【】〔〕—…·％　\u00A0";
  private static final long FACTOR = 1_000_003;

  /**
   * {@link #FACTOR} to the power of {@link #LENGTH}: the factor of the character that leaves the
   * window.
   */
  private static final long OUT;

  static {
    long power = 1;
    for (int i = 0; i < LENGTH; i++) {
      power *= FACTOR;
    }
    OUT = power;
  }

  /** Sorted, each once. */
  private final int[] pieces;

  private Shingles(int[] pieces) {
    this.pieces = pieces;
  }

  /** The shingles of an empty text. */
  public static Shingles none() {
    return NONE;
  }

  /** The shingles of a text; no piece spans two paragraphs. */
  public static Shingles of(Iterable<String> paragraphs) {
    int[] all = new int[0];
    int size = 0;
    for (String paragraph : paragraphs) {
      int[] more = of(paragraph);
      if (size + more.length > all.length) {
        all = Arrays.copyOf(all, Math.max(2 * all.length, size + more.length));
      }
      System.arraycopy(more, 0, all, size, more.length);
      size += more.length;
    }
    Arrays.sort(all, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (distinct == 0 || all[i] != all[distinct - 1]) {
        all[distinct++] = all[i];
      }
    }
    return new Shingles(Arrays.copyOf(all, distinct));
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Shingles decode(String encoded) {
    byte[] bytes = Base64.getDecoder().decode(encoded);
    if (bytes.length % Integer.BYTES != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are no whole number of pieces");
    }
    int[] pieces = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(pieces);
    for (int i = 1; i < pieces.length; i++) {
      if (pieces[i] <= pieces[i - 1]) {
        throw new IllegalArgumentException("pieces out of order");
      }
    }
    return new Shingles(pieces);
  }

  /** As Base64: four bytes a piece, about as many pieces as the text has characters. */
  public String encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(pieces.length * Integer.BYTES);
    IntBuffer ints = bytes.asIntBuffer();
    ints.put(pieces);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** The number of different pieces. */
  public int size() {
    return pieces.length;
  }

  boolean contains(int piece) {
    return Arrays.binarySearch(pieces, piece) >= 0;
  }

  /** The pieces of a paragraph in order; none for a short one. */
  static int[] of(String paragraph) {
    char[] text = (isPlain(paragraph) ? paragraph : compatible(paragraph)).toCharArray();
    int length = letters(text);
    int count = length - LENGTH + 1;
    if (count <= 0) {
      return new int[0];
    }
    int[] shingles = new int[count];
    long hash = 0;
    for (int i = 0; i < length; i++) {
      hash = hash * FACTOR + text[i];
      if (i >= LENGTH) {
        hash -= text[i - LENGTH] * OUT;
      }
      if (i >= LENGTH - 1) {
        shingles[i - LENGTH + 1] = (int) mix(hash);
      }
    }
    return shingles;
  }

  /** Moves the letters of a text to its front; returns their number. */
  private static int letters(char[] text) {
    int size = 0;
    for (char c : text) {
      if (isHan(c) || Character.isLetter(c) || Character.isSurrogate(c)) {
        text[size++] = c;
      }
    }
    return size;
  }

  /**
   * Whether a text has nothing but Han characters, ASCII, and punctuation that is no letter in any
   * form: folding would change no letter of it.
   */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(isHan(c) || c < 0x80 || PUNCTUATION.indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHan(char c) {
    return c >= 0x4E00 && c <= 0x9FA5;
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Spreads the bits (the finalizer of SplitMix64). */
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shingles shingles && Arrays.equals(pieces, shingles.pieces);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pieces);
  }

  @Override
  public String toString() {
    return pieces.length + " pieces";
  }
}
