package org.gongkai.publish;

import java.time.LocalDate;
import org.gongkai.rule.Message;
import org.jspecify.annotations.Nullable;

/**
 * Options for the look of outputs. Start from {@link #STANDARD}:
 *
 * <pre>{@code
 * Style style = Style.STANDARD.withBadge(Style.Shape.FLAT, Style.Language.EN).withoutCounts();
 * }</pre>
 *
 * @param badge the shape of the badge
 * @param language the language of the badge, and the page's where the reader's browser prefers
 *     neither
 * @param label the text on the badge's left; null for the standard one
 * @param counts whether the badge counts mismatches; if not, it says 待核实 in amber
 * @param suggestions whether the page shows suggested figures; pages for the public do not
 * @param by who checked, for the page's head; null for nobody named
 * @param date when, for the page's head; null for no date, as outputs have no clock
 * @param report the address of the report's file relative to the page, for links to it; null where
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
  /** Flat badges in Chinese with the standard label; pages with counts and suggestions. */
  public static final Style STANDARD =
      new Style(Shape.FLAT, Language.ZH, null, true, true, null, null, null);

  /** The same with badges of another shape and language. */
  public Style withBadge(Shape shape, Language other) {
    return new Style(shape, other, label, counts, suggestions, by, date, report);
  }

  /** The same with another label on badges. */
  public Style withLabel(String text) {
    return new Style(badge, language, text, counts, suggestions, by, date, report);
  }

  /** The same without counts on badges. */
  public Style withoutCounts() {
    return new Style(badge, language, label, false, suggestions, by, date, report);
  }

  /** The same without suggestions on pages. */
  public Style withoutSuggestions() {
    return new Style(badge, language, label, counts, false, by, date, report);
  }

  /**
   * The same with who checked and when.
   *
   * @param name null for nobody named
   * @param day null for no date
   */
  public Style checked(@Nullable String name, @Nullable LocalDate day) {
    return new Style(badge, language, label, counts, suggestions, name, day, report);
  }

  /** The same with links to the report's file. */
  public Style linkedTo(String address) {
    return new Style(badge, language, label, counts, suggestions, by, date, address);
  }

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

  /** A language of outputs. */
  public enum Language {
    /** Simplified Chinese. */
    ZH("zh"),
    /** English. */
    EN("en");

    private final String key;

    Language(String key) {
      this.key = key;
    }

    /** A message in this language. */
    String of(Message message) {
      return this == ZH ? message.zh() : message.en();
    }

    /** The name in configuration, and the language tag. */
    public String key() {
      return key;
    }
  }
}
