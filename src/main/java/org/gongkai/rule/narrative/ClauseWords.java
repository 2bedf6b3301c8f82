package org.gongkai.rule.narrative;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a clause, or of the part of it that is about one figure, by meaning. */
final class ClauseWords {
  private final List<Lexeme> words;
  private final Set<WordMeaning> meanings = EnumSet.noneOf(WordMeaning.class);

  ClauseWords(List<Lexeme> words) {
    this.words = words;
    words.forEach(word -> meanings.add(word.word()));
  }

  /** Those before a figure and those after it. */
  static ClauseWords around(List<Lexeme> before, List<Lexeme> after) {
    List<Lexeme> words = new ArrayList<>(before);
    words.addAll(after);
    return new ClauseWords(words);
  }

  List<Lexeme> words() {
    return words;
  }

  boolean has(WordMeaning word) {
    return meanings.contains(word);
  }

  boolean hasAny(Set<WordMeaning> any) {
    for (WordMeaning word : any) {
      if (meanings.contains(word)) {
        return true;
      }
    }
    return false;
  }

  boolean isOnly(Set<WordMeaning> these) {
    return these.containsAll(meanings);
  }

  /** Adds a meaning that the words have only together, or in this context. */
  void add(WordMeaning word) {
    meanings.add(word);
  }

  /** Removes a meaning that does not matter in this context. */
  void remove(WordMeaning word) {
    meanings.remove(word);
  }

  /** Whether it names an outcome of requests. */
  boolean hasOutcome() {
    return hasAny(WordMeaning.OUTCOMES);
  }

  /** Whether it is about one kind of applicant only. */
  boolean isOfOneKind() {
    return has(WordMeaning.CITIZEN) != has(WordMeaning.LEGAL);
  }

  /** The rows of table III whose labels it contains. */
  Set<String> rows() {
    return words.stream().map(Lexeme::row).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
