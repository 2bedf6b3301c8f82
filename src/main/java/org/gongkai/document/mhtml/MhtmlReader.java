package org.gongkai.document.mhtml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Format;
import org.gongkai.document.Grid;
import org.gongkai.document.charset.Charsets;
import org.gongkai.document.charset.Decoded;
import org.gongkai.document.html.HtmlReader;
import org.gongkai.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page that a browser or Word saved as one file (MHTML, RFC 2557): its first HTML part, or
 * that of a frame. Positions are those in that part once its transfer encoding is undone.
 */
public final class MhtmlReader {
  private static final int HEAD = 16_384;

  /** Parts within parts: an archive has one level, a mail with an archive two. */
  private static final int MAX_DEPTH = 4;

  /** Frames beyond that are advertisements. */
  private static final int MOST_PAGES = 16;

  private static final int MAX_HEADER = 4_096;

  private static final Pattern HEADER = Pattern.compile("\\s{0,16}[A-Za-z0-9-]{2,40}:");
  private static final Pattern CONTENT = Pattern.compile("content-type: ?(multipart/|text/html)");
  private static final Pattern NO_BASE64 = Pattern.compile("[^A-Za-z0-9+/]+");

  private MhtmlReader() {}

  /** A part: its headers, names in lower case, and where its body lies. */
  private record Part(Map<String, String> headers, int body, int end) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    boolean is(String type) {
      return header("content-type").toLowerCase(Locale.ROOT).startsWith(type);
    }
  }

  /** Whether it begins with the headers of a message of several parts or of a page. */
  public static boolean is(byte[] bytes) {
    if (!HEADER.matcher(head(bytes, 64)).lookingAt()) {
      return false;
    }
    String head = head(bytes, HEAD).toLowerCase(Locale.ROOT);
    return (head.contains("mime-version:") || head.stripLeading().startsWith("content-"))
        && CONTENT.matcher(head).find();
  }

  private static String head(byte[] bytes, int most) {
    return new String(bytes, 0, Math.min(most, bytes.length), StandardCharsets.ISO_8859_1);
  }

  /** Reads such a file: its first page, or the first of a frame if that has no table. */
  public static Document read(byte[] bytes) {
    int start = 0;
    while (start < bytes.length && bytes[start] <= ' ') {
      start++;
    }
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    List<Part> pages = new ArrayList<>();
    pages(raw, part(raw, start, raw.length()), 0, pages);
    if (pages.isEmpty()) {
      return Document.unreadable(Format.MHTML, Problem.DAMAGED);
    }
    Document first = read(bytes, raw, pages.get(0));
    return hasTable(first)
        ? first
        : pages.stream()
            .skip(1)
            .map(page -> read(bytes, raw, page))
            .filter(MhtmlReader::hasTable)
            .findFirst()
            .orElse(first);
  }

  private static boolean hasTable(Document document) {
    return document.blocks().stream().anyMatch(Grid.class::isInstance);
  }

  private static Document read(byte[] bytes, String raw, Part page) {
    byte[] body = body(bytes, raw, page);
    Decoded decoded = Charsets.decode(body, parameter(page.header("content-type"), "charset"));
    return Characters.isBlank(decoded.text())
        ? Document.unreadable(Format.MHTML, Problem.EMPTY)
        : HtmlReader.read(Format.MHTML, decoded);
  }

  /** The pages in the part or the parts that it holds, in order. */
  private static void pages(String raw, Part part, int depth, List<Part> into) {
    if (part.is("text/html") || part.is("application/xhtml")) {
      into.add(part);
      return;
    }
    String boundary = parameter(part.header("content-type"), "boundary");
    if (boundary == null || depth == MAX_DEPTH) {
      return;
    }
    String delimiter = "--" + boundary;
    int at = line(raw, delimiter, part.body, part.end);
    while (at >= 0 && into.size() < MOST_PAGES) {
      int start = lineEnd(raw, at + delimiter.length(), part.end);
      int next = line(raw, delimiter, start, part.end);
      pages(raw, part(raw, start, next < 0 ? part.end : next), depth + 1, into);
      at = next;
    }
  }

  /** Where a line begins with the delimiter. */
  private static int line(String raw, String delimiter, int from, int end) {
    for (int at = raw.indexOf(delimiter, from);
        at >= 0 && at < end;
        at = raw.indexOf(delimiter, at + 1)) {
      if (at == from || raw.charAt(at - 1) == '\n' || raw.charAt(at - 1) == '\r') {
        return at;
      }
    }
    return -1;
  }

  /** Where the line after the one at {@code from} begins. */
  private static int lineEnd(String raw, int from, int end) {
    int newline = raw.indexOf('\n', from);
    return newline < 0 || newline >= end ? end : newline + 1;
  }

  private static Part part(String raw, int start, int end) {
    Map<String, String> headers = new HashMap<>();
    String name = "";
    int at = start;
    while (at < end) {
      int next = lineEnd(raw, at, end);
      String line = raw.substring(at, next).stripTrailing();
      at = next;
      if (line.isEmpty()) {
        break;
      }
      int colon = line.indexOf(':');
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        headers.computeIfPresent(
            name, (key, value) -> value.length() > MAX_HEADER ? value : value + line);
      } else if (colon > 0) {
        name = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
        headers.putIfAbsent(name, line.substring(colon + 1).trim());
      }
    }
    return new Part(headers, at, end);
  }

  /** A parameter of a header, without quotes; null for none. */
  private static @Nullable String parameter(String header, String name) {
    Matcher value =
        Pattern.compile(name + "=\\s*(?:\"([^\"]*)|([^\\s;]*))", Pattern.CASE_INSENSITIVE)
            .matcher(header);
    return !value.find() ? null : value.group(1) == null ? value.group(2) : value.group(1);
  }

  private static byte[] body(byte[] bytes, String raw, Part part) {
    String encoding = part.header("content-transfer-encoding").toLowerCase(Locale.ROOT);
    if (encoding.startsWith("base64")) {
      // Cut off behind one character of a group, it says nothing.
      String packed = NO_BASE64.matcher(raw.substring(part.body, part.end)).replaceAll("");
      return Base64.getDecoder()
          .decode(packed.substring(0, packed.length() - (packed.length() % 4 == 1 ? 1 : 0)));
    }
    if (encoding.startsWith("quoted-printable")) {
      return quotedPrintable(bytes, part.body, part.end);
    }
    return Arrays.copyOfRange(bytes, part.body, part.end);
  }

  private static byte[] quotedPrintable(byte[] bytes, int from, int end) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(end - from);
    for (int i = from; i < end; i++) {
      int c = bytes[i];
      if (c != '=') {
        out.write(c);
        continue;
      }
      int high = i + 1 < end ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < end ? Character.digit(bytes[i + 2], 16) : -1;
      if (high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 2;
        continue;
      }
      // A soft line break, white space before the line's end allowed; anything else is left as it
      // is.
      int next = i + 1;
      while (next < end && (bytes[next] == ' ' || bytes[next] == '\t' || bytes[next] == '\r')) {
        next++;
      }
      if (next == end || bytes[next] == '\n') {
        i = next;
      } else {
        out.write(c);
      }
    }
    return out.toByteArray();
  }
}
