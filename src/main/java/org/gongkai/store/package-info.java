/** Where reports come from and outputs go: one small interface, S3 and a folder behind it. */
@NullMarked
package org.gongkai.store;

import org.jspecify.annotations.NullMarked;
