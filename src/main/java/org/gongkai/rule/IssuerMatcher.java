package org.gongkai.rule;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares the names of issuers. */
public final class IssuerMatcher {
  private static final Pattern ADDITION = Pattern.compile("\\([^()]*\\)");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

  private IssuerMatcher() {}

  /**
   * The name without details of spelling: width, spaces, punctuation, additions in brackets. Empty
   * for null.
   */
  public static String normalise(@Nullable String name) {
    if (name == null) {
      return "";
    }
    String wide = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return NO_LETTER.matcher(ADDITION.matcher(wide).replaceAll("")).replaceAll("");
  }

  /** Whether both name the same body; false where one is null or empty. */
  public static boolean same(@Nullable String one, @Nullable String other) {
    String name = normalise(one);
    return !name.isEmpty() && name.equals(normalise(other));
  }
}
