package org.gongkai.rule.narrative;

import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * The body that reports, to decide which sentences are about all of it: a government's report
 * covers its whole region, any other body's only itself.
 */
public final class Issuer {
  private static final String PEOPLES_GOVERNMENT = "人民政府";
  private static final String SUBDISTRICT = "街道";
  private static final String REGIONS = "省市区县州旗盟镇乡";

  private final String name;

  /** The name without 人民, as prose shortens it. */
  private final String shortName;

  private final Kind kind;

  /** 市 of 某市人民政府; 0 for a body that has no region. */
  private final char region;

  private Issuer(String name) {
    this.name = name;
    this.shortName = name.replace("人民", "");
    this.kind = kind(name);
    int government = name.indexOf(PEOPLES_GOVERNMENT);
    if (government < 0) {
      government = Math.max(name.indexOf("管委会"), name.indexOf("管理委员会"));
    }
    char before = government > 0 ? name.charAt(government - 1) : 0;
    this.region = REGIONS.indexOf(before) >= 0 ? before : 0;
  }

  /** The body of that name; null if it is not known. */
  public static Issuer of(@Nullable String name) {
    return new Issuer(name == null ? "" : TextNormalizer.simplify(name).replace(" ", ""));
  }

  /** What kind of body it is. */
  public enum Kind {
    /** A people's government of a county or above: its report is the whole region's. */
    GOVERNMENT,
    /** The government of a township. */
    TOWNSHIP,
    /** The office of a government: its own report, or the whole region's under its name. */
    OFFICE,
    /** A department, or any other body. */
    BODY,
    UNKNOWN
  }

  /** What kind of body it is. */
  public Kind kind() {
    return kind;
  }

  private static Kind kind(String name) {
    if (name.isEmpty()) {
      return Kind.UNKNOWN;
    }
    if (name.endsWith(PEOPLES_GOVERNMENT)) {
      char before =
          name.length() > PEOPLES_GOVERNMENT.length()
              ? name.charAt(name.length() - PEOPLES_GOVERNMENT.length() - 1)
              : 0;
      return before == '镇' || before == '乡' ? Kind.TOWNSHIP : Kind.GOVERNMENT;
    }
    if (name.contains("政府办") || name.contains("党政办")) {
      return Kind.OFFICE;
    }
    return Kind.BODY;
  }

  /** The length of the part of its name at that position, at least 2; 0 for none. */
  int nameAt(String text, int from) {
    // The shorter name consists of characters of the name.
    if (name.indexOf(text.charAt(from)) < 0) {
      return 0;
    }
    int common = Math.max(common(name, text, from), common(shortName, text, from));
    return kind == Kind.GOVERNMENT || kind == Kind.OFFICE
        ? common
        : Math.max(common, abbreviation(text, from));
  }

  /**
   * The length of the abbreviation that begins here; for example 市市场监管局 of 某市市场监督管理局, 高新区 of a
   * zone's committee; 0 for none. It begins with two characters of the name, or as the name does
   * after its region, and ends with its last character, 委 of 委员会 or 区.
   */
  private int abbreviation(String text, int from) {
    int longest = 0;
    for (int i = 0; i + 1 < name.length(); i++) {
      if (from + 1 < text.length()
          && name.charAt(i) == text.charAt(from)
          && name.charAt(i + 1) == text.charAt(from + 1)) {
        longest = Math.max(longest, abbreviation(text, from, i, i));
      }
      if (REGIONS.indexOf(name.charAt(i)) < 0) {
        continue;
      }
      if (name.charAt(i) == text.charAt(from)) {
        longest = Math.max(longest, abbreviation(text, from, i, i + 1));
      }
      if (name.charAt(i + 1) == text.charAt(from)) {
        longest = Math.max(longest, abbreviation(text, from, i + 1, i + 1));
      }
    }
    return longest;
  }

  /** The same of the name from {@code start}; the body's own word begins at {@code word}. */
  private int abbreviation(String text, int from, int start, int word) {
    int next = start;
    int longest = 0;
    for (int i = from; i < text.length() && next < name.length(); i++) {
      int place = name.indexOf(text.charAt(i), next);
      if (place < 0 || next == word && place != word) {
        break;
      }
      next = place + 1;
      boolean end =
          next == name.length()
              || name.charAt(place) == '委' && name.startsWith("员会", next)
              || name.charAt(place) == '区' && i > from;
      if (end && next > word && i + 1 - from >= 3) {
        longest = i + 1 - from;
      }
    }
    return longest;
  }

  private static int common(String name, String text, int from) {
    if (name.length() < 2 || from + 2 > text.length()) {
      return 0;
    }
    int longest = 0;
    char first = text.charAt(from);
    char second = text.charAt(from + 1);
    for (int at = name.indexOf(first);
        at >= 0 && at + 1 < name.length();
        at = name.indexOf(first, at + 1)) {
      if (name.charAt(at + 1) != second) {
        continue;
      }
      int length = 2;
      while (at + length < name.length()
          && from + length < text.length()
          && name.charAt(at + length) == text.charAt(from + length)) {
        length++;
      }
      longest = Math.max(longest, length);
    }
    return longest;
  }

  /** The scope that a part of its own name means. */
  WordMeaning meaning(String part) {
    boolean alone = part.equals("政府") || part.equals(PEOPLES_GOVERNMENT);
    boolean oneOfMany =
        kind == Kind.GOVERNMENT
            && part.endsWith("政府")
            && !name.equals(part)
            && !shortName.equals(part);
    if (oneOfMany && !alone && part.length() <= 5) {
      return WordMeaning.PART;
    }
    return alone ? WordMeaning.FILLER : WordMeaning.OWN;
  }

  /** What a word of scope (全市, 我局) means in this body's report. */
  WordMeaning scope(WordMeaning word, String text) {
    return switch (word) {
      case WHOLE -> {
        boolean whole = kind == Kind.GOVERNMENT || kind == Kind.TOWNSHIP || kind == Kind.BODY;
        if (whole && region != 0 && text.charAt(1) == region && isRegion()) {
          yield WordMeaning.WHOLE;
        }
        yield text.endsWith(SUBDISTRICT) && name.contains(SUBDISTRICT)
            ? WordMeaning.OWN
            : WordMeaning.PART;
      }
      case PART -> {
        boolean own =
            switch (kind) {
              case GOVERNMENT -> false;
              case OFFICE -> shortName.contains(text) && text.indexOf('办') >= 0;
              default -> shortName.contains(text);
            };
        yield own ? WordMeaning.OWN : WordMeaning.PART;
      }
      case OWN -> kind == Kind.GOVERNMENT && !isGeneral(text) ? WordMeaning.PART : WordMeaning.OWN;
      default -> word;
    };
  }

  private boolean isRegion() {
    return name.endsWith(PEOPLES_GOVERNMENT) || name.endsWith("管委会") || name.endsWith("管理委员会");
  }

  private static boolean isGeneral(String text) {
    return text.endsWith("机关") || text.endsWith("单位");
  }
}
