package org.gongkai.rule.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.rule.narrative.Lexicon.Entry;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.gongkai.text.Ascii;
import org.gongkai.text.Numerals;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Cuts a paragraph into words. Linear in its length. */
final class Lexer {
  private static final String UNITS = "件份宗起例条项个案部封次";
  private static final String PLAIN_UNITS = "件份宗起例条封";
  private static final int LONGEST_NAME = 200;

  private final Paragraph paragraph;
  private final String text;
  private final Issuer issuer;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int at;
  private int unknown = -1;

  private Lexer(Paragraph paragraph, Issuer issuer) {
    this.paragraph = paragraph;
    this.text = paragraph.string();
    this.issuer = issuer;
  }

  static List<Lexeme> words(Paragraph paragraph, Issuer issuer) {
    Lexer lexer = new Lexer(paragraph, issuer);
    lexer.run();
    return lexer.lexemes;
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (TextNormalizer.isHan(c) && !Numerals.isNumeral(c)) {
        word();
        continue;
      }
      WordMeaning mark = mark(c);
      if (c == ' ' || isQuote(c)) {
        at++;
      } else if (c == '《' || c == '〈') {
        name(c);
      } else if (mark != null) {
        add(mark, at, at + 1);
      } else if (Ascii.isDigit(c) || lostDigit()) {
        number();
      } else if (!(Numerals.isNumeral(c) && numerals())) {
        word();
      }
    }
    flush();
  }

  private @Nullable WordMeaning mark(char c) {
    return switch (c) {
      case ',', ';', ':', '.', '|' -> WordMeaning.COMMA;
      case '、' -> endsPhrase() ? WordMeaning.COMMA : null;
      case '(', '[', '【', '〔' -> WordMeaning.OPEN;
      case ')', ']', '】', '〕' -> WordMeaning.CLOSE;
      case '。', '!' -> WordMeaning.STOP;
      case '?' ->
          paragraph.text().string().charAt(paragraph.folded().originalIndex(at)) == '？'
              ? WordMeaning.STOP
              : null;
      default -> null;
    };
  }

  /**
   * Whether the 、 here parts figures: after one, or before one where the clause has one already.
   */
  private boolean endsPhrase() {
    if (unknown < 0 && !lexemes.isEmpty() && last().word() == WordMeaning.FIGURE) {
      return true;
    }
    int next = at + 1;
    int end = Numerals.end(text, next);
    boolean figure =
        next < text.length()
            && (Ascii.isDigit(text.charAt(next)) || end > next && isPlainUnit(text, end));
    for (int i = lexemes.size() - 1; figure && i >= 0; i--) {
      switch (lexemes.get(i).word()) {
        case FIGURE -> {
          return true;
        }
        case COMMA, OPEN, CLOSE, STOP -> figure = false;
        default -> {}
      }
    }
    return false;
  }

  /** Names of documents say nothing. */
  private void name(char open) {
    char close = open == '《' ? '》' : '〉';
    int end = Math.min(text.length(), at + LONGEST_NAME);
    for (int i = at + 1; i < end; i++) {
      if (text.charAt(i) == close) {
        add(WordMeaning.FILLER, at, i + 1);
        return;
      }
    }
    at++;
  }

  private boolean lostDigit() {
    int end = at;
    while (end < text.length() && Amount.isLost(text.charAt(end)) && end - at < 4) {
      end++;
    }
    return end > at && end < text.length() && Ascii.isDigit(text.charAt(end));
  }

  private void number() {
    int from = at;
    boolean lostBefore = false;
    while (Amount.isLost(text.charAt(at))) {
      at++;
      lostBefore = true;
    }
    StringBuilder digits = new StringBuilder();
    int first = at;
    boolean fraction = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Ascii.isDigit(c)) {
        digits.append(c);
      } else if (c == '.'
          && !fraction
          && at + 1 < text.length()
          && Ascii.isDigit(text.charAt(at + 1))) {
        fraction = true;
        digits.append(c);
      } else if (!(c == ','
          && !fraction
          && !lostBefore
          && at - first <= 3 + 4 * commas(first)
          && isGroup(at + 1))) {
        break;
      }
      at++;
    }
    boolean ordinal =
        from > 0 && (text.charAt(from - 1) == '第' || Ascii.isLetter(text.charAt(from - 1)));
    int afterDigits = at;
    skipSpaces();
    boolean unclear = ordinal || digits.length() > 12;
    if (at > afterDigits && at < text.length() && Ascii.isDigit(text.charAt(at))) {
      unclear = true;
    }
    if (at + 1 < text.length() && "-~—–～/".indexOf(text.charAt(at)) >= 0) {
      int next = at + 1;
      while (next < text.length() && "-~—–～/ ".indexOf(text.charAt(next)) >= 0) {
        next++;
      }
      if (next < text.length() && Ascii.isDigit(text.charAt(next))) {
        at = next;
        while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
          at++;
        }
        unclear = true;
      }
    }
    char c = at < text.length() ? text.charAt(at) : 0;
    if (!unclear && c == '年' && !fraction) {
      year(from, digits.toString(), lostBefore);
      return;
    }
    if (unclear && c == '年') {
      add(WordMeaning.OTHER_TIME, from, at + 1); // 2022—2023年
      return;
    }
    if (c == '月' || c == '日' || c == '号') {
      at++;
      partOfYear(from, c, digits.toString());
      return;
    }
    if (c == '%' || c == '‰') {
      at++;
      add(
          unclear || c == '‰' ? WordMeaning.NUMBER : WordMeaning.PERCENT,
          from,
          at,
          amount(digits, lostBefore));
      return;
    }
    boolean round = false;
    while (at < text.length() && "余多几万千百亿".indexOf(text.charAt(at)) >= 0) {
      at++;
      round = true;
    }
    int unit = unit(UNITS);
    if (unit == 0 || fraction) {
      add(WordMeaning.NUMBER, from, Math.max(at, afterDigits));
      return;
    }
    at += unit;
    add(
        round || unclear || roundAfter() ? WordMeaning.APPROXIMATELY : WordMeaning.FIGURE,
        from,
        at,
        amount(digits, lostBefore));
  }

  private int commas(int first) {
    int commas = 0;
    for (int i = first; i < at; i++) {
      commas += text.charAt(i) == ',' ? 1 : 0;
    }
    return commas;
  }

  /** Whether exactly three digits begin here. */
  private boolean isGroup(int from) {
    for (int i = from; i < from + 3; i++) {
      if (i >= text.length() || !Ascii.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return from + 3 >= text.length() || !Ascii.isDigit(text.charAt(from + 3));
  }

  private static Amount amount(CharSequence digits, boolean lostBefore) {
    return new Amount(new BigDecimal(digits.toString()), digits.toString(), lostBefore);
  }

  private void year(int from, String digits, boolean lostBefore) {
    at++;
    if (at < text.length() && text.charAt(at) == '度') {
      at++;
    }
    boolean year = digits.length() == 4 || lostBefore && digits.length() < 4;
    if (year) {
      add(WordMeaning.YEAR, from, at, new Amount(new BigDecimal(digits), digits, lostBefore));
      return;
    }
    add(WordMeaning.OTHER_TIME, from, at);
  }

  /**
   * A day or month: the first and the last of the year bound the whole of it, as do dates that lost
   * characters.
   */
  private void partOfYear(int from, char unit, String digits) {
    boolean whole;
    if (unit == '月') {
      whole = digits.equals("1") || digits.equals("12") || digits.equals("01");
      int day = at;
      while (day < text.length() && Ascii.isDigit(text.charAt(day))) {
        day++;
      }
      if (day > at && day < text.length() && text.charAt(day) == '日') {
        String of = text.substring(at, day);
        whole =
            digits.equals("12") ? of.equals("31") : whole && (of.equals("1") || of.equals("01"));
        at = day + 1;
      } else {
        whole = digits.equals("12") && (text.startsWith("底", at) || text.startsWith("末", at));
      }
    } else {
      whole = digits.equals("11") || digits.equals("1231") || digits.equals("31");
    }
    add(whole ? WordMeaning.FILLER : WordMeaning.PART_OF_YEAR, from, at);
  }

  /** 以上, 左右 after a figure. */
  private boolean roundAfter() {
    for (String round : new String[] {"以上", "左右", "上下", "以内", "以下", "多", "余"}) {
      if (text.startsWith(round, at)) {
        at += round.length();
        return true;
      }
    }
    return false;
  }

  /** The length of the unit that begins here; 0 for none. */
  private int unit(String units) {
    if (at < text.length() && units.indexOf(text.charAt(at)) >= 0) {
      if (text.startsWith("次", at + 1)) {
        return 2; // 件次
      }
      return text.startsWith("件(次)", at) ? 4 : 1;
    }
    return 0;
  }

  /** Chinese numerals before a unit, and years in them; false where they are but part of a word. */
  private boolean numerals() {
    int end = Numerals.end(text, at);
    int from = at;
    if (end < text.length() && text.charAt(end) == '年' && end - at == 4) {
      BigDecimal year = Numerals.parse(text.substring(at, end));
      if (year != null && year.intValue() > 1900 && year.intValue() < 2100) {
        at = end;
        year(from, year.toPlainString(), false);
        return true;
      }
    }
    boolean ordinal = at > 0 && "第每逐".indexOf(text.charAt(at - 1)) >= 0;
    int saved = at;
    at = end;
    boolean round = false;
    while (at < text.length() && "余多几".indexOf(text.charAt(at)) >= 0) {
      at++;
      round = true;
    }
    int unit = unit(PLAIN_UNITS);
    BigDecimal value = Numerals.parse(text.substring(saved, end));
    if (unit == 0 || ordinal || value == null) {
      at = saved;
      return false;
    }
    at += unit;
    WordMeaning word = round || roundAfter() ? WordMeaning.APPROXIMATELY : WordMeaning.FIGURE;
    add(word, from, at, Amount.of(value));
    return true;
  }

  private void word() {
    char c = text.charAt(at);
    Entry entry = Lexicon.standard().longest(text, at);
    int own = issuer.nameAt(text, at);
    if (entry != null
        && entry.word() == WordMeaning.WHOLE
        && issuer.kind() != Issuer.Kind.GOVERNMENT
        && c != '全') {
      int named = at + 1 < text.length() ? issuer.nameAt(text, at + 1) : 0;
      if (named > 2) {
        add(WordMeaning.OWN, at, at + 1 + named); // 我市教育局
        return;
      }
    }
    if (own > 0 && (entry == null || own > entry.length())) {
      add(issuer.meaning(text.substring(at, at + own)), at, at + own);
      return;
    }
    if (entry == null) {
      if (unknown < 0) {
        unknown = at;
      }
      at++;
      return;
    }
    flush();
    lexemes.add(new Lexeme(meaning(entry), at, at + entry.length(), null, entry.row()));
    at += entry.length();
  }

  private WordMeaning meaning(Entry entry) {
    return switch (entry.word()) {
      case WHOLE, OWN, PART -> issuer.scope(entry.word(), text.substring(at, at + entry.length()));
      default -> entry.word();
    };
  }

  private void add(WordMeaning word, int from, int to) {
    add(word, from, to, null);
  }

  private void add(WordMeaning word, int from, int to, @Nullable Amount amount) {
    flush(from);
    lexemes.add(new Lexeme(word, from, to, amount, null));
    at = to;
  }

  private void flush() {
    flush(at);
  }

  private void flush(int to) {
    if (unknown >= 0) {
      lexemes.add(new Lexeme(WordMeaning.UNKNOWN, unknown, to));
      unknown = -1;
    }
  }

  private Lexeme last() {
    return lexemes.get(lexemes.size() - 1);
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private static boolean isQuote(char c) {
    return c == '“' || c == '”' || c == '"' || c == '‘' || c == '’' || c == '\'' || c == '「'
        || c == '」';
  }

  /** Whether a word that counts requests and nothing else, as {@code 件}, begins here. */
  static boolean isPlainUnit(String text, int at) {
    return at < text.length() && PLAIN_UNITS.indexOf(text.charAt(at)) >= 0;
  }
}
