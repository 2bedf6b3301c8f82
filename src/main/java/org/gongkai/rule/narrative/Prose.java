package org.gongkai.rule.narrative;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.gongkai.document.Text;
import org.gongkai.form.Section;
import org.gongkai.report.Report;
import org.gongkai.report.SectionText;
import org.gongkai.report.Where;
import org.gongkai.text.TextNormalizer;
import org.gongkai.text.TextNormalizer.Folded;

/**
 * The prose of a report, folded once for all rules that read it.
 *
 * <p>Of each section (and of the preamble) the first {@value #LONGEST_SECTION} characters are read,
 * so that no malicious file is slow; the longest real sections have a quarter of that.
 *
 * @param paragraphs in document order, the preamble first
 */
public record Prose(List<Paragraph> paragraphs) {
  static final int LONGEST_SECTION = 60_000;

  public Prose {
    paragraphs = List.copyOf(paragraphs);
  }

  /** The prose of a report. */
  public static Prose of(Report report) {
    List<Paragraph> all = new ArrayList<>();
    add(all, 0, report.preamble());
    Set<SectionText> real = sectionSet(report);
    int number = 0;
    for (SectionText section : report.sections()) {
      Section known = section.section();
      if (real.contains(section)) {
        number = known == null ? -1 : known.number();
        add(all, number, section.paragraphs());
      } else {
        List<Text> texts = new ArrayList<>(List.of(section.heading()));
        texts.addAll(section.paragraphs());
        add(all, number, texts);
      }
    }
    return new Prose(all);
  }

  /**
   * The sections of the form that were found, in document order, without subheadings that carry a
   * section's words ({@code 1.主动公开情况} within section 1).
   */
  public static List<SectionText> sections(Report report) {
    List<SectionText> plain = new ArrayList<>();
    List<SectionText> all = new ArrayList<>();
    for (SectionText section : report.sections()) {
      if (section.section() != null) {
        all.add(section);
        if (!isSubheading(section.heading().string())) {
          plain.add(section);
        }
      }
    }
    return plain.size() > all.size() / 2 ? plain : all;
  }

  /** The same to look sections up in, each by itself: a page may have thousands. */
  public static Set<SectionText> sectionSet(Report report) {
    Set<SectionText> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(sections(report));
    return all;
  }

  private static boolean isSubheading(String heading) {
    String line = heading.strip();
    return !line.isEmpty()
        && ("(（".indexOf(line.charAt(0)) >= 0 || Character.isDigit(line.charAt(0)));
  }

  private static void add(List<Paragraph> all, int section, List<Text> texts) {
    int left = LONGEST_SECTION;
    for (Text text : texts) {
      if (left <= 0) {
        return;
      }
      String string = text.string();
      all.add(
          new Paragraph(
              section,
              text,
              TextNormalizer.fold(string.length() <= left ? string : string.substring(0, left))));
      left -= string.length();
    }
  }

  /**
   * A paragraph.
   *
   * @param section the number of its section; 0 for the preamble, -1 for a section that the form
   *     does not have
   * @param text as printed
   * @param folded folded for matching
   */
  public record Paragraph(int section, Text text, Folded folded) {
    /** What it says, folded. */
    public String string() {
      return folded.string();
    }

    /** Where the part from {@code from} to {@code to} of {@link #string()} is. */
    public Where where(int from, int to) {
      return Where.of(text, folded.originalIndex(from), folded.originalIndex(to));
    }
  }
}
