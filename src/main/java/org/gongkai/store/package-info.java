/**
 * Stores for reports and outputs: one interface, implemented for folders here and for S3 in {@code
 * lambda}.
 */
@NullMarked
package org.gongkai.store;

import org.jspecify.annotations.NullMarked;
