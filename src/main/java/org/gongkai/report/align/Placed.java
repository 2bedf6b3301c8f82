package org.gongkai.report.align;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with its figures in their columns.
 *
 * @param label the row's label as printed; null where none is
 * @param cells for each of the form's columns the cell that stands there; null where nothing is
 *     printed
 * @param sure whether the places are certain
 * @param loose the figures of a row that has fewer than columns, in order; empty where all are
 *     placed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Placed(
    @Nullable Token label, @Nullable Token[] cells, boolean sure, List<Token> loose) {}
