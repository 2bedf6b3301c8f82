package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writers of unusual HTML: hidden copies, marks, struck figures, preformatted text. */
final class UnusualHtmlWriters {
  private static final Pattern DIGITS = Pattern.compile("(?<![&#\\d])\\d+(?![\\d;])");

  private UnusualHtmlWriters() {}

  /** Before each table one with other figures, taken off the page by a style sheet's class. */
  static final class HiddenCopy extends HtmlWriter {
    HiddenCopy(Random random) {
      super(random);
    }

    @Override
    void begin(String title, String meta) {
      super.begin(
          title,
          meta
              + "<style>\n.pc table{width:100%}\n.old, .phone-only { display : none }\n"
              + "@media (max-width:600px){.phone-only{display:block}}\n</style>\n");
    }

    @Override
    void table(LayoutTable layoutTable) {
      boolean before = random.nextBoolean();
      if (!before) {
        super.table(layoutTable);
      }
      out.append(random.nextBoolean() ? "<div class=\"box old\">" : "<section class='phone-only'>");
      super.table(other(layoutTable));
      out.append("</div></section>");
      if (before) {
        super.table(layoutTable);
      }
    }

    private static LayoutTable other(LayoutTable layoutTable) {
      return layoutTable.map(
          layoutCell ->
              layoutCell.kind() == LayoutCell.Kind.FIGURE
                  ? layoutCell.text(layoutCell.text() + "7")
                  : layoutCell);
    }
  }

  /** Rows and cells with old figures, each hidden in its own way. */
  static final class HiddenRows extends HtmlWriter {
    HiddenRows(Random random) {
      super(random);
    }

    @Override
    void table(LayoutTable layoutTable) {
      out.append("<table>\n");
      for (List<LayoutCell> row : layoutTable.rows()) {
        if (random.nextInt(3) == 0 && row.stream().allMatch(layoutCell -> layoutCell.rows() == 1)) {
          out.append(random.nextBoolean() ? "<tr style=\"display:none\">" : "<tr hidden>");
          row.forEach(
              layoutCell ->
                  cell(
                      layoutCell.kind() == LayoutCell.Kind.FIGURE
                          ? layoutCell.text("9")
                          : layoutCell));
          out.append("</tr>\n");
        }
        out.append("<tr>");
        row.forEach(this::cell);
        out.append("</tr>\n");
      }
      out.append("</table>\n");
    }

    @Override
    String words(LayoutCell layoutCell) {
      return random.nextInt(5) == 0
          ? "<span style=\"display:none\">8</span>" + super.words(layoutCell)
          : super.words(layoutCell);
    }
  }

  /** Marks of footnotes behind figures and labels. */
  static final class Marks extends HtmlWriter {
    Marks(Random random) {
      super(random);
    }

    @Override
    String words(LayoutCell layoutCell) {
      String words = super.words(layoutCell);
      if (layoutCell.text().isBlank() || random.nextInt(6) > 0) {
        return words;
      }
      return words
          + GeneratedReport.pick(
              random, List.of("<sup>1</sup>", "<sup>[2]</sup>", "<sup>①</sup>", "<sup>注</sup>"));
    }
  }

  /** Figures struck through, the one that holds behind. */
  static final class Struck extends HtmlWriter {
    Struck(Random random) {
      super(random);
    }

    @Override
    String words(LayoutCell layoutCell) {
      String words = super.words(layoutCell);
      if (layoutCell.kind() != LayoutCell.Kind.FIGURE || random.nextInt(6) > 0) {
        return words;
      }
      return GeneratedReport.pick(
              random,
              List.of(
                  "<s>12</s>",
                  "<strike>3</strike>",
                  "<del>4</del>",
                  "<span style=\"text-decoration: line-through\">15</span>"))
          + words;
    }
  }

  /** The same table twice: for the screen and for the phone. */
  static final class Twice extends HtmlWriter {
    Twice(Random random) {
      super(random);
    }

    @Override
    void table(LayoutTable layoutTable) {
      out.append("<div class=\"pc\">");
      super.table(layoutTable);
      out.append("</div>\n<div class=\"phone\">");
      super.table(layoutTable);
      out.append("</div>\n");
    }
  }

  /** All characters as numeric references. */
  static final class References extends HtmlWriter {
    References(Random random) {
      super(random);
    }

    @Override
    String words(LayoutCell layoutCell) {
      StringBuilder all = new StringBuilder();
      for (char c : layoutCell.text().toCharArray()) {
        all.append(
            c == '\n'
                ? "<br>"
                : random.nextBoolean()
                    ? "&#" + (int) c + ';'
                    : "&#x" + Integer.toHexString(c) + ';');
      }
      return all.toString();
    }
  }

  /** Group labels once more in every row, nothing merged. */
  static final class Repeated extends HtmlWriter {
    Repeated(Random random) {
      super(random);
    }

    @Override
    void table(LayoutTable layoutTable) {
      out.append("<table>\n");
      for (LayoutCell[] row : layoutTable.matrix()) {
        out.append("<tr>");
        LayoutCell before = null;
        for (LayoutCell layoutCell : row) {
          if (layoutCell == null) {
            out.append("<td></td>");
          } else if (layoutCell != before || layoutCell.kind() == LayoutCell.Kind.HEAD) {
            cell(layoutCell.span(1, 1));
          } else {
            out.append("<td></td>");
          }
          before = layoutCell;
        }
        out.append("</tr>\n");
      }
      out.append("</table>\n");
    }
  }

  /** A number before each row of table III, in a column of its own. */
  static final class Serial extends HtmlWriter {
    Serial(Random random) {
      super(random);
    }

    @Override
    void table(LayoutTable layoutTable) {
      if (!layoutTable.table().equals("requests")) {
        super.table(layoutTable);
        return;
      }
      super.table(numbered(layoutTable));
    }

    static LayoutTable numbered(LayoutTable layoutTable) {
      if (!layoutTable.table().equals("requests")) {
        return layoutTable;
      }
      int heads = layoutTable.headRows();
      List<List<LayoutCell>> rows = new ArrayList<>();
      for (int r = 0; r < layoutTable.rows().size(); r++) {
        List<LayoutCell> row = new ArrayList<>();
        if (r == 0 && heads > 0) {
          row.add(LayoutCell.head("序号", heads, 1));
        } else if (r >= heads) {
          row.add(LayoutCell.label(String.valueOf(r - heads + 1), 1, 1));
        }
        row.addAll(layoutTable.rows().get(r));
        rows.add(row);
      }
      return new LayoutTable(layoutTable.table(), rows);
    }
  }

  /** Every figure in a small table of its own. */
  static final class Nested extends HtmlWriter {
    Nested(Random random) {
      super(random);
    }

    @Override
    String words(LayoutCell layoutCell) {
      return layoutCell.kind() == LayoutCell.Kind.FIGURE && random.nextInt(4) == 0
          ? "<table><tr><td>" + super.words(layoutCell) + "</td></tr></table>"
          : super.words(layoutCell);
    }
  }

  /** As a spreadsheet writes it: numbers as attributes, spare columns, a hidden row at the end. */
  static final class Spreadsheet extends HtmlWriter {
    Spreadsheet(Random random) {
      super(random);
    }

    @Override
    void begin(String title, String meta) {
      super.begin(
          title,
          meta
              + "<meta name=Generator content=\"Microsoft Excel 15\">\n<style>\n<!--table\n\t{mso-displayed-decimal-separator:\"\\.\";}\n"
              + ".xl65\n\t{mso-style-parent:style0;\n\ttext-align:center;}\n.xl66 {mso-number-format:\"\\@\";}\n-->\n</style>\n");
    }

    @Override
    void table(LayoutTable layoutTable) {
      int width = layoutTable.width();
      out.append("<table border=0 cellpadding=0 cellspacing=0 width=800>\n");
      out.append(" <col width=72 span=").append(width).append(" style='width:54pt'>\n");
      for (List<LayoutCell> row : layoutTable.rows()) {
        out.append(" <tr height=19 style='height:14.25pt'>\n");
        for (LayoutCell layoutCell : row) {
          boolean number = layoutCell.text().matches("\\d+");
          out.append("  <td class=xl65").append(spans(layoutCell));
          out.append(
              number
                  ? random.nextBoolean() ? " x:num" : " x:num=\"" + layoutCell.text() + '"'
                  : "");
          out.append('>').append(words(layoutCell)).append("</td>\n");
        }
        out.append("  <td></td><td></td>\n </tr>\n");
      }
      out.append(" <![if supportMisalignedColumns]>\n <tr height=0 style='display:none'>\n");
      out.append("  <td width=72></td>\n".repeat(width)).append(" </tr>\n <![endif]>\n</table>\n");
    }
  }

  /** A row cut by a page break: its label in two rows, the figures beside one of them. */
  static final class CutRows extends HtmlWriter {
    CutRows(Random random) {
      super(random);
    }

    @Override
    void table(LayoutTable layoutTable) {
      List<List<LayoutCell>> rows = new ArrayList<>();
      int cuts = 0;
      for (List<LayoutCell> row : layoutTable.rows()) {
        int label = -1;
        for (int i = 0; i < row.size(); i++) {
          if (row.get(i).kind() == LayoutCell.Kind.LABEL) {
            label = i;
          }
        }
        boolean cut =
            layoutTable.table().equals("requests")
                && label == 0
                && row.get(0).text().length() > 8
                && row.get(0).rows() == 1
                && cuts < 2
                && random.nextInt(3) == 0;
        if (!cut) {
          rows.add(row);
          continue;
        }
        cuts++;
        String text = row.get(0).text();
        int at = 3 + random.nextInt(text.length() - 5);
        boolean above = random.nextBoolean();
        List<LayoutCell> first = new ArrayList<>();
        List<LayoutCell> second = new ArrayList<>();
        first.add(row.get(0).text(text.substring(0, at)));
        second.add(row.get(0).text(text.substring(at)));
        for (LayoutCell layoutCell : row.subList(1, row.size())) {
          first.add(above ? layoutCell : LayoutCell.empty());
          second.add(above ? LayoutCell.empty() : layoutCell);
        }
        rows.add(first);
        rows.add(second);
      }
      super.table(new LayoutTable(layoutTable.table(), rows));
    }
  }

  /** Some end tags left out, some twice. */
  static final class Careless extends HtmlWriter {
    Careless(Random random) {
      super(random);
    }

    @Override
    void end() {
      super.end();
      Matcher tag = Pattern.compile("</(td|tr|p|div)>").matcher(out.toString());
      String left =
          tag.replaceAll(
              match ->
                  match.group(1).equals("div")
                      ? match.group()
                      : switch (random.nextInt(5)) {
                        case 0 -> "";
                        case 1 ->
                            match.group(1).equals("p")
                                ? match.group()
                                : match.group() + match.group();
                        default -> match.group();
                      });
      out.setLength(0);
      out.append(left);
    }
  }

  /** Last year's report below this year's, or above it as a box to fold out. */
  static final class LastYear extends HtmlWriter {
    private final List<LayoutTable> layoutTables = new ArrayList<>();
    private String heading = "";

    LastYear(Random random) {
      super(random);
    }

    @Override
    void title(String text) {
      heading = text;
      super.title(text);
    }

    @Override
    void table(LayoutTable layoutTable) {
      layoutTables.add(layoutTable);
      super.table(layoutTable);
    }

    @Override
    void end() {
      Matcher year = Pattern.compile("20\\d\\d").matcher(heading);
      super.title(year.replaceFirst(match -> String.valueOf(Integer.parseInt(match.group()) - 1)));
      String[] titles = {"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"};
      String open = "";
      for (LayoutTable layoutTable : layoutTables) {
        String own =
            titles[
                layoutTable.table().equals("proactiveDisclosure")
                    ? 0
                    : layoutTable.table().equals("requests") ? 1 : 2];
        if (!own.equals(open)) {
          heading(own);
        }
        open = own;
        super.table(
            layoutTable.map(
                layoutCell ->
                    layoutCell.kind() == LayoutCell.Kind.FIGURE
                        ? layoutCell.text(String.valueOf(random.nextInt(300)))
                        : layoutCell));
      }
      super.end();
    }
  }

  /** Blanks of all kinds around what stands in a cell, a unit behind it. */
  static final class Padded extends HtmlWriter {
    Padded(Random random) {
      super(random);
    }

    @Override
    String words(LayoutCell layoutCell) {
      String pad =
          GeneratedReport.pick(
              random, List.of("&nbsp;", "&emsp;", "\u3000", " \n\t ", "&ensp;&thinsp;"));
      String words = super.words(layoutCell);
      boolean figure =
          layoutCell.kind() == LayoutCell.Kind.FIGURE
              && DIGITS.matcher(layoutCell.text()).matches();
      if (figure && random.nextInt(4) == 0) {
        words =
            GeneratedReport.pick(
                random, List.of(words + "件", words + ".0", "0" + words, words + " 件"));
      }
      return pad + words + pad;
    }
  }

  /** A word for the phone before each figure, which the style sheet hides on the screen. */
  static final class Responsive extends HtmlWriter {
    Responsive(Random random) {
      super(random);
    }

    @Override
    void begin(String title, String meta) {
      super.begin(title, meta + "<style>td .th{display:none}</style>");
    }

    @Override
    void cell(LayoutCell layoutCell) {
      if (layoutCell.kind() == LayoutCell.Kind.FIGURE) {
        out.append("<td data-label=\"数量\"").append(spans(layoutCell));
        out.append("><span class=\"th\">数量1：</span>").append(words(layoutCell)).append("</td>\n");
      } else {
        super.cell(layoutCell);
      }
    }
  }

  /** The tables of the page two by two in a table that lays it out. */
  static final class TwoByTwo extends HtmlWriter {
    private boolean left = true;

    TwoByTwo(Random random) {
      super(random);
    }

    @Override
    void table(LayoutTable layoutTable) {
      if (!layoutTable.table().equals("proactiveDisclosure")) {
        super.table(layoutTable);
        return;
      }
      out.append(left ? "<table width=900><tr><td>" : "<td>");
      super.table(layoutTable);
      out.append(left ? "</td>" : "</td></tr></table>");
      left = !left;
    }
  }
}
