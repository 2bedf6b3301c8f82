package org.gongkai.rule.narrative;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.form.Edition;
import org.gongkai.form.Row;
import org.gongkai.report.Numerals;
import org.gongkai.rule.narrative.Claim.Sentence;
import org.gongkai.rule.narrative.Claim.Share;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * Reads sentences as the writers of reports write them: a verb, what it is about, a figure; then
 * more figures about the same. A clause is taken only if every word of it is understood.
 */
final class ClaimReader {
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
          Word.NONE,
          Word.NONE_RECEIVED,
          Word.ON_TIME);

  private static final Set<Word> VERBS =
      EnumSet.of(
          Word.RECEIVE,
          Word.RECEIVE_NEW,
          Word.ADDED,
          Word.ANSWER,
          Word.CARRY,
          Word.DISCLOSED,
          Word.PARTIALLY,
          Word.REFUSED,
          Word.UNAVAILABLE,
          Word.NOT_PROCESSED,
          Word.OTHER_HANDLING,
          Word.ROW,
          Word.ISSUE,
          Word.REPEAL,
          Word.IN_FORCE,
          Word.RECONSIDERATION,
          Word.LITIGATION,
          Word.UPHELD,
          Word.CORRECTED,
          Word.PENDING);

  /** What may stand before a percentage that is a share of all requests: 占答复总数的. */
  private static final Set<Word> OF_A_SHARE =
      EnumSet.of(
          Word.FILLER,
          Word.SHARE,
          Word.YEAR,
          Word.WHOLE,
          Word.OWN,
          Word.INFORMATION,
          Word.REQUEST,
          Word.APPLICATION,
          Word.RECEIVE,
          Word.RECEIVE_NEW,
          Word.HANDLE,
          Word.ANSWER);

  /** The same of one that tells a rise or fall: 较上年增长. */
  private static final Set<Word> OF_A_CHANGE =
      EnumSet.of(
          Word.FILLER,
          Word.COMPARE,
          Word.UP,
          Word.DOWN,
          Word.PAST,
          Word.YEAR,
          Word.INFORMATION,
          Word.REQUEST,
          Word.APPLICATION,
          Word.RECEIVE,
          Word.RECEIVE_NEW,
          Word.HANDLE,
          Word.ANSWER,
          Word.SHARE);

  /** What may stand after the figure: 收到3件申请. */
  private static final Set<Word> OBJECTS =
      EnumSet.of(
          Word.REQUEST,
          Word.APPLICATION,
          Word.DOCUMENT,
          Word.REGULATION,
          Word.RECONSIDERATION,
          Word.LITIGATION);

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

  private static final Set<Word> SINCE_A_YEAR = EnumSet.of(Word.YEAR, Word.SINCE, Word.FILLER);

  /** How requests and remedies end. */
  private static final Set<Word> ENDS =
      EnumSet.of(
          Word.DISCLOSED,
          Word.PARTIALLY,
          Word.REFUSED,
          Word.UNAVAILABLE,
          Word.NOT_PROCESSED,
          Word.OTHER_HANDLING,
          Word.ROW,
          Word.UPHELD,
          Word.CORRECTED,
          Word.PENDING);

  private static final Map<Word, String> GROUPS =
      Map.ofEntries(
          entry(Word.REFUSED, "refused"),
          entry(Word.UNAVAILABLE, "unavailable"),
          entry(Word.NOT_PROCESSED, "notProcessed"),
          entry(Word.OTHER_HANDLING, "otherHandling"));

  private static final Pattern SORTED =
      Pattern.compile(
          "主动公开[^,;]{0,6}\\d+[件份条个篇项][、,;].{0,20}不予公开.{0,6}\\d"
              + "|不予公开[^,;]{0,6}\\d+[件份条个篇项][、,;].{0,20}主动公开.{0,6}\\d");

  private enum Topic {
    NONE,
    REQUESTS,
    DOCUMENTS,
    REGULATIONS,
    REMEDIES
  }

  private final Issuer issuer;
  private final @Nullable Integer year;
  private final @Nullable Edition edition;
  private final List<Claim> claims;
  private final List<Claim> otherYears;

  private Paragraph paragraph;
  private Sentence sentence = new Sentence(0, 0);
  private boolean part;
  private boolean partByHeading;
  private boolean otherYear;

  /** Whether the sentence itself names the other year. */
  private boolean yearNamed;

  private boolean bracketed;

  /** Whether the brackets have named another year. */
  private boolean anotherInBrackets;

  private boolean otherTime;
  private boolean disclosure;
  private Topic topic = Topic.NONE;
  private final List<String> remedies = new ArrayList<>();
  private @Nullable Word documentVerb;

  /** How many totals of remedies stand together. */
  private int totals;

  /** Whether the sentence begins with something else: 加强互动交流，答复300件. */
  private boolean astray;

  private boolean among;

  /** Whether the clause has said what was carried: what it goes on with is of those. */
  private boolean carriedInClause;

  private boolean receivedOnly;
  private boolean answeredBefore;

  /** The claims of the sentence: what goes on may show that one is of something else. */
  private final List<Claim> found = new ArrayList<>();

  private int received = -1;
  private int lastClaim = -1;
  private int clausesSinceClaim;

  ClaimReader(
      Issuer issuer,
      @Nullable Integer year,
      @Nullable Edition edition,
      List<Claim> claims,
      List<Claim> otherYears) {
    this.issuer = issuer;
    this.year = year;
    this.edition = edition;
    this.claims = claims;
    this.otherYears = otherYears;
    this.paragraph = NOTHING;
  }

  private static final Paragraph NOTHING = Prose.nothing();

  void paragraph(Paragraph next) {
    String text = next.string();
    if (!mayClaim(text)) {
      heading(next);
      return;
    }
    paragraph = next;
    List<Lexeme> words = Lexer.words(next, issuer);
    boolean heading = heading(next, words);
    part = partByHeading;
    otherYear = false;
    disclosure = next.section() == 3 || next.section() == 4;
    topic = next.section() == 3 ? Topic.REQUESTS : Topic.NONE;
    if (heading) {
      return;
    }
    int from = 0;
    for (int i = 0; i <= words.size(); i++) {
      if (i == words.size() || words.get(i).word() == Word.STOP) {
        if (i > from && claims.size() + otherYears.size() < Claims.MOST) {
          sentence(words.subList(from, i));
        }
        from = i + 1;
      }
    }
  }

  /**
   * Cheap: whether a paragraph speaks of anything that the tables hold, and gives a figure or says
   * that there is none.
   */
  private static boolean mayClaim(String text) {
    return (text.contains("申请")
            || text.contains("规范性文")
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
      if (c >= '0' && c <= '9' || none || Numerals.isNumeral(c) && unitAfter(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean unitAfter(String text, int at) {
    return at + 1 < text.length() && "件份宗起例条".indexOf(text.charAt(at + 1)) >= 0;
  }

  /** A heading names the scope of what follows: （二）市本级情况. */
  private void heading(Paragraph next) {
    if (next.string().length() <= 30) {
      heading(next, Lexer.words(next, issuer));
    }
  }

  private boolean heading(Paragraph next, List<Lexeme> words) {
    if (next.string().length() > 30) {
      return false;
    }
    for (Lexeme word : words) {
      if (word.word() == Word.FIGURE
          || word.word() == Word.STOP && word != words.get(words.size() - 1)) {
        return false;
      }
      if (word.word() == Word.NONE || word.word() == Word.NONE_RECEIVED) {
        return false;
      }
    }
    partByHeading = words.stream().anyMatch(word -> word.word() == Word.PART);
    return true;
  }

  /** Whether a sentence counts documents by how open they are, which is no outcome of requests. */
  private boolean sortsDocuments() {
    String text = paragraph.string();
    int at = text.indexOf("主动公开", sentence.from());
    return at >= 0
        && at < sentence.to()
        && SORTED.matcher(text).region(sentence.from(), sentence.to()).find();
  }

  private void sentence(List<Lexeme> words) {
    sentence = new Sentence(words.get(0).from(), end(words));
    if (sortsDocuments()) {
      return;
    }
    otherTime = false;
    among = false;
    receivedOnly = false;
    answeredBefore = false;
    received = -1;
    lastClaim = -1;
    documentVerb = null;
    totals = 0;
    astray = false;
    remedies.clear();
    if (topic != Topic.REQUESTS) {
      topic = Topic.NONE;
    }
    yearNamed = false;
    bracketed = false;
    boolean outside = otherYear;
    boolean namedOutside = false;
    boolean begun = false;
    List<Lexeme> clause = new ArrayList<>();
    for (Lexeme word : words) {
      switch (word.word()) {
        case COMMA -> clause(clause);
        case OPEN -> {
          clause(clause);
          outside = otherYear;
          namedOutside = yearNamed;
          bracketed = true;
          anotherInBrackets = false;
        }
        case CLOSE -> {
          clause(clause);
          if (begun) {
            otherYear = outside; // the year before in brackets: its figures stand there too
            yearNamed = namedOutside;
          }
          bracketed = false;
        }
        default -> {
          clause.add(word);
          begun |= !bracketed;
        }
      }
    }
    clause(clause);
    claims.addAll(found);
    found.clear();
  }

  private int end(List<Lexeme> words) {
    int end = words.get(words.size() - 1).to();
    String text = paragraph.string();
    return end < text.length() && "。!?".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
  }

  /**
   * Cuts a clause at its figures: what stands before a figure is about it, what follows the last
   * one too.
   */
  private void clause(List<Lexeme> words) {
    if (words.isEmpty()) {
      return;
    }
    carriedInClause = false;
    List<Integer> figures = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (isFigure(words.get(i))) {
        figures.add(i);
      }
    }
    if (figures.isEmpty()) {
      withoutFigure(words);
    } else if (figures.size() > 1 && leads(words, figures)) {
      figuresFirst(words, figures);
    } else {
      int from = 0;
      for (int at : figures) {
        boolean last = at == figures.get(figures.size() - 1);
        figure(words, from, at, last ? words.size() : at + 1);
        from = at + 1;
      }
    }
    if (words.get(words.size() - 1).isMiddle(paragraph.string()) && !figures.isEmpty()) {
      among = true; // 收到的7件申请中
    }
    words.clear();
  }

  /** Whether each figure stands before what it is of: 3件予以公开和2件部分公开. */
  private static boolean leads(List<Lexeme> words, List<Integer> figures) {
    int last = figures.get(figures.size() - 1);
    return !new Bag(words.subList(0, figures.get(0))).hasAny(VERBS)
        && new Bag(words.subList(last + 1, words.size())).hasAny(VERBS);
  }

  /** Where one is not of an outcome, which figure belongs to which verb cannot be told. */
  private void figuresFirst(List<Lexeme> words, List<Integer> figures) {
    List<Integer> ends = new ArrayList<>(figures.subList(1, figures.size()));
    ends.add(words.size());
    for (int i = 0; i < ends.size(); i++) {
      if (!new Bag(words.subList(figures.get(i), ends.get(i))).hasAny(ENDS)) {
        return;
      }
    }
    for (int i = 0; i < ends.size(); i++) {
      figure(words, i == 0 ? 0 : figures.get(i), figures.get(i), ends.get(i));
    }
  }

  private static boolean isFigure(Lexeme word) {
    return word.word() == Word.FIGURE || word.word() == Word.PERCENT;
  }

  /** A figure that stands at {@code at}; the words from and to are about it. */
  private void figure(List<Lexeme> words, int from, int at, int to) {
    Lexeme figure = words.get(at);
    List<Lexeme> before = words.subList(from, at);
    List<Lexeme> after = words.subList(at + 1, to);
    Lexeme following = at + 1 < words.size() ? words.get(at + 1) : null;
    Bag left = new Bag(before);
    Bag bag = left.hasAny(VERBS) ? left : new Bag(before, after);
    if (bag == left && following != null && OBJECTS.contains(following.word())) {
      bag.add(following.word());
    }
    clausesSinceClaim++;
    if (figure.word() == Word.PERCENT) {
      years(left);
      percent(figure.amount(), left);
      return;
    }
    scope(bag);
    years(bag);
    if (bag.has(Word.ADDED)) {
      bag.add(receivedOnly ? Word.UP : Word.RECEIVE_NEW);
    }
    boolean spoilt = bag.hasAny(SPOILS) || following != null && followsBadly(following);
    if (bag.has(Word.REQUEST)) {
      topic = Topic.REQUESTS;
      disclosure = true;
    }
    if (bag.has(Word.INFORMATION)) {
      disclosure = true;
    }
    if (bag.has(Word.AMONG)) {
      among = true;
    }
    if (spoilt) {
      documentVerb = null;
      if (!bag.has(Word.REQUEST)) {
        topic = Topic.NONE;
      }
      return;
    }
    Target target = target(bag);
    Amount amount = figure.amount();
    if (target == null || part || otherTime || amount == null) {
      return;
    }
    if (otherYear) {
      if (yearNamed) {
        otherYears.add(
            new Claim(target, amount, paragraph, figure.from(), figure.to(), sentence, null));
      }
    } else {
      lastClaim = found.size();
      clausesSinceClaim = 0;
      if (target == Target.RECEIVED) {
        received = found.size();
      }
      found.add(new Claim(target, amount, paragraph, figure.from(), figure.to(), sentence, null));
    }
  }

  private static boolean followsBadly(Lexeme word) {
    return switch (word.word()) {
      case UNKNOWN, OTHER_BUSINESS, RATE, CITIZEN, LEGAL, NUMBER -> true;
      default -> false;
    };
  }

  /** Says what a clause is about; notes it for the clauses that follow. */
  private @Nullable Target target(Bag bag) {
    if (bag.has(Word.RECONSIDERATION)
        || bag.has(Word.LITIGATION)
        || bag.has(Word.DIRECT)
        || bag.has(Word.AFTER_RECONSIDERATION)
        || topic == Topic.REMEDIES) {
      return remedy(bag);
    }
    if (bag.has(Word.UPHELD) || bag.has(Word.CORRECTED) || bag.has(Word.PENDING)) {
      return null;
    }
    if (bag.has(Word.DOCUMENT)
        || bag.has(Word.REGULATION)
        || topic == Topic.DOCUMENTS
        || topic == Topic.REGULATIONS) {
      return document(bag);
    }
    if (bag.has(Word.CARRY)) {
      return carried(bag);
    }
    if (topic != Topic.REQUESTS && !(bag.has(Word.APPLICATION) && disclosure)) {
      return null;
    }
    if (bag.outcomes() > 0) {
      return outcome(bag);
    }
    return request(bag);
  }

  private @Nullable Target request(Bag bag) {
    boolean receive = bag.has(Word.RECEIVE);
    boolean fresh = bag.has(Word.RECEIVE_NEW);
    boolean answer = bag.has(Word.ANSWER);
    if (bag.has(Word.HANDLE)
        || bag.has(Word.UNFINISHED)
        || bag.has(Word.PAST)
        || bag.has(Word.NEXT)
        || bag.has(Word.EACH)
        || astray && !bag.has(Word.REQUEST) && !bag.has(Word.APPLICATION)
        || bag.has(Word.CITIZEN) != bag.has(Word.LEGAL)
        || answer && (receive || fresh)) {
      if (answer) {
        answeredBefore = true;
      }
      return null;
    }
    if (bag.has(Word.APPLICATION) || bag.has(Word.REQUEST)) {
      topic = Topic.REQUESTS;
    }
    boolean ofThose = among || bag.has(Word.INCLUDING);
    if (answer) {
      answeredBefore = true;
      return ofThose || carriedInClause ? null : Target.ANSWERED;
    }
    if (fresh && !(ofThose && answeredBefore)) {
      widen();
      return Target.NEW;
    }
    if (receive && !fresh && !ofThose) {
      boolean second = received >= 0 || receivedOnly;
      receivedOnly = true;
      return second ? null : Target.RECEIVED;
    }
    return null;
  }

  /** 收到774件，其中新收759件: what was received holds those carried over too. */
  private void widen() {
    if (among && received >= 0) {
      withCarriedOver();
    }
  }

  private void withCarriedOver() {
    Claim claim = found.get(received);
    found.set(
        received,
        new Claim(
            Target.RECEIVED_WITH_CARRIED_OVER,
            claim.amount(),
            claim.paragraph(),
            claim.from(),
            claim.to(),
            claim.sentence(),
            claim.share()));
    received = -1;
    receivedOnly = true;
  }

  private @Nullable Target carried(Bag bag) {
    if (topic != Topic.REQUESTS && !(bag.has(Word.APPLICATION) && disclosure)) {
      return null;
    }
    boolean over = bag.has(Word.PAST);
    boolean forward = bag.has(Word.NEXT);
    if (over == forward
        || bag.has(Word.EACH)
        || bag.has(Word.RECEIVE)
        || bag.has(Word.RECEIVE_NEW)) {
      return null;
    }
    carriedInClause = true;
    if (forward) {
      return Target.CARRIED_FORWARD;
    }
    if (bag.has(Word.ANSWER) || bag.has(Word.HANDLE) || bag.outcomes() > 0) {
      return null;
    }
    boolean linked = bag.has(Word.INCLUDING) || among;
    if (linked && answeredBefore) {
      // Of those answered, so many were carried over: not all that were.
      return null;
    }
    if (linked && received >= 0) {
      withCarriedOver();
    }
    return Target.CARRIED_OVER;
  }

  private @Nullable Target outcome(Bag bag) {
    if (bag.has(Word.RECEIVE)
        || bag.has(Word.RECEIVE_NEW)
        || bag.has(Word.HANDLE)
        || bag.has(Word.PAST)
        || bag.has(Word.NEXT)
        || bag.has(Word.UNFINISHED)
        || bag.has(Word.EACH)
        || bag.has(Word.CITIZEN)
        || bag.has(Word.LEGAL)
        || edition == null) {
      return null;
    }
    List<String> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    if (bag.has(Word.DISCLOSED)) {
      rows.add("disclosed");
      names.add("予以公开");
    }
    if (bag.has(Word.PARTIALLY)) {
      rows.add("partiallyDisclosed");
      names.add("部分公开");
    }
    GROUPS.forEach(
        (word, group) -> {
          if (bag.has(word) && bag.rows().stream().noneMatch(row -> row.startsWith(group + '.'))) {
            int before = rows.size();
            edition.table(Edition.REQUESTS).rows().stream()
                .map(Row::key)
                .filter(key -> key.equals(group) || key.startsWith(group + '.'))
                .forEach(rows::add);
            if (rows.size() > before) {
              names.add(NAMES.getOrDefault(word, ""));
            }
          }
        });
    for (Row row : edition.table(Edition.REQUESTS).rows()) {
      if (bag.rows().contains(row.key())) {
        rows.add(row.key());
        names.add(row.label().replaceFirst("^\\d\\.", ""));
      }
    }
    boolean kinds = among && receivedOnly && !answeredBefore && bag.has(Word.ROW);
    if (rows.isEmpty() || names.size() > 2 || kinds) {
      return null; // 收到789件，其中重复申请7件 tells what came in, not what became of it
    }
    String name = String.join("及", names);
    if (rows.equals(List.of("disclosed"))) {
      return Target.requests(
          name, "outcome “" + name + '”', rows, List.of("disclosed", "partiallyDisclosed"));
    }
    return Target.requests(name, "outcome “" + name + '”', rows);
  }

  private static final Map<Word, String> NAMES =
      Map.of(
          Word.REFUSED, "不予公开",
          Word.UNAVAILABLE, "无法提供",
          Word.NOT_PROCESSED, "不予处理",
          Word.OTHER_HANDLING, "其他处理");

  private @Nullable Target document(Bag bag) {
    boolean regulation =
        bag.has(Word.REGULATION) || topic == Topic.REGULATIONS && !bag.has(Word.DOCUMENT);
    if (bag.has(Word.REGULATION) && bag.has(Word.DOCUMENT)) {
      topic = Topic.NONE;
      return null;
    }
    @Nullable Word verb = null;
    for (Word each : List.of(Word.ISSUE, Word.REPEAL, Word.IN_FORCE)) {
      if (bag.has(each)) {
        if (verb != null) {
          return null;
        }
        verb = each;
      }
    }
    boolean named = bag.has(Word.DOCUMENT) || bag.has(Word.REGULATION);
    boolean plain =
        !bag.has(Word.LAPSE)
            && !bag.has(Word.EACH)
            && !bag.has(Word.RECEIVE)
            && !bag.has(Word.ANSWER)
            && !bag.has(Word.CARRY)
            && !bag.has(Word.HANDLE)
            && !bag.has(Word.PAST)
            && !bag.has(Word.NEXT)
            && !bag.has(Word.APPLICATION)
            && bag.outcomes() == 0;
    if (verb == null && named && plain) {
      verb = documentVerb;
    }
    boolean kept = bag.has(Word.KEEP) && verb != Word.IN_FORCE;
    if (verb == null || kept || !plain) {
      topic = Topic.NONE;
      documentVerb = null;
      return null;
    }
    topic = regulation ? Topic.REGULATIONS : Topic.DOCUMENTS;
    documentVerb = verb;
    if (among || bag.has(Word.INCLUDING) || edition == null) {
      return null;
    }
    return document(
        regulation ? "regulations" : "normativeDocuments", regulation ? "规章" : "规范性文件", verb);
  }

  private @Nullable Target document(String row, String name, Word verb) {
    String column;
    String of;
    if (verb == Word.ISSUE) {
      column = "issued";
      of = "制发";
    } else if (verb == Word.REPEAL) {
      column = "repealed";
      of = "废止";
    } else {
      column = "inForce";
      of = "现行有效";
    }
    // The edition before has other columns, that do not count the same.
    if (edition == null
        || edition.find(Edition.PROACTIVE_DISCLOSURE + '/' + row + '/' + column).isEmpty()) {
      return null;
    }
    return Target.documents(of + name, row + ' ' + column, row, column);
  }

  private @Nullable Target remedy(Bag bag) {
    boolean named = remedies(bag);
    boolean plain =
        !bag.has(Word.RECEIVE)
            && !bag.has(Word.RECEIVE_NEW)
            && !bag.has(Word.HANDLE)
            && !bag.has(Word.ANSWER)
            && bag.outcomes() == 0
            && !bag.has(Word.CARRY)
            && !bag.has(Word.PAST)
            && !bag.has(Word.NEXT)
            && !bag.has(Word.DOCUMENT)
            && !bag.has(Word.REGULATION)
            && !bag.has(Word.ISSUE)
            && !bag.has(Word.REPEAL)
            && !bag.has(Word.CITIZEN)
            && !bag.has(Word.LEGAL)
            && !bag.has(Word.UNFINISHED)
            && !bag.has(Word.INCLUDING)
            && !bag.has(Word.EACH);
    if (!plain || !disclosure || remedies.isEmpty()) {
      topic = Topic.NONE;
      remedies.clear();
      return null;
    }
    topic = Topic.REMEDIES;
    if (among && bag.has(Word.INFORMATION)) {
      // 行政复议320件，其中涉及政府信息公开10件: the first were of any kind.
      found.removeIf(claim -> claim.target().table().equals(Edition.REMEDIES));
      lastClaim = -1;
      received = -1;
      return null;
    }
    String column = Target.TOTAL;
    String ending = "";
    int endings = 0;
    for (Map.Entry<Word, String> each : ENDINGS.entrySet()) {
      if (bag.has(each.getKey())) {
        column = each.getValue();
        ending = ENDING_NAMES.getOrDefault(each.getKey(), "");
        endings++;
      }
    }
    if (endings == 0) {
      totals++;
      if (!named || among && remedies.size() != 1) {
        return null;
      }
    } else if (endings > 1 || !named && totals > 1) {
      return null; // 行政复议7件、行政诉讼3件，维持2件: of which
    } else {
      totals = 0;
    }
    return Target.remedies(
        remedyName() + ending, "reconsideration and litigation: " + column, remedies, column);
  }

  private static final Map<Word, String> ENDINGS =
      Map.of(Word.UPHELD, "upheld", Word.CORRECTED, "corrected", Word.PENDING, "pending");
  private static final Map<Word, String> ENDING_NAMES =
      Map.of(Word.UPHELD, "结果维持", Word.CORRECTED, "结果纠正", Word.PENDING, "尚未审结");

  /** Notes which remedies a clause names; those of the clause before stand where it names none. */
  private boolean remedies(Bag bag) {
    List<String> named = new ArrayList<>();
    boolean direct = bag.has(Word.DIRECT);
    boolean after = bag.has(Word.AFTER_RECONSIDERATION);
    if (bag.has(Word.RECONSIDERATION)) {
      named.add("reconsideration");
    }
    if (direct || bag.has(Word.LITIGATION) && !after) {
      named.add("litigationDirect");
    }
    if (after || bag.has(Word.LITIGATION) && !direct) {
      named.add("litigationAfterReconsideration");
    }
    if (named.isEmpty()) {
      return false;
    }
    remedies.clear();
    remedies.addAll(named);
    return true;
  }

  private String remedyName() {
    boolean reconsideration = remedies.contains("reconsideration");
    boolean direct = remedies.contains("litigationDirect");
    boolean after = remedies.contains("litigationAfterReconsideration");
    String litigation = direct && after ? "行政诉讼" : direct ? "直接起诉" : after ? "复议后诉讼" : "";
    return reconsideration ? litigation.isEmpty() ? "行政复议" : "行政复议和" + litigation : litigation;
  }

  /** A clause without a figure may say that there was none, or say what the next is about. */
  private void withoutFigure(List<Lexeme> words) {
    Bag bag = new Bag(words);
    if (bag.has(Word.INFORMATION) || bag.has(Word.REQUEST)) {
      disclosure = true;
    }
    if (bag.has(Word.NONE) || bag.has(Word.NONE_RECEIVED)) {
      nothing(bag, words);
      return;
    }
    otherTime |=
        bag.has(Word.OTHER_TIME)
            || bag.has(Word.PART_OF_YEAR)
            || bag.has(Word.SINCE) && !(bag.isOnly(SINCE_A_YEAR) && isThisYear(bag));
    if (bag.isOnly(OF_ANOTHER_BODY)
        && words.stream().anyMatch(word -> word.isBody(paragraph.string()))) {
      part = true; // 市公安局：收到250件
    }
    if (bag.has(Word.UNKNOWN) || bag.has(Word.OTHER_BUSINESS)) {
      astray |= !named(bag) && found.isEmpty();
      if (bag.has(Word.OTHER_BUSINESS)) {
        topic = Topic.NONE;
      } else if (bag.has(Word.REQUEST)) {
        topic = Topic.REQUESTS;
      }
      if (bag.has(Word.ANSWER)) {
        answeredBefore = true;
      }
      years(bag);
      return;
    }
    scope(bag);
    years(bag);
    if (bag.has(Word.AMONG)) {
      among = true;
    }
    if (bag.has(Word.REQUEST)) {
      topic = Topic.REQUESTS;
    } else if (remedies(bag)) {
      topic = Topic.REMEDIES;
    }
  }

  private static boolean named(Bag bag) {
    return bag.has(Word.REQUEST) || bag.has(Word.APPLICATION) || bag.has(Word.INFORMATION);
  }

  /** 未收到政府信息公开申请; 未发生行政复议、行政诉讼. */
  private void nothing(Bag bag, List<Lexeme> words) {
    scope(bag);
    years(bag);
    Set<Word> spoils = EnumSet.copyOf(SPOILS);
    spoils.remove(Word.NONE);
    spoils.remove(Word.NONE_RECEIVED);
    if (bag.hasAny(spoils)
        || part
        || otherYear
        || otherTime
        || among
        || bag.has(Word.ANSWER) && !bag.has(Word.BEFALL)) {
      return;
    }
    @Nullable Target target = null;
    if (bag.has(Word.RECONSIDERATION) || bag.has(Word.LITIGATION)) {
      boolean ended =
          bag.has(Word.UPHELD)
              || bag.has(Word.CORRECTED)
              || bag.has(Word.PENDING)
              || bag.has(Word.PAST)
              || bag.has(Word.CARRY)
              || bag.has(Word.HANDLE)
              || bag.outcomes() > 0;
      if (!ended && disclosure && remedies(bag)) {
        topic = Topic.REMEDIES;
        target =
            Target.remedies(remedyName(), "reconsideration and litigation", remedies, Target.TOTAL);
      }
    } else if (bag.has(Word.NONE_RECEIVED)
        && bag.has(Word.REQUEST)
        && bag.outcomes() == 0
        && !bag.has(Word.CARRY)
        && !bag.has(Word.PAST)
        && !bag.has(Word.ISSUE)
        && bag.has(Word.CITIZEN) == bag.has(Word.LEGAL)) {
      topic = Topic.REQUESTS;
      target = Target.NEW;
    }
    if (target != null) {
      Lexeme first = words.get(0);
      Lexeme last = words.get(words.size() - 1);
      found.add(
          new Claim(
              target,
              Amount.of(BigDecimal.ZERO),
              paragraph,
              first.from(),
              last.to(),
              sentence,
              null));
    }
  }

  /** 2023年以来: no other time than the year. */
  private boolean isThisYear(Bag bag) {
    for (Lexeme lexeme : bag.words()) {
      Amount printed = lexeme.amount();
      if (lexeme.word() == Word.YEAR && printed != null && year != null) {
        return printed.agrees(BigDecimal.valueOf(year));
      }
    }
    return false;
  }

  private void scope(Bag bag) {
    boolean whole = bag.has(Word.WHOLE) || bag.has(Word.OWN);
    if (bag.has(Word.PART) || bag.has(Word.PARTS) && !whole) {
      part = true;
    } else if (whole) {
      part = false;
    }
  }

  /**
   * Turns years into words: the one before and after where something is carried, this one, or
   * another one.
   */
  private void years(Bag bag) {
    boolean thisYear = false;
    boolean another = false;
    for (Lexeme lexeme : bag.words()) {
      Amount printed = lexeme.amount();
      if (lexeme.word() != Word.YEAR || printed == null) {
        continue;
      }
      if (year == null) {
        otherYear = true;
      } else if (printed.agrees(BigDecimal.valueOf(year))) {
        if (!bag.has(Word.CARRY)) {
          otherYear = false;
          thisYear = true;
        }
      } else if (bag.has(Word.CARRY) && printed.agrees(BigDecimal.valueOf(year - 1L))) {
        bag.add(Word.PAST);
      } else if (bag.has(Word.CARRY) && printed.agrees(BigDecimal.valueOf(year + 1L))) {
        bag.add(Word.NEXT);
      } else if (!bag.has(Word.COMPARE) && !bag.has(Word.UP) && !bag.has(Word.DOWN)) {
        otherYear = true;
        // 2019年修订的条例 is another year's, not what is told of it.
        yearNamed = !bag.has(Word.UNKNOWN) && !bag.has(Word.LAPSE);
        another = true;
      } else if (printed.agrees(BigDecimal.valueOf(year - 1L))) {
        bag.add(Word.PAST);
      } else {
        bag.add(Word.OTHER_TIME);
      }
    }
    if (thisYear && another) {
      otherTime = true; // 2022年和2023年共收到
    }
    if (bracketed && thisYear && anotherInBrackets) {
      found.clear(); // 1446件（2022年657件，2023年789件）
      lastClaim = -1;
      received = -1;
    }
    anotherInBrackets |= another;
  }

  /** A share of the figure before it, or how it changed since the year before. */
  private void percent(@Nullable Amount amount, Bag bag) {
    if (lastClaim < 0 || clausesSinceClaim > 1 || amount == null || !amount.isWhole()) {
      return;
    }
    Claim claim = found.get(lastClaim);
    Share.@Nullable Kind kind = null;
    if (bag.isOnly(OF_A_SHARE)
        && bag.has(Word.SHARE)
        && claim.target().table().equals(Edition.REQUESTS)) {
      kind = bag.has(Word.ANSWER) ? Share.Kind.OF_ANSWERED : Share.Kind.OF_ALL;
    } else if (bag.isOnly(OF_A_CHANGE)
        && bag.has(Word.COMPARE)
        && bag.has(Word.UP) != bag.has(Word.DOWN)
        && (claim.target().equals(Target.RECEIVED)
            || claim.target().equals(Target.NEW)
            || claim.target().equals(Target.ANSWERED))) {
      kind = bag.has(Word.UP) ? Share.Kind.UP : Share.Kind.DOWN;
    }
    if (kind != null) {
      Share share = new Share(amount, kind);
      found.set(
          lastClaim,
          new Claim(
              claim.target(),
              claim.amount(),
              claim.paragraph(),
              claim.from(),
              claim.to(),
              claim.sentence(),
              share));
    }
  }

  /** The words of a clause, by meaning. */
  private static final class Bag {
    private final List<Lexeme> words;
    private final Set<Word> meanings = EnumSet.noneOf(Word.class);

    Bag(List<Lexeme> words) {
      this.words = words;
      words.forEach(word -> meanings.add(word.word()));
    }

    Bag(List<Lexeme> before, List<Lexeme> after) {
      this.words = new ArrayList<>(before);
      words.addAll(after);
      words.forEach(word -> meanings.add(word.word()));
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

    void add(Word word) {
      meanings.add(word);
    }

    /** How many outcomes it names. */
    int outcomes() {
      int outcomes = 0;
      for (Word word : meanings) {
        outcomes += word.isOutcome() ? 1 : 0;
      }
      return outcomes;
    }

    /** The rows whose labels it has. */
    Set<String> rows() {
      return words.stream().map(Lexeme::row).filter(Objects::nonNull).collect(Collectors.toSet());
    }
  }
}
