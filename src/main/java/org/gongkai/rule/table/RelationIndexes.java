package org.gongkai.rule.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.form.Cell;
import org.gongkai.form.Edition;
import org.gongkai.form.Relation;
import org.gongkai.form.Row;

/**
 * The relations of an edition over cell indexes, made once an edition, so that checking is
 * arithmetic over arrays.
 */
final class RelationIndexes {
  private static final Map<Edition, RelationIndexes> ALL = new ConcurrentHashMap<>();

  final Relation[] relations;
  final int[][] parts;
  final int[][] totals;

  /** Whether the parts are in one row, so that a loose row can replace them. */
  final boolean[] alongRow;

  /** The first cell of the rows in use, with the relation along it. */
  private final Map<Row, Integer> alongRows = new HashMap<>();

  private RelationIndexes(Edition edition) {
    List<Relation> all = edition.relations();
    relations = all.toArray(Relation[]::new);
    parts = new int[relations.length][];
    totals = new int[relations.length][];
    alongRow = new boolean[relations.length];
    for (int i = 0; i < relations.length; i++) {
      Relation relation = relations[i];
      parts[i] = indexes(relation.parts());
      totals[i] = indexes(relation.totals());
      Row row = relation.totals().get(0).row();
      alongRow[i] = relation.totals().size() == 1 && relation.parts().get(0).row() == row;
      if (alongRow[i]) {
        alongRows.put(row, i);
      }
    }
  }

  static RelationIndexes of(Edition edition) {
    return ALL.computeIfAbsent(edition, RelationIndexes::new);
  }

  /** The relation along a row; -1 for a row without one. */
  int alongRow(Row row) {
    return alongRows.getOrDefault(row, -1);
  }

  private static int[] indexes(List<Cell> cells) {
    return cells.stream().mapToInt(Cell::index).toArray();
  }
}
