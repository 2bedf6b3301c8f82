package org.gongkai.report.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Text;
import org.gongkai.report.Identity;
import org.gongkai.report.SectionText;
import org.gongkai.report.section.Sections;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose report it is, of which year, when it was published: from the title, the
 * furniture, the signature.
 */
public final class IdentityReader {
  private static final Pattern INDEX_LABEL =
      Pattern.compile("索\\s*引\\s*号\\s*[:：]?\\s*([0-9A-Za-z][-0-9A-Za-z/_.]{4,40})");
  private static final Pattern INDEX =
      Pattern.compile("(?<![0-9A-Za-z])([0-9A-Z]{8,10}/\\d{4}-\\d{4,6})(?!\\d)");

  private final List<HeadLine> head = new ArrayList<>();
  private final List<HeadLine> tail = new ArrayList<>();

  /** Lines of the sections that speak of the period, and each one's next. */
  private final List<HeadLine> period = new ArrayList<>();

  private final Document document;

  private IdentityReader(Document document) {
    this.document = document;
  }

  public static Identity read(
      Document document, List<Block> blocks, Sections sections, List<Sections.Range> tables) {
    IdentityReader reader = new IdentityReader(document);
    reader.gather(blocks, sections, tables);
    return reader.identity();
  }

  private void gather(List<Block> blocks, Sections sections, List<Sections.Range> tables) {
    Text first = sections.sections().isEmpty() ? null : sections.sections().get(0).heading();
    boolean before = true;
    for (int i = 0; i < blocks.size() && before && head.size() < 400; i++) {
      if (Sections.holds(tables, i)) {
        break;
      }
      for (Text text : blocks.get(i).texts()) {
        if (text == first) {
          before = false;
          break;
        }
        add(head, text);
      }
    }
    for (SectionText section : sections.sections()) {
      List<Text> texts = section.paragraphs();
      for (int i = 0; i < texts.size() && period.size() < 40; i++) {
        if (texts.get(i).string().contains("期限")) {
          texts.subList(i, Math.min(i + 2, texts.size())).forEach(text -> add(period, text));
        }
      }
    }
    if (!sections.sections().isEmpty()) {
      SectionText last = sections.sections().get(sections.sections().size() - 1);
      last.paragraphs().stream().limit(60).forEach(text -> add(tail, text));
    }
  }

  private static void add(List<HeadLine> lines, Text text) {
    String string = text.string();
    if (!string.isEmpty() && string.length() < 6 * HeadLine.LONGEST) {
      lines.add(HeadLine.of(text));
    }
  }

  private Identity identity() {
    Map<String, String> metadata = document.web().metadata();
    String metaTitle =
        TextNormalizer.simplify(metadata.getOrDefault("articletitle", document.web().title()));
    TitleReader.Title title = TitleReader.read(head, metaTitle);
    Integer year = title == null ? null : title.year();
    List<HeadLine> lines = new ArrayList<>(head);
    lines.addAll(tail);
    lines.addAll(period);
    DateReader.Dated published = DateReader.published(head, tail);
    DateReader.Period of = DateReader.period(lines, year);
    if (year == null && of != null) {
      year = of.from().getYear();
    }
    String issuer = title == null ? null : title.issuer();
    if (issuer == null || issuer.isEmpty()) {
      issuer = PublisherReader.read(head, tail, metadata);
    }
    return new Identity(
        title == null ? null : title.string(),
        issuer,
        year,
        published == null ? null : published.date(),
        indexNumber(),
        of == null ? null : of.from(),
        of == null ? null : of.to(),
        title == null ? null : title.where(),
        published == null ? null : published.where(),
        of == null ? null : of.where());
  }

  /** The index number: the first that is labelled as one, else the first that looks like one. */
  private @Nullable String indexNumber() {
    for (Pattern pattern : List.of(INDEX_LABEL, INDEX)) {
      Matcher matcher = pattern.matcher("");
      for (HeadLine line : head) {
        if (matcher.reset(line.string()).find()) {
          return matcher.group(1);
        }
      }
    }
    return null;
  }
}
