package org.gongkai.document.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds tables: where lines cross. */
final class TableFinder {
  /** Lines nearer than that meet; a table's line lies no further from where it is drawn. */
  static final float NEAR = 3;

  /** Lines of a dashed or dotted line. */
  private static final float DASH = 3.2f;

  private static final float SHORT = 4;

  /**
   * Where the lines of a page are more than a table's, as in a drawing, short ones are left out.
   */
  private static final int MANY = 4_000;

  private static final float LONG = 12;
  private static final int MAX_CELLS = 50_000;

  /** A table may lack its outer lines; others then reach beyond by more than that. */
  private static final float BEYOND = 8;

  private TableFinder() {}

  /** The tables of a page, the smallest first. */
  static List<RuledTable> find(PdfPage page) {
    List<Ruling> across = merge(page.rulings(), true);
    List<Ruling> down = merge(page.rulings(), false);
    if (across.size() + down.size() > MANY) {
      across.removeIf(ruling -> ruling.length() < LONG);
      down.removeIf(ruling -> ruling.length() < LONG);
    }
    if (across.size() + down.size() > MANY) {
      return List.of();
    }
    List<RuledTable> tables = new ArrayList<>();
    for (List<Ruling> group : groups(across, down)) {
      RuledTable table = table(group);
      if (table != null) {
        tables.add(table);
      }
    }
    tables.sort(Comparator.comparingDouble(table -> table.box().area()));
    return tables;
  }

  /** Lines on one line are one where no more than a gap is between them. */
  private static List<Ruling> merge(List<Ruling> all, boolean horizontal) {
    List<Ruling> sorted = new ArrayList<>();
    for (Ruling ruling : all) {
      if (ruling.horizontal() == horizontal) {
        sorted.add(ruling);
      }
    }
    sorted.sort(Comparator.comparingDouble(Ruling::at));
    List<Ruling> merged = new ArrayList<>();
    for (int from = 0; from < sorted.size(); ) {
      int to = from + 1;
      while (to < sorted.size()
          && sorted.get(to).at() - sorted.get(to - 1).at() <= .8f
          && sorted.get(to).at() - sorted.get(from).at() <= 1.6f) {
        to++;
      }
      List<Ruling> band = new ArrayList<>(sorted.subList(from, to));
      band.sort(Comparator.comparingDouble(Ruling::from));
      Ruling open = null;
      for (Ruling ruling : band) {
        if (open != null && ruling.from() <= open.to() + DASH) {
          open = new Ruling(horizontal, open.from(), Math.max(open.to(), ruling.to()), open.at());
          merged.set(merged.size() - 1, open);
        } else {
          open = ruling;
          merged.add(open);
        }
      }
      from = to;
    }
    merged.removeIf(ruling -> ruling.length() < SHORT);
    return merged;
  }

  /** Lines that cross, directly or by others. */
  private static List<List<Ruling>> groups(List<Ruling> across, List<Ruling> down) {
    List<List<Ruling>> groups = new ArrayList<>();
    while (!across.isEmpty()) {
      List<Ruling> group = new ArrayList<>();
      group.add(across.remove(across.size() - 1));
      for (int i = 0; i < group.size(); i++) {
        Ruling ruling = group.get(i);
        List<Ruling> others = ruling.horizontal() ? down : across;
        for (Ruling other : others) {
          if (ruling.crosses(other, NEAR)) {
            group.add(other);
          }
        }
        others.removeIf(other -> ruling.crosses(other, NEAR));
      }
      groups.add(group);
    }
    return groups;
  }

  private static @Nullable RuledTable table(List<Ruling> rulings) {
    List<Float> x = new ArrayList<>();
    List<Float> y = new ArrayList<>();
    float left = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (Ruling ruling : rulings) {
      if (ruling.horizontal()) {
        y.add(ruling.at());
        left = Math.min(left, ruling.from());
        right = Math.max(right, ruling.to());
      } else {
        x.add(ruling.at());
        top = Math.min(top, ruling.from());
        bottom = Math.max(bottom, ruling.to());
      }
    }
    if (x.isEmpty() || y.isEmpty() || rulings.size() < 4) {
      return null;
    }
    complete(x, left, right);
    complete(y, top, bottom);
    float[] xs = cluster(x);
    float[] ys = cluster(y);
    long cells = (long) (xs.length - 1) * (ys.length - 1);
    if (cells < 2 || cells > MAX_CELLS) {
      return null;
    }
    RuledTable table = new RuledTable(xs, ys, rulings);
    return table.cells().size() < 2 ? null : table;
  }

  /** The outer lines that a table lacks, told by how far the others reach. */
  private static void complete(List<Float> at, float from, float to) {
    float first = Collections.min(at);
    float last = Collections.max(at);
    if (from < first - BEYOND) {
      at.add(from);
    }
    if (to > last + BEYOND) {
      at.add(to);
    }
  }

  /** The lines of a table, each once: between two that are nearer than a row is high is none. */
  private static float[] cluster(List<Float> at) {
    Collections.sort(at);
    float[] clusters = new float[at.size()];
    int count = 0;
    for (int from = 0; from < at.size(); ) {
      int to = from + 1;
      while (to < at.size() && at.get(to) - at.get(from) <= 2 * NEAR) {
        to++;
      }
      clusters[count++] = (at.get(from) + at.get(to - 1)) / 2;
      from = to;
    }
    return Arrays.copyOf(clusters, count);
  }
}
