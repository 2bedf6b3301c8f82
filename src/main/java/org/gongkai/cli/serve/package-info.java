/**
 * {@code gongkai serve}: a web page on this machine only, for dropping reports onto. Results are
 * kept in memory until the program ends; nothing is stored or sent.
 *
 * <p>{@link org.gongkai.cli.serve.LocalServer} answers requests, {@code RequestGuard} rejects
 * requests of other web pages, {@code CheckedReports} keeps the results.
 */
@NullMarked
package org.gongkai.cli.serve;

import org.jspecify.annotations.NullMarked;
