/**
 * The adversary of the reader: draws reports, renders them in every way that pages, exports and
 * saved texts have been seen to look, and tells what a careful human would read in each.
 */
@NullMarked
package org.gongkai.rendering;

import org.jspecify.annotations.NullMarked;
