/** Characters: what is seen, digits, widths, references, what Han text looks like. */
@NullMarked
package org.gongkai.text;

import org.jspecify.annotations.NullMarked;
