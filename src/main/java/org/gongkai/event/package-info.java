/** Every event of the contract in, the answer its caller expects out. No cloud, no framework. */
@NullMarked
package org.gongkai.event;

import org.jspecify.annotations.NullMarked;
