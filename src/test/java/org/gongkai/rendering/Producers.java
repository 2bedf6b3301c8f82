package org.gongkai.rendering;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Prints reports as PDF and saves them as {@code .doc} with programs that people use, where they
 * are installed, and tells how many come back whole.
 *
 * <pre>
 * Producers FOLDER COUNT [FROM] [PRODUCER…]
 * </pre>
 */
public final class Producers {
  private static final List<String> ALL =
      List.of(
          "chromium",
          "libreoffice",
          "libreoffice-doc",
          "wkhtmltopdf",
          "weasyprint",
          "pdftocairo",
          "ghostscript",
          "qpdf");

  private Producers() {}

  /** See above. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    int count = Integer.parseInt(args[1]);
    int from = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    List<String> producers = args.length > 3 ? List.of(args).subList(3, args.length) : ALL;
    for (String producer : producers) {
      int whole = 0;
      int made = 0;
      List<String> wrong = new ArrayList<>();
      if (producer.startsWith("libreoffice")) {
        office(producer, folder, from, count);
      }
      for (int seed = from; seed < from + count; seed++) {
        RenderedReport source = source(producer, seed);
        Path pdf = print(producer, source, folder, seed);
        if (!Files.exists(pdf)) {
          wrong.add(seed + ": nothing printed");
          continue;
        }
        made++;
        RenderingCheck checked =
            RenderingCheck.of(
                new RenderedReport(
                    source.generated(),
                    Files.readAllBytes(pdf),
                    pdf.getFileName().toString(),
                    source.expected(),
                    source.verdict(),
                    source.description()));
        if (checked.good()) {
          whole++;
        } else {
          wrong.add(
              seed
                  + " "
                  + source.description()
                  + ": "
                  + checked.wrong().size()
                  + " "
                  + checked.wrong().stream().limit(2).toList()
                  + checked.falseAlarms().stream().limit(1).toList()
                  + (checked.missed() ? " missed" : ""));
        }
      }
      System.out.println(producer + ": " + whole + " of " + made + " whole");
      wrong.forEach(line -> System.out.println("    " + line));
    }
  }

  private static RenderedReport source(String producer, int seed) {
    Random random = new Random(seed);
    GeneratedReport generated = Renderings.generated(seed);
    FigureStyle figures =
        GeneratedReport.pick(
            random,
            List.of(
                FigureStyle.PLAIN,
                FigureStyle.PLAIN,
                FigureStyle.BLANK,
                FigureStyle.SLASH,
                FigureStyle.DASH,
                FigureStyle.MIXED,
                FigureStyle.SEPARATORS,
                FigureStyle.UNITS));
    if (producer.startsWith("libreoffice")) {
      return RenderingOptions.docx(seed % 3 == 0).figures(figures).render(generated, random);
    }
    return RenderingOptions.html(seed % 2 == 0 ? HtmlWriter::new : HtmlWriters.Th::new)
        .figures(figures)
        .render(generated, random);
  }

  /** Styles as offices' templates have them. */
  private static String styled(String page, int seed) {
    String border =
        seed % 3 == 0 ? "1px solid #000" : seed % 3 == 1 ? "0.5pt solid black" : "2px double #333";
    String collapse = seed % 4 == 0 ? "separate;border-spacing:2px" : "collapse";
    String style =
        "<style>@page{size:A4;margin:"
            + (15 + seed % 12)
            + "mm}body{font:"
            + (11 + seed % 4)
            + "pt 'Noto Serif CJK SC'}table{width:100%;border-collapse:"
            + collapse
            + "}td,th{border:"
            + border
            + ";padding:"
            + (2 + seed % 4)
            + "px;word-break:break-all}</style>";
    int head = page.indexOf("</head>");
    return head < 0 ? style + page : page.substring(0, head) + style + page.substring(head);
  }

  /** Converts all at once: the office is slow to start. */
  private static void office(String producer, Path folder, int from, int count)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("soffice", "--headless", "--convert-to"));
    command.add(producer.equals("libreoffice") ? "pdf" : "doc:MS Word 97");
    for (int seed = from; seed < from + count; seed++) {
      Path docx = folder.resolve(producer + "-" + seed + ".docx");
      Files.write(docx, source(producer, seed).bytes());
      command.add(docx.toString());
    }
    run(folder, command.toArray(String[]::new));
  }

  private static Path print(String producer, RenderedReport source, Path folder, int seed)
      throws IOException, InterruptedException {
    String ending = producer.equals("libreoffice-doc") ? ".doc" : ".pdf";
    Path pdf = folder.resolve(producer + "-" + seed + ending);
    if (Files.exists(pdf) || producer.startsWith("libreoffice")) {
      return pdf;
    }
    switch (producer) {
      case "pdftocairo" ->
          run(
              folder,
              "pdftocairo",
              "-pdf",
              print("chromium", source, folder, seed).toString(),
              pdf.toString());
      case "ghostscript" ->
          run(
              folder,
              "gs",
              "-q",
              "-dNOPAUSE",
              "-dBATCH",
              "-sDEVICE=pdfwrite",
              "-sOutputFile=" + pdf,
              print("chromium", source, folder, seed).toString());
      case "qpdf" ->
          run(
              folder,
              "qpdf",
              "--encrypt",
              "",
              "owner",
              "256",
              "--",
              print("chromium", source, folder, seed).toString(),
              pdf.toString());
      default -> {
        Path html = folder.resolve(producer + "-" + seed + ".html");
        String page = new String(source.bytes(), StandardCharsets.UTF_8);
        Files.writeString(html, styled(page, seed));
        if (producer.equals("chromium")) {
          run(
              folder,
              "chromium",
              "--headless",
              "--no-sandbox",
              "--disable-gpu",
              seed % 2 == 0 ? "--no-pdf-header-footer" : "--print-to-pdf-no-header",
              "--print-to-pdf=" + pdf,
              html.toUri().toString());
        } else if (producer.equals("wkhtmltopdf")) {
          run(folder, "wkhtmltopdf", "-q", "--encoding", "utf-8", html.toString(), pdf.toString());
        } else {
          run(folder, producer, html.toString(), pdf.toString());
        }
      }
    }
    return pdf;
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    if (!process.waitFor(600, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
