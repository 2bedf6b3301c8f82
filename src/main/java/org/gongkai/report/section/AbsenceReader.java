package org.gongkai.report.section;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Text;
import org.gongkai.form.Row;
import org.gongkai.form.Section;
import org.gongkai.form.Table;
import org.gongkai.report.Absence;
import org.gongkai.report.Absence.Reason;
import org.gongkai.report.SectionText;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why a table was not found.
 *
 * <p>A table is <em>missing</em> only if the document was certainly read completely at its place:
 * its section was found and has no figures, or the sections before and after it were found and its
 * own was not. It is <em>unread</em> if its labels are in the document without readable figures,
 * and may be <em>cut off</em> if the document ends before it.
 */
public final class AbsenceReader {
  /** From so many figures on, a section has a table that was not recognised. */
  private static final int FIGURES = 3;

  /** From so many of a table's labels on, the table is in the document. */
  private static final int WORDS = 3;

  /** The longest text that can be a row of a table, with its label. */
  private static final int LONGEST = 120;

  /** The shortest label that identifies a text by its beginning; shorter ones begin sentences. */
  private static final int LEAST_BEGUN = 6;

  private static final Pattern DIGITS = Pattern.compile("\\d+[件条个项]?");
  private static final Pattern FIGURE = Pattern.compile("[0-9０-９][0-9０-９,，.．]*");

  private final Document document;
  private final List<SectionText> sections;

  /**
   * @param document the document
   * @param sections the sections found in it
   */
  public AbsenceReader(Document document, List<SectionText> sections) {
    this.document = document;
    this.sections = sections;
  }

  /** The reason why a table of the form was not found. */
  public Absence read(Table table) {
    int at = sectionOf(table);
    if (document.problem() != null || at < 0 && !hasSectionsAround(table)) {
      return new Absence(Reason.UNREAD, at < 0 ? null : sections.get(at).heading());
    }
    if (at < 0) {
      return missing(table, Reason.MISSING, null, texts(document.blocks()));
    }
    SectionText section = sections.get(at);
    List<Block> blocks = blocks(at);
    List<Text> texts = blocks.isEmpty() ? section.paragraphs() : texts(blocks);
    if (section.tables() > 0 || figures(table, texts) >= FIGURES) {
      return new Absence(Reason.UNREAD, section.heading());
    }
    if (hasImage(at, blocks)) {
      return missing(table, Reason.PICTURE, section.heading(), texts);
    }
    return at == sections.size() - 1
        ? new Absence(Reason.CUT_OFF, section.heading())
        : missing(table, Reason.MISSING, section.heading(), texts);
  }

  /** The given reason, or {@code UNREAD} if the texts have labels of the table. */
  private static Absence missing(
      Table table, Reason reason, @Nullable Text heading, List<Text> texts) {
    Set<String> words = new HashSet<>();
    for (Row row : table.rows()) {
      words.add(words(row.label()));
      row.columns().forEach(column -> words.add(words(column.label())));
    }
    words.removeIf(word -> word.length() < 2);
    Text first = null;
    Set<String> found = new HashSet<>();
    for (Text text : texts) {
      String[] pieces = text.string().length() > LONGEST ? new String[0] : text.string().split(" ");
      for (String piece : pieces) {
        String key = words(piece);
        if (isOfLabel(key, words) && found.add(key)) {
          first = first == null ? text : first;
        }
      }
    }
    return found.size() < WORDS ? new Absence(reason, heading) : new Absence(Reason.UNREAD, first);
  }

  /** Whether a key is a label, a part of one, or begins with one. */
  private static boolean isOfLabel(String key, Set<String> labels) {
    return key.length() > 1
        && labels.stream()
            .anyMatch(
                label ->
                    label.contains(key) || label.length() >= LEAST_BEGUN && key.startsWith(label));
  }

  private int sectionOf(Table table) {
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i).section();
      if (section != null && section.number() == table.section()) {
        return i;
      }
    }
    return -1;
  }

  /** Whether sections before and after the table's were found: its own is certainly missing. */
  private boolean hasSectionsAround(Table table) {
    List<Integer> numbers =
        sections.stream()
            .map(SectionText::section)
            .filter(Objects::nonNull)
            .map(Section::number)
            .toList();
    return numbers.stream().anyMatch(number -> number < table.section())
        && numbers.stream().anyMatch(number -> number > table.section());
  }

  /** The number of figures in texts that have only a row's label as words, unlike prose. */
  private static int figures(Table table, List<Text> texts) {
    List<String> labels = table.rows().stream().map(row -> words(row.label())).toList();
    int figures = 0;
    for (Text text : texts) {
      String key = TextNormalizer.key(text.string());
      String words = DIGITS.matcher(key).replaceAll("");
      boolean isRow =
          words.isEmpty()
              || words.length() < key.length() && labels.stream().anyMatch(words::endsWith);
      figures += isRow ? (int) FIGURE.matcher(text.string()).results().count() : 0;
    }
    return figures;
  }

  /** The key of a text, without its figures. */
  private static String words(String printed) {
    return DIGITS.matcher(TextNormalizer.key(printed)).replaceAll("");
  }

  private static List<Text> texts(List<Block> blocks) {
    return blocks.stream().flatMap(block -> block.texts().stream()).toList();
  }

  private boolean hasImage(int section, List<Block> blocks) {
    int from = start(section);
    return from >= 0
        && document.images().stream()
            .anyMatch(image -> image.block() > from && image.block() <= from + blocks.size());
  }

  /** The blocks from a section's heading to the next; none if its heading is not a block. */
  private List<Block> blocks(int section) {
    List<Block> blocks = document.blocks();
    int from = start(section);
    if (from < 0) {
      return List.of();
    }
    for (int next = section + 1; next < sections.size(); next++) {
      int to = start(next);
      if (to > from) {
        return blocks.subList(from, to);
      }
    }
    return blocks.subList(from, blocks.size());
  }

  /**
   * The index of the block that is a section's heading; -1 for none. A menu may have the same
   * words, so texts are compared by identity.
   */
  private int start(int section) {
    Text heading = sections.get(section).heading();
    List<Block> blocks = document.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Paragraph paragraph && paragraph.text() == heading) {
        return i;
      }
    }
    return -1;
  }
}
