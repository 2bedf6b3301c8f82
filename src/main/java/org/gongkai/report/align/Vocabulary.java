package org.gongkai.report.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Edition;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.text.TextNormalizer;

/**
 * The labels of all editions' rows: what tells a label from a word that stands where a figure
 * belongs.
 */
public final class Vocabulary {

  private final Map<String, List<RowLabels>> byEdition = new HashMap<>();
  private final List<RowLabels> all = new ArrayList<>();
  private final Set<String> sideways = new HashSet<>();

  /**
   * The keys that are some row's label beyond doubt, and the last pairs of those that end in one.
   */
  private final Set<String> exact = new HashSet<>();

  /** The keys of labels that the form numbers, without their numbers. */
  private final Set<String> numbered = new HashSet<>();

  private final Bigrams endings = new Bigrams();
  private int longest;

  Vocabulary() {
    for (Edition edition : Editions.all()) {
      List<RowLabels> labels = new ArrayList<>();
      for (Table table : edition.tables()) {
        if (table.sideways()) {
          table.rows().stream().map(Row::label).map(TextNormalizer::key).forEach(sideways::add);
        } else {
          labels.add(new RowLabels(table));
        }
      }
      byEdition.put(edition.key(), labels);
      all.addAll(labels);
    }
    for (RowLabels labels : all) {
      labels.addTo(exact, endings);
      labels.addNumberedTo(numbered);
    }
    longest = exact.stream().mapToInt(String::length).max().orElse(0);
  }

  /** The labels of an edition's tables whose rows stand below each other. */
  List<RowLabels> of(Edition edition) {
    return byEdition.getOrDefault(edition.key(), List.of());
  }

  /** Whether a token is a row's label beyond doubt. */
  boolean isLabel(Token token) {
    String key = token.key();
    if (key.length() <= longest + 2
        && (exact.contains(key) || numbered.contains(RowLabels.withoutNumber(token)))) {
      return true;
    }
    if (key.length() < RowLabels.LEAST_ENDED || endings.atEnd(key) == 0) {
      return false;
    }
    for (RowLabels labels : all) {
      if (labels.endsInLabel(key)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a token is a label that the form numbers, its number elsewhere. */
  boolean isWithoutNumber(Token token) {
    return numbered.contains(token.key());
  }

  /** Whether a token can hardly be anything but a row's label, some characters lost. */
  boolean isDamagedLabel(Token token) {
    if (token.key().length() < 3) {
      return false;
    }
    for (RowLabels labels : all) {
      if (labels.isDamagedLabel(token.key())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a token names one of the rows that the form prints side by side; some print them below
   * each other.
   */
  boolean isSideways(Token token) {
    return sideways.contains(token.key());
  }

  /**
   * Whether a token begins as one of those rows' names does, so that it may be one of the headings
   * that the form prints side by side.
   */
  boolean beginsSideways(Token token) {
    String key = token.key();
    return key.length() >= 2
        && sideways.stream().anyMatch(name -> name.startsWith(key.substring(0, 2)));
  }
}
