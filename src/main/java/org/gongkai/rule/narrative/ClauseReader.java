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
          Word.ON_TIME);

  private static final Set<Word> NONE = EnumSet.of(Word.NONE, Word.NONE_RECEIVED);

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

  void paragraph(Paragraph next) {
    paragraph = next;
    scope.paragraph();
    times.paragraph();
    context.paragraph(next.section());
  }

  void sentence(Sentence next) {
    sentence = next;
    found.clear();
    times.sentence();
    context.sentence();
    documents.forget();
    remedies.sentence();
  }

  /** The claims of the sentence as far as it was read. */
  List<Claim> claims() {
    return found.claims();
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
    Bag left = new Bag(before);
    Bag bag = left.hasAny(Word.VERBS) ? left : Bag.around(before, after);
    if (bag == left && following != null && OBJECTS.contains(following.word())) {
      bag.add(following.word());
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
    if (bag.hasAny(SPOILS)
        || bag.hasAny(NONE)
        || following != null && OTHER_OBJECTS.contains(following.word())) {
      documents.forget();
      if (!bag.has(Word.REQUEST)) {
        context.topic = Topic.NONE;
      }
      return;
    }
    Target target = target(bag);
    if (target != null && figure.amount() != null) {
      claim(target, figure.amount(), figure.from(), figure.to());
    }
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
    if (!context.isOfRequests(bag)) {
      return null;
    }
    return bag.hasOutcome() ? outcomes.of(bag) : requests.of(bag);
  }

  /** A clause without a figure may say that there was none, or say what the next is about. */
  void withoutFigure(List<Lexeme> words, String text) {
    Bag bag = new Bag(words);
    context.disclosure |= bag.has(Word.INFORMATION) || bag.has(Word.REQUEST);
    if (bag.hasAny(NONE)) {
      none(bag, words);
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

  /** 未收到政府信息公开申请; 未发生行政复议、行政诉讼. */
  private void none(Bag bag, List<Lexeme> words) {
    scope.read(bag);
    years(bag);
    if (bag.hasAny(SPOILS)
        || scope.isPart()
        || times.isOtherYear()
        || times.isOtherTime()
        || context.among
        || bag.has(Word.ANSWER) && !bag.has(Word.BEFALL)) {
      return;
    }
    Target target = null;
    if (bag.has(Word.RECONSIDERATION) || bag.has(Word.LITIGATION)) {
      target = remedies.none(bag);
    } else if (bag.has(Word.NONE_RECEIVED)
        && bag.has(Word.REQUEST)
        && !bag.hasAny(OF_SOME)
        && !bag.hasOutcome()
        && !bag.isOfOneKind()) {
      context.topic = Topic.REQUESTS;
      target = Target.NEW;
    }
    if (target != null) {
      int end = words.get(words.size() - 1).to();
      claim(target, Amount.of(BigDecimal.ZERO), words.get(0).from(), end);
    }
  }
}
