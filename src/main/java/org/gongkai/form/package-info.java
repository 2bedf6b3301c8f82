/**
 * The prescribed form as data: editions, tables, rows, columns, labels and the relations between
 * cells.
 *
 * <p>This package knows no documents. A new edition is a new class beside {@link
 * org.gongkai.form.Edition2021}, named in {@link org.gongkai.form.Editions}; nothing else changes.
 */
@NullMarked
package org.gongkai.form;

import org.jspecify.annotations.NullMarked;
