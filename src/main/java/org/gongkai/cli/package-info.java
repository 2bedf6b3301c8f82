/**
 * The command line. {@code Main} lists the commands, each a class {@code …Command}.
 *
 * <p>{@code CheckOptions} are the options of all commands that check; {@code OutputFormat} is what
 * {@code check} prints; {@code Terminal} decides on language and colours; {@code UserError} words
 * errors. Help texts are in {@code Help.properties}.
 */
@NullMarked
package org.gongkai.cli;

import org.jspecify.annotations.NullMarked;
