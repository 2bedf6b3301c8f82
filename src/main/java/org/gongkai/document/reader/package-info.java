/** The way in: tells the format of a file and has it read. */
@NullMarked
package org.gongkai.document.reader;

import org.jspecify.annotations.NullMarked;
