package org.gongkai.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Makes texts comparable that are printed differently: NFKC, simplified characters, without the
 * pinyin that mirror sites put in brackets behind a Han character.
 *
 * <ul>
 *   <li>{@link #key} to compare labels and headings: letters and digits only;
 *   <li>{@link #fold} to search sentences: punctuation and blanks kept, and for each character
 *       where it was;
 *   <li>{@link #simplify} where width and punctuation must stay as printed.
 * </ul>
 *
 * <p>Use the results for matching only: what is shown to people is what was printed.
 */
public final class TextNormalizer {
  private static final char[] SIMPLIFIED = simplified();
  private static final String[] HALF_WIDTH = halfWidth();

  private TextNormalizer() {}

  /**
   * Letters and digits only, folded: {@code （三） 不予公開(kāi)} gives {@code 三不予公开}. Two labels are the
   * same where their keys are.
   */
  public static String key(String printed) {
    return key(printed, 0, printed.length(), Integer.MAX_VALUE);
  }

  /** The key, or what of it is enough to see that it is longer than {@code longest}. */
  public static String key(String printed, int longest) {
    return key(printed, 0, printed.length(), longest);
  }

  /** The key of what is printed from {@code from} to {@code to}, as if nothing were around it. */
  public static String key(String printed, int from, int to) {
    return key(printed, from, to, Integer.MAX_VALUE);
  }

  private static String key(String printed, int from, int to, int longest) {
    int length = to - from;
    char[] in = new char[length];
    printed.getChars(from, from + length, in, 0);
    // Folded in place: a character gives one or none, but for those few that get room of their own.
    char[] out = in;
    int size = 0;
    boolean same = true;
    for (int i = 0; i < length && size <= longest; i++) {
      char c = in[i];
      if (isHan(c)) {
        char simple = SIMPLIFIED[c];
        same &= simple == c;
        out[size++] = simple;
      } else if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c == '〇') {
        out[size++] = c;
      } else if (c == '(' || c == '（') {
        i = afterPinyin(printed, from, from + i, to) - from - 1;
      } else if (c >= 'A' && c <= 'Z') {
        same = false;
        out[size++] = (char) (c + 32);
      } else if (c >= 0x2070
          && !(c >= 0x3000 && c < 0x3200 || Character.isSurrogate(c) || c == '\uFFFD')) {
        same = false;
        String folded = compatible(c);
        if (folded.length() > 1) {
          out = withRoom(out, in, size + folded.length() + length - i);
        }
        size = appendLetters(out, size, folded);
      }
    }
    return same && size == printed.length() ? printed : new String(out, 0, size);
  }

  /** An array other than {@code in} that begins as {@code out} does and has so much room. */
  private static char[] withRoom(char[] out, char[] in, int room) {
    return out != in && room <= out.length
        ? out
        : Arrays.copyOf(out, Math.max(room, 2 * out.length));
  }

  private static int appendLetters(char[] out, int from, String folded) {
    int size = from;
    for (int i = 0; i < folded.length(); i++) {
      char f = folded.charAt(i);
      if (isHan(f)) {
        out[size++] = SIMPLIFIED[f];
      } else if (f >= '0' && f <= '9' || f >= 'a' && f <= 'z') {
        out[size++] = f;
      } else if (f >= 'A' && f <= 'Z') {
        out[size++] = (char) (f + 32);
      }
    }
    return size;
  }

  /** A character in NFKC; the full-width ones, which are most, looked up. */
  private static String compatible(char c) {
    return c >= 0xFF01 && c <= 0xFF5E
        ? HALF_WIDTH[c - 0xFF01]
        : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
  }

  /** The text folded, punctuation and blanks kept; knows where each character was before. */
  public static Folded fold(String printed) {
    int length = printed.length();
    char[] in = printed.toCharArray();
    char[] out = in;
    int size = 0;
    boolean same = true;
    int[] origin = {};
    for (int i = 0; i < length; i++) {
      char c = in[i];
      char folded = c;
      if (isHan(c)) {
        folded = SIMPLIFIED[c];
      } else if (c == '(' || c == '（') {
        int after = afterPinyin(printed, 0, i, length);
        if (after > i + 1) {
          origin = withOrigin(origin, size, length);
          i = after - 1;
          continue;
        }
        folded = '(';
      } else if (c == '\u00A0' || c == '\u3000') {
        folded = ' ';
      } else if (c >= 0x2070 && c < 0x3000
          || c >= 0x3200 && c < 0x3400
          || c >= 0xF900 && c < 0xFFF0) {
        String compatible = compatible(c);
        if (compatible.length() != 1) {
          origin = withOrigin(origin, size, size + compatible.length() + length - i);
          out = withRoom(out, in, size + compatible.length() + length - i);
          for (int j = 0; j < compatible.length(); j++) {
            origin[size] = i;
            out[size++] = compatible.charAt(j);
          }
          continue;
        }
        folded = compatible.charAt(0);
      }
      if (origin.length > 0) {
        origin[size] = i;
      }
      same &= folded == c;
      out[size++] = folded;
    }
    if (origin.length == 0) {
      return new Folded(same ? printed : new String(out, 0, size), origin);
    }
    origin[size] = length;
    return new Folded(new String(out, 0, size), origin);
  }

  /** The places of characters, of which so many have kept theirs, with room for more. */
  private static int[] withOrigin(int[] origin, int size, int room) {
    if (room < origin.length) {
      return origin;
    }
    int[] places = Arrays.copyOf(origin, room + room / 2 + 1);
    for (int i = 0; i < size && origin.length == 0; i++) {
      places[i] = i;
    }
    return places;
  }

  /** In simplified characters, pinyin dropped, nothing else changed. */
  public static String simplify(String printed) {
    char[] out = printed.toCharArray();
    int size = 0;
    boolean same = true;
    for (int i = 0; i < out.length; i++) {
      char c = out[i];
      if (c == '(' || c == '（') {
        int after = afterPinyin(printed, 0, i, out.length);
        if (after > i + 1) {
          i = after - 1;
          continue;
        }
      }
      char simple = isHan(c) ? SIMPLIFIED[c] : c;
      same &= simple == c;
      out[size++] = simple;
    }
    return same && size == out.length ? printed : new String(out, 0, size);
  }

  /** The simplified character of a traditional one; any other as it is. */
  public static char simple(char c) {
    return SIMPLIFIED[c];
  }

  /** Whether it is a Han character of the basic plane. */
  public static boolean isHan(char c) {
    return c >= 0x3400 && c <= 0x9FFF;
  }

  /**
   * The index after a syllable of pinyin in brackets that opens at {@code open}, within {@code
   * from} to {@code to}; {@code open + 1} for no such thing.
   */
  private static int afterPinyin(String printed, int from, int open, int to) {
    if (open == from || !isHan(printed.charAt(open - 1))) {
      return open + 1;
    }
    int end = Math.min(to, open + 9);
    for (int i = open + 1; i < end; i++) {
      char c = printed.charAt(i);
      if (c == ')' || c == '）') {
        return i > open + 1 ? i + 1 : open + 1;
      }
      if (!(c >= 'a' && c <= 'z'
          || c >= 0xE0 && c <= 0x1DC
          || c >= 0x300 && c <= 0x30C
          || c == 'ḿ'
          || c == 'ɡ')) {
        return open + 1;
      }
    }
    return open + 1;
  }

  private static String[] halfWidth() {
    String[] table = new String[0x5E];
    for (int i = 0; i < table.length; i++) {
      table[i] = Character.toString('!' + i);
    }
    return table;
  }

  private static char[] simplified() {
    char[] table = new char[0x10000];
    for (int i = 0; i < table.length; i++) {
      table[i] = (char) i;
    }
    try (InputStream in = TextNormalizer.class.getResourceAsStream("traditional.txt")) {
      if (in == null) {
        throw new IllegalStateException("traditional.txt is missing from the jar");
      }
      String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
      // The first line says where they come from.
      for (int i = 0; i < lines[1].length(); i++) {
        table[lines[1].charAt(i)] = lines[2].charAt(i);
      }
    } catch (IOException e) {
      throw new IllegalStateException("traditional.txt cannot be read from the jar", e);
    }
    return table;
  }

  /**
   * Folded text.
   *
   * @param string the text
   * @param origin for each of its characters, and for its end, the index of that character in what
   *     was printed; empty where each has kept its place
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Folded(String string, int[] origin) {
    /** Where the character at {@code index} was before it was folded. */
    public int before(int index) {
      return origin.length == 0 ? index : origin[index];
    }
  }
}
