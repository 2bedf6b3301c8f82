package org.gongkai.rule.narrative;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Edition;
import org.gongkai.report.Report;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * Finds the figures of the prose that plainly speak of cells of the tables: in sections 1, 3 and 4. What is not plain is
 * passed over: a false alarm costs more trust than a miss.
 */
public final class Claims {
  private Claims() {}

  /** The claims of a report, in document order. */
  public static List<Claim> of(Report report, Prose prose) {
    return of(prose, Issuer.of(report.identity().issuer()), report.identity().year(), report.edition());
  }

  static List<Claim> of(Prose prose, Issuer issuer, @Nullable Integer year, @Nullable Edition edition) {
    List<Claim> claims = new ArrayList<>();
    ClaimReader reader = new ClaimReader(issuer, year, edition, claims);
    for (Paragraph paragraph : prose.paragraphs()) {
      int section = paragraph.section();
      if (section == 1 || section == 3 || section == 4) {
        reader.paragraph(paragraph);
      }
    }
    return claims;
  }
}
