/**
 * Aligns a document with the form: the form is known, so what is there is laid beside it.
 *
 * <p>How a table is read, in five sentences:
 *
 * <ol>
 *   <li>The {@link org.gongkai.report.align.Tokenizer} makes labels and values of blocks, and the
 *       {@link org.gongkai.report.align.UnitCutter} units: the values that stand together with the
 *       words before them.
 *   <li>The {@link org.gongkai.report.align.Chain} finds the rows, by dynamic programming over how
 *       like a label the words are and how near the units stand; the {@link
 *       org.gongkai.report.align.RowFiller} gives rows that no label tells what stands in their
 *       place.
 *   <li>The {@link org.gongkai.report.align.WayFinder} enumerates the ways to take n of m cells for
 *       a row's columns and scores each by the headings above, the cells below, what is left out
 *       and the row's sums; table IV is one row of fifteen columns.
 *   <li>The {@link org.gongkai.report.align.TablePlacer} decides: of the candidates (the form's
 *       order or the printed one, blank cells in place or not) the best score wins, ways within a
 *       margin of a row's best are kept, and the relations ({@link
 *       org.gongkai.report.align.RelationSearch}) weigh those that differ in places only.
 *   <li>A cell is placed where nearly all of that weight agrees on it; else it is unplaced and has
 *       no value, and what its row may hold all the same is a {@link org.gongkai.report.LooseRow}.
 * </ol>
 *
 * <p>The margin (2) and the share (0.95) were set with planted errors: reports in which a figure of
 * table III or IV is changed, printed with blank cells in place, dropped and moved to the row's
 * end, between strokes, on lines and between spaces. With them no cell is read wrong and no broken
 * sum passes ({@code BlankCellsPropertyTest}); what cannot be told is unplaced.
 */
@NullMarked
package org.gongkai.report.align;

import org.jspecify.annotations.NullMarked;
