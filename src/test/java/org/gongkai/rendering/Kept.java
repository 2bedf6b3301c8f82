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
 * A rendering that once was read wrong, kept as a file with what is expected of it beside it.
 *
 * @param edition the edition of its tables
 * @param verdict what must come out
 * @param expect what a careful human reads, for every cell
 */
record Kept(Edition edition, Rendered.Must verdict, Map<String, Expect> expect) {

  /** The expectation as text: edition, verdict, then a cell a line; cells not named hold 0. */
  static String write(Rendered rendered) {
    List<String> lines = new ArrayList<>();
    lines.add("edition " + rendered.drawn().edition().key());
    lines.add("verdict " + rendered.verdict());
    for (Cell cell : rendered.drawn().edition().cells()) {
      Expect expect = rendered.expect().get(cell.path());
      if (expect == null) {
        throw new IllegalStateException("nothing expected at " + cell.path());
      }
      BigDecimal value = expect.value();
      String said =
          expect.status() + (expect.maybe() ? " maybe" : "") + (value == null ? "" : " " + value);
      if (!said.equals("NUMBER 0")) {
        lines.add(cell.path() + ' ' + said);
      }
    }
    return String.join("\n", lines) + '\n';
  }

  static Kept read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Edition edition = Editions.find(lines.get(0).split(" ")[1]).orElseThrow();
    Map<String, Expect> expect = new LinkedHashMap<>();
    for (Cell cell : edition.cells()) {
      expect.put(cell.path(), new Expect(Status.NUMBER, BigDecimal.ZERO, false));
    }
    for (String line : lines.subList(2, lines.size())) {
      String[] words = line.split(" ");
      boolean maybe = words.length > 2 && words[2].equals("maybe");
      int at = maybe ? 3 : 2;
      Status status = Status.valueOf(words[1]);
      expect.put(
          words[0],
          words.length > at
              ? new Expect(status, new BigDecimal(words[at]), maybe)
              : new Expect(status, null, maybe));
    }
    return new Kept(edition, Rendered.Must.valueOf(lines.get(1).split(" ")[1]), expect);
  }
}
