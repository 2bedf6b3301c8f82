package org.gongkai.publish;

import java.time.LocalDate;
import org.gongkai.rule.Message;
import org.jspecify.annotations.Nullable;

/**
 * How outputs look, where there is a choice.
 *
 * @param badge the shape of the badge
 * @param language the language of the badge, and the page's where the reader's browser prefers
 *     neither
 * @param label the words on the badge's left; null for the standard ones
 * @param counts whether the badge counts what is wrong; without, it says 待核实 in amber
 * @param suggestions whether the page shows the figures that would mend the tables: the public need
 *     not see them
 * @param by who checked, for the page's head; null for nobody named
 * @param date when, for the page's head; null, as outputs have no clock, unless the caller says so
 * @param report the report's address as seen from the page, for links to its pages; null where
 *     readers of the page cannot open it
 */
public record Style(
    Shape badge,
    Language language,
    @Nullable String label,
    boolean counts,
    boolean suggestions,
    @Nullable String by,
    @Nullable LocalDate date,
    @Nullable String report) {
  /** With the standard label, with counts and suggestions. */
  public Style(Shape badge, Language language) {
    this(badge, language, null, true, true);
  }

  /** Without who checked and when. */
  public Style(
      Shape badge, Language language, @Nullable String label, boolean counts, boolean suggestions) {
    this(badge, language, label, counts, suggestions, null, null, null);
  }

  /** The same with the report's address. */
  public Style linkedTo(String report) {
    return new Style(badge, language, label, counts, suggestions, by, date, report);
  }

  /** Flat badges in Chinese. */
  public static final Style STANDARD = new Style(Shape.FLAT, Language.ZH);

  /** The shape of a badge, named as shields.io names them. */
  public enum Shape {
    /** Rounded corners and a slight gradient. */
    FLAT("flat"),
    /** Square corners, plain colours. */
    FLAT_SQUARE("flat-square");

    private final String key;

    Shape(String key) {
      this.key = key;
    }

    /** The name in configuration. */
    public String key() {
      return key;
    }
  }

  /** A language that people read. */
  public enum Language {
    /** Simplified Chinese. */
    ZH("zh"),
    /** English. */
    EN("en");

    private final String key;

    Language(String key) {
      this.key = key;
    }

    /** What a message says in it. */
    String of(Message message) {
      return this == ZH ? message.zh() : message.en();
    }

    /** The name in configuration, and the language tag. */
    public String key() {
      return key;
    }
  }
}
