/** Pages: jsoup's tree to blocks. */
@NullMarked
package org.gongkai.document.html;

import org.jspecify.annotations.NullMarked;
