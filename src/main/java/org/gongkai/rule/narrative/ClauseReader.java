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
 * Reads the figures of clauses, each with the words about it, and clauses that have none. A figure
 * is taken only if every word about it is understood.
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

  /** With which a figure is of something else, and so may be what follows. */
  private static final Set<WordMeaning> LEADS_AWAY =
      EnumSet.of(
          WordMeaning.UNKNOWN,
          WordMeaning.NUMBER,
          WordMeaning.PART_OF_YEAR,
          WordMeaning.OTHER_TIME,
          WordMeaning.OTHER_BUSINESS);

  /** What may go before what requests are about: 收到4件涉及…的申请. */
  private static final Set<WordMeaning> BEFORE_MATTERS =
      EnumSet.of(WordMeaning.ABOUT, WordMeaning.BEFALL);

  private static final Set<WordMeaning> CARRYING =
      EnumSet.of(WordMeaning.CARRY, WordMeaning.UNFINISHED, WordMeaning.PAST, WordMeaning.NEXT);

  /** With which a clause says that there were none, and no more than that. */
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

  /** What may come after the figure: 收到3件申请. */
  private static final Set<WordMeaning> OBJECTS =
      EnumSet.of(
          WordMeaning.REQUEST,
          WordMeaning.APPLICATION,
          WordMeaning.DOCUMENT,
          WordMeaning.REGULATION,
          WordMeaning.RECONSIDERATION,
          WordMeaning.LITIGATION);

  /** What may not: 收到3件来信. */
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

  /** What a clause may have that names but a body, and what comes of it there. */
  private static final Set<WordMeaning> OF_ANOTHER_BODY =
      EnumSet.of(
          WordMeaning.UNKNOWN,
          WordMeaning.FILLER,
          WordMeaning.YEAR,
          WordMeaning.INFORMATION,
          WordMeaning.REQUEST,
          WordMeaning.APPLICATION,
          WordMeaning.HANDLE);

  /** With which a clause that says that none were received says more than that. */
  private static final Set<WordMeaning> OF_SOME =
      EnumSet.of(WordMeaning.CARRY, WordMeaning.PAST, WordMeaning.ISSUE);

  /** What tells some requests from those answered in time. */
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

  /** A paragraph begins; under a heading that names requests or not. */
  void paragraph(Paragraph next, boolean ofRequests) {
    paragraph = next;
    scope.paragraph();
    times.paragraph();
    context.paragraph(next.section(), ofRequests);
    context.late = LATE.stream().anyMatch(next.string()::contains);
  }

  void sentence(Sentence next, ClauseWords words) {
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

  /** Brackets begin. */
  void open() {
    context.open();
  }

  /** Brackets end, with which the sentence has begun or not. */
  void close(boolean begun) {
    if (begun) {
      context.close();
    }
  }

  void clause() {
    context.carried = false;
  }

  /** What follows is of what was told: 收到的7件申请中. */
  void among() {
    context.among = true;
  }

  /**
   * Reads a figure.
   *
   * @param before the words before it that are about it
   * @param after those after it
   * @param following the very next one, whatever it is about
   */
  void figure(Lexeme figure, List<Lexeme> before, List<Lexeme> after, @Nullable Lexeme following) {
    found.figure();
    context.figures++;
    ClauseWords left = new ClauseWords(before);
    ClauseWords bag = left.hasAny(WordMeaning.VERBS) ? left : ClauseWords.around(before, after);
    if (bag == left && following != null && OBJECTS.contains(following.word())) {
      bag.add(following.word());
    }
    boolean matter = isOfMatter(left, after, following);
    if (matter) {
      bag.add(after.get(after.size() - 1).word());
    }
    if (figure.word() == WordMeaning.PERCENT) {
      years(left);
      percent(figure.amount(), left);
      return;
    }
    scope.read(bag);
    years(bag);
    if (bag.has(WordMeaning.ADDED)) {
      bag.add(context.received ? WordMeaning.UP : WordMeaning.RECEIVE_NEW);
    }
    if (bag.has(WordMeaning.REQUEST)) {
      context.topic = Topic.REQUESTS;
    }
    context.disclosure |= bag.has(WordMeaning.REQUEST) || bag.has(WordMeaning.INFORMATION);
    context.among |= bag.has(WordMeaning.AMONG);
    context.except |= bag.has(WordMeaning.EXCEPT);
    context.now |= bag.has(WordMeaning.NOW);
    understand(bag, figure);
    boolean otherObject = following != null && OTHER_OBJECTS.contains(following.word());
    boolean about = following != null && following.word() == WordMeaning.ABOUT && !matter;
    if (bag.hasAny(SPOILS) || bag.hasAny(NONE) || otherObject || about) {
      documents.forget();
      if (!bag.has(WordMeaning.REQUEST) && (bag.hasAny(LEADS_AWAY) || otherObject || about)) {
        context.topic = Topic.NONE;
      }
      return;
    }
    if (context.except && !bag.hasAny(CARRYING)) {
      return;
    }
    Target target = target(bag);
    if (target == Target.REQUESTS && !inDigits(figure)) {
      target = null; // 一件申请，两次沟通
    }
    if (matter && target == Target.RECEIVED) {
      target = Target.RECEIVED_ABOUT;
    } else if (matter) {
      found.forget(Target.RECEIVED_ABOUT); // 收到30件针对征地的申请，收到20件针对规划的申请
    }
    if (target != null && figure.amount() != null) {
      claim(target, figure.amount(), figure.from(), figure.to());
    }
  }

  private boolean inDigits(Lexeme figure) {
    return paragraph != null && Ascii.isDigit(paragraph.string().charAt(figure.from()));
  }

  /** Takes words away that say nothing here, and adds what a word means here. */
  private void understand(ClauseWords bag, Lexeme figure) {
    if (bag.has(WordMeaning.TRANSFER)) {
      bag.add(WordMeaning.CARRY);
    }
    if (!context.late && bag.has(WordMeaning.ANSWER)) {
      bag.remove(WordMeaning.ON_TIME);
    }
    if (bag.has(WordMeaning.SINCE) && times.isSinceThisYear(bag)) {
      bag.remove(WordMeaning.SINCE);
    }
    if (figure.amount() != null && figure.amount().value().signum() == 0) {
      bag.remove(WordMeaning.EACH); // 均为0件
    }
  }

  /** Whether requests are told with what they are about: 收到4件针对征地的申请. */
  private static boolean isOfMatter(
      ClauseWords left, List<Lexeme> after, @Nullable Lexeme following) {
    return following != null
        && BEFORE_MATTERS.contains(following.word())
        && (left.has(WordMeaning.RECEIVE) || left.has(WordMeaning.RECEIVE_NEW))
        && REQUESTS.contains(after.get(after.size() - 1).word());
  }

  private void claim(Target target, Amount amount, int from, int to) {
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

  private void years(ClauseWords bag) {
    if (times.read(bag)) {
      found.clear();
    }
  }

  private void percent(@Nullable Amount amount, ClauseWords left) {
    Claim claim = found.justBefore();
    if (claim == null || amount == null || !amount.isWhole()) {
      return;
    }
    Share.Kind kind = PercentageReader.kind(claim, left);
    if (kind != null) {
      found.replace(claim, claim.withShare(new Share(amount, kind)));
    }
  }

  /** Says what a clause is about; notes it for the clauses that follow. */
  private @Nullable Target target(ClauseWords bag) {
    if (bag.hasAny(REMEDIES) || context.topic == Topic.REMEDIES) {
      return remedies.of(bag);
    }
    if (bag.hasAny(ENDINGS)) {
      return null;
    }
    if (bag.hasAny(DOCUMENTS)
        || context.topic == Topic.DOCUMENTS
        || context.topic == Topic.REGULATIONS) {
      return documents.of(bag);
    }
    if (bag.has(WordMeaning.CARRY)) {
      return requests.carried(bag);
    }
    if (bag.has(WordMeaning.UNFINISHED)) {
      return requests.unfinished(bag);
    }
    if (!context.isOfRequests(bag)) {
      return null;
    }
    return bag.hasOutcome() ? outcomes.of(bag) : requests.of(bag);
  }

  /** A clause without a figure may say that there was none, or say what the next is about. */
  void withoutFigure(List<Lexeme> words, String text) {
    ClauseWords bag = new ClauseWords(words);
    context.disclosure |= bag.has(WordMeaning.INFORMATION) || bag.has(WordMeaning.REQUEST);
    context.except |= bag.has(WordMeaning.EXCEPT);
    context.now |= bag.has(WordMeaning.NOW);
    if (bag.hasAny(NONE)) {
      none(bag, words, text);
      return;
    }
    times.readAlone(bag);
    if (bag.isOnly(OF_ANOTHER_BODY) && words.stream().anyMatch(word -> word.isBody(text))) {
      scope.another(); // 市公安局：收到250件
    }
    if (bag.has(WordMeaning.UNKNOWN) || bag.has(WordMeaning.OTHER_BUSINESS)) {
      besides(bag);
      years(bag);
      return;
    }
    scope.read(bag);
    years(bag);
    context.among |= bag.has(WordMeaning.AMONG);
    if (bag.has(WordMeaning.REQUEST)) {
      context.topic = Topic.REQUESTS;
    } else if (remedies.names(bag)) {
      context.topic = Topic.REMEDIES;
    } else {
      documents.named(bag);
    }
  }

  /** A clause of which not all is understood may still say what the next is about. */
  private void besides(ClauseWords bag) {
    context.astray |= !bag.hasAny(SUBJECTS) && found.isEmpty();
    context.answered |= bag.has(WordMeaning.ANSWER);
    if (bag.has(WordMeaning.OTHER_BUSINESS)) {
      context.topic = Topic.NONE;
    } else if (bag.has(WordMeaning.REQUEST)) {
      context.topic = Topic.REQUESTS;
    }
  }

  /** 未收到政府信息公开申请; 未发生行政复议、行政诉讼; 未制定规范性文件. */
  private void none(ClauseWords bag, List<Lexeme> words, String text) {
    scope.read(bag);
    years(bag);
    if (bag.has(WordMeaning.SINCE) && times.isSinceThisYear(bag)) {
      bag.remove(WordMeaning.SINCE);
    }
    if (bag.hasAny(SPOILS)
        || scope.isPart()
        || times.isOtherYear()
        || times.isOtherTime()
        || context.among
        || bag.has(WordMeaning.ANSWER) && !bag.has(WordMeaning.BEFALL)) {
      return;
    }
    int end = words.get(words.size() - 1).to();
    for (Target target : noneOf(bag, words, text)) {
      claim(target, Amount.of(BigDecimal.ZERO), words.get(0).from(), end);
    }
  }

  private List<Target> noneOf(ClauseWords bag, List<Lexeme> words, String text) {
    if (bag.has(WordMeaning.RECONSIDERATION) || bag.has(WordMeaning.LITIGATION)) {
      Target remedy = remedies.none(bag);
      return remedy == null ? List.of() : List.of(remedy);
    }
    if (bag.hasOutcome() || bag.isOfOneKind()) {
      return List.of();
    }
    boolean plain = bag.isOnly(PLAINLY_NONE) && endsWithItsObject(words, text);
    if (bag.hasAny(DOCUMENTS)) {
      understandNone(bag);
    }
    if (plain && (bag.has(WordMeaning.NONE_ISSUED) || bag.has(WordMeaning.NONE_REPEALED))) {
      return documents.none(bag);
    }
    if (!bag.has(WordMeaning.REQUEST)) {
      return List.of();
    }
    if (plain
        && bag.has(WordMeaning.CARRY)
        && bag.has(WordMeaning.PAST) != bag.has(WordMeaning.NEXT)) {
      return List.of(bag.has(WordMeaning.PAST) ? Target.CARRIED_OVER : Target.CARRIED_FORWARD);
    }
    if (!bag.hasAny(OF_SOME)
        && (bag.has(WordMeaning.NONE_RECEIVED) || plain && !bag.has(WordMeaning.NEXT))) {
      context.topic = Topic.REQUESTS;
      return List.of(Target.NEW);
    }
    return List.of();
  }

  /** 无规范性文件制发; 未制定、废止规范性文件. */
  private static void understandNone(ClauseWords bag) {
    if (bag.hasAny(NONE) && bag.has(WordMeaning.ISSUE)) {
      bag.add(WordMeaning.NONE_ISSUED);
    }
    if (bag.hasAny(NONE) && bag.has(WordMeaning.REPEAL)) {
      bag.add(WordMeaning.NONE_REPEALED);
    }
  }

  /** Whether nothing follows what there is none of, but 情况. */
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
