package org.gongkai.publish;

import org.gongkai.rule.Message;

/**
 * How outputs look, where there is a choice.
 *
 * @param badge the shape of the badge
 * @param language the language of the badge, and the page's where the reader's browser prefers
 *     neither
 */
public record Style(Shape badge, Language language) {
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
