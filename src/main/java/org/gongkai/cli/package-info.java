/** The command line: check, watch, serve, overview, rules and explain. */
@NullMarked
package org.gongkai.cli;

import org.jspecify.annotations.NullMarked;
