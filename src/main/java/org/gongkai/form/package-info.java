/**
 * The prescribed form as data: editions, tables, rows, columns, labels and the relations between
 * cells.
 *
 * <p>This package does not depend on documents. To add an edition, write a class like {@link
 * org.gongkai.form.Edition2021}, and list it in {@link org.gongkai.form.Editions}.
 */
@NullMarked
package org.gongkai.form;

import org.jspecify.annotations.NullMarked;
