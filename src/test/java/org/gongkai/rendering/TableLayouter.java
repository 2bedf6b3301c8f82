package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gongkai.form.Edition;
import org.gongkai.rendering.FigureStyle.Printed;

/** Lays out the tables of a generated report, with variants. */
final class TableLayouter {
  private final Set<LayoutVariant> variants;
  private final Random random;
  private int numbers;
  private final FormTables layoutTables;
  private final GeneratedReport generated;
  private final DecodingDamage damage;

  TableLayouter(
      GeneratedReport generated,
      Map<String, Printed> printed,
      Set<LayoutVariant> variants,
      DecodingDamage damage,
      Random random) {
    this.damage = damage;
    this.generated = generated;
    this.variants = variants;
    this.random = random;
    this.layoutTables = new FormTables(generated, printed);
  }

  /** The pieces of a table in order; empty where the report lacks it. */
  List<LayoutTable> of(String table) {
    if (generated.missingTables().contains(table)) {
      return List.of();
    }
    List<LayoutTable> pieces =
        switch (table) {
          case Edition.PROACTIVE_DISCLOSURE -> disclosure();
          case Edition.REQUESTS -> requests();
          default -> remedies();
        };
    return pieces.stream().map(this::finish).toList();
  }

  private List<LayoutTable> disclosure() {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
    if (variants.contains(LayoutVariant.DISCLOSURE_PERMUTED)) {
      do {
        Collections.shuffle(order, random);
      } while (order.equals(List.of(0, 1, 2)));
    }
    List<LayoutTable> four = layoutTables.disclosure(order);
    if (variants.contains(LayoutVariant.SPANS_RAGGED)) {
      four = four.stream().map(this::ragged).toList();
    }
    if (variants.contains(LayoutVariant.FOUR_TABLES)) {
      return four;
    }
    return List.of(four.stream().reduce(LayoutTable::below).orElseThrow());
  }

  private LayoutTable ragged(LayoutTable layoutTable) {
    List<List<LayoutCell>> rows = new ArrayList<>();
    for (List<LayoutCell> row : layoutTable.rows()) {
      int spare = 6 - row.size();
      List<LayoutCell> wide = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        int more = i == row.size() - 1 ? spare : random.nextInt(spare + 1);
        spare -= more;
        wide.add(row.get(i).span(1, 1 + more));
      }
      rows.add(wide);
    }
    return new LayoutTable(layoutTable.table(), rows);
  }

  private List<LayoutTable> requests() {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
    if (variants.contains(LayoutVariant.APPLICANTS_PERMUTED)) {
      permute(order);
    }
    LayoutTable layoutTable = layoutTables.requests(order);
    int heads = layoutTable.headRows();
    if (variants.contains(LayoutVariant.NO_RESULTS_LABEL)) {
      layoutTable = withoutResults(layoutTable);
    } else if (variants.contains(LayoutVariant.NUMBER_COLUMN)) {
      layoutTable = numbered(layoutTable);
    }
    if (variants.contains(LayoutVariant.HEADS_MERGED)) {
      layoutTable = merged(layoutTable, heads);
      heads = layoutTable.headRows();
    }
    if (variants.contains(LayoutVariant.HEADS_MISSING)) {
      layoutTable = layoutTable.part(heads, layoutTable.rows().size(), true);
      heads = 0;
    }
    if (variants.contains(LayoutVariant.EMPTY_COLUMN)) {
      int width = layoutTable.width();
      layoutTable =
          layoutTable.withColumn(random.nextBoolean() ? width : random.nextInt(width + 1));
    }
    if (variants.contains(LayoutVariant.OTHER_COLUMN)) {
      layoutTable = withOtherColumn(layoutTable);
    }
    if (variants.contains(LayoutVariant.HEADS_REPEATED)) {
      int cut = heads + 1 + random.nextInt(layoutTable.rows().size() - heads - 1);
      LayoutTable again =
          layoutTable
              .part(0, heads, true)
              .below(layoutTable.part(cut, layoutTable.rows().size(), true));
      return List.of(layoutTable.part(0, cut, true).below(again));
    }
    boolean withHeads =
        variants.contains(LayoutVariant.PAGE_BREAK_HEADS)
            || variants.contains(LayoutVariant.PAGE_BREAK_LABELS);
    if (!withHeads && !variants.contains(LayoutVariant.PAGE_BREAK)) {
      return List.of(layoutTable);
    }
    int size = layoutTable.rows().size();
    int cut = heads + 1 + random.nextInt(size - heads - 1);
    boolean labels = variants.contains(LayoutVariant.PAGE_BREAK_LABELS) || random.nextInt(3) == 0;
    LayoutTable below = layoutTable.part(cut, size, labels);
    if (withHeads) {
      below = layoutTable.part(0, heads, true).below(below);
    }
    return List.of(layoutTable.part(0, cut, true), below);
  }

  /** Last year's totals behind the figures, under a heading of their own. */
  private LayoutTable withOtherColumn(LayoutTable layoutTable) {
    int heads = layoutTable.headRows();
    String head = GeneratedReport.pick(random, List.of("上年总计", "去年同期", "同比增减"));
    List<List<LayoutCell>> rows = new ArrayList<>();
    for (int r = 0; r < layoutTable.rows().size(); r++) {
      List<LayoutCell> row = new ArrayList<>(layoutTable.rows().get(r));
      if (r == 0) {
        row.add(LayoutCell.head(head, heads, 1));
      } else if (r >= heads) {
        String figure = Integer.toString(random.nextInt(90));
        row.add(LayoutCell.label(head.equals("同比增减") ? figure + '%' : figure, 1, 1));
      }
      rows.add(row);
    }
    return new LayoutTable(layoutTable.table(), rows);
  }

  /** Total first or last, people before or after the organisations, these in any order. */
  private void permute(List<Integer> order) {
    List<Integer> organisations = new ArrayList<>(List.of(1, 2, 3, 4, 5));
    if (random.nextBoolean()) {
      Collections.shuffle(organisations, random);
    }
    order.clear();
    order.addAll(organisations);
    order.add(random.nextBoolean() ? 0 : order.size(), 0);
    order.add(random.nextBoolean() ? 0 : order.size(), 6);
    if (random.nextInt(4) == 0) {
      Collections.shuffle(order, random);
    }
  }

  /** One row of headings only, each over its column. */
  private static LayoutTable merged(LayoutTable layoutTable, int heads) {
    List<LayoutCell> row = new ArrayList<>(List.of(LayoutCell.head(FormTables.CORNER, 1, 3)));
    var matrix = layoutTable.matrix();
    for (int c = 3; c < matrix[heads - 1].length; c++) {
      LayoutCell layoutCell = matrix[heads - 1][c];
      row.add(layoutCell == null ? LayoutCell.empty() : layoutCell.span(1, 1));
    }
    List<List<LayoutCell>> rows = new ArrayList<>(List.of(row));
    rows.addAll(layoutTable.rows().subList(heads, layoutTable.rows().size()));
    return new LayoutTable(layoutTable.table(), rows);
  }

  /** The rows of the outcomes one column wider. */
  private static LayoutTable withoutResults(LayoutTable layoutTable) {
    var matrix = layoutTable.matrix();
    for (int r = 0; r < matrix.length; r++) {
      LayoutCell first = matrix[r][0];
      if (first != null && first.kind() == LayoutCell.Kind.LABEL && first.rows() > 2) {
        matrix[r][0] = matrix[r][1];
      }
    }
    return LayoutTable.of(layoutTable.table(), matrix);
  }

  /** 1.属于国家秘密 as two cells. */
  private static LayoutTable numbered(LayoutTable layoutTable) {
    List<List<LayoutCell>> rows = new ArrayList<>();
    for (List<LayoutCell> row : layoutTable.rows()) {
      List<LayoutCell> wide = new ArrayList<>();
      boolean split = false;
      for (LayoutCell layoutCell : row) {
        if (layoutCell.text().equals(FormTables.CORNER)) {
          wide.add(layoutCell.span(layoutCell.rows(), layoutCell.columns() + 1));
        } else if (layoutCell.kind() == LayoutCell.Kind.LABEL
            && layoutCell.text().matches("\\d\\..*")) {
          wide.add(layoutCell.text(layoutCell.text().substring(0, 2)));
          wide.add(layoutCell.text(layoutCell.text().substring(2)));
          split = true;
        } else if (layoutCell.kind() == LayoutCell.Kind.FIGURE && !split) {
          LayoutCell label = wide.remove(wide.size() - 1);
          wide.add(label.span(label.rows(), label.columns() + 1));
          wide.add(layoutCell);
          split = true;
        } else {
          wide.add(layoutCell);
        }
      }
      rows.add(wide);
    }
    return new LayoutTable(layoutTable.table(), rows);
  }

  /** Without the words of one column's heading. */
  private LayoutTable headless(LayoutTable layoutTable) {
    int heads = layoutTable.headRows();
    if (heads < 2) {
      return layoutTable;
    }
    List<LayoutCell> narrow =
        layoutTable.rows().subList(1, heads).stream()
            .flatMap(List::stream)
            .filter(layoutCell -> layoutCell.columns() == 1)
            .toList();
    LayoutCell lost = GeneratedReport.pick(random, narrow);
    return layoutTable.map(layoutCell -> layoutCell == lost ? layoutCell.text("") : layoutCell);
  }

  private List<LayoutTable> remedies() {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    if (variants.contains(LayoutVariant.ENDINGS_PERMUTED)) {
      do {
        Collections.shuffle(order, random);
      } while (order.equals(List.of(0, 1, 2, 3, 4)));
    }
    if (variants.contains(LayoutVariant.REMEDIES_TRANSPOSED)) {
      return List.of(layoutTables.remediesTransposed(order));
    }
    if (variants.contains(LayoutVariant.REMEDIES_STACKED)) {
      return layoutTables.remediesStacked(order);
    }
    return List.of(
        variants.contains(LayoutVariant.GROUPS_PERMUTED)
            ? layoutTables.remediesSwapped(order)
            : layoutTables.remedies(order));
  }

  private LayoutTable finish(LayoutTable layoutTable) {
    LayoutTable done =
        layoutTable.map(
            layoutCell ->
                layoutCell.kind() == LayoutCell.Kind.FIGURE
                    ? layoutCell
                    : layoutCell.text(worded(layoutCell.text())));
    if (variants.contains(LayoutVariant.LOST_HEAD)) {
      done = headless(done);
    }
    if (variants.contains(LayoutVariant.BROKEN_LABELS)) {
      done =
          done.map(
              layoutCell ->
                  layoutCell.kind() == LayoutCell.Kind.LABEL
                      ? layoutCell.text(halves(layoutCell.text()))
                      : layoutCell);
    }
    if (variants.contains(LayoutVariant.VERTICAL)) {
      done =
          done.map(
              layoutCell ->
                  layoutCell.kind() == LayoutCell.Kind.HEAD
                      ? layoutCell.text(apart(layoutCell.text(), 1))
                      : layoutCell);
    } else if (variants.contains(LayoutVariant.BROKEN_HEADS)) {
      done =
          done.map(
              layoutCell ->
                  layoutCell.kind() == LayoutCell.Kind.HEAD
                      ? layoutCell.text(apart(layoutCell.text(), 2))
                      : layoutCell);
    }
    if (variants.contains(LayoutVariant.SPANS_SMALL)) {
      done =
          done.map(
              layoutCell ->
                  layoutCell.span(
                      fewer(layoutCell, layoutCell.rows()),
                      fewer(layoutCell, layoutCell.columns())));
    } else if (variants.contains(LayoutVariant.SPANS_LARGE)) {
      int more = random.nextInt(3) == 0 ? 200 : 1;
      done =
          done.map(
              layoutCell ->
                  layoutCell.rows() > 2
                      ? layoutCell.span(layoutCell.rows() + more, layoutCell.columns())
                      : layoutCell);
    } else if (variants.contains(LayoutVariant.SPANS_ABSENT)) {
      done = done.map(layoutCell -> layoutCell.span(1, 1));
    }
    if (variants.contains(LayoutVariant.EMPTY_COLUMN) && random.nextInt(4) > 0) {
      int width = done.width();
      done = done.withColumn(random.nextBoolean() ? width : 1 + random.nextInt(width));
    }
    if (variants.contains(LayoutVariant.EMPTY_ROW)) {
      done = withEmptyRows(done);
    }
    if (variants.contains(LayoutVariant.CAPTION_ROW)) {
      List<List<LayoutCell>> rows = new ArrayList<>();
      rows.add(List.of(LayoutCell.head(generated.year() + "年度统计表（单位：件）", 1, done.width())));
      rows.addAll(done.rows());
      done = new LayoutTable(done.table(), rows);
    }
    return done;
  }

  private int fewer(LayoutCell layoutCell, int span) {
    // Not 法人或其他组织: with a span too few, a browser shows 总计 over the column of 其他.
    boolean spared =
        layoutCell.kind() == LayoutCell.Kind.FIGURE || layoutCell.text().startsWith("法人");
    return span > 2 && !spared && random.nextBoolean() ? span - 1 : span;
  }

  /** Empty rows where no cell spans down. */
  private LayoutTable withEmptyRows(LayoutTable layoutTable) {
    int width = layoutTable.width();
    var matrix = layoutTable.matrix();
    List<List<LayoutCell>> rows = new ArrayList<>();
    for (int r = 0; r < layoutTable.rows().size(); r++) {
      boolean free = true;
      for (int c = 0; c < width && r > 0; c++) {
        free &= matrix[r][c] != matrix[r - 1][c];
      }
      if (free && r > 0 && random.nextInt(3) == 0) {
        rows.add(
            random.nextBoolean()
                ? List.of(LayoutCell.empty().span(1, width))
                : Collections.nCopies(width, LayoutCell.empty()));
      }
      rows.add(layoutTable.rows().get(r));
    }
    rows.add(Collections.nCopies(width, LayoutCell.empty()));
    return new LayoutTable(layoutTable.table(), rows);
  }

  private String worded(String label) {
    String text = label;
    if (variants.contains(LayoutVariant.ALIASES)) {
      text = text.replace("本年废止件数", "本年废止或失效件数").replaceAll("^总计$", "合计");
    }
    if (variants.contains(LayoutVariant.HEAD_UNITS)) {
      text = text.replaceAll("^(自然人|商业企业|科研机构|社会公益组织|法律服务机构|总计|结果维持|结果纠正)$", "$1（件）");
    }
    if (variants.contains(LayoutVariant.NUMBERS_RUN_ON) && text.matches("[1-8]\\..*")) {
      numbers++;
      text = numbers + text.substring(1);
    }
    if (variants.contains(LayoutVariant.NO_NUMBERS)) {
      text = text.replaceAll("^(?:[1-8]\\.|[一二三四]、|（[一二三四五六七]）)", "");
    }
    if (variants.contains(LayoutVariant.PUNCTUATION)) {
      text =
          switch (random.nextInt(4)) {
            case 0 -> text.replace('（', '(').replace('）', ')').replace('：', ':').replace('，', ',');
            case 1 -> text.replace('“', '"').replace('”', '"').replaceAll("^(\\d)\\.", "$1、");
            case 2 -> text.replace("“", "「").replace("”", "」").replaceAll("^(\\d)\\.", "$1．");
            default -> text.replaceAll("^(\\d)\\.", "$1. ").replace("、", "、 ");
          };
    }
    return damage.apply(text, random);
  }

  private String halves(String text) {
    int at = text.length() < 8 ? 0 : 4 + random.nextInt(text.length() - 6);
    return at == 0 ? text : text.substring(0, at) + '\n' + text.substring(at);
  }

  private static String apart(String text, int size) {
    if (text.length() > 8 || text.length() < 2 || text.startsWith("第")) {
      return text;
    }
    return text.replaceAll("(.{" + size + "})(?=.)", "$1\n");
  }
}
