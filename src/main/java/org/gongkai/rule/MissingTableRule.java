package org.gongkai.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Text;
import org.gongkai.form.Cell;
import org.gongkai.form.Table;
import org.gongkai.report.Normal;
import org.gongkai.report.Report;
import org.gongkai.report.SectionText;
import org.gongkai.report.Where;
import org.jspecify.annotations.Nullable;

/**
 * One of the three tables is not there.
 *
 * <p>It is an error only where the document was surely read as a whole there: its section was found
 * and holds no figures, or the sections around the place were found and it was not. Otherwise a
 * notice says that the table could not be found.
 */
final class MissingTableRule implements Rule {
  private static final String MISSING = "table.missing";
  private static final String PICTURE = "table.picture";
  private static final String UNREAD = "table.not-assessable";

  /** So many figures in a section are a table that was not recognised, not prose. */
  private static final int FIGURES = 3;

  private static final Pattern DIGITS = Pattern.compile("\\d+[件条个项]?");
  private static final Pattern FIGURE = Pattern.compile("[0-9０-９][0-9０-９,，.．]*");

  @Override
  public List<String> ids() {
    return List.of(MISSING, PICTURE, UNREAD);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Report report = subject.report();
    for (Table table : subject.edition().tables()) {
      if (!report.has(table)) {
        check(table, subject, findings);
      }
    }
  }

  private static void check(Table table, Subject subject, Findings findings) {
    Report report = subject.report();
    int at = sectionOf(table, report);
    SectionText section = at < 0 ? null : report.sections().get(at);
    String rule;
    if (report.document().problem() != null) {
      rule = UNREAD;
    } else if (section != null) {
      List<Block> blocks = blocks(report, at);
      boolean last = at == report.sections().size() - 1;
      if (section.tables() > 0
          || figures(table, section, blocks) >= FIGURES
          || last && !pictured(report, at)) {
        rule = UNREAD; // a file that ends here may have been cut off
      } else {
        rule = pictured(report, at) ? PICTURE : MISSING;
      }
    } else {
      rule = goesOn(table, report) ? MISSING : UNREAD;
    }
    List<Cell> cells =
        subject.edition().cells().stream().filter(cell -> cell.table() == table).toList();
    Text heading = section == null ? null : section.heading();
    findings
        .add(rule)
        .at(
            new Where(
                table.label(), null, null, heading, 0, heading == null ? "" : heading.string()))
        .cells(cells)
        .with("table", table.label(), table.english());
  }

  private static int sectionOf(Table table, Report report) {
    for (int i = 0; i < report.sections().size(); i++) {
      SectionText section = report.sections().get(i);
      if (section.section() != null && section.section().number() == table.section()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether sections before and after the table's were found, so that its own is surely not there.
   */
  private static boolean goesOn(Table table, Report report) {
    boolean before = false;
    boolean after = false;
    for (SectionText section : report.sections()) {
      if (section.section() != null) {
        before |= section.section().number() < table.section();
        after |= section.section().number() > table.section();
      }
    }
    return before && after;
  }

  private static int figures(Table table, SectionText section, List<Block> blocks) {
    int figures = 0;
    List<String> labels = table.rows().stream().map(row -> words(Normal.key(row.label()))).toList();
    for (Text paragraph : section.paragraphs()) {
      figures += figures(labels, paragraph.string());
    }
    for (Block block : blocks) {
      if (block instanceof Grid grid) {
        for (GridRow row : grid.rows()) {
          for (GridCell cell : row.cells()) {
            figures += isFigure(cell.text()) ? 1 : 0;
          }
        }
      }
    }
    return figures;
  }

  /** The figures of a line that has no other words than those of a row: prose has more. */
  private static int figures(List<String> labels, String line) {
    String key = Normal.key(line);
    String words = words(key);
    boolean row =
        words.isEmpty()
            || words.length() < key.length() && labels.stream().anyMatch(words::endsWith);
    return row ? (int) FIGURE.matcher(line).results().count() : 0;
  }

  /** A key without its figures. */
  private static String words(String key) {
    return DIGITS.matcher(key).replaceAll("");
  }

  private static boolean isFigure(Text text) {
    return FIGURE.matcher(text.string()).matches();
  }

  /**
   * The blocks of a section: from its heading to the next one; empty where its heading is no block
   * of its own.
   */
  private static List<Block> blocks(Report report, int section) {
    List<Block> blocks = report.document().blocks();
    int from = start(report, section);
    return from < 0 ? List.of() : new ArrayList<>(blocks.subList(from, end(report, section)));
  }

  private static boolean pictured(Report report, int section) {
    int from = start(report, section);
    if (from < 0) {
      return false;
    }
    int to = end(report, section);
    for (Document.Image image : report.document().images()) {
      if (image.block() > from && image.block() <= to) {
        return true;
      }
    }
    return false;
  }

  private static int start(Report report, int section) {
    return find(report.sections().get(section).heading(), report.document().blocks());
  }

  private static int end(Report report, int section) {
    List<Block> blocks = report.document().blocks();
    for (int next = section + 1; next < report.sections().size(); next++) {
      int at = find(report.sections().get(next).heading(), blocks);
      if (at > start(report, section)) {
        return at;
      }
    }
    return blocks.size();
  }

  /**
   * The block that a heading is; its words may stand in a menu too, so only the very piece of the
   * source counts.
   */
  private static int find(@Nullable Text heading, List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Paragraph paragraph && paragraph.text() == heading) {
        return i;
      }
    }
    return -1;
  }
}
