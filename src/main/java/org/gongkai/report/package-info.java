/**
 * Lines a document up with the form: finds sections, tables and cells, each with where it stood.
 */
@NullMarked
package org.gongkai.report;

import org.jspecify.annotations.NullMarked;
