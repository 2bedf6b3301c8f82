package org.gongkai.rendering;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All renderings, and a small command for looking at them:
 *
 * <pre>
 * Renderings list                      names
 * Renderings dump NAME SEED FILE       the bytes that seed gives, and what is expected
 * Renderings run [NAME|all] [COUNT] [FROM]  checks COUNT reports of each (default 40), from the seed FROM (default 0)
 * Renderings one NAME SEED             checks one and says all that is wrong
 * Renderings keep NAME SEED FOLDER     writes the bytes and what is expected, as a fixture for RegressionsTest
 * </pre>
 */
public final class Renderings {
  private static final List<Rendering> ALL = new ArrayList<>();

  static {
    html("clean", "plain markup", HtmlWriter::new);
    html("th", "thead, th, caption", HtmlWriters.Th::new);
    html("word", "Word's exported HTML", HtmlWriters.Word::new);
    html("wps", "WPS's exported HTML", HtmlWriters.Wps::new);
    html("upper", "tags in capitals, attributes without quotes", HtmlWriters.Upper::new);
    html("unclosed", "no end tags of cells, rows, paragraphs", HtmlWriters.Unclosed::new);
    html("layout", "layout tables around everything", HtmlWriters.LayoutVariant::new);
    html("split", "a number over several elements", HtmlWriters.Split::new);
    html("editor", "leftovers of a web editor", HtmlWriters.Editor::new);
    html("sides", "a layout table a section", HtmlWriters.Sides::new);
    html("airy", "line feeds and tabs everywhere", HtmlWriters.Airy::new);

    for (LayoutVariant layout : LayoutVariant.values()) {
      String name = layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
      add(name, "layout " + name, random -> RenderingOptions.html(writer(random)).layout(layout));
    }
    add(
        "transposed-slash",
        "table IV a row a group, slashes for zero",
        random ->
            RenderingOptions.html(writer(random))
                .layout(LayoutVariant.REMEDIES_TRANSPOSED)
                .figures(FigureStyle.SLASH));
    add(
        "traditional-placeholders",
        "traditional, 無 and 不適用",
        random ->
            RenderingOptions.html(writer(random))
                .script(
                    GeneratedReport.pick(random, List.of(Script.TRADITIONAL, Script.PINYIN_TONED)))
                .figures(
                    GeneratedReport.pick(
                        random, List.of(FigureStyle.NONE_WORD, FigureStyle.NOT_APPLICABLE))));
    for (FigureStyle figures : FigureStyle.values()) {
      String name = figures.name().toLowerCase(Locale.ROOT).replace('_', '-');
      add(
          "figures-" + name,
          "figures " + name,
          random -> RenderingOptions.html(writer(random)).figures(figures));
    }

    text("lines", "a figure a line", TextWriter.Lines::new);
    add(
        "lines-furniture",
        "a figure a line, furniture around",
        random -> RenderingOptions.text(TextWriter.Lines::new).boilerplate());
    add(
        "lines-broken-heads",
        "a figure a line, headings over two lines",
        random -> RenderingOptions.text(TextWriter.Lines::new).layout(LayoutVariant.BROKEN_HEADS));
    add(
        "lines-dropped",
        "a figure a line, blanks dropped",
        random -> RenderingOptions.text(TextWriter.Lines::new).figures(FigureStyle.BLANK_MIDDLE));
    add(
        "lines-slash",
        "a figure or a slash a line",
        random -> RenderingOptions.text(TextWriter.Lines::new).figures(FigureStyle.SLASH));
    text("pipe-ends", "a cell a line with pipes", TextWriter.PipeEnds::new);
    text(
        "pipes",
        "a row a line with pipes",
        random -> new TextWriter.Separated("", " | ", "", false, random));
    text(
        "markdown",
        "Markdown",
        random -> new TextWriter.Separated("| ", " | ", " |", true, random));
    text(
        "tabs",
        "a row a line with tabs",
        random -> new TextWriter.Separated("", "\t", "", false, random));
    add(
        "tabs-blank",
        "tabs, zeros blank",
        random ->
            RenderingOptions.text(r -> new TextWriter.Separated("", "\t", "", false, r))
                .figures(FigureStyle.BLANK));
    copied("copied", "copied out of a browser", TextWriter.Copied::new);
    copied("cell-lines", "a word processor's text", r -> new TextWriter.CellLines("", r));
    copied("cell-lines-nbsp", "blank lines to be seen", r -> new TextWriter.CellLines("\u00a0", r));
    copied(
        "stroke-lines", "a stroke behind each cell", r -> new TextWriter.StrokeLines("", " |", r));
    copied(
        "stroke-own", "strokes on their own lines", r -> new TextWriter.StrokeLines("", "\n|", r));
    copied("stroke-led", "a stroke before each cell", r -> new TextWriter.StrokeLines("| ", "", r));
    copied(
        "stroke-both", "strokes around each cell", r -> new TextWriter.StrokeLines("| ", " |", r));
    text(
        "pdf",
        "a row a line, labels whole",
        random -> new PdfTextWriter(false, false, false, random));
    text(
        "pdf-broken",
        "labels over several lines",
        random -> new PdfTextWriter(true, false, false, random));
    text(
        "pdf-upright",
        "and headings upright",
        random -> new PdfTextWriter(true, true, false, random));
    text(
        "pdf-pages",
        "and page numbers in between",
        random -> new PdfTextWriter(true, true, true, random));
    add(
        "pdf-dropped",
        "a row a line, blanks dropped",
        random ->
            RenderingOptions.text(r -> new PdfTextWriter(false, false, false, r))
                .figures(FigureStyle.BLANK_MIDDLE));
    add(
        "pasted-lines",
        "a figure a line, each a paragraph of HTML",
        random ->
            RenderingOptions.html(r -> new HtmlWriters.Pasted(new TextWriter.Lines(r), true, r))
                .boilerplate());
    add(
        "pasted-breaks",
        "a figure a line, breaks between",
        random ->
            RenderingOptions.html(r -> new HtmlWriters.Pasted(new TextWriter.Lines(r), false, r)));
    add(
        "pasted-pdf",
        "text of a PDF, each line a paragraph of HTML",
        random ->
            RenderingOptions.html(
                r -> new HtmlWriters.Pasted(new PdfTextWriter(true, true, false, r), true, r)));
    add(
        "pasted-pdf-breaks",
        "text of a PDF, breaks between",
        random ->
            RenderingOptions.html(
                    r -> new HtmlWriters.Pasted(new PdfTextWriter(true, false, true, r), false, r))
                .boilerplate());
    add(
        "pasted-dropped",
        "a figure a line, blanks dropped, each a paragraph of HTML",
        random ->
            RenderingOptions.html(r -> new HtmlWriters.Pasted(new TextWriter.Lines(r), true, r))
                .figures(FigureStyle.BLANK_MIDDLE));
    for (LayoutVariant layout :
        List.of(
            LayoutVariant.LOST_HEAD,
            LayoutVariant.BROKEN_LABELS,
            LayoutVariant.NARRATED,
            LayoutVariant.NOTES,
            LayoutVariant.DECOY_TABLE,
            LayoutVariant.NO_RESULTS_LABEL,
            LayoutVariant.VERTICAL,
            LayoutVariant.HEAD_UNITS,
            LayoutVariant.NO_NUMBERS,
            LayoutVariant.PUNCTUATION,
            LayoutVariant.ALIASES,
            LayoutVariant.PAGE_BREAK_LABELS,
            LayoutVariant.FOUR_TABLES,
            LayoutVariant.SENTENCE,
            LayoutVariant.REMEDIES_STACKED,
            LayoutVariant.REMEDIES_TRANSPOSED)) {
      String name = layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
      add(
          "lines-" + name,
          "a figure a line, " + name,
          random -> RenderingOptions.text(TextWriter.Lines::new).layout(layout));
    }
    for (LayoutVariant layout :
        List.of(
            LayoutVariant.NARRATED,
            LayoutVariant.NOTES,
            LayoutVariant.DECOY_TABLE,
            LayoutVariant.PAGE_BREAK_LABELS)) {
      String name = layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
      add(
          "pdf-" + name,
          "as from a PDF, " + name,
          random ->
              RenderingOptions.text(r -> new PdfTextWriter(true, false, false, r)).layout(layout));
    }
    oddities();
    add(
        "furniture",
        "menus, index blocks, infographics around",
        random -> RenderingOptions.html(writer(random)).boilerplate());
    add("any-html", "anything at once", Renderings::anyHtml);
    add("any-text", "anything at once as text", Renderings::anyText);
    for (DecodingDamage damage : DecodingDamage.values()) {
      if (damage != DecodingDamage.NONE) {
        String name = damage.name().toLowerCase(Locale.ROOT).replace('_', '-');
        add(
            "lines-" + name,
            "a figure a line, labels damaged",
            random -> RenderingOptions.text(TextWriter.Lines::new).damage(damage));
        add(
            "html-" + name,
            "labels damaged",
            random -> RenderingOptions.html(writer(random)).damage(damage));
      }
    }
    for (Script script : Script.values()) {
      if (script != Script.SIMPLIFIED) {
        String name = script.name().toLowerCase(Locale.ROOT).replace('_', '-');
        add(
            "html-" + name,
            "in " + name,
            random -> RenderingOptions.html(HtmlWriter::new).script(script));
        add(
            "lines-" + name,
            "a figure a line in " + name,
            random -> RenderingOptions.text(TextWriter.Lines::new).script(script));
        add(
            "pipe-ends-" + name,
            "pipes, cut by a page break, in " + name,
            random ->
                RenderingOptions.text(TextWriter.PipeEnds::new)
                    .layout(LayoutVariant.PAGE_BREAK_LABELS)
                    .script(script));
        add(
            "pdf-" + name,
            "as from a PDF in " + name,
            random ->
                RenderingOptions.text(r -> new PdfTextWriter(true, true, false, r)).script(script));
      }
    }
    pdf("print", "glyphs by number, with a map", PdfStyle.PLAIN);
    pdf("print-gbk", "GBK, neither embedded nor mapped", PdfStyle.PLAIN.font(PdfStyle.Font.GBK));
    pdf("print-ucs2", "the same in UCS-2", PdfStyle.PLAIN.font(PdfStyle.Font.UCS2));
    pdf("print-utf16", "the same in UTF-16", PdfStyle.PLAIN.font(PdfStyle.Font.UTF16));
    pdf("print-helvetica", "digits in Helvetica", PdfStyle.PLAIN.font(PdfStyle.Font.MIXED));
    pdf("print-radicals", "mapped to radicals", PdfStyle.PLAIN.font(PdfStyle.Font.RADICALS));
    pdf("print-type3", "fonts drawn by the file", PdfStyle.PLAIN.font(PdfStyle.Font.TYPE3));
    pdf("print-hairlines", "lines are thin boxes", PdfStyle.PLAIN.lines(PdfStyle.Lines.BOXES));
    pdf("print-dashes", "lines are dashed", PdfStyle.PLAIN.lines(PdfStyle.Lines.DASHES));
    pdf("print-cells", "a rectangle a cell", PdfStyle.PLAIN.lines(PdfStyle.Lines.RECTANGLES));
    pdf("print-bold", "bold by drawing thrice", PdfStyle.PLAIN.inBold());
    pdf("print-shuffled", "drawn in any order", PdfStyle.PLAIN.inAnyOrder());
    pdf("print-turned", "pages turned", PdfStyle.PLAIN.turned(1));
    pdf("print-turned-back", "pages turned back", PdfStyle.PLAIN.turned(3));
    pdf("print-upside-down", "pages upside down", PdfStyle.PLAIN.turned(2));
    for (FigureStyle figures :
        List.of(
            FigureStyle.BLANK,
            FigureStyle.NBSP,
            FigureStyle.SLASH,
            FigureStyle.DASH,
            FigureStyle.MIXED,
            FigureStyle.SEPARATORS,
            FigureStyle.UNITS,
            FigureStyle.BLANK_TOTALS)) {
      add(
          "print-" + figures.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          "a PDF with such figures",
          random -> RenderingOptions.pdf(PdfStyle.PLAIN).figures(figures));
    }
    add(
        "print-layout",
        "a PDF with tables of other layouts",
        random ->
            RenderingOptions.pdf(PdfStyle.PLAIN)
                .layout(
                    GeneratedReport.pick(
                        random,
                        List.of(
                            LayoutVariant.FOUR_TABLES,
                            LayoutVariant.VERTICAL,
                            LayoutVariant.BROKEN_HEADS))));
    add("docx", "a Word document", random -> RenderingOptions.docx(false));
    add(
        "docx-tracked",
        "a Word document with tracked changes",
        random -> RenderingOptions.docx(true).boilerplate());
    add(
        "docx-layout",
        "a Word document with something odd",
        random ->
            RenderingOptions.docx(false)
                .layout(GeneratedReport.pick(random, List.of(LayoutVariant.values())))
                .figures(FigureStyle.MIXED));
    add(
        "mhtml",
        "a page saved as a single file",
        random -> RenderingOptions.html(HtmlWriter::new).mhtml(MhtmlWrapper.QUOTED_PRINTABLE));
    add(
        "mhtml-word",
        "Word's single file in GBK",
        random ->
            RenderingOptions.html(HtmlWriters.Word::new)
                .mhtml(MhtmlWrapper.QUOTED_PRINTABLE)
                .encoding(Encoding.GBK));
    add(
        "mhtml-base64",
        "a single file in base64",
        random -> RenderingOptions.html(writer(random)).mhtml(MhtmlWrapper.BASE64));
    for (Encoding encoding : Encoding.values()) {
      Script script = encoding.traditional() ? Script.TRADITIONAL : Script.SIMPLIFIED;
      String name = encoding.name().toLowerCase(Locale.ROOT).replace('_', '-');
      add(
          "html-" + name,
          "HTML as " + name,
          random -> RenderingOptions.html(HtmlWriter::new).encoding(encoding).script(script));
      if (encoding.meta().isEmpty()) {
        add(
            "text-" + name,
            "text as " + name,
            random ->
                RenderingOptions.text(TextWriter.Lines::new).encoding(encoding).script(script));
      }
    }
  }

  private static void oddities() {
    html(
        "hidden-copy",
        "a copy of each table hidden by a class",
        UnusualHtmlWriters.HiddenCopy::new);
    html("hidden-rows", "rows and words hidden by style", UnusualHtmlWriters.HiddenRows::new);
    html("marks", "marks of footnotes", UnusualHtmlWriters.Marks::new);
    html("struck", "figures struck through", UnusualHtmlWriters.Struck::new);
    html("twice", "each table twice", UnusualHtmlWriters.Twice::new);
    html("references", "numeric references", UnusualHtmlWriters.References::new);
    html("repeated", "group labels in every row", UnusualHtmlWriters.Repeated::new);
    html("serial", "a column of numbers before the labels", UnusualHtmlWriters.Serial::new);
    html("nested", "figures in tables of their own", UnusualHtmlWriters.Nested::new);
    html("spreadsheet", "a spreadsheet's HTML", UnusualHtmlWriters.Spreadsheet::new);
    html("cut-rows", "rows cut by a page break", UnusualHtmlWriters.CutRows::new);
    html("careless", "end tags missing and doubled", UnusualHtmlWriters.Careless::new);
    html("last-year", "last year's report below", UnusualHtmlWriters.LastYear::new);
    html("padded", "blanks and units around figures", UnusualHtmlWriters.Padded::new);
    html("responsive", "words hidden within cells", UnusualHtmlWriters.Responsive::new);
    add(
        "two-by-two",
        "tables side by side",
        random ->
            RenderingOptions.html(UnusualHtmlWriters.TwoByTwo::new)
                .layout(LayoutVariant.FOUR_TABLES));
    text("two-lines", "figures below their label", r -> new UnusualTextWriters.TwoLines(" ", r));
    text(
        "two-lines-wide", "wide blanks between", r -> new UnusualTextWriters.TwoLines("\u3000", r));
    text("two-lines-tabs", "tabs between", r -> new UnusualTextWriters.TwoLines("\t", r));
    text("pages", "wide blanks, pages' headers between", UnusualTextWriters.Pages::new);
  }

  /** Cells on lines of their own, zeros printed, and blank here and there. */
  private static void copied(String name, String about, Function<Random, TextWriter> plain) {
    text(name, about, plain);
    add(
        name + "-blank",
        about + ", zeros blank",
        random -> RenderingOptions.text(plain).figures(FigureStyle.BLANK));
    add(
        name + "-middle",
        about + ", some blank",
        random -> RenderingOptions.text(plain).figures(FigureStyle.BLANK_MIDDLE));
  }

  private Renderings() {}

  /** All renderings. */
  static List<Rendering> all() {
    return List.copyOf(ALL);
  }

  /** The rendering of that name. */
  static Rendering named(String name) {
    return ALL.stream()
        .filter(rendering -> rendering.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rendering " + name));
  }

  /** The report that a seed stands for: most consistent, some with something wrong. */
  static GeneratedReport generated(long seed) {
    GeneratedReport generated = GeneratedReport.of(seed);
    Random random = new Random(GeneratedReport.mix(seed) + 77);
    if (random.nextInt(2) == 0) {
      return generated;
    }
    int kind = random.nextInt(10);
    return generated.withError(
        kind < 5
            ? PlantedError.ONE
            : kind < 7
                ? PlantedError.TWO
                : PlantedError.values()[PlantedError.TEXT.ordinal() + random.nextInt(5)]);
  }

  /** The command. */
  public static void main(String[] args) throws IOException {
    PrintStream print = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    switch (args.length == 0 ? "" : args[0]) {
      case "list" ->
          ALL.forEach(rendering -> print.printf("%-28s %s%n", rendering.name(), rendering.about()));
      case "dump" -> {
        RenderedReport renderedReport = named(args[1]).render(generated(Long.parseLong(args[2])));
        Files.write(Path.of(args[3]), renderedReport.bytes());
        print.println(
            renderedReport.generated().plantedError()
                + ", verdict must be "
                + renderedReport.verdict());
        renderedReport
            .generated()
            .edition()
            .cells()
            .forEach(
                cell ->
                    print.println(cell.path() + ": " + renderedReport.expected().get(cell.path())));
      }
      case "one" -> {
        RenderingCheck checked =
            RenderingCheck.of(named(args[1]).render(generated(Long.parseLong(args[2]))));
        print.println(
            checked.renderedReport().generated().plantedError()
                + ", verdict must be "
                + checked.renderedReport().verdict()
                + (checked.missed() ? ": MISSED" : ""));
        print.println(
            checked.renderedReport().name() + ": " + checked.renderedReport().description());
        checked.wrong().forEach(wrong -> print.println("wrong  " + wrong));
        checked.falseAlarms().forEach(alarm -> print.println("alarm  " + alarm));
        print.println(checked.exact() + " of " + checked.cells() + " cells exact");
      }
      case "keep" -> {
        RenderedReport renderedReport = named(args[1]).render(generated(Long.parseLong(args[2])));
        String name = args[1] + '-' + args[2];
        Path folder = Path.of(args[3]);
        Files.write(
            folder.resolve(
                name + renderedReport.name().substring(renderedReport.name().indexOf('.'))),
            renderedReport.bytes());
        Files.writeString(
            folder.resolve(name + ".expected"), RegressionFixture.write(renderedReport));
      }
      case "run" -> {
        String name = args.length > 1 ? args[1] : "all";
        int count = args.length > 2 ? Integer.parseInt(args[2]) : 40;
        long from = args.length > 3 ? Long.parseLong(args[3]) : 0;
        List<Rendering> chosen = name.equals("all") ? ALL : List.of(named(name));
        print.println(RenderingStatistics.HEAD);
        for (Rendering rendering : chosen) {
          RenderingStatistics tally = new RenderingStatistics(rendering);
          for (int i = 0; i < count; i++) {
            tally.check(from + i);
          }
          print.println(tally);
        }
      }
      default ->
          print.println(
              "list | dump NAME SEED FILE | one NAME SEED | keep NAME SEED FOLDER | run [NAME|all] [COUNT]");
    }
  }

  /** Any of the ways of HTML that keep spans and blank cells. */
  static Function<Random, HtmlWriter> writer(Random random) {
    return GeneratedReport.pick(
        random,
        List.<Function<Random, HtmlWriter>>of(
            HtmlWriter::new,
            HtmlWriters.Word::new,
            HtmlWriters.Wps::new,
            HtmlWriters.Th::new,
            HtmlWriters.Airy::new,
            HtmlWriters.Upper::new,
            HtmlWriters.Split::new));
  }

  /** Markup, figures, layout, furniture, script and charset, each at random. */
  private static RenderingOptions anyHtml(Random random) {
    RenderingOptions options =
        RenderingOptions.html(writer(random))
            .figures(GeneratedReport.pick(random, List.of(FigureStyle.values())));
    LayoutVariant shape =
        GeneratedReport.pick(
            random,
            List.of(
                LayoutVariant.SENTENCE,
                LayoutVariant.PAGE_BREAK,
                LayoutVariant.PAGE_BREAK_HEADS,
                LayoutVariant.PAGE_BREAK_LABELS,
                LayoutVariant.HEADS_REPEATED,
                LayoutVariant.HEADS_MERGED,
                LayoutVariant.EMPTY_COLUMN,
                LayoutVariant.SPANS_SMALL,
                LayoutVariant.SPANS_LARGE,
                LayoutVariant.SPANS_ABSENT));
    options.layout(shape);
    if (!shape.name().startsWith("SPANS")) {
      sometimes(random, options, LayoutVariant.APPLICANTS_PERMUTED);
      sometimes(random, options, LayoutVariant.DISCLOSURE_PERMUTED);
      sometimes(random, options, LayoutVariant.SPANS_RAGGED);
      sometimes(random, options, LayoutVariant.EMPTY_ROW);
      options.layout(
          GeneratedReport.pick(
              random,
              List.of(
                  LayoutVariant.SENTENCE,
                  LayoutVariant.REMEDIES_STACKED,
                  LayoutVariant.REMEDIES_TRANSPOSED)));
    }
    sometimes(random, options, LayoutVariant.FOUR_TABLES);
    sometimes(random, options, LayoutVariant.CAPTION_ROW);
    sometimes(random, options, LayoutVariant.ALIASES);
    sometimes(random, options, LayoutVariant.PUNCTUATION);
    options.layout(
        GeneratedReport.pick(
            random,
            List.of(LayoutVariant.SENTENCE, LayoutVariant.VERTICAL, LayoutVariant.BROKEN_HEADS)));
    if (random.nextBoolean()) {
      options.boilerplate();
    }
    return written(options, random, List.of(Encoding.values()));
  }

  private static RenderingOptions anyText(Random random) {
    List<Function<Random, TextWriter>> placed =
        List.of(
            r -> new TextWriter.Separated("", " | ", "", false, r),
            r -> new TextWriter.Separated("| ", " | ", " |", true, r),
            r -> new TextWriter.Separated("", "\t", "", false, r));
    List<Function<Random, TextWriter>> flowing =
        List.of(
            TextWriter.Lines::new,
            TextWriter.PipeEnds::new,
            r -> new PdfTextWriter(r.nextBoolean(), r.nextBoolean(), r.nextBoolean(), r));
    boolean places = random.nextBoolean();
    RenderingOptions options =
        RenderingOptions.text(GeneratedReport.pick(random, places ? placed : flowing));
    options.figures(
        GeneratedReport.pick(
            random,
            places
                ? List.of(
                    FigureStyle.PLAIN,
                    FigureStyle.BLANK,
                    FigureStyle.MIXED,
                    FigureStyle.UNITS,
                    FigureStyle.BLANK_TOTALS)
                : List.of(
                    FigureStyle.PLAIN,
                    FigureStyle.SLASH,
                    FigureStyle.DASH,
                    FigureStyle.NONE_WORD,
                    FigureStyle.FULL_WIDTH,
                    FigureStyle.SEPARATORS,
                    FigureStyle.UNITS,
                    FigureStyle.BLANK_MIDDLE)));
    sometimes(random, options, LayoutVariant.SENTENCE);
    sometimes(random, options, LayoutVariant.PUNCTUATION);
    sometimes(random, options, LayoutVariant.PAGE_BREAK_LABELS);
    if (random.nextBoolean()) {
      options.boilerplate();
    }
    if (random.nextInt(3) == 0) {
      options.damage(GeneratedReport.pick(random, List.of(DecodingDamage.values())));
    }
    return written(
        options,
        random,
        Stream.of(Encoding.values()).filter(encoding -> encoding.meta().isEmpty()).toList());
  }

  private static RenderingOptions written(
      RenderingOptions options, Random random, List<Encoding> encodings) {
    Encoding encoding =
        random.nextInt(3) == 0 ? GeneratedReport.pick(random, encodings) : Encoding.UTF8_UNDECLARED;
    options.encoding(encoding);
    if (encoding.traditional()) {
      options.script(Script.TRADITIONAL);
    } else if (encoding.unicode() && random.nextInt(4) == 0) {
      options.script(
          GeneratedReport.pick(
              random, List.of(Script.TRADITIONAL, Script.PINYIN_TONED, Script.PINYIN_PLAIN)));
    }
    return options;
  }

  private static void sometimes(Random random, RenderingOptions options, LayoutVariant layout) {
    if (random.nextInt(4) == 0) {
      options.layout(layout);
    }
  }

  private static void pdf(String name, String about, PdfStyle style) {
    add(name, about, random -> RenderingOptions.pdf(style));
  }

  private static void html(String name, String about, Function<Random, HtmlWriter> writer) {
    ALL.add(new Rendering(name, about, random -> RenderingOptions.html(writer)));
  }

  private static void add(String name, String about, Function<Random, RenderingOptions> options) {
    ALL.add(new Rendering(name, about, options));
  }

  private static void text(String name, String about, Function<Random, TextWriter> writer) {
    ALL.add(new Rendering(name, about, random -> RenderingOptions.text(writer)));
  }
}
