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
    html("clean", "plain markup", Html::new);
    html("th", "thead, th, caption", HtmlHabits.Th::new);
    html("word", "Word's exported HTML", HtmlHabits.Word::new);
    html("wps", "WPS's exported HTML", HtmlHabits.Wps::new);
    html("upper", "tags in capitals, attributes without quotes", HtmlHabits.Upper::new);
    html("unclosed", "no end tags of cells, rows, paragraphs", HtmlHabits.Unclosed::new);
    html("layout", "layout tables around everything", HtmlHabits.Layout::new);
    html("split", "a number over several elements", HtmlHabits.Split::new);
    html("editor", "leftovers of a web editor", HtmlHabits.Editor::new);
    html("sides", "a layout table a section", HtmlHabits.Sides::new);
    html("airy", "line feeds and tabs everywhere", HtmlHabits.Airy::new);

    for (Layout layout : Layout.values()) {
      String name = layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
      add(name, "layout " + name, random -> Recipe.html(writer(random)).layout(layout));
    }
    add(
        "transposed-slash",
        "table IV a row a group, slashes for zero",
        random ->
            Recipe.html(writer(random)).layout(Layout.REMEDIES_TRANSPOSED).figures(Figures.SLASH));
    add(
        "traditional-placeholders",
        "traditional, 無 and 不適用",
        random ->
            Recipe.html(writer(random))
                .script(Drawn.pick(random, List.of(Script.TRADITIONAL, Script.PINYIN_TONED)))
                .figures(Drawn.pick(random, List.of(Figures.NONE_WORD, Figures.NOT_APPLICABLE))));
    for (Figures figures : Figures.values()) {
      String name = figures.name().toLowerCase(Locale.ROOT).replace('_', '-');
      add(
          "figures-" + name,
          "figures " + name,
          random -> Recipe.html(writer(random)).figures(figures));
    }

    text("lines", "a figure a line", Plain.Lines::new);
    add(
        "lines-furniture",
        "a figure a line, furniture around",
        random -> Recipe.text(Plain.Lines::new).furniture());
    add(
        "lines-broken-heads",
        "a figure a line, headings over two lines",
        random -> Recipe.text(Plain.Lines::new).layout(Layout.BROKEN_HEADS));
    add(
        "lines-dropped",
        "a figure a line, blanks dropped",
        random -> Recipe.text(Plain.Lines::new).figures(Figures.BLANK_MIDDLE));
    add(
        "lines-slash",
        "a figure or a slash a line",
        random -> Recipe.text(Plain.Lines::new).figures(Figures.SLASH));
    add(
        "lines-spaced",
        "a figure a line, spaces within",
        random -> Recipe.text(Plain.Lines::new).figures(Figures.SPACED));
    add(
        "pdf-spaced",
        "a row a line, spaces within figures too",
        random -> Recipe.text(r -> new Pdf(false, false, false, r)).figures(Figures.SPACED));
    text("pipe-ends", "a cell a line with pipes", Plain.PipeEnds::new);
    text(
        "pipes",
        "a row a line with pipes",
        random -> new Plain.Separated("", " | ", "", false, random));
    text("markdown", "Markdown", random -> new Plain.Separated("| ", " | ", " |", true, random));
    text(
        "tabs",
        "a row a line with tabs",
        random -> new Plain.Separated("", "\t", "", false, random));
    add(
        "tabs-blank",
        "tabs, zeros blank",
        random ->
            Recipe.text(r -> new Plain.Separated("", "\t", "", false, r)).figures(Figures.BLANK));
    copied("copied", "copied out of a browser", Plain.Copied::new);
    copied("cell-lines", "a word processor's text", r -> new Plain.CellLines("", r));
    copied("cell-lines-nbsp", "blank lines to be seen", r -> new Plain.CellLines("\u00a0", r));
    copied("stroke-lines", "a stroke behind each cell", r -> new Plain.StrokeLines("", " |", r));
    copied("stroke-own", "strokes on their own lines", r -> new Plain.StrokeLines("", "\n|", r));
    copied("stroke-led", "a stroke before each cell", r -> new Plain.StrokeLines("| ", "", r));
    copied("stroke-both", "strokes around each cell", r -> new Plain.StrokeLines("| ", " |", r));
    text("pdf", "a row a line, labels whole", random -> new Pdf(false, false, false, random));
    text("pdf-broken", "labels over several lines", random -> new Pdf(true, false, false, random));
    text("pdf-upright", "and headings upright", random -> new Pdf(true, true, false, random));
    text("pdf-pages", "and page numbers in between", random -> new Pdf(true, true, true, random));
    add(
        "pdf-dropped",
        "a row a line, blanks dropped",
        random -> Recipe.text(r -> new Pdf(false, false, false, r)).figures(Figures.BLANK_MIDDLE));
    add(
        "pasted-lines",
        "a figure a line, each a paragraph of HTML",
        random -> Recipe.html(r -> new HtmlHabits.Pasted(new Plain.Lines(r), true, r)).furniture());
    add(
        "pasted-breaks",
        "a figure a line, breaks between",
        random -> Recipe.html(r -> new HtmlHabits.Pasted(new Plain.Lines(r), false, r)));
    add(
        "pasted-pdf",
        "text of a PDF, each line a paragraph of HTML",
        random -> Recipe.html(r -> new HtmlHabits.Pasted(new Pdf(true, true, false, r), true, r)));
    add(
        "pasted-pdf-breaks",
        "text of a PDF, breaks between",
        random ->
            Recipe.html(r -> new HtmlHabits.Pasted(new Pdf(true, false, true, r), false, r))
                .furniture());
    add(
        "pasted-dropped",
        "a figure a line, blanks dropped, each a paragraph of HTML",
        random ->
            Recipe.html(r -> new HtmlHabits.Pasted(new Plain.Lines(r), true, r))
                .figures(Figures.BLANK_MIDDLE));
    for (Layout layout :
        List.of(
            Layout.LOST_HEAD,
            Layout.BROKEN_LABELS,
            Layout.NARRATED,
            Layout.NOTES,
            Layout.DECOY_TABLE,
            Layout.NO_RESULTS_LABEL,
            Layout.VERTICAL,
            Layout.HEAD_UNITS,
            Layout.NO_NUMBERS,
            Layout.PUNCTUATION,
            Layout.ALIASES,
            Layout.PAGE_BREAK_LABELS,
            Layout.FOUR_TABLES,
            Layout.SENTENCE,
            Layout.REMEDIES_STACKED,
            Layout.REMEDIES_TRANSPOSED)) {
      String name = layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
      add(
          "lines-" + name,
          "a figure a line, " + name,
          random -> Recipe.text(Plain.Lines::new).layout(layout));
    }
    for (Layout layout :
        List.of(Layout.NARRATED, Layout.NOTES, Layout.DECOY_TABLE, Layout.PAGE_BREAK_LABELS)) {
      String name = layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
      add(
          "pdf-" + name,
          "as from a PDF, " + name,
          random -> Recipe.text(r -> new Pdf(true, false, false, r)).layout(layout));
    }
    oddities();
    add(
        "furniture",
        "menus, index blocks, infographics around",
        random -> Recipe.html(writer(random)).furniture());
    add("any-html", "anything at once", Renderings::anyHtml);
    add("any-text", "anything at once as text", Renderings::anyText);
    for (Damage damage : Damage.values()) {
      if (damage != Damage.NONE) {
        String name = damage.name().toLowerCase(Locale.ROOT).replace('_', '-');
        add(
            "lines-" + name,
            "a figure a line, labels damaged",
            random -> Recipe.text(Plain.Lines::new).damage(damage));
        add("html-" + name, "labels damaged", random -> Recipe.html(writer(random)).damage(damage));
      }
    }
    for (Script script : Script.values()) {
      if (script != Script.SIMPLIFIED) {
        String name = script.name().toLowerCase(Locale.ROOT).replace('_', '-');
        add("html-" + name, "in " + name, random -> Recipe.html(Html::new).script(script));
        add(
            "lines-" + name,
            "a figure a line in " + name,
            random -> Recipe.text(Plain.Lines::new).script(script));
        add(
            "pipe-ends-" + name,
            "pipes, cut by a page break, in " + name,
            random ->
                Recipe.text(Plain.PipeEnds::new).layout(Layout.PAGE_BREAK_LABELS).script(script));
        add(
            "pdf-" + name,
            "as from a PDF in " + name,
            random -> Recipe.text(r -> new Pdf(true, true, false, r)).script(script));
      }
    }
    pdf("print", "glyphs by number, with a map", PdfManner.PLAIN);
    pdf("print-gbk", "GBK, neither embedded nor mapped", PdfManner.PLAIN.font(PdfManner.Font.GBK));
    pdf("print-ucs2", "the same in UCS-2", PdfManner.PLAIN.font(PdfManner.Font.UCS2));
    pdf("print-utf16", "the same in UTF-16", PdfManner.PLAIN.font(PdfManner.Font.UTF16));
    pdf("print-helvetica", "digits in Helvetica", PdfManner.PLAIN.font(PdfManner.Font.MIXED));
    pdf("print-radicals", "mapped to radicals", PdfManner.PLAIN.font(PdfManner.Font.RADICALS));
    pdf("print-type3", "fonts drawn by the file", PdfManner.PLAIN.font(PdfManner.Font.TYPE3));
    pdf("print-hairlines", "lines are thin boxes", PdfManner.PLAIN.lines(PdfManner.Lines.BOXES));
    pdf("print-dashes", "lines are dashed", PdfManner.PLAIN.lines(PdfManner.Lines.DASHES));
    pdf("print-cells", "a rectangle a cell", PdfManner.PLAIN.lines(PdfManner.Lines.RECTANGLES));
    pdf("print-bold", "bold by drawing thrice", PdfManner.PLAIN.inBold());
    pdf("print-shuffled", "drawn in any order", PdfManner.PLAIN.inAnyOrder());
    pdf("print-turned", "pages turned", PdfManner.PLAIN.turned(1));
    pdf("print-turned-back", "pages turned back", PdfManner.PLAIN.turned(3));
    pdf("print-upside-down", "pages upside down", PdfManner.PLAIN.turned(2));
    for (Figures figures :
        List.of(
            Figures.BLANK,
            Figures.NBSP,
            Figures.SLASH,
            Figures.DASH,
            Figures.MIXED,
            Figures.SEPARATORS,
            Figures.UNITS,
            Figures.BLANK_TOTALS)) {
      add(
          "print-" + figures.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          "a PDF with such figures",
          random -> Recipe.pdf(PdfManner.PLAIN).figures(figures));
    }
    add(
        "print-layout",
        "a PDF with tables of other layouts",
        random ->
            Recipe.pdf(PdfManner.PLAIN)
                .layout(
                    Drawn.pick(
                        random,
                        List.of(Layout.FOUR_TABLES, Layout.VERTICAL, Layout.BROKEN_HEADS))));
    add("docx", "a Word document", random -> Recipe.docx(false));
    add(
        "docx-tracked",
        "a Word document with tracked changes",
        random -> Recipe.docx(true).furniture());
    add(
        "docx-layout",
        "a Word document with something odd",
        random ->
            Recipe.docx(false)
                .layout(Drawn.pick(random, List.of(Layout.values())))
                .figures(Figures.MIXED));
    add(
        "mhtml",
        "a page saved as a single file",
        random -> Recipe.html(Html::new).mhtml(Mhtml.QUOTED_PRINTABLE));
    add(
        "mhtml-word",
        "Word's single file in GBK",
        random ->
            Recipe.html(HtmlHabits.Word::new).mhtml(Mhtml.QUOTED_PRINTABLE).encoding(Encoding.GBK));
    add(
        "mhtml-base64",
        "a single file in base64",
        random -> Recipe.html(writer(random)).mhtml(Mhtml.BASE64));
    for (Encoding encoding : Encoding.values()) {
      Script script = encoding.traditional() ? Script.TRADITIONAL : Script.SIMPLIFIED;
      String name = encoding.name().toLowerCase(Locale.ROOT).replace('_', '-');
      add(
          "html-" + name,
          "HTML as " + name,
          random -> Recipe.html(Html::new).encoding(encoding).script(script));
      if (encoding.meta().isEmpty()) {
        add(
            "text-" + name,
            "text as " + name,
            random -> Recipe.text(Plain.Lines::new).encoding(encoding).script(script));
      }
    }
  }

  private static void oddities() {
    html("hidden-copy", "a copy of each table hidden by a class", HtmlOddities.HiddenCopy::new);
    html("hidden-rows", "rows and words hidden by style", HtmlOddities.HiddenRows::new);
    html("marks", "marks of footnotes", HtmlOddities.Marks::new);
    html("struck", "figures struck through", HtmlOddities.Struck::new);
    html("twice", "each table twice", HtmlOddities.Twice::new);
    html("references", "numeric references", HtmlOddities.References::new);
    html("repeated", "group labels in every row", HtmlOddities.Repeated::new);
    html("serial", "a column of numbers before the labels", HtmlOddities.Serial::new);
    html("nested", "figures in tables of their own", HtmlOddities.Nested::new);
    html("spreadsheet", "a spreadsheet's HTML", HtmlOddities.Spreadsheet::new);
    html("cut-rows", "rows cut by a page break", HtmlOddities.CutRows::new);
    html("careless", "end tags missing and doubled", HtmlOddities.Careless::new);
    html("last-year", "last year's report below", HtmlOddities.LastYear::new);
    html("padded", "blanks, units and full stops around figures", HtmlOddities.Padded::new);
    html("responsive", "words hidden within cells", HtmlOddities.Responsive::new);
    add(
        "two-by-two",
        "tables side by side",
        random -> Recipe.html(HtmlOddities.TwoByTwo::new).layout(Layout.FOUR_TABLES));
    typed("typed-lines", "a figure a line in pre", Plain.Lines::new, true);
    typed("typed-pdf", "a row a line in pre", r -> new Pdf(true, false, true, r), true);
    typed(
        "typed-wrap",
        "a row a line, lines kept by a style",
        r -> new Pdf(false, false, false, r),
        false);
    typed("typed-tabs", "tabs in pre", r -> new Plain.Separated("", "\t", "", false, r), true);
    text("two-lines", "figures below their label", r -> new PlainOddities.TwoLines(" ", r));
    text("two-lines-wide", "wide blanks between", r -> new PlainOddities.TwoLines("\u3000", r));
    text("two-lines-tabs", "tabs between", r -> new PlainOddities.TwoLines("\t", r));
    text("pages", "wide blanks, pages' headers between", PlainOddities.Pages::new);
    text("bold", "Markdown with bold cells", PlainOddities.Bold::new);
  }

  /** Cells on lines of their own, zeros printed, and blank here and there. */
  private static void copied(String name, String about, Function<Random, Plain> plain) {
    text(name, about, plain);
    add(
        name + "-blank",
        about + ", zeros blank",
        random -> Recipe.text(plain).figures(Figures.BLANK));
    add(
        name + "-middle",
        about + ", some blank",
        random -> Recipe.text(plain).figures(Figures.BLANK_MIDDLE));
  }

  private static void typed(String name, String about, Function<Random, Plain> plain, boolean pre) {
    add(
        name,
        about,
        random -> Recipe.html(r -> new HtmlOddities.Typed(plain.apply(r), pre, r)).furniture());
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
  static Drawn drawn(long seed) {
    Drawn drawn = Drawn.of(seed);
    Random random = new Random(Drawn.mix(seed) + 77);
    if (random.nextInt(2) == 0) {
      return drawn;
    }
    int kind = random.nextInt(10);
    return drawn.planted(
        kind < 5
            ? Plant.ONE
            : kind < 7 ? Plant.TWO : Plant.values()[Plant.TEXT.ordinal() + random.nextInt(5)]);
  }

  /** The command. */
  public static void main(String[] args) throws IOException {
    PrintStream print = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    switch (args.length == 0 ? "" : args[0]) {
      case "list" ->
          ALL.forEach(rendering -> print.printf("%-28s %s%n", rendering.name(), rendering.about()));
      case "dump" -> {
        Rendered rendered = named(args[1]).render(drawn(Long.parseLong(args[2])));
        Files.write(Path.of(args[3]), rendered.bytes());
        print.println(rendered.drawn().plant() + ", verdict must be " + rendered.verdict());
        rendered
            .drawn()
            .edition()
            .cells()
            .forEach(
                cell -> print.println(cell.path() + ": " + rendered.expect().get(cell.path())));
      }
      case "one" -> {
        Outcome outcome = Outcome.of(named(args[1]).render(drawn(Long.parseLong(args[2]))));
        print.println(
            outcome.rendered().drawn().plant()
                + ", verdict must be "
                + outcome.rendered().verdict()
                + (outcome.missed() ? ": MISSED" : ""));
        print.println(outcome.rendered().name() + ": " + outcome.rendered().how());
        outcome.wrong().forEach(wrong -> print.println("wrong  " + wrong));
        outcome.falseAlarms().forEach(alarm -> print.println("alarm  " + alarm));
        print.println(outcome.exact() + " of " + outcome.cells() + " cells exact");
      }
      case "keep" -> {
        Rendered rendered = named(args[1]).render(drawn(Long.parseLong(args[2])));
        String name = args[1] + '-' + args[2];
        Path folder = Path.of(args[3]);
        Files.write(
            folder.resolve(name + rendered.name().substring(rendered.name().indexOf('.'))),
            rendered.bytes());
        Files.writeString(folder.resolve(name + ".expected"), Kept.write(rendered));
      }
      case "run" -> {
        String name = args.length > 1 ? args[1] : "all";
        int count = args.length > 2 ? Integer.parseInt(args[2]) : 40;
        long from = args.length > 3 ? Long.parseLong(args[3]) : 0;
        List<Rendering> chosen = name.equals("all") ? ALL : List.of(named(name));
        print.println(Tally.HEAD);
        for (Rendering rendering : chosen) {
          Tally tally = new Tally(rendering);
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
  static Function<Random, Html> writer(Random random) {
    return Drawn.pick(
        random,
        List.<Function<Random, Html>>of(
            Html::new,
            HtmlHabits.Word::new,
            HtmlHabits.Wps::new,
            HtmlHabits.Th::new,
            HtmlHabits.Airy::new,
            HtmlHabits.Upper::new,
            HtmlHabits.Split::new));
  }

  /** Markup, figures, layout, furniture, script and charset, each at random. */
  private static Recipe anyHtml(Random random) {
    Recipe recipe =
        Recipe.html(writer(random)).figures(Drawn.pick(random, List.of(Figures.values())));
    Layout shape =
        Drawn.pick(
            random,
            List.of(
                Layout.SENTENCE,
                Layout.PAGE_BREAK,
                Layout.PAGE_BREAK_HEADS,
                Layout.PAGE_BREAK_LABELS,
                Layout.HEADS_REPEATED,
                Layout.HEADS_MERGED,
                Layout.EMPTY_COLUMN,
                Layout.SPANS_SMALL,
                Layout.SPANS_LARGE,
                Layout.SPANS_ABSENT));
    recipe.layout(shape);
    if (!shape.name().startsWith("SPANS")) {
      sometimes(random, recipe, Layout.APPLICANTS_PERMUTED);
      sometimes(random, recipe, Layout.DISCLOSURE_PERMUTED);
      sometimes(random, recipe, Layout.ENDINGS_PERMUTED);
      sometimes(random, recipe, Layout.SPANS_RAGGED);
      sometimes(random, recipe, Layout.EMPTY_ROW);
      recipe.layout(
          Drawn.pick(
              random,
              List.of(
                  Layout.SENTENCE,
                  Layout.GROUPS_PERMUTED,
                  Layout.REMEDIES_STACKED,
                  Layout.REMEDIES_TRANSPOSED)));
    }
    sometimes(random, recipe, Layout.FOUR_TABLES);
    sometimes(random, recipe, Layout.CAPTION_ROW);
    sometimes(random, recipe, Layout.ALIASES);
    sometimes(random, recipe, Layout.PUNCTUATION);
    recipe.layout(
        Drawn.pick(random, List.of(Layout.SENTENCE, Layout.VERTICAL, Layout.BROKEN_HEADS)));
    if (random.nextBoolean()) {
      recipe.furniture();
    }
    return written(recipe, random, List.of(Encoding.values()));
  }

  private static Recipe anyText(Random random) {
    List<Function<Random, Plain>> placed =
        List.of(
            r -> new Plain.Separated("", " | ", "", false, r),
            r -> new Plain.Separated("| ", " | ", " |", true, r),
            r -> new Plain.Separated("", "\t", "", false, r));
    List<Function<Random, Plain>> flowing =
        List.of(
            Plain.Lines::new,
            Plain.PipeEnds::new,
            r -> new Pdf(r.nextBoolean(), r.nextBoolean(), r.nextBoolean(), r));
    boolean places = random.nextBoolean();
    Recipe recipe = Recipe.text(Drawn.pick(random, places ? placed : flowing));
    recipe.figures(
        Drawn.pick(
            random,
            places
                ? List.of(
                    Figures.PLAIN,
                    Figures.BLANK,
                    Figures.MIXED,
                    Figures.UNITS,
                    Figures.BLANK_TOTALS)
                : List.of(
                    Figures.PLAIN,
                    Figures.SLASH,
                    Figures.DASH,
                    Figures.NONE_WORD,
                    Figures.FULL_WIDTH,
                    Figures.SEPARATORS,
                    Figures.UNITS,
                    Figures.BLANK_MIDDLE)));
    sometimes(random, recipe, Layout.SENTENCE);
    sometimes(random, recipe, Layout.PUNCTUATION);
    sometimes(random, recipe, Layout.PAGE_BREAK_LABELS);
    if (random.nextBoolean()) {
      recipe.furniture();
    }
    if (random.nextInt(3) == 0) {
      recipe.damage(Drawn.pick(random, List.of(Damage.values())));
    }
    return written(
        recipe,
        random,
        Stream.of(Encoding.values()).filter(encoding -> encoding.meta().isEmpty()).toList());
  }

  private static Recipe written(Recipe recipe, Random random, List<Encoding> encodings) {
    Encoding encoding =
        random.nextInt(3) == 0 ? Drawn.pick(random, encodings) : Encoding.UTF8_UNDECLARED;
    recipe.encoding(encoding);
    if (encoding.traditional()) {
      recipe.script(Script.TRADITIONAL);
    } else if (encoding.unicode() && random.nextInt(4) == 0) {
      recipe.script(
          Drawn.pick(
              random, List.of(Script.TRADITIONAL, Script.PINYIN_TONED, Script.PINYIN_PLAIN)));
    }
    return recipe;
  }

  private static void sometimes(Random random, Recipe recipe, Layout layout) {
    if (random.nextInt(4) == 0) {
      recipe.layout(layout);
    }
  }

  private static void pdf(String name, String about, PdfManner manner) {
    add(name, about, random -> Recipe.pdf(manner));
  }

  private static void html(String name, String about, Function<Random, Html> writer) {
    ALL.add(new Rendering(name, about, random -> Recipe.html(writer)));
  }

  private static void add(String name, String about, Function<Random, Recipe> recipe) {
    ALL.add(new Rendering(name, about, recipe));
  }

  private static void text(String name, String about, Function<Random, Plain> writer) {
    ALL.add(new Rendering(name, about, random -> Recipe.text(writer)));
  }
}
