/**
 * Characters and words of any text: folding for matching, Chinese numerals, widths, character
 * references.
 */
@NullMarked
package org.gongkai.text;

import org.jspecify.annotations.NullMarked;
