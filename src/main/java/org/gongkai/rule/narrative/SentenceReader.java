package org.gongkai.rule.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.rule.narrative.Claim.Sentence;
import org.gongkai.rule.narrative.Prose.Paragraph;

/** Splits a sentence into clauses, and clauses at their figures, and reads each part. */
final class SentenceReader {
  private static final Pattern SORTED =
      Pattern.compile(
          "主动公开[^,;]{0,6}\\d+[件份条个篇项][、,;].{0,20}不予公开.{0,6}\\d"
              + "|不予公开[^,;]{0,6}\\d+[件份条个篇项][、,;].{0,20}主动公开.{0,6}\\d");

  private final TimeReference times;
  private final ClauseReader clauses;
  private final String text;

  SentenceReader(
      Paragraph paragraph, TimeReference times, ClauseReader clauses, boolean ofRequests) {
    this.text = paragraph.string();
    this.times = times;
    this.clauses = clauses;
    clauses.beginParagraph(paragraph, ofRequests);
  }

  /** The claims of a sentence. */
  List<Claim> read(List<Lexeme> words) {
    Sentence sentence = new Sentence(words.get(0).from(), end(words));
    if (sortsDocuments(sentence)) {
      return List.of();
    }
    clauses.beginSentence(sentence, new ClauseWords(words));
    boolean begun = false;
    List<Lexeme> clause = new ArrayList<>();
    for (Lexeme word : words) {
      switch (word.word()) {
        case COMMA -> readClause(clause);
        case OPEN -> {
          readClause(clause);
          times.open();
          clauses.openBrackets();
        }
        case CLOSE -> {
          readClause(clause);
          times.close(begun);
          clauses.closeBrackets(begun);
        }
        default -> {
          clause.add(word);
          begun |= !times.isBracketed();
        }
      }
    }
    readClause(clause);
    return clauses.claims();
  }

  private int end(List<Lexeme> words) {
    int end = words.get(words.size() - 1).to();
    return end < text.length() && "。!?".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
  }

  /**
   * Whether it counts documents by how openly they are published, which is no outcome of requests.
   */
  private boolean sortsDocuments(Sentence sentence) {
    int at = text.indexOf("主动公开", sentence.from());
    return at >= 0
        && at < sentence.to()
        && SORTED.matcher(text).region(sentence.from(), sentence.to()).find();
  }

  private void readClause(List<Lexeme> words) {
    if (words.isEmpty()) {
      return;
    }
    clauses.beginClause();
    List<Integer> figures = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).isFigure()) {
        figures.add(i);
      }
    }
    if (figures.isEmpty()) {
      clauses.readWithoutFigure(words, text);
    } else {
      readFigures(words, figures);
      if (words.get(words.size() - 1).isMiddle(text)) {
        clauses.beginPart(); // 收到的7件申请中
      }
    }
    words.clear();
  }

  /** Words belong to the figure after them; those after the last figure belong to it. */
  private void readFigures(List<Lexeme> words, List<Integer> figures) {
    if (figures.size() > 1 && figuresLead(words, figures)) {
      readFiguresFirst(words, figures);
      return;
    }
    int from = 0;
    for (int at : figures) {
      boolean last = at == figures.get(figures.size() - 1);
      readFigure(words, from, at, last ? words.size() : at + 1);
      from = at + 1;
    }
  }

  /** Whether each figure comes before what it counts: 3件予以公开和2件部分公开. */
  private static boolean figuresLead(List<Lexeme> words, List<Integer> figures) {
    int last = figures.get(figures.size() - 1);
    return !new ClauseWords(words.subList(0, figures.get(0))).hasAny(WordMeaning.VERBS)
        && new ClauseWords(words.subList(last + 1, words.size())).hasAny(WordMeaning.VERBS);
  }

  /** If one of them is no outcome, it is unclear which figure belongs to which verb. */
  private void readFiguresFirst(List<Lexeme> words, List<Integer> figures) {
    List<Integer> ends = new ArrayList<>(figures.subList(1, figures.size()));
    ends.add(words.size());
    for (int i = 0; i < ends.size(); i++) {
      if (!new ClauseWords(words.subList(figures.get(i), ends.get(i))).hasAny(WordMeaning.ENDS)) {
        return;
      }
    }
    for (int i = 0; i < ends.size(); i++) {
      readFigure(words, i == 0 ? 0 : figures.get(i), figures.get(i), ends.get(i));
    }
  }

  /** Reads the figure at {@code at} with the words from {@code from} to {@code to}. */
  private void readFigure(List<Lexeme> words, int from, int at, int to) {
    clauses.readFigure(
        words.get(at),
        words.subList(from, at),
        words.subList(at + 1, to),
        at + 1 < words.size() ? words.get(at + 1) : null);
  }
}
