/** The terminal door: check and watch. */
@NullMarked
package org.gongkai.cli;

import org.jspecify.annotations.NullMarked;
