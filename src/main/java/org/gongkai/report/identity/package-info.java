/** Reads whose report it is, of which year, published when, and what else a document may be. */
@NullMarked
package org.gongkai.report.identity;

import org.jspecify.annotations.NullMarked;
