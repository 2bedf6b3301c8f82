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
  private static final Set<Word> SPOILS =
      EnumSet.of(
          Word.UNKNOWN,
          Word.NUMBER,
          Word.PART_OF_YEAR,
          Word.OTHER_TIME,
          Word.SINCE,
          Word.OTHER_BUSINESS,
          Word.COMPARE,
          Word.UP,
          Word.DOWN,
          Word.RATE,
          Word.SHARE,
          Word.APPROXIMATELY,
          Word.ON_TIME,
          Word.LATE,
          Word.NOW);

  /** With which a figure is of something else, and so may be what follows. */
  private static final Set<Word> LEADS_AWAY =
      EnumSet.of(
          Word.UNKNOWN, Word.NUMBER, Word.PART_OF_YEAR, Word.OTHER_TIME, Word.OTHER_BUSINESS);

  /** What may go before what requests are about: 收到4件涉及…的申请. */
  private static final Set<Word> BEFORE_MATTERS = EnumSet.of(Word.ABOUT, Word.BEFALL);

  private static final Set<Word> CARRYING =
      EnumSet.of(Word.CARRY, Word.UNFINISHED, Word.PAST, Word.NEXT);

  /** With which a clause says that there were none, and no more than that. */
  private static final Set<Word> PLAINLY_NONE =
      EnumSet.of(
          Word.NONE,
          Word.NONE_RECEIVED,
          Word.NONE_ISSUED,
          Word.NONE_REPEALED,
          Word.FILLER,
          Word.OWN,
          Word.WHOLE,
          Word.YEAR,
          Word.INFORMATION,
          Word.REQUEST,
          Word.APPLICATION,
          Word.DOCUMENT,
          Word.REGULATION,
          Word.ISSUE,
          Word.REPEAL,
          Word.PAST,
          Word.NEXT,
          Word.CARRY);

  private static final Set<Word> NONE =
      EnumSet.of(Word.NONE, Word.NONE_RECEIVED, Word.NONE_ISSUED, Word.NONE_REPEALED);

  /** What may stand after the figure: 收到3件申请. */
  private static final Set<Word> OBJECTS =
      EnumSet.of(
          Word.REQUEST,
          Word.APPLICATION,
          Word.DOCUMENT,
          Word.REGULATION,
          Word.RECONSIDERATION,
          Word.LITIGATION);

  /** What may not: 收到3件来信. */
  private static final Set<Word> OTHER_OBJECTS =
      EnumSet.of(
          Word.UNKNOWN, Word.OTHER_BUSINESS, Word.RATE, Word.CITIZEN, Word.LEGAL, Word.NUMBER);

  private static final Set<Word> REMEDIES =
      EnumSet.of(Word.RECONSIDERATION, Word.LITIGATION, Word.DIRECT, Word.AFTER_RECONSIDERATION);

  private static final Set<Word> ENDINGS = EnumSet.of(Word.UPHELD, Word.CORRECTED, Word.PENDING);

  private static final Set<Word> SUBJECTS =
      EnumSet.of(Word.REQUEST, Word.APPLICATION, Word.INFORMATION);

  private static final Set<Word> REQUESTS = EnumSet.of(Word.REQUEST, Word.APPLICATION);

  private static final Set<Word> FATES = EnumSet.of(Word.ISSUE, Word.REPEAL);

  private static final Set<Word> DOCUMENTS = EnumSet.of(Word.DOCUMENT, Word.REGULATION);

  /** What a clause may have that names but a body, and what comes of it there. */
  private static final Set<Word> OF_ANOTHER_BODY =
      EnumSet.of(
          Word.UNKNOWN,
          Word.FILLER,
          Word.YEAR,
          Word.INFORMATION,
          Word.REQUEST,
          Word.APPLICATION,
          Word.HANDLE);

  /** With which a clause that says that none were received says more than that. */
  private static final Set<Word> OF_SOME = EnumSet.of(Word.CARRY, Word.PAST, Word.ISSUE);

  /** What tells some requests from those answered in time. */
  private static final List<String> LATE = List.of("延期", "超期", "逾期", "当场", "即时");

  private final Scope scope;
  private final List<Claim> otherYears;
  private final Times times;
  private final Context context = new Context();
  private final Found found = new Found();
  private final RequestTargets requests = new RequestTargets(context, found);
  private final OutcomeTargets outcomes;
  private final DocumentTargets documents;
  private final RemedyTargets remedies = new RemedyTargets(context, found);

  private @Nullable Paragraph paragraph;
  private Sentence sentence = new Sentence(0, 0);

  ClauseReader(Scope scope, Times times, @Nullable Edition edition, List<Claim> otherYears) {
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

  void sentence(Sentence next, Bag words) {
    sentence = next;
    found.clear();
    times.sentence();
    context.sentence();
    context.namesRequests = words.has(Word.REQUEST) && !words.has(Word.OTHER_BUSINESS);
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
    Bag left = new Bag(before);
    Bag bag = left.hasAny(Word.VERBS) ? left : Bag.around(before, after);
    if (bag == left && following != null && OBJECTS.contains(following.word())) {
      bag.add(following.word());
    }
    boolean matter = isOfMatter(left, after, following);
    if (matter) {
      bag.add(after.get(after.size() - 1).word());
    }
    if (figure.word() == Word.PERCENT) {
      years(left);
      percent(figure.amount(), left);
      return;
    }
    scope.read(bag);
    years(bag);
    if (bag.has(Word.ADDED)) {
      bag.add(context.received ? Word.UP : Word.RECEIVE_NEW);
    }
    if (bag.has(Word.REQUEST)) {
      context.topic = Topic.REQUESTS;
    }
    context.disclosure |= bag.has(Word.REQUEST) || bag.has(Word.INFORMATION);
    context.among |= bag.has(Word.AMONG);
    context.except |= bag.has(Word.EXCEPT);
    context.now |= bag.has(Word.NOW);
    understand(bag, figure);
    boolean otherObject = following != null && OTHER_OBJECTS.contains(following.word());
    boolean about = following != null && following.word() == Word.ABOUT && !matter;
    if (bag.hasAny(SPOILS) || bag.hasAny(NONE) || otherObject || about) {
      documents.forget();
      if (!bag.has(Word.REQUEST) && (bag.hasAny(LEADS_AWAY) || otherObject || about)) {
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
  private void understand(Bag bag, Lexeme figure) {
    if (bag.has(Word.TRANSFER)) {
      bag.add(Word.CARRY);
    }
    if (!context.late && bag.has(Word.ANSWER)) {
      bag.remove(Word.ON_TIME);
    }
    if (bag.has(Word.SINCE) && times.isSinceThisYear(bag)) {
      bag.remove(Word.SINCE);
    }
    if (figure.amount() != null && figure.amount().value().signum() == 0) {
      bag.remove(Word.EACH); // 均为0件
    }
  }

  /** Whether requests are told with what they are about: 收到4件针对征地的申请. */
  private static boolean isOfMatter(Bag left, List<Lexeme> after, @Nullable Lexeme following) {
    return following != null
        && BEFORE_MATTERS.contains(following.word())
        && (left.has(Word.RECEIVE) || left.has(Word.RECEIVE_NEW))
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

  private void years(Bag bag) {
    if (times.read(bag)) {
      found.clear();
    }
  }

  private void percent(@Nullable Amount amount, Bag left) {
    Claim claim = found.justBefore();
    if (claim == null || amount == null || !amount.isWhole()) {
      return;
    }
    Share.Kind kind = Shares.kind(claim, left);
    if (kind != null) {
      found.replace(claim, claim.withShare(new Share(amount, kind)));
    }
  }

  /** Says what a clause is about; notes it for the clauses that follow. */
  private @Nullable Target target(Bag bag) {
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
    if (bag.has(Word.CARRY)) {
      return requests.carried(bag);
    }
    if (bag.has(Word.UNFINISHED)) {
      return requests.unfinished(bag);
    }
    if (!context.isOfRequests(bag)) {
      return null;
    }
    return bag.hasOutcome() ? outcomes.of(bag) : requests.of(bag);
  }

  /** A clause without a figure may say that there was none, or say what the next is about. */
  void withoutFigure(List<Lexeme> words, String text) {
    Bag bag = new Bag(words);
    context.disclosure |= bag.has(Word.INFORMATION) || bag.has(Word.REQUEST);
    context.except |= bag.has(Word.EXCEPT);
    context.now |= bag.has(Word.NOW);
    if (bag.hasAny(NONE)) {
      none(bag, words, text);
      return;
    }
    times.readAlone(bag);
    if (bag.isOnly(OF_ANOTHER_BODY) && words.stream().anyMatch(word -> word.isBody(text))) {
      scope.another(); // 市公安局：收到250件
    }
    if (bag.has(Word.UNKNOWN) || bag.has(Word.OTHER_BUSINESS)) {
      besides(bag);
      years(bag);
      return;
    }
    scope.read(bag);
    years(bag);
    context.among |= bag.has(Word.AMONG);
    if (bag.has(Word.REQUEST)) {
      context.topic = Topic.REQUESTS;
    } else if (remedies.names(bag)) {
      context.topic = Topic.REMEDIES;
    } else {
      documents.named(bag);
    }
  }

  /** A clause of which not all is understood may still say what the next is about. */
  private void besides(Bag bag) {
    context.astray |= !bag.hasAny(SUBJECTS) && found.isEmpty();
    context.answered |= bag.has(Word.ANSWER);
    if (bag.has(Word.OTHER_BUSINESS)) {
      context.topic = Topic.NONE;
    } else if (bag.has(Word.REQUEST)) {
      context.topic = Topic.REQUESTS;
    }
  }

  /** 未收到政府信息公开申请; 未发生行政复议、行政诉讼; 未制定规范性文件. */
  private void none(Bag bag, List<Lexeme> words, String text) {
    scope.read(bag);
    years(bag);
    if (bag.has(Word.SINCE) && times.isSinceThisYear(bag)) {
      bag.remove(Word.SINCE);
    }
    if (bag.hasAny(SPOILS)
        || scope.isPart()
        || times.isOtherYear()
        || times.isOtherTime()
        || context.among
        || bag.has(Word.ANSWER) && !bag.has(Word.BEFALL)) {
      return;
    }
    int end = words.get(words.size() - 1).to();
    for (Target target : noneOf(bag, words, text)) {
      claim(target, Amount.of(BigDecimal.ZERO), words.get(0).from(), end);
    }
  }

  private List<Target> noneOf(Bag bag, List<Lexeme> words, String text) {
    if (bag.has(Word.RECONSIDERATION) || bag.has(Word.LITIGATION)) {
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
    if (plain && (bag.has(Word.NONE_ISSUED) || bag.has(Word.NONE_REPEALED))) {
      return documents.none(bag);
    }
    if (!bag.has(Word.REQUEST)) {
      return List.of();
    }
    if (plain && bag.has(Word.CARRY) && bag.has(Word.PAST) != bag.has(Word.NEXT)) {
      return List.of(bag.has(Word.PAST) ? Target.CARRIED_OVER : Target.CARRIED_FORWARD);
    }
    if (!bag.hasAny(OF_SOME) && (bag.has(Word.NONE_RECEIVED) || plain && !bag.has(Word.NEXT))) {
      context.topic = Topic.REQUESTS;
      return List.of(Target.NEW);
    }
    return List.of();
  }

  /** 无规范性文件制发; 未制定、废止规范性文件. */
  private static void understandNone(Bag bag) {
    if (bag.hasAny(NONE) && bag.has(Word.ISSUE)) {
      bag.add(Word.NONE_ISSUED);
    }
    if (bag.hasAny(NONE) && bag.has(Word.REPEAL)) {
      bag.add(Word.NONE_REPEALED);
    }
  }

  /** Whether nothing follows what there is none of, but 情况. */
  private static boolean endsWithItsObject(List<Lexeme> words, String text) {
    Lexeme last = words.get(words.size() - 1);
    if (words.size() > 1 && text.substring(last.from(), last.to()).endsWith("情况")) {
      last = words.get(words.size() - 2);
    }
    return last.word() == Word.REQUEST
        || DOCUMENTS.contains(last.word())
        || FATES.contains(last.word());
  }
}
