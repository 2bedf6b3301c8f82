/**
 * Aligns the cells of a document with the known rows and columns of the form.
 *
 * <p>How a table is read, in five sentences:
 *
 * <ol>
 *   <li>The {@link org.gongkai.report.align.Tokenizer} makes labels and values of blocks, and the
 *       {@link org.gongkai.report.align.UnitCutter} units: the values that stand together with the
 *       words before them.
 *   <li>The {@link org.gongkai.report.align.Chain} finds the rows, by dynamic programming over how
 *       like a label ({@link org.gongkai.report.align.RowLabels}) the words are and how near the
 *       units stand; the {@link org.gongkai.report.align.RowFiller} gives rows that no label tells
 *       what stands in their place.
 *   <li>The {@link org.gongkai.report.align.WayFinder} enumerates the ways to take n of m cells for
 *       a row's columns and scores each by the {@link org.gongkai.report.align.ColumnHeadings}, the
 *       cells below, what is left out and the row's sums; table IV is one row of fifteen columns.
 *   <li>The {@link org.gongkai.report.align.TablePlacer} decides: of the candidates (the form's
 *       order or the printed one, blank cells in place or not) the best score wins; scores are
 *       decimal logarithms of likelihoods, so that each way has a weight, which the relations
 *       ({@link org.gongkai.report.align.RelationSearch}) change for those that differ in places
 *       only.
 *   <li>A cell is placed where 99 % of the weight agree on what is printed there; else, and where
 *       {@link org.gongkai.report.align.DisorderDetector} finds that a line's figures may be
 *       another's, it is unplaced and has no value, and what its row may hold all the same is a
 *       {@link org.gongkai.report.LooseRow}.
 * </ol>
 *
 * <p>A sum that holds counts the more the larger it is, and one that is broken costs no more than a
 * mistyped figure: in a row that lost cells, a wrong figure in the right place often explains as
 * much as right figures in wrong ones. The weights were set with planted errors: reports in which a
 * figure of table III or IV is changed, printed with blank cells in place, dropped and moved to the
 * row's end, between strokes, on lines and between spaces. Of 1,500 of them one has a cell that is
 * read wrong, no consistent one fails and no broken sum passes ({@code BlankCellsPropertyTest});
 * what cannot be told is unplaced.
 */
@NullMarked
package org.gongkai.report.align;

import org.jspecify.annotations.NullMarked;
