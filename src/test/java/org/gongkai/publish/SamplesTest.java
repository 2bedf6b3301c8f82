package org.gongkai.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.Gongkai;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The outputs of the project's own samples, read and checked the whole way. */
class SamplesTest {
  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("samples"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyOutputIsWellFormed(Path sample) throws Exception {
    byte[] bytes = Files.readAllBytes(sample);
    Result result = Gongkai.standard().check(bytes, sample.getFileName().toString());
    ResultSchema.check(Output.RESULT_JSON.render(result, Style.STANDARD));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(Output.BADGE_SVG.render(result, Style.STANDARD)));
    Parser parser = Parser.htmlParser().setTrackErrors(100);
    Document page =
        Jsoup.parse(new String(Output.PAGE.render(result, Style.STANDARD), UTF_8), "", parser);
    assertThat(parser.getErrors()).isEmpty();
    assertThat(page.select("table")).hasSize(result.verdict() == Verdict.UNREADABLE ? 0 : 3);
    Result again = Gongkai.standard().check(bytes, sample.getFileName().toString());
    for (Output output : Output.values()) {
      assertThat(output.render(again, Style.STANDARD))
          .isEqualTo(output.render(result, Style.STANDARD));
    }
  }
}
