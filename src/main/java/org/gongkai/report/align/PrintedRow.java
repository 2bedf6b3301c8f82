package org.gongkai.report.align;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table as printed, before its cells are placed in the form's columns.
 *
 * @param label its label; null where none is printed
 * @param cells what is printed behind the label, in order; blanks too where they can be seen
 * @param headings for each cell the form's column that the heading above it names ({@link
 *     ColumnHeadings#NONE} for none)
 * @param grid whether it is a row of a grid in which every cell is to be seen
 * @param sure whether it is certain that this is the row
 */
@SuppressWarnings("ArrayRecordComponent")
record PrintedRow(
    @Nullable Token label, List<Token> cells, int[] headings, boolean grid, boolean sure) {}
