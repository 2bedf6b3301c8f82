package org.gongkai.report.section;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.document.Grid;
import org.gongkai.document.Grid.GridCell;
import org.gongkai.document.Grid.GridRow;
import org.gongkai.document.Paragraph;
import org.gongkai.document.Text;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Absence;
import org.gongkai.report.SectionText;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Tells why a table was not found.
 *
 * <p>It is missing only where the document was surely read as a whole there: its section was found
 * and holds no figures, or the sections around the place were found and it was not. Where its
 * labels are somewhere without figures that could be read, it was not read; what ends before it may
 * have been cut off.
 */
public final class AbsenceReader {
  /** So many figures in a section are a table that was not recognised, not prose. */
  private static final int FIGURES = 3;

  /** So many of a table's words, each on its own, are its headings and labels. */
  private static final int WORDS = 3;

  /** Labels are no longer, with what is in their row of a text. */
  private static final int LONGEST = 120;

  /** A figure in its cell, with what somebody filled the cell up with, is no longer. */
  private static final int LONGEST_FIGURE = 20;

  /** A shorter word begins sentences too. */
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

  /** Why a table of the form was not found. */
  public Absence read(Table table) {
    int at = sectionOf(table);
    SectionText section = at < 0 ? null : sections.get(at);
    Absence.Reason reason;
    if (document.problem() != null) {
      reason = Absence.Reason.UNREAD;
    } else if (section == null) {
      reason = goesOn(table) ? Absence.Reason.MISSING : Absence.Reason.UNREAD;
    } else if (section.tables() > 0 || figures(table, section, blocks(at)) >= FIGURES) {
      reason = Absence.Reason.UNREAD;
    } else if (pictured(at)) {
      reason = Absence.Reason.PICTURE;
    } else {
      boolean last = at == sections.size() - 1;
      reason = last ? Absence.Reason.CUT_OFF : Absence.Reason.MISSING;
    }
    boolean unread = reason == Absence.Reason.UNREAD || reason == Absence.Reason.CUT_OFF;
    Text standing = unread ? null : standing(table, blocksOf(at));
    if (standing != null) {
      return new Absence(Absence.Reason.UNREAD, standing);
    }
    return new Absence(reason, section == null ? null : section.heading());
  }

  /**
   * Where a table is that could not be read: the first of several words that are its labels; null
   * where there are none.
   */
  private static @Nullable Text standing(Table table, List<Block> blocks) {
    Set<String> words = new HashSet<>();
    for (Row row : table.rows()) {
      words.add(words(TextNormalizer.key(row.label())));
      row.columns().forEach(column -> words.add(words(TextNormalizer.key(column.label()))));
    }
    words.removeIf(word -> word.length() < 2);
    Text first = null;
    Set<String> found = new HashSet<>();
    for (Block block : blocks) {
      for (Text text : block.texts()) {
        String word = text.string().length() > LONGEST ? "" : label(text, words);
        if (!word.isEmpty() && found.add(word)) {
          first = first == null ? text : first;
        }
      }
    }
    return found.size() < WORDS ? null : first;
  }

  /** The word that a text is or begins with, others behind it; empty for none. */
  private static String label(Text text, Set<String> words) {
    String key = words(TextNormalizer.key(text.string()));
    if (words.contains(key)) {
      return key;
    }
    for (String word : words) {
      if (word.length() >= LEAST_BEGUN && key.startsWith(word)) {
        return word;
      }
    }
    return "";
  }

  private int sectionOf(Table table) {
    for (int i = 0; i < sections.size(); i++) {
      SectionText section = sections.get(i);
      if (section.section() != null && section.section().number() == table.section()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether sections before and after the table's were found, so that its own is surely not there.
   */
  private boolean goesOn(Table table) {
    boolean before = false;
    boolean after = false;
    for (SectionText section : sections) {
      if (section.section() != null) {
        before |= section.section().number() < table.section();
        after |= section.section().number() > table.section();
      }
    }
    return before && after;
  }

  private static int figures(Table table, SectionText section, List<Block> blocks) {
    int figures = 0;
    List<String> labels =
        table.rows().stream().map(row -> words(TextNormalizer.key(row.label()))).toList();
    for (Text paragraph : section.paragraphs()) {
      figures += figures(labels, paragraph.string());
    }
    for (Block block : blocks) {
      if (block instanceof Grid grid) {
        for (GridRow row : grid.rows()) {
          for (GridCell cell : row.cells()) {
            figures += isFigure(cell.text()) ? 1 : 0;
          }
        }
      }
    }
    return figures;
  }

  /** The figures of a line that has no other words than those of a row: prose has more. */
  private static int figures(List<String> labels, String line) {
    String key = TextNormalizer.key(line);
    String words = words(key);
    boolean row =
        words.isEmpty()
            || words.length() < key.length() && labels.stream().anyMatch(words::endsWith);
    return row ? (int) FIGURE.matcher(line).results().count() : 0;
  }

  /** A key without its figures. */
  private static String words(String key) {
    return DIGITS.matcher(key).replaceAll("");
  }

  private static boolean isFigure(Text text) {
    return FIGURE.matcher(text.string()).lookingAt() && text.string().length() <= LONGEST_FIGURE;
  }

  /**
   * The blocks of a section: from its heading to the next one; empty where its heading is no block
   * of its own.
   */
  private List<Block> blocks(int section) {
    List<Block> blocks = document.blocks();
    int from = start(section);
    return from < 0 ? List.of() : new ArrayList<>(blocks.subList(from, end(section)));
  }

  /** The blocks of a section; those of the document where it was not found. */
  private List<Block> blocksOf(int section) {
    List<Block> own = section < 0 ? List.of() : blocks(section);
    return own.isEmpty() ? document.blocks() : own;
  }

  private boolean pictured(int section) {
    int from = start(section);
    if (from < 0) {
      return false;
    }
    int to = end(section);
    for (Document.Image image : document.images()) {
      if (image.block() > from && image.block() <= to) {
        return true;
      }
    }
    return false;
  }

  private int start(int section) {
    return find(sections.get(section).heading(), document.blocks());
  }

  private int end(int section) {
    List<Block> blocks = document.blocks();
    for (int next = section + 1; next < sections.size(); next++) {
      int at = find(sections.get(next).heading(), blocks);
      if (at > start(section)) {
        return at;
      }
    }
    return blocks.size();
  }

  /**
   * The block that a heading is; its words may be in a menu too, so only the very piece of the
   * source counts.
   */
  private static int find(@Nullable Text heading, List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Paragraph paragraph && paragraph.text() == heading) {
        return i;
      }
    }
    return -1;
  }
}
