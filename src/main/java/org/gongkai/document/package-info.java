/**
 * What every format becomes: paragraphs and grids that know where they are in the file. Start at
 * {@link org.gongkai.document.reader.DocumentReader}; a package below this one reads a format.
 * Knows no form.
 */
@NullMarked
package org.gongkai.document;

import org.jspecify.annotations.NullMarked;
