/**
 * Bytes to blocks: tells the format and the charset, repairs what is broken, and gives paragraphs
 * and grids that know where they stood. Knows no form.
 */
@NullMarked
package org.gongkai.document;

import org.jspecify.annotations.NullMarked;
