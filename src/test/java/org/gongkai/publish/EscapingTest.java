package org.gongkai.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.rule.Severity;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Whatever a report says comes out as text. */
class EscapingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 300;

  @Provide
  Arbitrary<String> anything() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(Hostile.STRINGS),
            Arbitraries.strings().all().ofMaxLength(20),
            Arbitraries.strings().withChars("<>&\"'`/=\\\0\n\r\t\uD800\uDC00]").ofMaxLength(10));
    return pieces.list().ofMaxSize(4).map(list -> String.join("", list));
  }

  @Property(tries = TRIES)
  void inMarkup(@ForAll("anything") String string) {
    String escaped = Html.escape(string);
    String html = "<b title=\"" + escaped + "\">" + escaped + "</b>";
    Element body = Jsoup.parse(html).body();
    assertThat(body.getAllElements()).hasSize(2);
    assertThat(body.child(0).attr("title")).isEqualTo(body.child(0).wholeText());
    assertThat(new String(html.getBytes(UTF_8), UTF_8)).isEqualTo(html);
  }

  @Property(tries = TRIES)
  void inScriptData(@ForAll("anything") String string) throws Exception {
    String json = Html.json(string);
    assertThat(json).doesNotContain("<", ">", "&", "\u2028");
    assertThat(JSON.readTree(json).textValue()).isEqualTo(Unicode.wellFormed(string));
  }

  @Property(tries = TRIES)
  void inTables(@ForAll("anything") String string) {
    String field = Csv.field(string);
    String bare =
        field.startsWith("\"")
            ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
            : field;
    assertThat(bare).matches("(?s)[^=+\\-@\t\r].*|");
    assertThat(bare.startsWith("'") && !string.startsWith("'") ? bare.substring(1) : bare)
        .isEqualTo(Unicode.wellFormed(string));
  }

  @Property(tries = 100)
  void inResults(@ForAll("anything") String string) {
    var result = ResultFixture.zeros().finding("x.y", Severity.WARNING, string, string).build();
    assertThat(
            ResultSchema.check(ResultJson.write(result)).at("/findings/0/message/zh").textValue())
        .isEqualTo(Unicode.wellFormed(string));
    OverviewEntry entry = OverviewEntry.of(result, string);
    OverviewEntry hostile =
        new OverviewEntry(entry.summary(), string, null, Set.of(string), List.of(), new byte[0]);
    assertThat(hostile.csv(hostile.figures())).endsWith("\r\n");
  }
}
