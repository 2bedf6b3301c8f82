/** Plain text: lines, tabs and strokes to blocks. */
@NullMarked
package org.gongkai.document.text;

import org.jspecify.annotations.NullMarked;
