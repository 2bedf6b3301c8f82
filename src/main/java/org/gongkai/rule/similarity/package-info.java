/** How much of a text was taken from another. */
@NullMarked
package org.gongkai.rule.similarity;

import org.jspecify.annotations.NullMarked;
