/**
 * Aligns a document with the form: finds its tables, rows and columns, and what each cell holds.
 */
@NullMarked
package org.gongkai.report.align;

import org.jspecify.annotations.NullMarked;
