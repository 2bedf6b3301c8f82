/** Word documents of 2007 and later: the parts of the archive to blocks. */
@NullMarked
package org.gongkai.document.docx;

import org.jspecify.annotations.NullMarked;
