/** Measures how much of a text was copied from another. */
@NullMarked
package org.gongkai.rule.similarity;

import org.jspecify.annotations.NullMarked;
