package org.gongkai.rule;

import java.util.List;
import java.util.Locale;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Link;
import org.gongkai.document.Document.Problem;
import org.gongkai.report.Nature;
import org.gongkai.report.Report;

/**
 * Explains why a file cannot be checked and what to upload instead.
 *
 * <p>These findings are warnings, not errors: an error is a fault in a report that was read. The
 * verdict is {@code unreadable}.
 */
final class UnreadableExplainer {
  /** The ids that it reports. */
  static final List<String> IDS =
      List.of(
          "document.empty",
          "document.too-large",
          "document.out-of-memory",
          "document.long-name",
          "document.unsupported",
          "document.archive",
          "document.image",
          "document.bomb",
          "document.damaged",
          "document.encrypted",
          "document.pictures",
          "document.unmapped",
          "nature.before-2019",
          "nature.list",
          "nature.scripted",
          "nature.attachments",
          "nature.login",
          "nature.error-page",
          "nature.other-report",
          "nature.interpretation",
          "nature.notice",
          "nature.other",
          "tables.none");

  private static final List<String> DOCUMENTS =
      List.of("doc", "docx", "pdf", "wps", "xls", "xlsx", "rar", "zip", "ofd", "txt");

  private UnreadableExplainer() {}

  static void explain(Report report, FindingCollector findings) {
    Document document = report.document();
    Problem problem = document.problem();
    if (problem != null && (report.nature() == Nature.UNREAD || document.blocks().isEmpty())) {
      problem(document, problem, findings);
      return;
    }
    switch (report.nature()) {
      case BEFORE_2019 -> {
        Integer year = report.identity().year();
        findings.add("nature.before-2019").with("year", year == null ? "" : year.toString());
      }
      case LIST ->
          findings
              .add("nature.list")
              .with("links", Integer.toString(document.web().links().size()));
      case SCRIPTED -> findings.add("nature.scripted");
      case ATTACHMENTS -> {
        List<Link> links = attachments(document);
        findings
            .add("nature.attachments")
            .with(
                "links",
                PlaceNames.list(links, UnreadableExplainer::name),
                PlaceNames.listInEnglish(links, UnreadableExplainer::name));
      }
      case LOGIN -> findings.add("nature.login");
      case ERROR_PAGE -> findings.add("nature.error-page");
      case OTHER_REPORT -> {
        String title = report.identity().title();
        String shown = title == null ? document.web().title() : title;
        findings.add("nature.other-report").with("title", shown);
      }
      case REPORT, REPORT_WITHOUT_TABLES -> {
        findings
            .add("tables.none")
            .with("pictures", document.images().isEmpty() ? "" : count(document));
        if (!document.pages().pictures().isEmpty()) {
          findings
              .add("document.pictures")
              .with("pages", PageNumbers.of(document.pages().pictures()));
        }
      }
      case INTERPRETATION -> findings.add("nature.interpretation");
      case NOTICE -> findings.add("nature.notice");
      case OTHER, UNREAD -> {
        String title = report.identity().title();
        findings
            .add("nature.other")
            .with("title", title == null ? "" : title)
            .with(
                "lacking",
                title == null ? "标题、规定部分或表格" : "规定部分和表格",
                title == null ? "title, section or table" : "section or table");
      }
    }
  }

  private static String count(Document document) {
    return Integer.toString(document.images().size());
  }

  private static void problem(Document document, Problem problem, FindingCollector findings) {
    String format = document.format().key().toUpperCase(Locale.ROOT);
    switch (problem) {
      case EMPTY -> findings.add("document.empty");
      case TOO_LARGE -> findings.add("document.too-large");
      case OUT_OF_MEMORY -> findings.add("document.out-of-memory");
      case LONG_NAME -> findings.add("document.long-name");
      case UNSUPPORTED -> {
        switch (document.format()) {
          case ARCHIVE -> findings.add("document.archive");
          case IMAGE -> findings.add("document.image");
          case BINARY -> findings.add("document.unsupported").with("format", "二进制", "binary");
          default -> findings.add("document.unsupported").with("format", format);
        }
      }
      case BOMB -> findings.add("document.bomb");
      case DAMAGED -> findings.add("document.damaged").with("format", format);
      case ENCRYPTED -> findings.add("document.encrypted");
      case PICTURES ->
          findings
              .add("document.pictures")
              .with("pages", PageNumbers.of(document.pages().pictures()));
      case UNMAPPED -> findings.add("document.unmapped");
    }
  }

  /** The links to files; all links where none has the name of a file. */
  private static List<Link> attachments(Document document) {
    List<Link> files = document.web().links().stream().filter(UnreadableExplainer::isFile).toList();
    return files.isEmpty() ? document.web().links() : files;
  }

  private static String name(Link link) {
    return link.text().isBlank() ? link.target() : link.text().strip();
  }

  private static boolean isFile(Link link) {
    String target = link.target().toLowerCase(Locale.ROOT);
    int end = target.indexOf('?') < 0 ? target.length() : target.indexOf('?');
    String path = target.substring(0, end);
    int dot = path.lastIndexOf('.');
    return dot >= 0 && DOCUMENTS.contains(path.substring(dot + 1));
  }
}
