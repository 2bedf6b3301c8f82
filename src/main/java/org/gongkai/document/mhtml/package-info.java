/** Pages saved as a single file (RFC 2557). */
@NullMarked
package org.gongkai.document.mhtml;

import org.jspecify.annotations.NullMarked;
