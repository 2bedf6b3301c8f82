/** What is packed: zip archives and gzip, unpacked within limits. */
@NullMarked
package org.gongkai.document.archive;

import org.jspecify.annotations.NullMarked;
