package org.gongkai.document;

import java.util.Arrays;
import org.gongkai.text.Entities;

/**
 * A stretch of a file as a program would unescape it, and where each of its characters stands in
 * the file.
 */
public final class Unescaped {
  private final char[] text;
  private final int[] places;
  private int size;

  private Unescaped(int room) {
    this.text = new char[room];
    this.places = new int[room];
  }

  /** A stretch as it stands. */
  public static Unescaped of(String file, int from, int to) {
    Unescaped whole = new Unescaped(to - from);
    for (int i = from; i < to; i++) {
      whole.add(file.charAt(i), i);
    }
    return whole;
  }

  private void add(char c, int place) {
    text[size] = c;
    places[size++] = place;
  }

  private void add(String meant, int place) {
    for (int i = 0; i < meant.length(); i++) {
      add(meant.charAt(i), place);
    }
  }

  public String string() {
    return new String(text, 0, size);
  }

  /** Where each character stands in the file; behind the last, where the stretch ends. */
  int[] places() {
    int[] all = Arrays.copyOf(places, size + 1);
    all[size] = size == 0 ? 0 : places[size - 1] + 1;
    return all;
  }

  /** What is between two of its characters. */
  public Unescaped part(int from, int to) {
    Unescaped part = new Unescaped(to - from);
    for (int i = from; i < to; i++) {
      part.add(text[i], places[i]);
    }
    return part;
  }

  /**
   * The same with character references resolved, as in a page whose tags stand in it as references.
   */
  public Unescaped references() {
    String raw = string();
    Unescaped meant = new Unescaped(size);
    int at = 0;
    while (at < size) {
      int end = text[at] == '&' ? Entities.end(raw, at) : at + 1;
      String said = text[at] == '&' ? Entities.meant(raw, at, end) : "";
      if (said.isEmpty() || said.length() > end - at) {
        meant.add(text[at], places[at]);
        at++;
      } else {
        meant.add(said, places[at]);
        at = end;
      }
    }
    return meant;
  }

  /**
   * The same as a script or JSON reads a string: brackets by their numbers, slashes behind a
   * backslash.
   */
  public Unescaped escapes() {
    Unescaped meant = new Unescaped(size);
    int at = 0;
    while (at < size) {
      char next = text[at] == '\\' && at + 1 < size ? text[at + 1] : 0;
      int code = next == 'u' ? hex(at + 2, 4) : next == 'x' ? hex(at + 2, 2) : -1;
      if (code >= 0) {
        meant.add((char) code, places[at]);
        at += next == 'u' ? 6 : 4;
      } else if (next != 0) {
        meant.add(escaped(next), places[at]);
        at += 2;
      } else {
        meant.add(text[at], places[at]);
        at++;
      }
    }
    return meant;
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n', 'r' -> '\n';
      case 't', 'b', 'f' -> ' ';
      default -> c;
    };
  }

  /**
   * The same as a script reads an address, and its older escapes: {@code %3Ctd}, {@code %u89C4}.
   */
  public Unescaped percents() {
    Unescaped meant = new Unescaped(size);
    int at = 0;
    while (at < size) {
      int wide = text[at] == '%' && at + 1 < size && text[at + 1] == 'u' ? hex(at + 2, 4) : -1;
      int octet = text[at] == '%' ? hex(at + 1, 2) : -1;
      if (wide >= 0) {
        meant.add((char) wide, places[at]);
        at += 6;
      } else if (octet >= 0) {
        int follow = octet >= 0xF0 ? 3 : octet >= 0xE0 ? 2 : octet >= 0xC0 ? 1 : 0;
        int code = follow == 0 ? octet : octet & (0x3F >> follow);
        boolean whole = true;
        for (int i = 1; i <= follow && whole; i++) {
          int more = at + 3 * i < size && text[at + 3 * i] == '%' ? hex(at + 3 * i + 1, 2) : -1;
          whole = more >= 0x80 && more < 0xC0;
          code = code << 6 | more & 0x3F;
        }
        boolean valid = whole && Character.isValidCodePoint(code);
        meant.add(valid ? Character.toString(code) : Character.toString(octet), places[at]);
        at += 3 * (valid ? follow + 1 : 1);
      } else {
        meant.add(text[at], places[at]);
        at++;
      }
    }
    return meant;
  }

  /** The number that so many hexadecimal digits are; -1 where they are not. */
  private int hex(int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      int digit = i < size ? Character.digit(text[i], 16) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number;
  }
}
