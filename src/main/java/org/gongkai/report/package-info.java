/**
 * What a report says: whose it is, its sections, and what each cell of the form's tables holds,
 * each with its place. {@link org.gongkai.report.ReportReader} reads it out of a document; the ways
 * to it are {@code align} (tables), {@code section} and {@code identity}.
 */
@NullMarked
package org.gongkai.report;

import org.jspecify.annotations.NullMarked;
