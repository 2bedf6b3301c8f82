/**
 * {@code gongkai serve}: a page on this machine alone, onto which reports are dropped. Results are
 * kept in memory until the program ends; nothing is stored or sent.
 *
 * <p>{@link org.gongkai.cli.serve.LocalServer} answers requests, {@code RequestGuard} turns away
 * other web pages, {@code CheckedReports} keeps what was checked.
 */
@NullMarked
package org.gongkai.cli.serve;

import org.jspecify.annotations.NullMarked;
