package org.gongkai.text;

/**
 * Which characters a text may have: cheap to ask before what is dear is tried.
 *
 * @param bits a bit for all characters that are the same in their last six bits
 */
public record CharacterSet(long bits) {

  public static CharacterSet of(String text) {
    long bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits |= 1L << text.charAt(i);
    }
    return new CharacterSet(bits);
  }

  /** Whether the text may have it; surely not where this is false. */
  public boolean mayHave(char c) {
    return (bits >>> c & 1) != 0;
  }
}
