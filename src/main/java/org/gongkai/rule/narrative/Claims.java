package org.gongkai.rule.narrative;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Edition;
import org.gongkai.report.Report;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The figures of sections 1, 3 and 4 that clearly refer to cells of the tables. Unclear ones are
 * left out: a false alarm costs more trust than a missed error.
 *
 * @param all in document order
 * @param otherYears figures that would be claims if the sentence did not name the year before or
 *     after
 */
public record Claims(List<Claim> all, List<Claim> otherYears) {
  /** The most claims that are read; no real report has so many. */
  static final int MOST = 300;

  /** Takes copies of the lists. */
  public Claims {
    all = List.copyOf(all);
    otherYears = List.copyOf(otherYears);
  }

  /** The claims of a report. */
  public static Claims of(Report report, Prose prose) {
    return of(
        prose, Issuer.of(report.identity().issuer()), report.identity().year(), report.edition());
  }

  static Claims of(Prose prose, Issuer issuer, @Nullable Integer year, @Nullable Edition edition) {
    List<Claim> claims = new ArrayList<>();
    List<Claim> otherYears = new ArrayList<>();
    ClaimReader reader = new ClaimReader(issuer, year, edition, claims, otherYears);
    for (Paragraph paragraph : prose.paragraphs()) {
      int section = paragraph.section();
      if ((section == 1 || section == 3 || section == 4)
          && claims.size() + otherYears.size() < MOST) {
        reader.read(paragraph);
      }
    }
    return new Claims(claims, otherYears);
  }
}
