package org.gongkai.rule.narrative;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a clause, or of the part of it that is about one figure, by meaning. */
final class Bag {
  private final List<Lexeme> words;
  private final Set<Word> meanings = EnumSet.noneOf(Word.class);

  Bag(List<Lexeme> words) {
    this.words = words;
    words.forEach(word -> meanings.add(word.word()));
  }

  /** Those before a figure and those after it. */
  static Bag around(List<Lexeme> before, List<Lexeme> after) {
    List<Lexeme> words = new ArrayList<>(before);
    words.addAll(after);
    return new Bag(words);
  }

  List<Lexeme> words() {
    return words;
  }

  boolean has(Word word) {
    return meanings.contains(word);
  }

  boolean hasAny(Set<Word> any) {
    for (Word word : any) {
      if (meanings.contains(word)) {
        return true;
      }
    }
    return false;
  }

  boolean isOnly(Set<Word> these) {
    return these.containsAll(meanings);
  }

  /** Gives it a meaning that its words have only together, or where they stand. */
  void add(Word word) {
    meanings.add(word);
  }

  /** Takes a meaning away that says nothing here. */
  void remove(Word word) {
    meanings.remove(word);
  }

  /** Whether it names an outcome of requests. */
  boolean hasOutcome() {
    return hasAny(Word.OUTCOMES);
  }

  /** Whether it speaks of one kind of applicant only. */
  boolean isOfOneKind() {
    return has(Word.CITIZEN) != has(Word.LEGAL);
  }

  /** The rows whose labels it has. */
  Set<String> rows() {
    return words.stream().map(Lexeme::row).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
