package org.gongkai.rendering;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.report.Status;

/**
 * The expectations for a file that was once read wrong; both are test resources.
 *
 * @param edition the edition of its tables
 * @param verdict the expected verdict
 * @param expected the expected reading of each cell
 */
record RegressionFixture(
    Edition edition,
    RenderedReport.ExpectedVerdict verdict,
    Map<String, ExpectedReading> expected) {

  /** The expectations as text: edition, verdict, then one cell per line; others hold 0. */
  static String write(RenderedReport renderedReport) {
    List<String> lines = new ArrayList<>();
    lines.add("edition " + renderedReport.generated().edition().key());
    lines.add("verdict " + renderedReport.verdict());
    for (Cell cell : renderedReport.generated().edition().cells()) {
      ExpectedReading expected = renderedReport.expected().get(cell.path());
      if (expected == null) {
        throw new IllegalStateException("nothing expected at " + cell.path());
      }
      BigDecimal value = expected.value();
      String said =
          expected.status()
              + (expected.maybe() ? " maybe" : "")
              + (value == null ? "" : " " + value);
      if (!said.equals("NUMBER 0")) {
        lines.add(cell.path() + ' ' + said);
      }
    }
    return String.join("\n", lines) + '\n';
  }

  static RegressionFixture read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Edition edition = Editions.find(lines.get(0).split(" ")[1]).orElseThrow();
    Map<String, ExpectedReading> expected = new LinkedHashMap<>();
    for (Cell cell : edition.cells()) {
      expected.put(cell.path(), new ExpectedReading(Status.NUMBER, BigDecimal.ZERO, false));
    }
    for (String line : lines.subList(2, lines.size())) {
      String[] words = line.split(" ");
      boolean maybe = words.length > 2 && words[2].equals("maybe");
      int at = maybe ? 3 : 2;
      Status status = Status.valueOf(words[1]);
      expected.put(
          words[0],
          words.length > at
              ? new ExpectedReading(status, new BigDecimal(words[at]), maybe)
              : new ExpectedReading(status, null, maybe));
    }
    return new RegressionFixture(
        edition, RenderedReport.ExpectedVerdict.valueOf(lines.get(1).split(" ")[1]), expected);
  }
}
