package org.gongkai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.document.Position;
import org.gongkai.form.Cell;
import org.gongkai.fuzz.Fuzz;
import org.gongkai.publish.Output;
import org.gongkai.publish.ResultSchema;
import org.gongkai.publish.Style;
import org.gongkai.report.Reading;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, what goes out is whole, keeps its contract and carries no foreign markup. */
class CheckFuzzTest {
  private static final Gongkai GONGKAI = Gongkai.standard();
  private static final Set<String> ACTIVE =
      Set.of(
          "iframe",
          "object",
          "embed",
          "base",
          "form",
          "img",
          "image",
          "foreignobject",
          "video",
          "audio",
          "frame");

  /** A report that holds, a line a piece: what {@link #lines} puts together anew. */
  private static final List<String> LINES =
      Fuzz.files("lines-notes-3.txt")
          .findFirst()
          .map(bytes -> new String(bytes, UTF_8).lines().toList())
          .orElseThrow();

  static Stream<byte[]> documents() {
    return Fuzz.files(".html", ".txt");
  }

  static Stream<byte[]> edits() {
    return Stream.of(
        new byte[] {0}, new byte[] {0, 40, 3, 1, 80, 9, 2, 90, 1, 3, 33, 7, 4, 60, 2, 5, 70, 1});
  }

  @MethodSource("documents")
  @FuzzTest
  void document(byte[] bytes) throws Exception {
    check(bytes);
  }

  /** The lines of a report with some lost, repeated, moved, joined, cut or made something else. */
  @MethodSource("edits")
  @FuzzTest
  void lines(byte[] edits) throws Exception {
    List<String> lines = new ArrayList<>(LINES);
    for (int i = 0; i + 2 < edits.length && i < 3 * 64 && !lines.isEmpty(); i += 3) {
      edit(lines, edits[i] & 0xFF, edits[i + 1] & 0xFF, edits[i + 2] & 0xFF);
    }
    check(String.join("\n", lines).getBytes(UTF_8));
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

  private static void check(byte[] bytes) throws Exception {
    Result[] last = new Result[1];
    List<byte[]> outputs =
        Fuzz.twice(
                () -> {
                  last[0] = GONGKAI.check(bytes, "x.html");
                  return new Same(
                      Stream.of(Output.values())
                          .map(output -> output.render(last[0], Style.STANDARD))
                          .toList());
                })
            .outputs();
    holds(last[0]);
    ResultSchema.check(outputs.get(Output.RESULT_JSON.ordinal()));
    wellFormed(outputs.get(Output.BADGE_SVG.ordinal()));
    harmless(new String(outputs.get(Output.PAGE.ordinal()), UTF_8));
  }

  private record Same(List<byte[]> outputs) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Same same
          && Arrays.deepEquals(outputs.toArray(), same.outputs.toArray());
    }

    @Override
    public int hashCode() {
      return Arrays.deepHashCode(outputs.toArray());
    }
  }

  private static void holds(Result result) {
    boolean error = result.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
    if (result.verdict() != Verdict.UNREADABLE) {
      assertThat(result.verdict() == Verdict.FAIL).isEqualTo(error);
    }
    for (Finding finding : result.findings()) {
      Position position = finding.where().position();
      assertThat(position == null || position.line() > 0 && position.column() > 0).isTrue();
    }
    if (result.report().edition() != null) {
      for (Cell cell : result.report().edition().cells()) {
        Reading reading = result.report().at(cell);
        assertThat(reading.cell()).isSameAs(cell);
      }
    }
  }

  private static void wellFormed(byte[] svg) throws Exception {
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
  }

  private static void harmless(String page) {
    Document document = Jsoup.parse(page);
    assertThat(document.select("script")).hasSize(1);
    assertThat(document.select("style")).hasSize(1);
    for (Element element : document.getAllElements()) {
      assertThat(ACTIVE).doesNotContain(element.normalName());
      for (Attribute attribute : element.attributes()) {
        String key = attribute.getKey();
        assertThat(key).matches("[a-zA-Z:-]+").doesNotStartWith("on");
        if (key.equals("href") || key.equals("src")) {
          // The page's icon is drawn in place, by us.
          assertThat(attribute.getValue())
              .matches(
                  element.is("link[rel=icon]")
                      ? "data:image/svg\\+xml,%3Csvg .*"
                      : "#.*|result\\.json");
        }
      }
    }
  }
}
