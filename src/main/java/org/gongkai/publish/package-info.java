/** Results to what people and programs read: JSON, badge, page, overview, CSV. */
@NullMarked
package org.gongkai.publish;

import org.jspecify.annotations.NullMarked;
