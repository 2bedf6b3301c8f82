package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pages have besides the usual habits: copies, marks, struck figures, text as it was typed.
 */
final class HtmlOddities {
  private static final Pattern DIGITS = Pattern.compile("(?<![&#\\d])\\d+(?![\\d;])");

  private HtmlOddities() {}

  /** Before each table one with other figures, taken off the page by a style sheet's class. */
  static final class HiddenCopy extends Html {
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
    void table(Sheet sheet) {
      boolean before = random.nextBoolean();
      if (!before) {
        super.table(sheet);
      }
      out.append(random.nextBoolean() ? "<div class=\"box old\">" : "<section class='phone-only'>");
      super.table(other(sheet));
      out.append("</div></section>");
      if (before) {
        super.table(sheet);
      }
    }

    private static Sheet other(Sheet sheet) {
      return sheet.map(
          slot -> slot.kind() == Slot.Kind.FIGURE ? slot.text(slot.text() + "7") : slot);
    }
  }

  /** Rows and cells with old figures, each hidden in its own way. */
  static final class HiddenRows extends Html {
    HiddenRows(Random random) {
      super(random);
    }

    @Override
    void table(Sheet sheet) {
      out.append("<table>\n");
      for (List<Slot> row : sheet.rows()) {
        if (random.nextInt(3) == 0 && row.stream().allMatch(slot -> slot.rows() == 1)) {
          out.append(random.nextBoolean() ? "<tr style=\"display:none\">" : "<tr hidden>");
          row.forEach(slot -> cell(slot.kind() == Slot.Kind.FIGURE ? slot.text("9") : slot));
          out.append("</tr>\n");
        }
        out.append("<tr>");
        row.forEach(this::cell);
        out.append("</tr>\n");
      }
      out.append("</table>\n");
    }

    @Override
    String words(Slot slot) {
      return random.nextInt(5) == 0
          ? "<span style=\"display:none\">8</span>" + super.words(slot)
          : super.words(slot);
    }
  }

  /** Marks of footnotes behind figures and labels. */
  static final class Marks extends Html {
    Marks(Random random) {
      super(random);
    }

    @Override
    String words(Slot slot) {
      String words = super.words(slot);
      if (slot.text().isBlank() || random.nextInt(6) > 0) {
        return words;
      }
      return words
          + Drawn.pick(
              random,
              List.of(
                  "<sup>1</sup>", "<sup>[2]</sup>", "<sup>①</sup>", "①", "<sup>注</sup>", "[1]"));
    }
  }

  /** Figures struck through, the one that holds behind. */
  static final class Struck extends Html {
    Struck(Random random) {
      super(random);
    }

    @Override
    String words(Slot slot) {
      String words = super.words(slot);
      if (slot.kind() != Slot.Kind.FIGURE || random.nextInt(6) > 0) {
        return words;
      }
      return Drawn.pick(
              random,
              List.of(
                  "<s>12</s>",
                  "<strike>3</strike>",
                  "<del>4</del>",
                  "<span style=\"text-decoration: line-through\">15</span>"))
          + words;
    }
  }

  /** Text as it was typed: in {@code pre}, or where a style keeps its lines. */
  static final class Typed extends Html {
    private final Plain plain;
    private final boolean pre;

    Typed(Plain plain, boolean pre, Random random) {
      super(random);
      this.plain = plain;
      this.pre = pre;
    }

    @Override
    void begin(String title, String meta) {
      super.begin(title, meta);
      out.append(pre ? "<pre>\n" : "<div style=\"font-size:16px;white-space: pre-wrap;\">\n");
    }

    @Override
    void title(String text) {
      out.append(escape(text)).append("\n\n");
    }

    @Override
    void heading(String text) {
      out.append(escape(text)).append('\n');
    }

    @Override
    void prose(String text) {
      out.append(escape(text)).append('\n');
    }

    @Override
    void table(Sheet sheet) {
      plain.out.setLength(0);
      plain.table(sheet);
      out.append(escape(plain.out.toString()));
    }

    @Override
    void end() {
      out.append(pre ? "</pre>\n" : "</div>\n");
      super.end();
    }

    Plain plain() {
      return plain;
    }
  }

  /** The same table twice: for the screen and for the phone. */
  static final class Twice extends Html {
    Twice(Random random) {
      super(random);
    }

    @Override
    void table(Sheet sheet) {
      out.append("<div class=\"pc\">");
      super.table(sheet);
      out.append("</div>\n<div class=\"phone\">");
      super.table(sheet);
      out.append("</div>\n");
    }
  }

  /** All characters as numeric references. */
  static final class References extends Html {
    References(Random random) {
      super(random);
    }

    @Override
    String words(Slot slot) {
      StringBuilder all = new StringBuilder();
      for (char c : slot.text().toCharArray()) {
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
  static final class Repeated extends Html {
    Repeated(Random random) {
      super(random);
    }

    @Override
    void table(Sheet sheet) {
      out.append("<table>\n");
      for (Slot[] row : sheet.matrix()) {
        out.append("<tr>");
        Slot before = null;
        for (Slot slot : row) {
          if (slot == null) {
            out.append("<td></td>");
          } else if (slot != before || slot.kind() == Slot.Kind.HEAD) {
            cell(slot.span(1, 1));
          } else {
            out.append("<td></td>");
          }
          before = slot;
        }
        out.append("</tr>\n");
      }
      out.append("</table>\n");
    }
  }

  /** A number before each row of table III, in a column of its own. */
  static final class Serial extends Html {
    Serial(Random random) {
      super(random);
    }

    @Override
    void table(Sheet sheet) {
      if (!sheet.table().equals("requests")) {
        super.table(sheet);
        return;
      }
      super.table(numbered(sheet));
    }

    static Sheet numbered(Sheet sheet) {
      if (!sheet.table().equals("requests")) {
        return sheet;
      }
      int heads = sheet.headRows();
      List<List<Slot>> rows = new ArrayList<>();
      for (int r = 0; r < sheet.rows().size(); r++) {
        List<Slot> row = new ArrayList<>();
        if (r == 0 && heads > 0) {
          row.add(Slot.head("序号", heads, 1));
        } else if (r >= heads) {
          row.add(Slot.label(String.valueOf(r - heads + 1), 1, 1));
        }
        row.addAll(sheet.rows().get(r));
        rows.add(row);
      }
      return new Sheet(sheet.table(), rows);
    }
  }

  /** Every figure in a small table of its own. */
  static final class Nested extends Html {
    Nested(Random random) {
      super(random);
    }

    @Override
    String words(Slot slot) {
      return slot.kind() == Slot.Kind.FIGURE && random.nextInt(4) == 0
          ? "<table><tr><td>" + super.words(slot) + "</td></tr></table>"
          : super.words(slot);
    }
  }

  /** As a spreadsheet writes it: numbers as attributes, spare columns, a hidden row at the end. */
  static final class Spreadsheet extends Html {
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
    void table(Sheet sheet) {
      int width = sheet.width();
      out.append("<table border=0 cellpadding=0 cellspacing=0 width=800>\n");
      out.append(" <col width=72 span=").append(width).append(" style='width:54pt'>\n");
      for (List<Slot> row : sheet.rows()) {
        out.append(" <tr height=19 style='height:14.25pt'>\n");
        for (Slot slot : row) {
          boolean number = slot.text().matches("\\d+");
          out.append("  <td class=xl65").append(spans(slot));
          out.append(
              number ? random.nextBoolean() ? " x:num" : " x:num=\"" + slot.text() + '"' : "");
          out.append('>').append(words(slot)).append("</td>\n");
        }
        out.append("  <td></td><td></td>\n </tr>\n");
      }
      out.append(" <![if supportMisalignedColumns]>\n <tr height=0 style='display:none'>\n");
      out.append("  <td width=72></td>\n".repeat(width)).append(" </tr>\n <![endif]>\n</table>\n");
    }
  }

  /** A row cut by a page break: its label in two rows, the figures beside one of them. */
  static final class CutRows extends Html {
    CutRows(Random random) {
      super(random);
    }

    @Override
    void table(Sheet sheet) {
      List<List<Slot>> rows = new ArrayList<>();
      int cuts = 0;
      for (List<Slot> row : sheet.rows()) {
        int label = -1;
        for (int i = 0; i < row.size(); i++) {
          if (row.get(i).kind() == Slot.Kind.LABEL) {
            label = i;
          }
        }
        boolean cut =
            sheet.table().equals("requests")
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
        List<Slot> first = new ArrayList<>();
        List<Slot> second = new ArrayList<>();
        first.add(row.get(0).text(text.substring(0, at)));
        second.add(row.get(0).text(text.substring(at)));
        for (Slot slot : row.subList(1, row.size())) {
          first.add(above ? slot : Slot.empty());
          second.add(above ? Slot.empty() : slot);
        }
        rows.add(first);
        rows.add(second);
      }
      super.table(new Sheet(sheet.table(), rows));
    }
  }

  /** Some end tags left out, some twice. */
  static final class Careless extends Html {
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
  static final class LastYear extends Html {
    private final List<Sheet> sheets = new ArrayList<>();
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
    void table(Sheet sheet) {
      sheets.add(sheet);
      super.table(sheet);
    }

    @Override
    void end() {
      Matcher year = Pattern.compile("20\\d\\d").matcher(heading);
      super.title(year.replaceFirst(match -> String.valueOf(Integer.parseInt(match.group()) - 1)));
      String[] titles = {"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"};
      String open = "";
      for (Sheet sheet : sheets) {
        String own =
            titles[
                sheet.table().equals("proactiveDisclosure")
                    ? 0
                    : sheet.table().equals("requests") ? 1 : 2];
        if (!own.equals(open)) {
          heading(own);
        }
        open = own;
        super.table(
            sheet.map(
                slot ->
                    slot.kind() == Slot.Kind.FIGURE
                        ? slot.text(String.valueOf(random.nextInt(300)))
                        : slot));
      }
      super.end();
    }
  }

  /** Blanks of all kinds around what stands in a cell, a full stop or a unit behind it. */
  static final class Padded extends Html {
    Padded(Random random) {
      super(random);
    }

    @Override
    String words(Slot slot) {
      String pad =
          Drawn.pick(random, List.of("&nbsp;", "&emsp;", "\u3000", " \n\t ", "&ensp;&thinsp;"));
      String words = super.words(slot);
      boolean figure = slot.kind() == Slot.Kind.FIGURE && DIGITS.matcher(slot.text()).matches();
      if (figure && random.nextInt(4) == 0) {
        words =
            Drawn.pick(
                random,
                List.of(
                    words + "。",
                    words + "（件）",
                    "共" + words + "件",
                    words + ".0",
                    "0" + words,
                    words + " 件",
                    "“" + words + "”"));
      }
      return pad + words + pad;
    }
  }

  /** A word for the phone before each figure, which the style sheet hides on the screen. */
  static final class Responsive extends Html {
    Responsive(Random random) {
      super(random);
    }

    @Override
    void begin(String title, String meta) {
      super.begin(title, meta + "<style>td .th{display:none}</style>");
    }

    @Override
    void cell(Slot slot) {
      if (slot.kind() == Slot.Kind.FIGURE) {
        out.append("<td data-label=\"数量\"").append(spans(slot));
        out.append("><span class=\"th\">数量1：</span>").append(words(slot)).append("</td>\n");
      } else {
        super.cell(slot);
      }
    }
  }

  /** The tables of the page two by two in a table that lays it out. */
  static final class TwoByTwo extends Html {
    private boolean left = true;

    TwoByTwo(Random random) {
      super(random);
    }

    @Override
    void table(Sheet sheet) {
      if (!sheet.table().equals("proactiveDisclosure")) {
        super.table(sheet);
        return;
      }
      out.append(left ? "<table width=900><tr><td>" : "<td>");
      super.table(sheet);
      out.append(left ? "</td>" : "</td></tr></table>");
      left = !left;
    }
  }
}
