package org.gongkai.rule.similarity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.gongkai.rule.IssuerMatcher;
import org.gongkai.rule.Message;
import org.jspecify.annotations.Nullable;

/**
 * Tells text that was taken over: from the year before, or from another body. Figures do not count
 * as a difference.
 */
public final class NarrativeReuse {
  /** From this share on a paragraph is taken over. */
  private static final double SAME_PARAGRAPH = 0.9;

  private NarrativeReuse() {}

  /**
   * How much of a text was there before.
   *
   * @param share the share of the text that is also in the earlier one, 0 to 1
   * @param characters how long the text is, figures and punctuation left out
   * @param paragraphs the numbers of the paragraphs taken over whole, from 0
   */
  public record Reused(double share, int characters, List<Integer> paragraphs) {
    public Reused {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** How much of a text, paragraph by paragraph, is in an earlier one. */
  public static Reused compare(List<String> text, Shingles earlier) {
    int all = 0;
    int reused = 0;
    List<Integer> paragraphs = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      int[] shingles = Shingles.of(text.get(i));
      int found = 0;
      for (int shingle : shingles) {
        found += earlier.contains(shingle) ? 1 : 0;
      }
      all += shingles.length;
      reused += found;
      if (shingles.length > 0 && found >= SAME_PARAGRAPH * shingles.length) {
        paragraphs.add(i);
      }
    }
    return new Reused(all == 0 ? 0 : (double) reused / all, all, paragraphs);
  }

  /**
   * Two bodies with nearly the same text.
   *
   * @param one the name of the first, as it was added
   * @param other the name of the second
   * @param alike how much of both texts is the same, 0 to 1, give or take a twentieth
   * @param message the same in words
   */
  public record Twins(String one, String other, double alike, Message message) {}

  /**
   * Finds bodies with nearly the same text among many, in time and memory linear in their number
   * (some 300 bytes each): texts are compared by {@link Sketch sketches}.
   */
  public static final class Index {
    private static final int ROWS = 4;
    private static final double ALIKE = 0.85;
    private static final int ENOUGH = 300;

    private final List<Entry> entries = new ArrayList<>();
    private final BiPredicate<String, String> related;

    /** Compares all reports but those of one body. */
    public Index() {
      this((one, other) -> false);
    }

    /**
     * Compares all reports but those of one body, and of bodies that may share their text: a
     * government and its office.
     *
     * @param related tells of two issuers
     */
    public Index(BiPredicate<String, String> related) {
      this.related = related;
    }

    private record Entry(String name, String issuer, Sketch sketch) {}

    /**
     * Takes a report in. Reports of the same body are never twins of each other; texts of less than
     * 300 characters are left alone.
     *
     * @param name what to call it
     * @param issuer whose report it is; null where that is not known
     * @param text its prose
     */
    public synchronized void add(String name, @Nullable String issuer, Sketch text) {
      if (text.pieces() >= ENOUGH) {
        entries.add(new Entry(name, IssuerMatcher.normalise(issuer), text));
      }
    }

    /**
     * All twins, in the order in which they were added: for each report those that came before it,
     * or twenty and more of them where very many share one text.
     */
    public synchronized List<Twins> twins() {
      Map<Long, Set<Integer>> found = new LinkedHashMap<>();
      for (int band = 0; band < Sketch.BINS; band += ROWS) {
        Map<Long, List<Integer>> buckets = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
          List<Integer> bucket =
              buckets.computeIfAbsent(key(entries.get(i).sketch, band), k -> new ArrayList<>(1));
          for (int other : firsts(bucket)) {
            found.computeIfAbsent((long) i, k -> new HashSet<>()).add(other);
          }
          bucket.add(i);
        }
      }
      List<Twins> twins = new ArrayList<>();
      found.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              late ->
                  late.getValue().stream()
                      .sorted()
                      .forEach(
                          other -> {
                            Entry one = entries.get(other);
                            Entry two = entries.get(late.getKey().intValue());
                            double alike = one.sketch.alike(two.sketch);
                            if (alike >= ALIKE
                                && (one.issuer.isEmpty()
                                    || !one.issuer.equals(two.issuer)
                                        && !related.test(one.issuer, two.issuer))) {
                              twins.add(
                                  new Twins(one.name, two.name, alike, message(one, two, alike)));
                            }
                          }));
      return twins;
    }

    /** A text that thousands share makes one long list, not thousands times thousands of pairs. */
    private static List<Integer> firsts(List<Integer> bucket) {
      return bucket.subList(0, Math.min(bucket.size(), 20));
    }

    private static long key(Sketch sketch, int band) {
      long key = 0;
      for (int i = band; i < band + ROWS; i++) {
        key = Shingles.mix(key * 31 + sketch.at(i));
      }
      return key;
    }

    private static Message message(Entry one, Entry two, double alike) {
      long percent = Math.round(100 * alike);
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
}
