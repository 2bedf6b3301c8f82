/** Finds the sections of a report: their headings and the prose in each. */
@NullMarked
package org.gongkai.report.section;

import org.jspecify.annotations.NullMarked;
