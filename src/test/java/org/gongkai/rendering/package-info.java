/**
 * Tests the reader: generates reports, renders them in all ways in which pages, exports and saved
 * texts look, and knows what a careful person would read in each.
 */
@NullMarked
package org.gongkai.rendering;

import org.jspecify.annotations.NullMarked;
