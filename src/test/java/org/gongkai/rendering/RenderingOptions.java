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
import org.gongkai.form.FigureKind;
import org.gongkai.form.Relation;
import org.gongkai.rendering.FigureStyle.Printed;
import org.gongkai.report.Status;
import org.jspecify.annotations.Nullable;

/**
 * The options for making a file of a generated report: style of figures, layout, writer,
 * boilerplate and encoding.
 */
final class RenderingOptions {
  private FigureStyle figures = FigureStyle.PLAIN;
  private final Set<LayoutVariant> layout = EnumSet.noneOf(LayoutVariant.class);
  private @Nullable Function<Random, HtmlWriter> html = HtmlWriter::new;
  private @Nullable Function<Random, TextWriter> plain;
  private boolean boilerplate;
  private Encoding encoding = Encoding.UTF8;
  private Script script = Script.SIMPLIFIED;
  private DecodingDamage damage = DecodingDamage.NONE;
  private @Nullable MhtmlWrapper mhtml;
  private boolean word;
  private boolean tracked;
  private @Nullable PdfStyle pdf;

  /** How far down its first page a PDF begins; anywhere where negative. */
  private int lead = -1;

  private int figureWidth;

  /** A PDF. */
  static RenderingOptions pdf(PdfStyle style) {
    RenderingOptions options = new RenderingOptions();
    options.html = null;
    options.pdf = style;
    return options;
  }

  /** A Word document. */
  static RenderingOptions docx(boolean tracked) {
    RenderingOptions options = new RenderingOptions();
    options.html = null;
    options.word = true;
    options.tracked = tracked;
    return options;
  }

  static RenderingOptions html(Function<Random, HtmlWriter> writer) {
    RenderingOptions options = new RenderingOptions();
    options.html = writer;
    return options;
  }

  static RenderingOptions text(Function<Random, TextWriter> writer) {
    RenderingOptions options = new RenderingOptions();
    options.html = null;
    options.plain = writer;
    return options;
  }

  RenderingOptions figures(FigureStyle description) {
    figures = description;
    return this;
  }

  RenderingOptions layout(LayoutVariant... description) {
    layout.addAll(List.of(description));
    return this;
  }

  RenderingOptions lead(int points) {
    lead = points;
    return this;
  }

  /** Makes the columns of figures so many points wide. */
  RenderingOptions figureWidth(int points) {
    figureWidth = points;
    return this;
  }

  RenderingOptions boilerplate() {
    boilerplate = true;
    return this;
  }

  RenderingOptions encoding(Encoding description) {
    encoding = description;
    return this;
  }

  RenderingOptions script(Script description) {
    script = description;
    return this;
  }

  RenderingOptions damage(DecodingDamage description) {
    damage = description;
    return this;
  }

  /** Saved as a single file. */
  RenderingOptions mhtml(MhtmlWrapper description) {
    mhtml = description;
    return this;
  }

  RenderedReport render(GeneratedReport generated, Random random) {
    Map<String, Printed> printed = print(generated, random);
    List<PageElement> parts =
        parts(generated, new TableLayouter(generated, printed, layout, damage, random), random);
    if (word) {
      Map<String, ExpectedReading> expected = expected(generated, printed, null);
      return new RenderedReport(
          generated,
          new DocxWriter(tracked, random).page(parts),
          "report.docx",
          expected,
          must(generated, expected),
          description(this));
    }
    if (pdf != null) {
      Map<String, ExpectedReading> expected = expected(generated, printed, null);
      int down = lead < 0 ? random.nextInt(700) : lead;
      PdfPages pages = new PdfPages(pdf, random.nextBoolean(), down, figureWidth, random);
      return new RenderedReport(
          generated,
          pages.bytes(parts),
          "report.pdf",
          expected,
          must(generated, expected),
          description(pages));
    }
    if (html != null) {
      HtmlWriter writer = html.apply(random);
      String text = writer.page(generated.title(), encoding.meta(), parts);
      byte[] bytes = encoding.bytes(script.write(text, random), true);
      Map<String, ExpectedReading> expected = expected(generated, printed, plainOf(writer));
      return mhtml == null
          ? new RenderedReport(
              generated,
              bytes,
              writer instanceof HtmlWriters.Word ? "report.doc" : "report.html",
              expected,
              must(generated, expected),
              description(writer))
          : new RenderedReport(
              generated,
              mhtml.wrap(bytes, encoding.charset()),
              "report.doc",
              expected,
              must(generated, expected),
              description(writer));
    }
    if (plain == null) {
      throw new IllegalStateException("no writer");
    }
    TextWriter lines = plain.apply(random);
    byte[] bytes = encoding.bytes(script.write(lines.page(parts), random), false);
    Map<String, ExpectedReading> expected = expected(generated, printed, lines);
    return new RenderedReport(
        generated, bytes, "report.txt", expected, must(generated, expected), description(lines));
  }

  private static @Nullable TextWriter plainOf(HtmlWriter writer) {
    return writer instanceof HtmlWriters.Pasted pasted ? pasted.plain() : null;
  }

  private Map<String, Printed> print(GeneratedReport generated, Random random) {
    Map<String, Printed> printed = new HashMap<>();
    for (Cell cell : generated.edition().cells()) {
      String path = cell.path();
      BigDecimal figure = generated.figures().get(path);
      String misprint = generated.misprints().get(path);
      if (misprint != null) {
        printed.put(path, new Printed(misprint, Status.TEXT));
      } else if (figure != null) {
        printed.put(path, figures.print(cell, figure, random));
      }
    }
    return printed;
  }

  private List<PageElement> parts(GeneratedReport generated, TableLayouter layouts, Random random) {
    ProseGenerator prose = new ProseGenerator(generated, random);
    PageBoilerplate around = new PageBoilerplate(generated, random);
    List<PageElement> parts = new ArrayList<>();
    if (boilerplate) {
      parts.addAll(around.before());
    }
    parts.add(new PageElement.Title(generated.title()));
    parts.add(new PageElement.Paragraph(prose.preamble()));
    for (int number = 1; number <= 6; number++) {
      parts.add(new PageElement.Heading(damage.apply(prose.heading(number), random)));
      prose.section(number).forEach(text -> parts.add(new PageElement.Paragraph(text)));
      if (number == 1 && layout.contains(LayoutVariant.DECOY_TABLE)) {
        parts.add(new PageElement.Index(prose.decoy()));
      }
      if (number >= 2 && number <= 4) {
        String table = generated.edition().tables().get(number - 2).key();
        if (layout.contains(LayoutVariant.SENTENCE)) {
          parts.add(
              new PageElement.Paragraph(
                  "有关数据由各科室填报，共汇总" + (2 + random.nextInt(30)) + "份，现将情况公布如下："));
        }
        if (layout.contains(LayoutVariant.NARRATED)) {
          parts.add(new PageElement.Paragraph(prose.narrated(number)));
        }
        layouts
            .of(table)
            .forEach(layoutTable -> parts.add(new PageElement.TableElement(layoutTable)));
        if (layout.contains(LayoutVariant.NOTES)) {
          prose.notes().forEach(text -> parts.add(new PageElement.Paragraph(text)));
        }
      }
    }
    parts.add(new PageElement.Paragraph(generated.issuer()));
    parts.add(new PageElement.Paragraph(date(generated)));
    if (boilerplate) {
      parts.addAll(around.after());
    }
    return parts;
  }

  private static String date(GeneratedReport generated) {
    return generated.published().getYear()
        + "年"
        + generated.published().getMonthValue()
        + "月"
        + generated.published().getDayOfMonth()
        + "日";
  }

  private Map<String, ExpectedReading> expected(
      GeneratedReport generated, Map<String, Printed> printed, @Nullable TextWriter lines) {
    Map<String, ExpectedReading> expected = new HashMap<>();
    Set<String> shaken = shaken(generated, printed, lines);
    for (Cell cell : generated.edition().cells()) {
      String path = cell.path();
      Printed here = printed.get(path);
      if (here == null) {
        boolean blurred = cell.table().key().equals(Edition.REQUESTS) && blurred(generated, lines);
        expected.put(path, new ExpectedReading(Status.ABSENT, null, blurred));
        continue;
      }
      BigDecimal value = here.status() == Status.NUMBER ? generated.figure(path) : null;
      boolean maybe =
          shaken.contains(cell.table().key() + '/' + cell.row().key())
              && !stands(generated, cell, printed, lines);
      maybe |= cell.table().key().equals(Edition.REQUESTS) && blurred(generated, lines);
      expected.put(path, new ExpectedReading(here.status(), value, maybe));
    }
    return expected;
  }

  /**
   * Whether nobody could be certain of table III: no headings, or a row left out where labels are
   * broken.
   */
  private boolean blurred(GeneratedReport generated, @Nullable TextWriter lines) {
    boolean gap = !generated.missingRows().isEmpty();
    return layout.contains(LayoutVariant.HEADS_MISSING)
        || (gap && (lines instanceof PdfTextWriter || damage != DecodingDamage.NONE));
  }

  /** Rows of text in which not every figure's place is certain. */
  private Set<String> shaken(
      GeneratedReport generated, Map<String, Printed> printed, @Nullable TextWriter lines) {
    Set<String> rows = new HashSet<>();
    if (lines == null) {
      return rows;
    }
    for (Cell cell : generated.edition().cells()) {
      Printed here = printed.get(cell.path());
      if (here == null) {
        continue;
      }
      boolean cut =
          lines instanceof PdfTextWriter
              && here.text().strip().matches(".*\\d[\\s\u00a0\u3000]+\\d.*");
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
      GeneratedReport generated,
      Cell cell,
      Map<String, Printed> printed,
      @Nullable TextWriter lines) {
    if (lines == null || !cell.table().key().equals(Edition.REQUESTS)) {
      return false;
    }
    for (Relation relation : GeneratedReport.broken(generated.edition(), generated.figures())) {
      if (relation.rule().equals(Relation.ROW_TOTAL)
          && relation.parts().get(0).row() == cell.row()) {
        return false;
      }
    }
    if (lines instanceof PdfTextWriter && figures.spaces()) {
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

  private static RenderedReport.ExpectedVerdict must(
      GeneratedReport generated, Map<String, ExpectedReading> expected) {
    if (generated.plantedError() == PlantedError.NONE) {
      return RenderedReport.ExpectedVerdict.PASS;
    }
    if (generated.plantedError() == PlantedError.MISSING_TABLE) {
      return RenderedReport.ExpectedVerdict.FAIL;
    }
    for (Cell cell : generated.edition().cells()) {
      ExpectedReading here = expectation(expected, cell);
      if (here.maybe()) {
        continue;
      }
      if (here.status() == Status.TEXT) {
        return RenderedReport.ExpectedVerdict.FAIL;
      }
      BigDecimal value = here.value();
      if (value != null
          && generated.kind(cell.path()) == FigureKind.COUNT
          && (value.signum() < 0 || value.stripTrailingZeros().scale() > 0)) {
        return RenderedReport.ExpectedVerdict.FAIL;
      }
    }
    for (Relation relation : GeneratedReport.broken(generated.edition(), generated.figures())) {
      if (relation.parts().stream().allMatch(cell -> certain(expectation(expected, cell), cell))
          && relation.totals().stream()
              .allMatch(cell -> certain(expectation(expected, cell), cell))) {
        return RenderedReport.ExpectedVerdict.FAIL;
      }
    }
    return RenderedReport.ExpectedVerdict.EITHER;
  }

  private static ExpectedReading expectation(Map<String, ExpectedReading> expected, Cell cell) {
    ExpectedReading here = expected.get(cell.path());
    if (here == null) {
      throw new IllegalStateException("nothing expected at " + cell.path());
    }
    return here;
  }

  /**
   * Whether a relation may rest on it: a figure, or a part left blank; a total left blank says
   * nothing.
   */
  private static boolean certain(ExpectedReading here, Cell cell) {
    if (here.maybe()) {
      return false;
    }
    boolean total = cell.column().key().equals("total") || cell.row().key().equals("outcomeTotal");
    return here.status() == Status.NUMBER
        || (!total && (here.status() == Status.BLANK || here.status() == Status.PLACEHOLDER));
  }

  private String description(Object writer) {
    return writer.getClass().getSimpleName()
        + " "
        + figures
        + " "
        + layout
        + (boilerplate ? " furniture " : " ")
        + encoding
        + " "
        + script
        + " "
        + damage;
  }
}
