package org.gongkai.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.Gongkai;
import org.gongkai.document.Position;
import org.gongkai.form.Cell;
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

/** Requirements of the outputs for any input: valid, complete and without foreign markup. */
public final class OutputInvariants {
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

  private OutputInvariants() {}

  /** Checks bytes and asserts the requirements. */
  public static void check(byte[] bytes) throws Exception {
    Result[] last = new Result[1];
    List<byte[]> outputs =
        FuzzSupport.checkTwice(
                () -> {
                  last[0] = GONGKAI.check(bytes, "x.html");
                  return new Outputs(
                      Stream.of(Output.values())
                          .map(output -> output.render(last[0], Style.STANDARD))
                          .toList());
                })
            .outputs();
    consistent(last[0]);
    ResultSchema.check(outputs.get(Output.RESULT_JSON.ordinal()));
    wellFormed(outputs.get(Output.BADGE_SVG.ordinal()));
    harmless(new String(outputs.get(Output.PAGE.ordinal()), UTF_8));
  }

  private record Outputs(List<byte[]> outputs) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Outputs same
          && Arrays.deepEquals(outputs.toArray(), same.outputs.toArray());
    }

    @Override
    public int hashCode() {
      return Arrays.deepHashCode(outputs.toArray());
    }
  }

  private static void consistent(Result result) {
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
