package org.gongkai.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.form.Relation;
import org.gongkai.report.Report;
import org.gongkai.report.Status;
import org.gongkai.report.Where;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Message;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Result;
import org.gongkai.rule.Severity;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * The findings and corrections of a page, each with a link to its cells.
 *
 * @param certain certain corrections
 * @param structural corrections of which only one can be right, for each group of relations; those
 *     that name a kind of error beside wrong figures
 * @param candidates the others, folded away
 * @param errors findings of severity error
 * @param warnings findings of severity warning
 * @param notices findings of severity notice
 */
record PageFindings(
    List<Correction> certain,
    List<Candidates> structural,
    List<Candidates> candidates,
    List<Item> errors,
    List<Item> warnings,
    List<Item> notices) {

  /** The most figures of one correction that are listed; with more, the message names their row. */
  private static final int LISTED = 4;

  /**
   * A correction of broken relations.
   *
   * @param changes the figures to change together; empty where they are many
   * @param row the row to correct where they are many; else null
   * @param replaced the findings that it replaces; null for none
   */
  record Correction(
      List<Change> changes,
      @Nullable RowLink row,
      boolean isCertain,
      Message message,
      @Nullable Replaced replaced) {}

  /**
   * Findings shown inside a correction that explains them.
   *
   * @param consequence says how many relations are broken
   * @param at its place in the source
   */
  record Replaced(Message consequence, List<Item> findings, @Nullable SourcePlace at) {}

  /** A row, by its labels and its first cell to change. */
  record RowLink(@Nullable Integer cell, String path) {}

  /**
   * A figure to change.
   *
   * @param cell the index of its cell; null where the form has none
   * @param path its labels
   * @param printed the figure read; null for a blank
   * @param suggested the correct figure
   */
  record Change(
      @Nullable Integer cell,
      String path,
      @Nullable String printed,
      @Nullable String suggested,
      boolean isCertain) {}

  /**
   * Alternative corrections of the same relations.
   *
   * @param isOpen whether the list is shown unfolded
   * @param ways their number; null for one, or for more than can be listed
   * @param more the number of those not listed; null for none
   */
  record Candidates(
      boolean isOpen,
      @Nullable Integer ways,
      @Nullable Integer more,
      List<Correction> corrections) {}

  /**
   * A finding.
   *
   * @param number from 1, errors first
   * @param waived whether it does not count
   * @param waiver the reason for the waiver; null for none
   * @param highlight the cells to light up; null for none
   * @param equation the relation that is broken; null where it is about something else
   * @param stated its two figures, where no equation says them
   * @param excerpt what is printed in the prose
   * @param at its place in the source
   */
  record Item(
      int number,
      boolean waived,
      @Nullable String waiver,
      @Nullable Highlight highlight,
      Place place,
      Message message,
      @Nullable Equation equation,
      @Nullable Stated stated,
      @Nullable String excerpt,
      @Nullable SourcePlace at) {}

  /** The cells to highlight: indexes of addends and of totals, each after a space. */
  record Highlight(String parts, String totals) {}

  /**
   * The place of a finding.
   *
   * @param cell the cell to go to; null for none
   * @param labels table, row, column; empty for none
   * @param inText whether it is in the prose
   */
  record Place(@Nullable Integer cell, List<String> labels, boolean inText) {
    boolean inTable() {
      return !labels.isEmpty();
    }

    boolean isAboutReport() {
      return labels.isEmpty() && !inText;
    }
  }

  /** {@code 90 + 5 = 95 ≠ 98}. */
  record Equation(Side parts, Side totals) {}

  /**
   * A side of an equation, zeros and blanks left out.
   *
   * @param sum null where there is one addend only
   */
  record Side(List<Addend> addends, @Nullable String sum) {}

  /** A figure and the index of its cell. */
  record Addend(int cell, String figure) {}

  /** The stated and the expected figure; with {@code prose} those of the prose and the table. */
  record Stated(boolean prose, @Nullable String actual, @Nullable String expected) {}

  /** Describes findings, in the order of their numbers, and the suggestions to show. */
  static PageFindings of(Result result, List<Finding> findings, List<Diagnosis> diagnoses) {
    return new Builder(result, result.report()).build(diagnoses, findings);
  }

  boolean hasCertain() {
    return !certain.isEmpty();
  }

  boolean hasErrors() {
    return !errors.isEmpty();
  }

  boolean hasWarnings() {
    return !warnings.isEmpty();
  }

  boolean hasNotices() {
    return !notices.isEmpty();
  }

  private record Builder(Result result, Report report) {
    PageFindings build(List<Diagnosis> diagnoses, List<Finding> findings) {
      List<Item> items = new ArrayList<>();
      for (Finding finding : findings) {
        items.add(item(finding, items.size() + 1));
      }
      Set<String> replaced = diagnoses.isEmpty() ? Set.of() : result.replacedFindings();
      Predicate<Finding> listed = finding -> !replaced.contains(finding.id());
      return new PageFindings(
          diagnoses.stream()
              .filter(Diagnosis::certain)
              .map(diagnosis -> correction(diagnosis, replaced(diagnosis, findings, items)))
              .toList(),
          candidates(diagnoses, true),
          candidates(diagnoses, false),
          select(findings, items, listed.and(is(Severity.ERROR))),
          select(findings, items, listed.and(is(Severity.WARNING))),
          select(findings, items, listed.and(is(Severity.NOTICE))));
    }

    private static Predicate<Finding> is(Severity severity) {
      return finding -> finding.severity() == severity;
    }

    private static List<Item> select(
        List<Finding> findings, List<Item> items, Predicate<Finding> wanted) {
      List<Item> selected = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        if (wanted.test(findings.get(i))) {
          selected.add(items.get(i));
        }
      }
      return selected;
    }

    private @Nullable Replaced replaced(
        Diagnosis diagnosis, List<Finding> findings, List<Item> items) {
      return diagnosis.replacesFindings()
          ? new Replaced(
              VerdictText.consequence(diagnosis, result),
              select(findings, items, each -> diagnosis.explains().contains(each.id())),
              SourcePlace.of(diagnosis, result))
          : null;
    }

    private List<Candidates> candidates(List<Diagnosis> diagnoses, boolean structural) {
      Map<List<String>, List<Diagnosis>> groups =
          diagnoses.stream()
              .filter(diagnosis -> !diagnosis.certain())
              .collect(
                  Collectors.groupingBy(
                      Diagnosis::explains, LinkedHashMap::new, Collectors.toList()));
      List<Candidates> candidates = new ArrayList<>();
      for (List<Diagnosis> group : groups.values()) {
        if (structural == (group.get(0).kind() == Diagnosis.Kind.FIGURES)) {
          continue;
        }
        int ways = group.get(0).ways();
        int more = ways - group.size();
        candidates.add(
            new Candidates(
                structural,
                ways > 1 ? ways : null,
                more > 0 ? more : null,
                group.stream().map(each -> correction(each, null)).toList()));
      }
      return candidates;
    }

    private Correction correction(Diagnosis diagnosis, @Nullable Replaced replaced) {
      List<Change> changes = new ArrayList<>();
      for (Diagnosis.Change change : diagnosis.changes()) {
        Cell cell = cell(change.cell());
        changes.add(
            new Change(
                cell == null ? null : cell.index(),
                cell == null ? change.cell() : place(cell) + " › " + cell.column().label(),
                printed(change, cell),
                plain(change.suggested()),
                diagnosis.certain()));
      }
      boolean many =
          changes.size() > LISTED
              || diagnosis.kind() == Diagnosis.Kind.SHIFTED
              || diagnosis.kind() == Diagnosis.Kind.SWAPPED
              || diagnosis.kind() == Diagnosis.Kind.LEFT_OUT;
      return new Correction(
          many ? List.of() : changes,
          many ? rowLink(diagnosis.changes().get(0).cell()) : null,
          diagnosis.certain(),
          diagnosis.brief(),
          replaced);
    }

    /** A placeholder as printed. */
    private @Nullable String printed(Diagnosis.Change change, @Nullable Cell cell) {
      return change.printed() == null
              && cell != null
              && report.at(cell).status() == Status.PLACEHOLDER
          ? report.at(cell).printed()
          : plain(change.printed());
    }

    private RowLink rowLink(String path) {
      Cell cell = cell(path);
      return cell == null ? new RowLink(null, path) : new RowLink(cell.index(), place(cell));
    }

    private static String place(Cell cell) {
      return PlaceNames.table(cell.table()) + " › " + PlaceNames.row(cell);
    }

    private Item item(Finding finding, int number) {
      Relation relation =
          report.edition() == null ? null : CellMarks.relation(report.edition(), finding);
      Equation equation = relation == null ? null : equation(relation, finding);
      Where where = finding.where();
      return new Item(
          number,
          !finding.counts(),
          finding.waiver(),
          highlight(finding, relation),
          place(finding),
          finding.message(),
          equation,
          equation == null ? stated(finding) : null,
          where.table() == null && !where.excerpt().isEmpty() ? where.excerpt() : null,
          SourcePlace.of(finding, result));
    }

    private @Nullable Highlight highlight(Finding finding, @Nullable Relation relation) {
      if (finding.cells().isEmpty() || report.edition() == null) {
        return null;
      }
      StringBuilder parts = new StringBuilder();
      StringBuilder totals = new StringBuilder();
      for (String path : finding.cells()) {
        Cell cell = cell(path);
        if (cell != null) {
          boolean part = relation != null && !relation.totals().contains(cell);
          (part ? parts : totals).append(' ').append(cell.index());
        }
      }
      return new Highlight(parts.toString(), totals.toString());
    }

    /** Where it is, and the last of its cells. */
    private Place place(Finding finding) {
      Where where = finding.where();
      Cell last =
          finding.cells().isEmpty() ? null : cell(finding.cells().get(finding.cells().size() - 1));
      List<String> labels = new ArrayList<>();
      if (where.table() != null) {
        labels.add(where.table());
        if (where.row() != null) {
          labels.add(where.row());
        }
        if (where.column() != null) {
          labels.add(where.column());
        }
      } else if (last != null) {
        labels.addAll(labels(last));
      }
      return new Place(
          last == null ? null : last.index(), labels, labels.isEmpty() && where.text() != null);
    }

    private static List<String> labels(Cell cell) {
      return List.of(cell.table().label(), cell.row().label(), cell.column().label());
    }

    /** The equation of a broken relation; null where its figures differ from the finding's. */
    private @Nullable Equation equation(Relation relation, Finding finding) {
      BigDecimal left = sum(relation.parts());
      BigDecimal right = sum(relation.totals());
      if (left == null
          || right == null
          || !is(left, finding.expected())
          || !is(right, finding.actual())) {
        return null;
      }
      return new Equation(side(relation.parts(), left), side(relation.totals(), right));
    }

    private Side side(List<Cell> cells, BigDecimal sum) {
      List<Addend> addends = new ArrayList<>();
      for (Cell cell : cells) {
        BigDecimal addend = report.at(cell).addend();
        if (addend != null && addend.signum() != 0) {
          addends.add(new Addend(cell.index(), addend.toPlainString()));
        }
      }
      if (addends.isEmpty()) {
        addends.add(new Addend(cells.get(0).index(), "0"));
      }
      return new Side(addends, addends.size() > 1 ? sum.toPlainString() : null);
    }

    private @Nullable BigDecimal sum(List<Cell> cells) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Cell cell : cells) {
        BigDecimal addend = report.at(cell).addend();
        if (addend == null) {
          return null;
        }
        sum = sum.add(addend);
      }
      return sum;
    }

    private static boolean is(BigDecimal sum, @Nullable BigDecimal figure) {
      return figure != null && sum.compareTo(figure) == 0;
    }

    private static @Nullable Stated stated(Finding finding) {
      if (finding.expected() == null && finding.actual() == null) {
        return null;
      }
      boolean prose = finding.where().table() == null && !finding.cells().isEmpty();
      return new Stated(prose, plain(finding.actual()), plain(finding.expected()));
    }

    private @Nullable Cell cell(String path) {
      return report.edition() == null ? null : report.edition().find(path).orElse(null);
    }

    private static @Nullable String plain(@Nullable BigDecimal figure) {
      return figure == null ? null : figure.toPlainString();
    }
  }
}
