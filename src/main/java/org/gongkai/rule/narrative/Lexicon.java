package org.gongkai.rule.narrative;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.jspecify.annotations.Nullable;

/** The words that claims are made of, as a trie that finds the longest word at a position. */
final class Lexicon {
  /** Words whose last character a damaged charset can swallow with the digit after it: 无法提?089件. */
  private static final Set<WordMeaning> OFTEN_BEFORE_FIGURES =
      Set.of(
          WordMeaning.DISCLOSED,
          WordMeaning.PARTIALLY,
          WordMeaning.REFUSED,
          WordMeaning.UNAVAILABLE,
          WordMeaning.NOT_PROCESSED,
          WordMeaning.OTHER_HANDLING,
          WordMeaning.DOCUMENT,
          WordMeaning.REQUEST);

  private static final Lexicon STANDARD = load();

  private final Node root = new Node();

  static Lexicon standard() {
    return STANDARD;
  }

  /** A word that was found. */
  record Entry(WordMeaning word, int length, @Nullable String row) {}

  /** The longest word that begins at {@code from}; null for none. */
  @Nullable Entry longest(String text, int from) {
    Node node = root;
    @Nullable Entry found = null;
    for (int i = from; i < text.length(); i++) {
      Node next = node.next(text.charAt(i));
      if (next == null) {
        break;
      }
      node = next;
      if (node.entry != null) {
        found = node.entry;
      }
    }
    if (node.cut != null && (found == null || node.cut.length() > found.length())) {
      int end = from + node.cut.length();
      if (end < text.length() && Amount.isLost(text.charAt(end))) {
        return node.cut;
      }
    }
    return found;
  }

  private void add(String word, WordMeaning meaning, @Nullable String row) {
    Node node = root;
    Node before = root;
    for (int i = 0; i < word.length(); i++) {
      before = node;
      node = node.orNew(word.charAt(i));
    }
    node.entry = new Entry(meaning, word.length(), row);
    if (OFTEN_BEFORE_FIGURES.contains(meaning) && word.length() >= 3) {
      before.cut = new Entry(meaning, word.length() - 1, row);
    }
  }

  private static Lexicon load() {
    Lexicon lexicon = new Lexicon();
    for (Edition edition : Editions.all()) {
      for (Row row : edition.table(Edition.REQUESTS).rows()) {
        if (row.outcome() && row.parents().size() > 1) {
          String label = row.label().replaceFirst("^\\d\\.", "");
          if (label.length() > 2) {
            lexicon.add(label, WordMeaning.ROW, row.key());
          }
        }
      }
    }
    read().forEach((word, meaning) -> lexicon.add(word, meaning, null));
    return lexicon;
  }

  private static Map<String, WordMeaning> read() {
    Map<String, WordMeaning> words = new HashMap<>();
    Set<String> twice = new HashSet<>();
    try (InputStream in = Lexicon.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new IllegalStateException("words.txt is missing from the jar");
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] parts = line.trim().split(" +");
        WordMeaning meaning = WordMeaning.valueOf(parts[0]);
        for (int i = 1; i < parts.length; i++) {
          WordMeaning before = words.put(parts[i], meaning);
          if (before != null && before != meaning) {
            twice.add(parts[i]);
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("words.txt cannot be read from the jar", e);
    }
    if (!twice.isEmpty()) {
      throw new IllegalStateException("words with two meanings: " + twice);
    }
    return words;
  }

  /** The nodes of the next characters, sorted by character. */
  private static final class Node {
    private char[] characters = {};
    private Node[] nodes = {};
    private @Nullable Entry entry;
    private @Nullable Entry cut;

    @Nullable Node next(char c) {
      int at = Arrays.binarySearch(characters, c);
      return at < 0 ? null : nodes[at];
    }

    Node orNew(char c) {
      int at = Arrays.binarySearch(characters, c);
      if (at >= 0) {
        return nodes[at];
      }
      int place = -at - 1;
      Node made = new Node();
      char[] more = Arrays.copyOf(characters, characters.length + 1);
      Node[] moreNodes = Arrays.copyOf(nodes, nodes.length + 1);
      System.arraycopy(characters, place, more, place + 1, characters.length - place);
      System.arraycopy(nodes, place, moreNodes, place + 1, nodes.length - place);
      more[place] = c;
      moreNodes[place] = made;
      characters = more;
      nodes = moreNodes;
      return made;
    }
  }
}
