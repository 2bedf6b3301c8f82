/** Benchmarks: docs/benchmarks.md says how to run them and what came out. */
@NullMarked
package org.gongkai.bench;

import org.jspecify.annotations.NullMarked;
