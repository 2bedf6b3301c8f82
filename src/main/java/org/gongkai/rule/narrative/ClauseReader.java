package org.gongkai.rule.narrative;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Edition;
import org.gongkai.rule.narrative.Claim.Sentence;
import org.gongkai.rule.narrative.Claim.Share;
import org.gongkai.rule.narrative.Context.Topic;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.gongkai.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures of clauses with the words about them, and clauses without figures. A figure
 * becomes a claim only if every word about it is understood.
 */
final class ClauseReader {
  private static final Set<WordMeaning> SPOILS =
      EnumSet.of(
          WordMeaning.UNKNOWN,
          WordMeaning.NUMBER,
          WordMeaning.PART_OF_YEAR,
          WordMeaning.OTHER_TIME,
          WordMeaning.SINCE,
          WordMeaning.OTHER_BUSINESS,
          WordMeaning.COMPARE,
          WordMeaning.UP,
          WordMeaning.DOWN,
          WordMeaning.RATE,
          WordMeaning.SHARE,
          WordMeaning.APPROXIMATELY,
          WordMeaning.ON_TIME,
          WordMeaning.LATE,
          WordMeaning.NOW);

  /** Words with which this figure, and perhaps the next, counts something else. */
  private static final Set<WordMeaning> LEADS_AWAY =
      EnumSet.of(
          WordMeaning.UNKNOWN,
          WordMeaning.NUMBER,
          WordMeaning.PART_OF_YEAR,
          WordMeaning.OTHER_TIME,
          WordMeaning.OTHER_BUSINESS);

  /** Words allowed before the subject of requests: 收到4件涉及…的申请. */
  private static final Set<WordMeaning> BEFORE_MATTERS =
      EnumSet.of(WordMeaning.ABOUT, WordMeaning.BEFALL);

  private static final Set<WordMeaning> CARRYING =
      EnumSet.of(WordMeaning.CARRY, WordMeaning.UNFINISHED, WordMeaning.PAST, WordMeaning.NEXT);

  /** Words of a clause that says only that there were none. */
  private static final Set<WordMeaning> PLAINLY_NONE =
      EnumSet.of(
          WordMeaning.NONE,
          WordMeaning.NONE_RECEIVED,
          WordMeaning.NONE_ISSUED,
          WordMeaning.NONE_REPEALED,
          WordMeaning.FILLER,
          WordMeaning.OWN,
          WordMeaning.WHOLE,
          WordMeaning.YEAR,
          WordMeaning.INFORMATION,
          WordMeaning.REQUEST,
          WordMeaning.APPLICATION,
          WordMeaning.DOCUMENT,
          WordMeaning.REGULATION,
          WordMeaning.ISSUE,
          WordMeaning.REPEAL,
          WordMeaning.PAST,
          WordMeaning.NEXT,
          WordMeaning.CARRY);

  private static final Set<WordMeaning> NONE =
      EnumSet.of(
          WordMeaning.NONE,
          WordMeaning.NONE_RECEIVED,
          WordMeaning.NONE_ISSUED,
          WordMeaning.NONE_REPEALED);

  /** Words allowed after the figure: 收到3件申请. */
  private static final Set<WordMeaning> OBJECTS =
      EnumSet.of(
          WordMeaning.REQUEST,
          WordMeaning.APPLICATION,
          WordMeaning.DOCUMENT,
          WordMeaning.REGULATION,
          WordMeaning.RECONSIDERATION,
          WordMeaning.LITIGATION);

  /** Words not allowed after the figure: 收到3件来信. */
  private static final Set<WordMeaning> OTHER_OBJECTS =
      EnumSet.of(
          WordMeaning.UNKNOWN,
          WordMeaning.OTHER_BUSINESS,
          WordMeaning.RATE,
          WordMeaning.CITIZEN,
          WordMeaning.LEGAL,
          WordMeaning.NUMBER);

  private static final Set<WordMeaning> REMEDIES =
      EnumSet.of(
          WordMeaning.RECONSIDERATION,
          WordMeaning.LITIGATION,
          WordMeaning.DIRECT,
          WordMeaning.AFTER_RECONSIDERATION);

  private static final Set<WordMeaning> ENDINGS =
      EnumSet.of(WordMeaning.UPHELD, WordMeaning.CORRECTED, WordMeaning.PENDING);

  private static final Set<WordMeaning> SUBJECTS =
      EnumSet.of(WordMeaning.REQUEST, WordMeaning.APPLICATION, WordMeaning.INFORMATION);

  private static final Set<WordMeaning> REQUESTS =
      EnumSet.of(WordMeaning.REQUEST, WordMeaning.APPLICATION);

  private static final Set<WordMeaning> FATES = EnumSet.of(WordMeaning.ISSUE, WordMeaning.REPEAL);

  private static final Set<WordMeaning> DOCUMENTS =
      EnumSet.of(WordMeaning.DOCUMENT, WordMeaning.REGULATION);

  /** Words that a clause may have which only names a body, and their meaning there. */
  private static final Set<WordMeaning> OF_ANOTHER_BODY =
      EnumSet.of(
          WordMeaning.UNKNOWN,
          WordMeaning.FILLER,
          WordMeaning.YEAR,
          WordMeaning.INFORMATION,
          WordMeaning.REQUEST,
          WordMeaning.APPLICATION,
          WordMeaning.HANDLE);

  /** Words with which a clause says more than that no requests were received. */
  private static final Set<WordMeaning> IMPLY_SOME =
      EnumSet.of(WordMeaning.CARRY, WordMeaning.PAST, WordMeaning.ISSUE);

  /** Words that distinguish requests that were not answered in time. */
  private static final List<String> LATE = List.of("延期", "超期", "逾期", "当场", "即时");

  private final Scope scope;
  private final List<Claim> otherYears;
  private final TimeReference times;
  private final Context context = new Context();
  private final SentenceClaims found = new SentenceClaims();
  private final RequestTargets requests = new RequestTargets(context, found);
  private final OutcomeTargets outcomes;
  private final DocumentTargets documents;
  private final RemedyTargets remedies = new RemedyTargets(context, found);

  private @Nullable Paragraph paragraph;
  private Sentence sentence = new Sentence(0, 0);

  ClauseReader(
      Scope scope, TimeReference times, @Nullable Edition edition, List<Claim> otherYears) {
    this.scope = scope;
    this.times = times;
    this.otherYears = otherYears;
    this.outcomes = new OutcomeTargets(context, edition);
    this.documents = new DocumentTargets(context, edition);
  }

  /** Begins a paragraph; its heading may name requests. */
  void beginParagraph(Paragraph next, boolean ofRequests) {
    paragraph = next;
    scope.paragraph();
    times.paragraph();
    context.paragraph(next.section(), ofRequests);
    context.late = LATE.stream().anyMatch(next.string()::contains);
  }

  void beginSentence(Sentence next, ClauseWords words) {
    sentence = next;
    found.clear();
    times.sentence();
    context.sentence();
    context.namesRequests =
        words.has(WordMeaning.REQUEST) && !words.has(WordMeaning.OTHER_BUSINESS);
    documents.forget();
    remedies.sentence();
  }

  /** The claims of the sentence as far as it was read. */
  List<Claim> claims() {
    return found.claims();
  }

  /** Begins a part in brackets. */
  void openBrackets() {
    context.open();
  }

  /** Ends a part in brackets; {@code begun}: the sentence has words before it. */
  void closeBrackets(boolean begun) {
    if (begun) {
      context.close();
    }
  }

  void beginClause() {
    context.carried = false;
  }

  /** Notes that the next figures are parts of the one before: 收到的7件申请中. */
  void beginPart() {
    context.among = true;
  }

  /**
   * Reads a figure.
   *
   * @param before the words before the figure that are about it
   * @param after the words after it that are about it
   * @param following the next word, whatever it is about
   */
  void readFigure(
      Lexeme figure, List<Lexeme> before, List<Lexeme> after, @Nullable Lexeme following) {
    found.figure();
    context.figures++;
    ClauseWords left = new ClauseWords(before);
    ClauseWords meanings =
        left.hasAny(WordMeaning.VERBS) ? left : ClauseWords.around(before, after);
    if (meanings == left && following != null && OBJECTS.contains(following.word())) {
      meanings.add(following.word());
    }
    boolean matter = isOfMatter(left, after, following);
    if (matter) {
      meanings.add(after.get(after.size() - 1).word());
    }
    if (figure.word() == WordMeaning.PERCENT) {
      readYears(left);
      readPercent(figure.amount(), left);
      return;
    }
    scope.read(meanings);
    readYears(meanings);
    if (meanings.has(WordMeaning.ADDED)) {
      meanings.add(context.received ? WordMeaning.UP : WordMeaning.RECEIVE_NEW);
    }
    if (meanings.has(WordMeaning.REQUEST)) {
      context.topic = Topic.REQUESTS;
    }
    context.disclosure |=
        meanings.has(WordMeaning.REQUEST) || meanings.has(WordMeaning.INFORMATION);
    context.among |= meanings.has(WordMeaning.AMONG);
    context.except |= meanings.has(WordMeaning.EXCEPT);
    context.now |= meanings.has(WordMeaning.NOW);
    understand(meanings, figure);
    boolean otherObject = following != null && OTHER_OBJECTS.contains(following.word());
    boolean about = following != null && following.word() == WordMeaning.ABOUT && !matter;
    if (meanings.hasAny(SPOILS) || meanings.hasAny(NONE) || otherObject || about) {
      documents.forget();
      if (!meanings.has(WordMeaning.REQUEST)
          && (meanings.hasAny(LEADS_AWAY) || otherObject || about)) {
        context.topic = Topic.NONE;
      }
      return;
    }
    if (context.except && !meanings.hasAny(CARRYING)) {
      return;
    }
    Target target = target(meanings);
    if (target == Target.REQUESTS && !inDigits(figure)) {
      target = null; // 一件申请，两次沟通
    }
    if (matter && target == Target.RECEIVED) {
      target = Target.RECEIVED_ABOUT;
    } else if (matter) {
      found.forget(Target.RECEIVED_ABOUT); // 收到30件针对征地的申请，收到20件针对规划的申请
    }
    if (target != null && figure.amount() != null) {
      addClaim(target, figure.amount(), figure.from(), figure.to());
    }
  }

  private boolean inDigits(Lexeme figure) {
    return paragraph != null && Ascii.isDigit(paragraph.string().charAt(figure.from()));
  }

  /** Removes words that do not matter in this context and adds meanings that words have in it. */
  private void understand(ClauseWords meanings, Lexeme figure) {
    if (meanings.has(WordMeaning.TRANSFER)) {
      meanings.add(WordMeaning.CARRY);
    }
    if (!context.late && meanings.has(WordMeaning.ANSWER)) {
      meanings.remove(WordMeaning.ON_TIME);
    }
    if (meanings.has(WordMeaning.SINCE) && times.isSinceThisYear(meanings)) {
      meanings.remove(WordMeaning.SINCE);
    }
    if (figure.amount() != null && figure.amount().value().signum() == 0) {
      meanings.remove(WordMeaning.EACH); // 均为0件
    }
  }

  /** Whether requests are given with their subject: 收到4件针对征地的申请. */
  private static boolean isOfMatter(
      ClauseWords left, List<Lexeme> after, @Nullable Lexeme following) {
    return following != null
        && BEFORE_MATTERS.contains(following.word())
        && (left.has(WordMeaning.RECEIVE) || left.has(WordMeaning.RECEIVE_NEW))
        && REQUESTS.contains(after.get(after.size() - 1).word());
  }

  private void addClaim(Target target, Amount amount, int from, int to) {
    if (paragraph == null || scope.isPart() || times.isOtherTime()) {
      return;
    }
    Claim claim = new Claim(target, amount, paragraph, from, to, sentence, null);
    if (!times.isOtherYear()) {
      found.add(claim);
    } else if (times.isOtherYearNamed()) {
      otherYears.add(claim);
    }
  }

  private void readYears(ClauseWords meanings) {
    if (times.read(meanings)) {
      found.clear();
    }
  }

  private void readPercent(@Nullable Amount amount, ClauseWords left) {
    Claim claim = found.justBefore();
    if (claim == null || amount == null || !amount.isWhole()) {
      return;
    }
    Share.Kind kind = PercentageReader.kind(claim, left);
    if (kind != null) {
      found.replace(claim, claim.withShare(new Share(amount, kind)));
    }
  }

  /** Finds what a clause is about, and notes it for the clauses that follow. */
  private @Nullable Target target(ClauseWords meanings) {
    if (meanings.hasAny(REMEDIES) || context.topic == Topic.REMEDIES) {
      return remedies.of(meanings);
    }
    if (meanings.hasAny(ENDINGS)) {
      return null;
    }
    if (meanings.hasAny(DOCUMENTS)
        || context.topic == Topic.DOCUMENTS
        || context.topic == Topic.REGULATIONS) {
      return documents.of(meanings);
    }
    if (meanings.has(WordMeaning.CARRY)) {
      return requests.carried(meanings);
    }
    if (meanings.has(WordMeaning.UNFINISHED)) {
      return requests.unfinished(meanings);
    }
    if (!context.isOfRequests(meanings)) {
      return null;
    }
    return meanings.hasOutcome() ? outcomes.of(meanings) : requests.of(meanings);
  }

  /** Reads a clause without a figure: it may say that there was none, or what the next is about. */
  void readWithoutFigure(List<Lexeme> words, String text) {
    ClauseWords meanings = new ClauseWords(words);
    context.disclosure |=
        meanings.has(WordMeaning.INFORMATION) || meanings.has(WordMeaning.REQUEST);
    context.except |= meanings.has(WordMeaning.EXCEPT);
    context.now |= meanings.has(WordMeaning.NOW);
    if (meanings.hasAny(NONE)) {
      readNone(meanings, words, text);
      return;
    }
    times.readAlone(meanings);
    if (meanings.isOnly(OF_ANOTHER_BODY) && words.stream().anyMatch(word -> word.isBody(text))) {
      scope.another(); // 市公安局：收到250件
    }
    if (meanings.has(WordMeaning.UNKNOWN) || meanings.has(WordMeaning.OTHER_BUSINESS)) {
      readRest(meanings);
      readYears(meanings);
      return;
    }
    scope.read(meanings);
    readYears(meanings);
    context.among |= meanings.has(WordMeaning.AMONG);
    if (meanings.has(WordMeaning.REQUEST)) {
      context.topic = Topic.REQUESTS;
    } else if (remedies.names(meanings)) {
      context.topic = Topic.REMEDIES;
    } else {
      documents.named(meanings);
    }
  }

  /** Reads a clause with unknown words: it may still say what the next one is about. */
  private void readRest(ClauseWords meanings) {
    context.otherSubject |= !meanings.hasAny(SUBJECTS) && found.isEmpty();
    context.answered |= meanings.has(WordMeaning.ANSWER);
    if (meanings.has(WordMeaning.OTHER_BUSINESS)) {
      context.topic = Topic.NONE;
    } else if (meanings.has(WordMeaning.REQUEST)) {
      context.topic = Topic.REQUESTS;
    }
  }

  /** 未收到政府信息公开申请; 未发生行政复议、行政诉讼; 未制定规范性文件. */
  private void readNone(ClauseWords meanings, List<Lexeme> words, String text) {
    scope.read(meanings);
    readYears(meanings);
    if (meanings.has(WordMeaning.SINCE) && times.isSinceThisYear(meanings)) {
      meanings.remove(WordMeaning.SINCE);
    }
    if (meanings.hasAny(SPOILS)
        || scope.isPart()
        || times.isOtherYear()
        || times.isOtherTime()
        || context.among
        || meanings.has(WordMeaning.ANSWER) && !meanings.has(WordMeaning.BEFALL)) {
      return;
    }
    int end = words.get(words.size() - 1).to();
    for (Target target : noneOf(meanings, words, text)) {
      addClaim(target, Amount.of(BigDecimal.ZERO), words.get(0).from(), end);
    }
  }

  private List<Target> noneOf(ClauseWords meanings, List<Lexeme> words, String text) {
    if (meanings.has(WordMeaning.RECONSIDERATION) || meanings.has(WordMeaning.LITIGATION)) {
      Target remedy = remedies.none(meanings);
      return remedy == null ? List.of() : List.of(remedy);
    }
    if (meanings.hasOutcome() || meanings.isOfOneKind()) {
      return List.of();
    }
    boolean plain = meanings.isOnly(PLAINLY_NONE) && endsWithItsObject(words, text);
    if (meanings.hasAny(DOCUMENTS)) {
      understandNone(meanings);
    }
    if (plain
        && (meanings.has(WordMeaning.NONE_ISSUED) || meanings.has(WordMeaning.NONE_REPEALED))) {
      return documents.none(meanings);
    }
    if (!meanings.has(WordMeaning.REQUEST)) {
      return List.of();
    }
    if (plain
        && meanings.has(WordMeaning.CARRY)
        && meanings.has(WordMeaning.PAST) != meanings.has(WordMeaning.NEXT)) {
      return List.of(meanings.has(WordMeaning.PAST) ? Target.CARRIED_OVER : Target.CARRIED_FORWARD);
    }
    if (!meanings.hasAny(IMPLY_SOME)
        && (meanings.has(WordMeaning.NONE_RECEIVED) || plain && !meanings.has(WordMeaning.NEXT))) {
      context.topic = Topic.REQUESTS;
      return List.of(Target.NEW);
    }
    return List.of();
  }

  /** 无规范性文件制发; 未制定、废止规范性文件. */
  private static void understandNone(ClauseWords meanings) {
    if (meanings.hasAny(NONE) && meanings.has(WordMeaning.ISSUE)) {
      meanings.add(WordMeaning.NONE_ISSUED);
    }
    if (meanings.hasAny(NONE) && meanings.has(WordMeaning.REPEAL)) {
      meanings.add(WordMeaning.NONE_REPEALED);
    }
  }

  /** Whether nothing but 情况 follows. */
  private static boolean endsWithItsObject(List<Lexeme> words, String text) {
    Lexeme last = words.get(words.size() - 1);
    if (words.size() > 1 && text.substring(last.from(), last.to()).endsWith("情况")) {
      last = words.get(words.size() - 2);
    }
    return last.word() == WordMeaning.REQUEST
        || DOCUMENTS.contains(last.word())
        || FATES.contains(last.word());
  }
}
