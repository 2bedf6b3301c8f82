/**
 * The entry point of the library: {@link org.gongkai.Gongkai#check(byte[], String)} takes bytes and
 * gives a result.
 */
@NullMarked
package org.gongkai;

import org.jspecify.annotations.NullMarked;
