package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gongkai.form.Edition;
import org.gongkai.rendering.Figures.Printed;

/** Lays a drawn report's tables out, mishaps and all. */
final class Layouts {
  private final Set<Layout> mishaps;
  private final Random random;
  private int numbers;
  private final Sheets sheets;
  private final Drawn drawn;
  private final Damage damage;

  Layouts(
      Drawn drawn,
      Map<String, Printed> printed,
      Set<Layout> mishaps,
      Damage damage,
      Random random) {
    this.damage = damage;
    this.drawn = drawn;
    this.mishaps = mishaps;
    this.random = random;
    this.sheets = new Sheets(drawn, printed);
  }

  /** The pieces of a table in order; empty where the report lacks it. */
  List<Sheet> of(String table) {
    if (drawn.missingTables().contains(table)) {
      return List.of();
    }
    List<Sheet> pieces =
        switch (table) {
          case Edition.PROACTIVE_DISCLOSURE -> disclosure();
          case Edition.REQUESTS -> requests();
          default -> remedies();
        };
    return pieces.stream().map(this::finish).toList();
  }

  private List<Sheet> disclosure() {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
    if (mishaps.contains(Layout.DISCLOSURE_PERMUTED)) {
      do {
        Collections.shuffle(order, random);
      } while (order.equals(List.of(0, 1, 2)));
    }
    List<Sheet> four = sheets.disclosure(order);
    if (mishaps.contains(Layout.SPANS_RAGGED)) {
      four = four.stream().map(this::ragged).toList();
    }
    if (mishaps.contains(Layout.FOUR_TABLES)) {
      return four;
    }
    return List.of(four.stream().reduce(Sheet::below).orElseThrow());
  }

  private Sheet ragged(Sheet sheet) {
    List<List<Slot>> rows = new ArrayList<>();
    for (List<Slot> row : sheet.rows()) {
      int spare = 6 - row.size();
      List<Slot> wide = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        int more = i == row.size() - 1 ? spare : random.nextInt(spare + 1);
        spare -= more;
        wide.add(row.get(i).span(1, 1 + more));
      }
      rows.add(wide);
    }
    return new Sheet(sheet.table(), rows);
  }

  private List<Sheet> requests() {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
    if (mishaps.contains(Layout.APPLICANTS_PERMUTED)) {
      permute(order);
    }
    Sheet sheet = sheets.requests(order);
    int heads = sheet.headRows();
    if (mishaps.contains(Layout.NO_RESULTS_LABEL)) {
      sheet = withoutResults(sheet);
    } else if (mishaps.contains(Layout.NUMBER_COLUMN)) {
      sheet = numbered(sheet);
    }
    if (mishaps.contains(Layout.HEADS_MERGED)) {
      sheet = merged(sheet, heads);
      heads = sheet.headRows();
    }
    if (mishaps.contains(Layout.HEADS_MISSING)) {
      sheet = sheet.part(heads, sheet.rows().size(), true);
      heads = 0;
    }
    if (mishaps.contains(Layout.EMPTY_COLUMN)) {
      int width = sheet.width();
      sheet = sheet.withColumn(random.nextBoolean() ? width : random.nextInt(width + 1));
    }
    if (mishaps.contains(Layout.OTHER_COLUMN)) {
      sheet = withOtherColumn(sheet);
    }
    if (mishaps.contains(Layout.HEADS_REPEATED)) {
      int cut = heads + 1 + random.nextInt(sheet.rows().size() - heads - 1);
      Sheet again = sheet.part(0, heads, true).below(sheet.part(cut, sheet.rows().size(), true));
      return List.of(sheet.part(0, cut, true).below(again));
    }
    boolean withHeads =
        mishaps.contains(Layout.PAGE_BREAK_HEADS) || mishaps.contains(Layout.PAGE_BREAK_LABELS);
    if (!withHeads && !mishaps.contains(Layout.PAGE_BREAK)) {
      return List.of(sheet);
    }
    int size = sheet.rows().size();
    int cut = heads + 1 + random.nextInt(size - heads - 1);
    boolean labels = mishaps.contains(Layout.PAGE_BREAK_LABELS) || random.nextInt(3) == 0;
    Sheet below = sheet.part(cut, size, labels);
    if (withHeads) {
      below = sheet.part(0, heads, true).below(below);
    }
    return List.of(sheet.part(0, cut, true), below);
  }

  /** Last year's totals behind the figures, under a heading of their own. */
  private Sheet withOtherColumn(Sheet sheet) {
    int heads = sheet.headRows();
    String head = Drawn.pick(random, List.of("上年总计", "去年同期", "同比增减"));
    List<List<Slot>> rows = new ArrayList<>();
    for (int r = 0; r < sheet.rows().size(); r++) {
      List<Slot> row = new ArrayList<>(sheet.rows().get(r));
      if (r == 0) {
        row.add(Slot.head(head, heads, 1));
      } else if (r >= heads) {
        String figure = Integer.toString(random.nextInt(90));
        row.add(Slot.label(head.equals("同比增减") ? figure + '%' : figure, 1, 1));
      }
      rows.add(row);
    }
    return new Sheet(sheet.table(), rows);
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
  private static Sheet merged(Sheet sheet, int heads) {
    List<Slot> row = new ArrayList<>(List.of(Slot.head(Sheets.CORNER, 1, 3)));
    var matrix = sheet.matrix();
    for (int c = 3; c < matrix[heads - 1].length; c++) {
      Slot slot = matrix[heads - 1][c];
      row.add(slot == null ? Slot.empty() : slot.span(1, 1));
    }
    List<List<Slot>> rows = new ArrayList<>(List.of(row));
    rows.addAll(sheet.rows().subList(heads, sheet.rows().size()));
    return new Sheet(sheet.table(), rows);
  }

  /** The rows of the outcomes one column wider. */
  private static Sheet withoutResults(Sheet sheet) {
    var matrix = sheet.matrix();
    for (int r = 0; r < matrix.length; r++) {
      Slot first = matrix[r][0];
      if (first != null && first.kind() == Slot.Kind.LABEL && first.rows() > 2) {
        matrix[r][0] = matrix[r][1];
      }
    }
    return Sheet.of(sheet.table(), matrix);
  }

  /** 1.属于国家秘密 as two cells. */
  private static Sheet numbered(Sheet sheet) {
    List<List<Slot>> rows = new ArrayList<>();
    for (List<Slot> row : sheet.rows()) {
      List<Slot> wide = new ArrayList<>();
      boolean split = false;
      for (Slot slot : row) {
        if (slot.text().equals(Sheets.CORNER)) {
          wide.add(slot.span(slot.rows(), slot.columns() + 1));
        } else if (slot.kind() == Slot.Kind.LABEL && slot.text().matches("\\d\\..*")) {
          wide.add(slot.text(slot.text().substring(0, 2)));
          wide.add(slot.text(slot.text().substring(2)));
          split = true;
        } else if (slot.kind() == Slot.Kind.FIGURE && !split) {
          Slot label = wide.remove(wide.size() - 1);
          wide.add(label.span(label.rows(), label.columns() + 1));
          wide.add(slot);
          split = true;
        } else {
          wide.add(slot);
        }
      }
      rows.add(wide);
    }
    return new Sheet(sheet.table(), rows);
  }

  /** Without the words of one column's heading. */
  private Sheet headless(Sheet sheet) {
    int heads = sheet.headRows();
    if (heads < 2) {
      return sheet;
    }
    List<Slot> narrow =
        sheet.rows().subList(1, heads).stream()
            .flatMap(List::stream)
            .filter(slot -> slot.columns() == 1)
            .toList();
    Slot lost = Drawn.pick(random, narrow);
    return sheet.map(slot -> slot == lost ? slot.text("") : slot);
  }

  private List<Sheet> remedies() {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    if (mishaps.contains(Layout.ENDINGS_PERMUTED)) {
      do {
        Collections.shuffle(order, random);
      } while (order.equals(List.of(0, 1, 2, 3, 4)));
    }
    if (mishaps.contains(Layout.REMEDIES_TRANSPOSED)) {
      return List.of(sheets.remediesTransposed(order));
    }
    if (mishaps.contains(Layout.REMEDIES_STACKED)) {
      return sheets.remediesStacked(order);
    }
    return List.of(
        mishaps.contains(Layout.GROUPS_PERMUTED)
            ? sheets.remediesSwapped(order)
            : sheets.remedies(order));
  }

  private Sheet finish(Sheet sheet) {
    Sheet done =
        sheet.map(slot -> slot.kind() == Slot.Kind.FIGURE ? slot : slot.text(worded(slot.text())));
    if (mishaps.contains(Layout.LOST_HEAD)) {
      done = headless(done);
    }
    if (mishaps.contains(Layout.BROKEN_LABELS)) {
      done =
          done.map(slot -> slot.kind() == Slot.Kind.LABEL ? slot.text(halves(slot.text())) : slot);
    }
    if (mishaps.contains(Layout.VERTICAL)) {
      done =
          done.map(slot -> slot.kind() == Slot.Kind.HEAD ? slot.text(apart(slot.text(), 1)) : slot);
    } else if (mishaps.contains(Layout.BROKEN_HEADS)) {
      done =
          done.map(slot -> slot.kind() == Slot.Kind.HEAD ? slot.text(apart(slot.text(), 2)) : slot);
    }
    if (mishaps.contains(Layout.SPANS_SMALL)) {
      done = done.map(slot -> slot.span(fewer(slot, slot.rows()), fewer(slot, slot.columns())));
    } else if (mishaps.contains(Layout.SPANS_LARGE)) {
      int more = random.nextInt(3) == 0 ? 200 : 1;
      done =
          done.map(slot -> slot.rows() > 2 ? slot.span(slot.rows() + more, slot.columns()) : slot);
    } else if (mishaps.contains(Layout.SPANS_ABSENT)) {
      done = done.map(slot -> slot.span(1, 1));
    }
    if (mishaps.contains(Layout.EMPTY_COLUMN) && random.nextInt(4) > 0) {
      int width = done.width();
      done = done.withColumn(random.nextBoolean() ? width : 1 + random.nextInt(width));
    }
    if (mishaps.contains(Layout.EMPTY_ROW)) {
      done = withEmptyRows(done);
    }
    if (mishaps.contains(Layout.CAPTION_ROW)) {
      List<List<Slot>> rows = new ArrayList<>();
      rows.add(List.of(Slot.head(drawn.year() + "年度统计表（单位：件）", 1, done.width())));
      rows.addAll(done.rows());
      done = new Sheet(done.table(), rows);
    }
    return done;
  }

  private int fewer(Slot slot, int span) {
    // Not 法人或其他组织: with a span too few, a browser shows 总计 over the column of 其他.
    boolean spared = slot.kind() == Slot.Kind.FIGURE || slot.text().startsWith("法人");
    return span > 2 && !spared && random.nextBoolean() ? span - 1 : span;
  }

  /** Empty rows where no cell spans down. */
  private Sheet withEmptyRows(Sheet sheet) {
    int width = sheet.width();
    var matrix = sheet.matrix();
    List<List<Slot>> rows = new ArrayList<>();
    for (int r = 0; r < sheet.rows().size(); r++) {
      boolean free = true;
      for (int c = 0; c < width && r > 0; c++) {
        free &= matrix[r][c] != matrix[r - 1][c];
      }
      if (free && r > 0 && random.nextInt(3) == 0) {
        rows.add(
            random.nextBoolean()
                ? List.of(Slot.empty().span(1, width))
                : Collections.nCopies(width, Slot.empty()));
      }
      rows.add(sheet.rows().get(r));
    }
    rows.add(Collections.nCopies(width, Slot.empty()));
    return new Sheet(sheet.table(), rows);
  }

  private String worded(String label) {
    String text = label;
    if (mishaps.contains(Layout.ALIASES)) {
      text = text.replace("本年废止件数", "本年废止或失效件数").replaceAll("^总计$", "合计");
    }
    if (mishaps.contains(Layout.HEAD_UNITS)) {
      text = text.replaceAll("^(自然人|商业企业|科研机构|社会公益组织|法律服务机构|总计|结果维持|结果纠正)$", "$1（件）");
    }
    if (mishaps.contains(Layout.NUMBERS_RUN_ON) && text.matches("[1-8]\\..*")) {
      numbers++;
      text = numbers + text.substring(1);
    }
    if (mishaps.contains(Layout.TWO_LANGUAGES) && text.length() > 1) {
      text += Drawn.pick(random, List.of(" Requests", "\nRequests refused", " Total / other"));
    }
    if (mishaps.contains(Layout.NO_NUMBERS)) {
      text = text.replaceAll("^(?:[1-8]\\.|[一二三四]、|（[一二三四五六七]）)", "");
    }
    if (mishaps.contains(Layout.PUNCTUATION)) {
      text =
          switch (random.nextInt(4)) {
            case 0 -> text.replace('（', '(').replace('）', ')').replace('：', ':').replace('，', ',');
            case 1 -> text.replace('“', '"').replace('”', '"').replaceAll("^(\\d)\\.", "$1、");
            case 2 -> text.replace("“", "「").replace("”", "」").replaceAll("^(\\d)\\.", "$1．");
            default -> text.replaceAll("^(\\d)\\.", "$1. ").replace("、", "、 ");
          };
    }
    return damage.hurt(text, random);
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
