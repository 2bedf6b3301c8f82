/**
 * Tools for characters and words of any text: normalisation for matching, Chinese numerals, units,
 * character references.
 */
@NullMarked
package org.gongkai.text;

import org.jspecify.annotations.NullMarked;
