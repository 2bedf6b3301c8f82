package org.gongkai.document.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.gongkai.document.Document.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive in memory, by its central directory: only what is asked for is unpacked, and only
 * to a limit.
 */
public final class Archive {
  /** A Word document has some dozens of parts, and one for each of its pictures. */
  private static final int MAX_ENTRIES = 20_000;

  private static final int END = 0x06054b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_LENGTH = 22;

  private record Entry(int flags, int method, int packed, int header) {}

  private final byte[] bytes;
  private final Map<String, Entry> entries = new HashMap<>();

  /** A refusal: what is inside is not to be unpacked. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;
    private final Problem problem;

    public Refused(Problem problem) {
      super(problem.name());
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }

  /** Reads the directory of an archive. */
  public Archive(byte[] bytes) throws IOException {
    this.bytes = bytes;
    int end = end();
    int count = u2(end + 10);
    if (count > MAX_ENTRIES) {
      throw new Refused(Problem.BOMB);
    }
    // Measured from the end, so that bytes put before the archive do no harm.
    int at = end - u4(end + 12);
    int shift = at - u4(end + 16);
    for (int i = 0; i < count; i++) {
      if (u4(at) != CENTRAL) {
        throw new ZipException("directory");
      }
      int name = u2(at + 28);
      Entry entry = new Entry(u2(at + 8), u2(at + 10), u4(at + 20), u4(at + 42) + shift);
      check(at + 46, name);
      entries.putIfAbsent(name(new String(bytes, at + 46, name, StandardCharsets.UTF_8)), entry);
      at += 46 + name + u2(at + 30) + u2(at + 32);
    }
  }

  public static boolean is(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && bytes[2] == 3
        && bytes[3] == 4;
  }

  private int end() throws ZipException {
    for (int i = bytes.length - END_LENGTH;
        i >= 0 && i >= bytes.length - END_LENGTH - 0xffff;
        i--) {
      if (bytes[i] == 'P' && u4(i) == END) {
        return i;
      }
    }
    throw new ZipException("no end");
  }

  /** A part's name as names are compared: in lower case, slashes forward, none at its begin. */
  private static String name(String written) {
    String name = written.replace('\\', '/').toLowerCase(Locale.ROOT);
    return name.startsWith("/") ? name.substring(1) : name;
  }

  /** Whether there is such a part; neither case nor the kind of slashes matters. */
  public boolean has(String part) {
    return entries.containsKey(name(part));
  }

  /**
   * Unpacks a part; fails with {@link Refused} where it is packed more than any report is.
   *
   * @param part its name; neither case nor the kind of slashes matters
   */
  public byte[] read(String part) throws IOException {
    Entry entry = entries.get(name(part));
    if (entry == null || u4(entry.header) != LOCAL || entry.packed < 0) {
      throw new ZipException(part);
    }
    if ((entry.flags & 1) != 0) {
      throw new Refused(Problem.ENCRYPTED);
    }
    int start = entry.header + 30 + u2(entry.header + 26) + u2(entry.header + 28);
    check(start, entry.packed);
    if (entry.method == 0) {
      return Arrays.copyOfRange(bytes, start, start + entry.packed);
    }
    if (entry.method != 8) {
      throw new ZipException("method");
    }
    InputStream packed = new ByteArrayInputStream(bytes, start, entry.packed);
    try (InputStream in =
        new LimitedInputStream(
            new InflaterInputStream(packed, new Inflater(true), 8192), entry.packed)) {
      return in.readAllBytes();
    }
  }

  /** The first part whose name begins and ends so, in lower case; null where there is none. */
  public @Nullable String find(String begin, String end) {
    String found = null;
    for (String name : entries.keySet()) {
      if (name.startsWith(begin)
          && name.endsWith(end)
          && (found == null || name.length() < found.length())) {
        found = name;
      }
    }
    return found;
  }

  private int u2(int at) throws ZipException {
    check(at, 2);
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }

  private int u4(int at) throws ZipException {
    return u2(at) | u2(at + 2) << 16;
  }

  private void check(int at, int length) throws ZipException {
    if (at < 0 || length < 0 || at > bytes.length - length) {
      throw new ZipException("truncated");
    }
  }
}
