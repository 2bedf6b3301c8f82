package org.gongkai.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Normalises texts so that different spellings compare as equal: Unicode NFKC, simplified
 * characters, no pinyin, which mirror sites put in brackets after each Han character.
 *
 * <ul>
 *   <li>Use {@link #key} to compare labels and headings: it keeps letters and digits only.
 *   <li>Use {@link #fold} to search sentences: it keeps punctuation and spaces, and maps each
 *       character to its index in the original text.
 *   <li>Use {@link #simplify} where width and punctuation must stay as printed.
 * </ul>
 *
 * <p>Use the results for matching only, and show people the original text.
 */
public final class TextNormalizer {
  private static final char[] SIMPLIFIED = simplified();
  private static final String[] HALF_WIDTH = halfWidth();

  private TextNormalizer() {}

  /**
   * The normalised letters and digits of a text: {@code （三） 不予公開(kāi)} gives {@code 三不予公开}. Labels
   * with equal keys are equal.
   */
  public static String key(String printed) {
    return key(printed, 0, printed.length(), Integer.MAX_VALUE);
  }

  /**
   * The key, or a part of it that is longer than {@code longest}: enough to see that the whole key
   * is too long.
   */
  public static String key(String printed, int longest) {
    return key(printed, 0, printed.length(), longest);
  }

  /** The key of the characters from {@code from} to {@code to}. */
  public static String key(String printed, int from, int to) {
    return key(printed, from, to, Integer.MAX_VALUE);
  }

  private static String key(String printed, int from, int to, int longest) {
    int length = to - from;
    char[] in = new char[length];
    printed.getChars(from, from + length, in, 0);
    // Written over the input, as most characters give at most one; the few that give more move the
    // output to an array of its own.
    char[] out = in;
    int size = 0;
    boolean unchanged = true;
    for (int i = 0; i < length && size <= longest; i++) {
      char c = in[i];
      if (isHan(c)) {
        char simple = SIMPLIFIED[c];
        unchanged &= simple == c;
        out[size++] = simple;
      } else if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c == '〇') {
        out[size++] = c;
      } else if (c == '(' || c == '（') {
        i = afterPinyin(printed, from, from + i, to) - from - 1;
      } else if (c >= 'A' && c <= 'Z') {
        unchanged = false;
        out[size++] = (char) (c + 32);
      } else if (c >= 0x2070
          && !(c >= 0x3000 && c < 0x3200 || Character.isSurrogate(c) || c == '\uFFFD')) {
        unchanged = false;
        String folded = nfkc(c);
        if (folded.length() > 1) {
          out = withRoom(out, in, size + folded.length() + length - i);
        }
        size = appendLetters(out, size, folded);
      }
    }
    return unchanged && size == printed.length() ? printed : new String(out, 0, size);
  }

  /** The output in an array other than {@code in} of at least {@code room} characters. */
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

  /** A character in NFKC; full-width ones, the most frequent, come from a table. */
  private static String nfkc(char c) {
    return c >= 0xFF01 && c <= 0xFF5E
        ? HALF_WIDTH[c - 0xFF01]
        : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
  }

  /** Normalises a text, but keeps punctuation and spaces, and the index of each character. */
  public static Folded fold(String printed) {
    int length = printed.length();
    char[] in = printed.toCharArray();
    char[] out = in;
    int size = 0;
    boolean unchanged = true;
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
        String replacement = nfkc(c);
        if (replacement.length() != 1) {
          origin = withOrigin(origin, size, size + replacement.length() + length - i);
          out = withRoom(out, in, size + replacement.length() + length - i);
          for (int j = 0; j < replacement.length(); j++) {
            origin[size] = i;
            out[size++] = replacement.charAt(j);
          }
          continue;
        }
        folded = replacement.charAt(0);
      }
      if (origin.length > 0) {
        origin[size] = i;
      }
      unchanged &= folded == c;
      out[size++] = folded;
    }
    if (origin.length == 0) {
      return new Folded(unchanged ? printed : new String(out, 0, size), origin);
    }
    origin[size] = length;
    return new Folded(new String(out, 0, size), origin);
  }

  /** The original indexes, of which the first {@code size} are filled in, with room for more. */
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

  /** The text in simplified characters and without pinyin; nothing else is changed. */
  public static String simplify(String printed) {
    char[] out = printed.toCharArray();
    int size = 0;
    boolean unchanged = true;
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
      unchanged &= simple == c;
      out[size++] = simple;
    }
    return unchanged && size == out.length ? printed : new String(out, 0, size);
  }

  /** The simplified form of a traditional character; any other character itself. */
  public static char simple(char c) {
    return SIMPLIFIED[c];
  }

  /** Whether it is a Han character of the basic plane. */
  public static boolean isHan(char c) {
    return c >= 0x3400 && c <= 0x9FFF;
  }

  /**
   * The index after a syllable of pinyin in brackets. {@code open} is the index of the opening
   * bracket; the index after it is returned where no pinyin follows.
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
      // The first line names the source of the table.
      for (int i = 0; i < lines[1].length(); i++) {
        table[lines[1].charAt(i)] = lines[2].charAt(i);
      }
    } catch (IOException e) {
      throw new IllegalStateException("traditional.txt cannot be read from the jar", e);
    }
    return table;
  }

  /**
   * A normalised text.
   *
   * @param string the text
   * @param origin the index in the original text of each character and of the end; empty if all
   *     indexes are the same
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Folded(String string, int[] origin) {
    /** The index in the original text of the character at {@code index}. */
    public int originalIndex(int index) {
      return origin.length == 0 ? index : origin[index];
    }
  }
}
