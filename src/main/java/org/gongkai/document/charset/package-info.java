/** Bytes to characters: byte order mark, strict UTF-8, declaration, detection. */
@NullMarked
package org.gongkai.document.charset;

import org.jspecify.annotations.NullMarked;
