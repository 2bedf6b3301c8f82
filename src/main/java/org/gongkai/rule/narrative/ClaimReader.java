package org.gongkai.rule.narrative;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Edition;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.gongkai.text.Ascii;
import org.gongkai.text.Numerals;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claims of paragraphs. It expects headings, and sentences with a verb, its object and a
 * figure, then more figures about the same object, as reports are written.
 */
final class ClaimReader {
  private static final int LONGEST_HEADING = 30;

  /** Characters that no heading contains, since it is not a sentence. */
  private static final Set<WordMeaning> TELLING =
      EnumSet.of(
          WordMeaning.FIGURE,
          WordMeaning.NONE,
          WordMeaning.NONE_RECEIVED,
          WordMeaning.NONE_ISSUED,
          WordMeaning.NONE_REPEALED);

  private final Issuer issuer;
  private final List<Claim> claims;
  private final List<Claim> otherYears;
  private final Scope scope = new Scope();
  private final TimeReference times;

  /** Whether the heading right above names requests. */
  private boolean ofRequests;

  private final ClauseReader clauses;

  ClaimReader(
      Issuer issuer,
      @Nullable Integer year,
      @Nullable Edition edition,
      List<Claim> claims,
      List<Claim> otherYears) {
    this.issuer = issuer;
    this.claims = claims;
    this.otherYears = otherYears;
    this.times = new TimeReference(year);
    this.clauses = new ClauseReader(scope, times, edition, otherYears);
  }

  void read(Paragraph next) {
    String text = next.string();
    boolean mayClaim = mayClaim(text);
    boolean mayHead = text.length() <= LONGEST_HEADING;
    if (!mayClaim && !mayHead) {
      ofRequests = false;
      return;
    }
    List<Lexeme> words = Lexer.words(next, issuer);
    if (mayHead && isHeading(words)) {
      scope.heading(words);
      ofRequests = words.stream().anyMatch(word -> word.word() == WordMeaning.REQUEST);
      return;
    }
    if (mayClaim) {
      readSentences(words, new SentenceReader(next, times, clauses, ofRequests));
    }
    ofRequests = false;
  }

  /**
   * A cheap test whether a paragraph mentions anything of the tables, and has a figure or says that
   * there was none.
   */
  private static boolean mayClaim(String text) {
    return (text.contains("申请")
            || text.contains("规范性文")
            || text.contains("予公开")
            || text.contains("予以公开")
            || text.contains("规章")
            || text.contains("复议")
            || text.contains("诉讼"))
        && hasFigure(text);
  }

  private static boolean hasFigure(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean none =
          c == '未'
              || c == '无' && !text.startsWith("无法", i)
              || c == '没'
              || text.startsWith("不存在", i);
      if (Ascii.isDigit(c) || none || Numerals.isNumeral(c) && Lexer.isPlainUnit(text, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeading(List<Lexeme> words) {
    for (Lexeme word : words) {
      if (TELLING.contains(word.word())
          || word.word() == WordMeaning.STOP && word != words.get(words.size() - 1)) {
        return false;
      }
    }
    return true;
  }

  private void readSentences(List<Lexeme> words, SentenceReader sentences) {
    int from = 0;
    for (int i = 0; i <= words.size(); i++) {
      if (i == words.size() || words.get(i).word() == WordMeaning.STOP) {
        if (i > from && claims.size() + otherYears.size() < Claims.MOST) {
          claims.addAll(sentences.read(words.subList(from, i)));
        }
        from = i + 1;
      }
    }
  }
}
