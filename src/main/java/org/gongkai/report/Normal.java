package org.gongkai.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Folds text for matching; what is printed is kept elsewhere as printed.
 *
 * <p>Folding: NFKC, traditional to simplified characters, the pinyin in brackets after a Han
 * character dropped.
 */
public final class Normal {
  private static final char[] SIMPLIFIED = simplified();
  private static final String[] HALF_WIDTH = halfWidth();

  private Normal() {}

  /**
   * Letters and digits only, folded: {@code （三） 不予公開(kāi)} gives {@code 三不予公开}. Two labels are the
   * same where their keys are.
   */
  public static String key(String printed) {
    return key(printed, Integer.MAX_VALUE);
  }

  /** The key, or what of it is enough to see that it is longer than {@code longest}. */
  static String key(String printed, int longest) {
    StringBuilder out = new StringBuilder(printed.length());
    int length = beforeTagRemains(printed);
    for (int i = 0; i < length && out.length() <= longest; i++) {
      char c = printed.charAt(i);
      if (isHan(c)) {
        out.append(SIMPLIFIED[c]);
      } else if (c < 0x80) {
        if (c == '(') {
          i = afterPinyin(printed, i) - 1;
        } else if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z') {
          out.append(c);
        } else if (c >= 'A' && c <= 'Z') {
          out.append((char) (c + 32));
        }
      } else if (c == '（') {
        i = afterPinyin(printed, i) - 1;
      } else if (c == '〇') {
        out.append(c);
      } else if (c >= 0x2000) {
        appendLetters(out, c);
      }
    }
    return out.toString();
  }

  /**
   * Where what is left of a tag begins at the end, such as {@code /td>} or {@code br />}; the
   * length for none.
   */
  private static int beforeTagRemains(String printed) {
    int length = printed.length();
    if (length < 2 || printed.charAt(length - 1) != '>') {
      return length;
    }
    int at = length - 1;
    while (at > 0 && length - at <= 10 && isTagCharacter(printed.charAt(at - 1))) {
      at--;
    }
    return printed.indexOf('/', at) >= 0 ? at : length;
  }

  private static boolean isTagCharacter(char c) {
    return c == '/' || c == '<' || c == ' ' || c >= 'a' && c <= 'z' || c >= '1' && c <= '6';
  }

  private static void appendLetters(StringBuilder out, char c) {
    if (c >= 0x3000 && c < 0x3200 || c < 0x2070 || Character.isSurrogate(c) || c == '\uFFFD') {
      return;
    }
    String folded = compatible(c);
    for (int i = 0; i < folded.length(); i++) {
      char f = folded.charAt(i);
      if (isHan(f)) {
        out.append(SIMPLIFIED[f]);
      } else if (f >= '0' && f <= '9' || f >= 'a' && f <= 'z') {
        out.append(f);
      } else if (f >= 'A' && f <= 'Z') {
        out.append((char) (f + 32));
      }
    }
  }

  /** A character in NFKC; the full-width ones, which are most, looked up. */
  private static String compatible(char c) {
    return c >= 0xFF01 && c <= 0xFF5E
        ? HALF_WIDTH[c - 0xFF01]
        : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
  }

  /** The text folded, punctuation and blanks kept; knows where each character stood before. */
  public static Folded fold(String printed) {
    int length = printed.length();
    StringBuilder out = new StringBuilder(length);
    int[] origin = new int[length + 8];
    for (int i = 0; i < length; i++) {
      char c = printed.charAt(i);
      int before = out.length();
      if (isHan(c)) {
        out.append(SIMPLIFIED[c]);
      } else if (c == '(' || c == '（') {
        int after = afterPinyin(printed, i);
        if (after > i + 1) {
          i = after - 1;
          continue;
        }
        out.append('(');
      } else if (c < 0x80 || c >= 0x3001 && c <= 0x3002) {
        out.append(c);
      } else if (c == '\u00A0' || c == '\u3000') {
        out.append(' ');
      } else if (c >= 0x2070 && c < 0x3000
          || c >= 0x3200 && c < 0x3400
          || c >= 0xF900 && c < 0xFFF0) {
        out.append(compatible(c));
      } else {
        out.append(c);
      }
      if (out.length() >= origin.length) {
        origin = Arrays.copyOf(origin, out.length() * 2);
      }
      Arrays.fill(origin, before, out.length(), i);
    }
    if (out.length() >= origin.length) {
      origin = Arrays.copyOf(origin, out.length() + 1);
    }
    origin[out.length()] = length;
    return new Folded(out.toString(), origin);
  }

  /** In simplified characters, pinyin dropped, nothing else changed. */
  public static String simplify(String printed) {
    StringBuilder out = new StringBuilder(printed.length());
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (c == '(' || c == '（') {
        int after = afterPinyin(printed, i);
        if (after > i + 1) {
          i = after - 1;
          continue;
        }
      }
      out.append(isHan(c) ? SIMPLIFIED[c] : c);
    }
    return out.toString();
  }

  /** Whether it is a Han character of the basic plane. */
  public static boolean isHan(char c) {
    return c >= 0x3400 && c <= 0x9FFF;
  }

  /**
   * The index after a syllable of pinyin in brackets that opens at {@code open}; {@code open + 1}
   * for no such thing.
   */
  private static int afterPinyin(String printed, int open) {
    if (open == 0 || !isHan(printed.charAt(open - 1))) {
      return open + 1;
    }
    int end = Math.min(printed.length(), open + 9);
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
    try (InputStream in = Normal.class.getResourceAsStream("traditional.txt")) {
      if (in == null) {
        throw new IllegalStateException("traditional.txt is missing from the jar");
      }
      String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
      for (int i = 0; i < lines[0].length(); i++) {
        table[lines[0].charAt(i)] = lines[1].charAt(i);
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
   *     was printed
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Folded(String string, int[] origin) {
    /** Where the character at {@code index} stood before it was folded. */
    public int before(int index) {
      return origin[index];
    }
  }
}
