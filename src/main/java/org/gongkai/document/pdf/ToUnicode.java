package org.gongkai.document.pdf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a font's codes mean (ISO 32000-2, 9.10.3): its {@code bfchar} and {@code bfrange}. Ranges
 * are kept as they are written, so that no map takes more room than its text.
 */
final class ToUnicode {
  private static final Pattern TOKEN =
      Pattern.compile("%[^\\r\\n]*+|<[^>]*+|[\\[\\]]|[^\\x00- <>\\[\\]%]++");

  private record Range(int to, String first) {}

  private final Map<Integer, String> chars = new HashMap<>();
  private final TreeMap<Integer, Range> ranges = new TreeMap<>();

  private final Matcher tokens;

  private ToUnicode(byte[] map) {
    tokens = TOKEN.matcher(new String(map, StandardCharsets.ISO_8859_1));
  }

  static ToUnicode read(byte[] map) {
    ToUnicode read = new ToUnicode(map);
    read.read();
    return read;
  }

  /** What a code means; null where the map does not say. */
  @Nullable String get(int code) {
    String text = chars.get(code);
    if (text != null) {
      return text;
    }
    Map.Entry<Integer, Range> range = ranges.floorEntry(code);
    if (range == null || code > range.getValue().to) {
      return null;
    }
    String first = range.getValue().first;
    if (first.isEmpty()) {
      return null;
    }
    int last = first.length() - 1;
    return first.substring(0, last) + (char) (first.charAt(last) + code - range.getKey());
  }

  private void read() {
    boolean ofChars = false;
    boolean ofRanges = false;
    for (String token = next(); token != null; token = next()) {
      switch (token) {
        case "beginbfchar" -> ofChars = true;
        case "beginbfrange" -> ofRanges = true;
        case "endbfchar", "endbfrange" -> {
          ofChars = false;
          ofRanges = false;
        }
        default -> {
          if (token.charAt(0) == '<' && ofChars) {
            String text = next();
            if (text != null && text.charAt(0) == '<') {
              chars.put(code(token), text(text));
            }
          } else if (token.charAt(0) == '<' && ofRanges) {
            range(code(token));
          }
        }
      }
    }
  }

  private void range(int from) {
    String to = next();
    String first = next();
    if (to == null || first == null) {
      return;
    }
    if (first.equals("[")) {
      int code = from;
      for (String text = next(); text != null && !text.equals("]"); text = next()) {
        chars.put(code++, text(text));
      }
    } else if (to.charAt(0) == '<' && first.charAt(0) == '<') {
      ranges.put(from, new Range(code(to), text(first)));
    }
  }

  /** A word, a hexadecimal string with its opening bracket, or a bracket; null at the end. */
  private @Nullable String next() {
    while (tokens.find()) {
      if (tokens.group().charAt(0) != '%') {
        return tokens.group();
      }
    }
    return null;
  }

  private static int code(String hex) {
    int code = 0;
    for (int i = 1; i < hex.length(); i++) {
      int digit = Character.digit(hex.charAt(i), 16);
      code = digit < 0 ? code : code << 4 | digit;
    }
    return code;
  }

  private static String text(String hex) {
    StringBuilder text = new StringBuilder();
    int unit = 0;
    int digits = 0;
    for (int i = 1; i < hex.length(); i++) {
      int digit = Character.digit(hex.charAt(i), 16);
      if (digit >= 0) {
        unit = unit << 4 | digit;
        if (++digits % 4 == 0) {
          text.append((char) unit);
          unit = 0;
        }
      }
    }
    return digits % 4 == 0 ? text.toString() : text.append((char) unit).toString();
  }
}
