package org.gongkai.rendering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Kind;
import org.gongkai.form.Relation;
import org.gongkai.rendering.Figures.Printed;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/**
 * How to make a file of a drawn report: figures, layout, writer, furniture, encoding, each
 * exchangeable.
 */
final class Recipe {
  private Figures figures = Figures.PLAIN;
  private final Set<Layout> layout = EnumSet.noneOf(Layout.class);
  private @Nullable Function<Random, Html> html = Html::new;
  private @Nullable Function<Random, Plain> plain;
  private boolean furniture;
  private Encoding encoding = Encoding.UTF8;
  private Script script = Script.SIMPLIFIED;
  private Damage damage = Damage.NONE;
  private @Nullable Mhtml mhtml;
  private boolean word;
  private boolean tracked;
  private @Nullable PdfManner pdf;

  /** How far down its first page a PDF begins; anywhere where negative. */
  private int lead = -1;

  private int figureWidth;

  /** A PDF. */
  static Recipe pdf(PdfManner manner) {
    Recipe recipe = new Recipe();
    recipe.html = null;
    recipe.pdf = manner;
    return recipe;
  }

  /** A Word document. */
  static Recipe docx(boolean tracked) {
    Recipe recipe = new Recipe();
    recipe.html = null;
    recipe.word = true;
    recipe.tracked = tracked;
    return recipe;
  }

  static Recipe html(Function<Random, Html> writer) {
    Recipe recipe = new Recipe();
    recipe.html = writer;
    return recipe;
  }

  static Recipe text(Function<Random, Plain> writer) {
    Recipe recipe = new Recipe();
    recipe.html = null;
    recipe.plain = writer;
    return recipe;
  }

  Recipe figures(Figures how) {
    figures = how;
    return this;
  }

  Recipe layout(Layout... how) {
    layout.addAll(List.of(how));
    return this;
  }

  Recipe lead(int points) {
    lead = points;
    return this;
  }

  /** Makes the columns of figures so many points wide. */
  Recipe figureWidth(int points) {
    figureWidth = points;
    return this;
  }

  Recipe furniture() {
    furniture = true;
    return this;
  }

  Recipe encoding(Encoding how) {
    encoding = how;
    return this;
  }

  Recipe script(Script how) {
    script = how;
    return this;
  }

  Recipe damage(Damage how) {
    damage = how;
    return this;
  }

  /** Saved as a single file. */
  Recipe mhtml(Mhtml how) {
    mhtml = how;
    return this;
  }

  Rendered render(Drawn drawn, Random random) {
    Map<String, Printed> printed = print(drawn, random);
    List<Part> parts = parts(drawn, new Layouts(drawn, printed, layout, damage, random), random);
    if (word) {
      Map<String, Expect> expect = expect(drawn, printed, null);
      return new Rendered(
          drawn,
          new Docx(tracked, random).page(parts),
          "report.docx",
          expect,
          must(drawn, expect),
          how(this));
    }
    if (pdf != null) {
      Map<String, Expect> expect = expect(drawn, printed, null);
      int down = lead < 0 ? random.nextInt(700) : lead;
      PdfPages pages = new PdfPages(pdf, random.nextBoolean(), down, figureWidth, random);
      return new Rendered(
          drawn, pages.bytes(parts), "report.pdf", expect, must(drawn, expect), how(pages));
    }
    if (html != null) {
      Html writer = html.apply(random);
      String text = writer.page(drawn.title(), encoding.meta(), parts);
      byte[] bytes = encoding.bytes(script.write(text, random), true);
      Map<String, Expect> expect = expect(drawn, printed, plainOf(writer));
      return mhtml == null
          ? new Rendered(
              drawn,
              bytes,
              writer instanceof HtmlHabits.Word ? "report.doc" : "report.html",
              expect,
              must(drawn, expect),
              how(writer))
          : new Rendered(
              drawn,
              mhtml.wrap(bytes, encoding.charset()),
              "report.doc",
              expect,
              must(drawn, expect),
              how(writer));
    }
    if (plain == null) {
      throw new IllegalStateException("no writer");
    }
    Plain lines = plain.apply(random);
    byte[] bytes = encoding.bytes(script.write(lines.page(parts), random), false);
    Map<String, Expect> expect = expect(drawn, printed, lines);
    return new Rendered(drawn, bytes, "report.txt", expect, must(drawn, expect), how(lines));
  }

  private static @Nullable Plain plainOf(Html writer) {
    if (writer instanceof HtmlHabits.Pasted pasted) {
      return pasted.plain();
    }
    return writer instanceof HtmlOddities.Typed typed ? typed.plain() : null;
  }

  private Map<String, Printed> print(Drawn drawn, Random random) {
    Map<String, Printed> printed = new HashMap<>();
    for (Cell cell : drawn.edition().cells()) {
      String path = cell.path();
      BigDecimal figure = drawn.figures().get(path);
      String misprint = drawn.misprints().get(path);
      if (misprint != null) {
        printed.put(path, new Printed(misprint, Status.TEXT));
      } else if (figure != null) {
        printed.put(path, figures.print(cell, figure, random));
      }
    }
    return printed;
  }

  private List<Part> parts(Drawn drawn, Layouts layouts, Random random) {
    Prose prose = new Prose(drawn, random);
    Furniture around = new Furniture(drawn, random);
    List<Part> parts = new ArrayList<>();
    if (furniture) {
      parts.addAll(around.before());
    }
    parts.add(new Part.Title(drawn.title()));
    parts.add(new Part.Prose(prose.preamble()));
    for (int number = 1; number <= 6; number++) {
      parts.add(new Part.Heading(damage.hurt(prose.heading(number), random)));
      prose.section(number).forEach(text -> parts.add(new Part.Prose(text)));
      if (number == 1 && layout.contains(Layout.DECOY_TABLE)) {
        parts.add(new Part.Index(prose.decoy()));
      }
      if (number >= 2 && number <= 4) {
        String table = drawn.edition().tables().get(number - 2).key();
        if (layout.contains(Layout.SENTENCE)) {
          parts.add(new Part.Prose("有关数据由各科室填报，共汇总" + (2 + random.nextInt(30)) + "份，现将情况公布如下："));
        }
        if (layout.contains(Layout.NARRATED)) {
          parts.add(new Part.Prose(prose.narrated(number)));
        }
        layouts.of(table).forEach(sheet -> parts.add(new Part.Tabled(sheet)));
        if (layout.contains(Layout.NOTES)) {
          prose.notes().forEach(text -> parts.add(new Part.Prose(text)));
        }
      }
    }
    parts.add(new Part.Prose(drawn.issuer()));
    parts.add(new Part.Prose(date(drawn)));
    if (furniture) {
      parts.addAll(around.after());
    }
    return parts;
  }

  private static String date(Drawn drawn) {
    return drawn.published().getYear()
        + "年"
        + drawn.published().getMonthValue()
        + "月"
        + drawn.published().getDayOfMonth()
        + "日";
  }

  private Map<String, Expect> expect(
      Drawn drawn, Map<String, Printed> printed, @Nullable Plain lines) {
    Map<String, Expect> expect = new HashMap<>();
    Set<String> shaken = shaken(drawn, printed, lines);
    for (Cell cell : drawn.edition().cells()) {
      String path = cell.path();
      Printed here = printed.get(path);
      if (here == null) {
        boolean blurred = cell.table().key().equals(Edition.REQUESTS) && blurred(drawn, lines);
        expect.put(path, new Expect(Status.ABSENT, null, blurred));
        continue;
      }
      BigDecimal value = here.status() == Status.NUMBER ? drawn.figure(path) : null;
      boolean maybe =
          shaken.contains(cell.table().key() + '/' + cell.row().key())
              && !stands(drawn, cell, printed, lines);
      maybe |= cell.table().key().equals(Edition.REQUESTS) && blurred(drawn, lines);
      expect.put(path, new Expect(here.status(), value, maybe));
    }
    return expect;
  }

  /**
   * Whether nobody could be certain of table III: no headings, or a row left out where labels are
   * broken.
   */
  private boolean blurred(Drawn drawn, @Nullable Plain lines) {
    boolean gap = !drawn.missingRows().isEmpty();
    return layout.contains(Layout.HEADS_MISSING)
        || (gap && (lines instanceof Pdf || damage != Damage.NONE));
  }

  /** Rows of text in which not every figure's place is certain. */
  private Set<String> shaken(Drawn drawn, Map<String, Printed> printed, @Nullable Plain lines) {
    Set<String> rows = new HashSet<>();
    if (lines == null) {
      return rows;
    }
    for (Cell cell : drawn.edition().cells()) {
      Printed here = printed.get(cell.path());
      if (here == null) {
        continue;
      }
      boolean cut =
          lines instanceof Pdf && here.text().strip().matches(".*\\d[\\s\u00a0\u3000]+\\d.*");
      if ((here.text().isBlank() && !lines.keepsBlanks()) || here.status() == Status.TEXT || cut) {
        rows.add(cell.table().key() + '/' + cell.row().key());
        if (cell.table().sideways()) {
          cell.table().rows().forEach(row -> rows.add(cell.table().key() + '/' + row.key()));
        }
      }
    }
    return rows;
  }

  /**
   * The last figure of a row of table III keeps its place when blanks before it are dropped, unless
   * the row does not add up.
   */
  private boolean stands(
      Drawn drawn, Cell cell, Map<String, Printed> printed, @Nullable Plain lines) {
    if (lines == null || !cell.table().key().equals(Edition.REQUESTS)) {
      return false;
    }
    for (Relation relation : Drawn.broken(drawn.edition(), drawn.figures())) {
      if (relation.rule().equals(Relation.ROW_TOTAL)
          && relation.parts().get(0).row() == cell.row()) {
        return false;
      }
    }
    if (lines instanceof Pdf && figures.spaces()) {
      return false;
    }
    String row = cell.table().key() + '/' + cell.row().key() + '/';
    Printed first = printed.get(row + "naturalPerson");
    Printed last = printed.get(row + "total");
    return cell.column().key().equals("total")
        && first != null
        && last != null
        && first.status() == Status.NUMBER
        && last.status() == Status.NUMBER;
  }

  private static Rendered.Must must(Drawn drawn, Map<String, Expect> expect) {
    if (drawn.plant() == Plant.NONE) {
      return Rendered.Must.PASS;
    }
    if (drawn.plant() == Plant.MISSING_TABLE) {
      return Rendered.Must.FAIL;
    }
    for (Cell cell : drawn.edition().cells()) {
      Expect here = expectation(expect, cell);
      if (here.maybe()) {
        continue;
      }
      if (here.status() == Status.TEXT) {
        return Rendered.Must.FAIL;
      }
      BigDecimal value = here.value();
      if (value != null
          && drawn.kind(cell.path()) == Kind.COUNT
          && (value.signum() < 0 || value.stripTrailingZeros().scale() > 0)) {
        return Rendered.Must.FAIL;
      }
    }
    for (Relation relation : Drawn.broken(drawn.edition(), drawn.figures())) {
      if (relation.parts().stream().allMatch(cell -> certain(expectation(expect, cell), cell))
          && relation.totals().stream()
              .allMatch(cell -> certain(expectation(expect, cell), cell))) {
        return Rendered.Must.FAIL;
      }
    }
    return Rendered.Must.EITHER;
  }

  private static Expect expectation(Map<String, Expect> expect, Cell cell) {
    Expect here = expect.get(cell.path());
    if (here == null) {
      throw new IllegalStateException("nothing expected at " + cell.path());
    }
    return here;
  }

  /**
   * Whether a relation may rest on it: a figure, or a part left blank; a total left blank says
   * nothing.
   */
  private static boolean certain(Expect here, Cell cell) {
    if (here.maybe()) {
      return false;
    }
    boolean total = cell.column().key().equals("total") || cell.row().key().equals("outcomeTotal");
    return here.status() == Status.NUMBER
        || (!total && (here.status() == Status.BLANK || here.status() == Status.PLACEHOLDER));
  }

  private String how(Object writer) {
    return writer.getClass().getSimpleName()
        + " "
        + figures
        + " "
        + layout
        + (furniture ? " furniture " : " ")
        + encoding
        + " "
        + script
        + " "
        + damage;
  }
}
