package org.gongkai.rule.similarity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.gongkai.rule.IssuerMatcher;
import org.gongkai.rule.Message;
import org.jspecify.annotations.Nullable;

/**
 * Finds reports of different bodies with nearly the same text. Time and memory are linear in their
 * number (some 300 bytes each), as texts are compared by their {@link Sketch}.
 *
 * <pre>{@code
 * SimilarityIndex index = new SimilarityIndex();
 * results.forEach(r -> index.add(r.source().name(), r.report().identity().issuer(), Sketch.of(r.report())));
 * index.similarReports().forEach(pair -> System.out.println(pair.message().zh()));
 * }</pre>
 */
public final class SimilarityIndex {
  private static final int BAND = 4;
  private static final double LEAST_SIMILARITY = 0.85;
  private static final int LEAST_PIECES = 300;
  private static final int MOST_PER_BUCKET = 20;

  private final List<Entry> entries = new ArrayList<>();
  private final BiPredicate<String, String> related;

  /** Compares all reports but those of one body. */
  public SimilarityIndex() {
    this((one, other) -> false);
  }

  /**
   * Compares all reports but those of one body, and of bodies that may share their text: a
   * government and its office.
   *
   * @param related whether two issuers, as {@link IssuerMatcher#normalise} names them, may share
   *     their text
   */
  public SimilarityIndex(BiPredicate<String, String> related) {
    this.related = related;
  }

  private record Entry(String name, String issuer, Sketch sketch) {}

  /**
   * Adds a report. Texts of less than 300 characters are left out.
   *
   * @param name the name to report it by
   * @param issuer whose report it is; null where that is not known
   * @param text its prose
   */
  public synchronized void add(String name, @Nullable String issuer, Sketch text) {
    if (text.pieces() >= LEAST_PIECES) {
      entries.add(new Entry(name, IssuerMatcher.normalise(issuer), text));
    }
  }

  /**
   * All pairs of similar reports, in the order in which their second one was added. Where very many
   * share one text, each is compared with twenty and more of them, not with all.
   */
  public synchronized List<SimilarReports> similarReports() {
    List<SimilarReports> pairs = new ArrayList<>();
    candidates()
        .forEach(
            (second, firsts) ->
                firsts.forEach(
                    first -> {
                      Entry one = entries.get(first);
                      Entry two = entries.get(second);
                      double similarity = one.sketch.similarity(two.sketch);
                      if (similarity >= LEAST_SIMILARITY
                          && !sameOrRelated(one.issuer, two.issuer)) {
                        pairs.add(
                            new SimilarReports(
                                one.name, two.name, similarity, message(one, two, similarity)));
                      }
                    }));
    return pairs;
  }

  /**
   * Locality-sensitive hashing: for each report the earlier ones whose sketch has the same numbers
   * in some band of four.
   */
  private SortedMap<Integer, SortedSet<Integer>> candidates() {
    SortedMap<Integer, SortedSet<Integer>> candidates = new TreeMap<>();
    for (int band = 0; band < Sketch.BINS; band += BAND) {
      Map<Long, List<Integer>> buckets = new HashMap<>();
      for (int i = 0; i < entries.size(); i++) {
        List<Integer> bucket =
            buckets.computeIfAbsent(key(entries.get(i).sketch, band), k -> new ArrayList<>(1));
        if (!bucket.isEmpty()) {
          // The first ones only: a text that thousands share would give millions of pairs.
          candidates
              .computeIfAbsent(i, k -> new TreeSet<>())
              .addAll(bucket.subList(0, Math.min(bucket.size(), MOST_PER_BUCKET)));
        }
        bucket.add(i);
      }
    }
    return candidates;
  }

  private boolean sameOrRelated(String one, String other) {
    return !one.isEmpty() && (one.equals(other) || related.test(one, other));
  }

  private static long key(Sketch sketch, int band) {
    long key = 0;
    for (int i = band; i < band + BAND; i++) {
      key = Shingles.mix(key * 31 + sketch.at(i));
    }
    return key;
  }

  private static Message message(Entry one, Entry two, double similarity) {
    long percent = Math.round(100 * similarity);
    return new Message(
        "“" + one.name + "”与“" + two.name + "”的文字约有" + percent + "%相同（数字不计），请核实是否照抄。",
        "“"
            + one.name
            + "” and “"
            + two.name
            + "” share about "
            + percent
            + " % of their text (figures aside); see whether one was copied.");
  }
}
