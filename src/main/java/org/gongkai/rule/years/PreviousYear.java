package org.gongkai.rule.years;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.form.Cell;
import org.gongkai.report.Report;
import org.gongkai.report.SectionText;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.Sha256;
import org.gongkai.rule.similarity.Shingles;
import org.jspecify.annotations.Nullable;

/**
 * What rules compare with from last year's report. Make it {@link #of of a report}, or read the
 * file that last year's check wrote ({@code NextYear.read} in {@code publish}).
 *
 * <p>It may be another issuer's or year's: rules compare names and years and ignore what does not
 * match.
 *
 * @param issuer whose report it was; null where that is not known
 * @param year the year it reported on; null where that is not known
 * @param figures the figures read with certainty, by path ({@code requests/carriedForward/total});
 *     a blank is 0 here, but a blank total whose parts are not blank is left out, and so is all
 *     that could not be read
 * @param text its prose, to find reused text; may be empty
 */
public record PreviousYear(
    @Nullable String issuer,
    @Nullable Integer year,
    Map<String, BigDecimal> figures,
    Shingles text) {
  public PreviousYear {
    figures = Map.copyOf(figures);
  }

  /** Takes what next year's check needs from a report. */
  public static PreviousYear of(Report report) {
    Map<String, BigDecimal> figures = new HashMap<>();
    if (report.edition() != null) {
      CheckedReport checked = new CheckedReport(report, null);
      for (Cell cell : report.edition().cells()) {
        BigDecimal figure = checked.known(cell);
        if (figure != null) {
          figures.put(cell.path(), figure);
        }
      }
    }
    return new PreviousYear(
        report.identity().issuer(), report.identity().year(), figures, prose(report));
  }

  /** A digest of all of it: 16 hexadecimal digits. */
  public String fingerprint() {
    StringBuilder all = new StringBuilder(figures.size() * 48);
    all.append(issuer).append('\n').append(year).append('\n');
    new TreeMap<>(figures)
        .forEach(
            (cell, figure) ->
                all.append(cell).append(' ').append(figure.toPlainString()).append('\n'));
    return Sha256.of(all.append(text.encoded()).toString());
  }

  private static Shingles prose(Report report) {
    List<String> paragraphs = new ArrayList<>();
    for (SectionText section : report.sections()) {
      section.paragraphs().forEach(text -> paragraphs.add(text.string()));
    }
    return Shingles.of(paragraphs);
  }
}
