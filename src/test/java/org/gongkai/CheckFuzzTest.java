package org.gongkai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.fuzz.FuzzSupport;
import org.gongkai.fuzz.OutputInvariants;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, what goes out is whole, keeps its contract and carries no foreign markup. */
class CheckFuzzTest {
  /** A report that holds, a line a piece: what {@link #lines} puts together anew. */
  private static final List<String> LINES =
      FuzzSupport.files("lines-notes-3.txt")
          .findFirst()
          .map(bytes -> new String(bytes, UTF_8).lines().toList())
          .orElseThrow();

  static Stream<byte[]> documents() {
    return FuzzSupport.files(".html", ".txt");
  }

  static Stream<byte[]> edits() {
    return Stream.of(
        new byte[] {0}, new byte[] {0, 40, 3, 1, 80, 9, 2, 90, 1, 3, 33, 7, 4, 60, 2, 5, 70, 1});
  }

  @MethodSource("documents")
  @FuzzTest
  void document(byte[] bytes) throws Exception {
    OutputInvariants.check(bytes);
  }

  /** The lines of a report with some lost, repeated, moved, joined, cut or made something else. */
  @MethodSource("edits")
  @FuzzTest
  void lines(byte[] edits) throws Exception {
    List<String> lines = new ArrayList<>(LINES);
    for (int i = 0; i + 2 < edits.length && i < 3 * 64 && !lines.isEmpty(); i += 3) {
      edit(lines, edits[i] & 0xFF, edits[i + 1] & 0xFF, edits[i + 2] & 0xFF);
    }
    OutputInvariants.check(String.join("\n", lines).getBytes(UTF_8));
  }

  private static void edit(List<String> lines, int kind, int place, int with) {
    int at = (place + 256 * (kind >> 4)) % lines.size();
    String line = lines.get(at);
    int cut = line.isEmpty() ? 0 : with % line.length();
    switch (kind % 10) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.add(with % lines.size(), lines.remove(at));
      case 3 -> lines.set(at, line + " " + lines.remove((at + 1) % lines.size()));
      case 4 -> lines.set(at, line.substring(0, cut));
      case 5 -> lines.set(at, line.substring(cut));
      case 6 ->
          lines.set(
              at, line.substring(0, cut) + "?" + line.substring(Math.min(cut + 1, line.length())));
      case 7 -> lines.set(at, String.valueOf(with));
      case 8 ->
          lines.set(
              at,
              Arrays.asList("", "/", "-", "<b>", "无", "３", "1.5", "-2", "|", "\t").get(with % 10));
      default -> lines.set(at, line.replace(' ', with % 2 == 0 ? '\t' : '|'));
    }
    if (lines.isEmpty()) {
      lines.add("");
    }
  }
}
