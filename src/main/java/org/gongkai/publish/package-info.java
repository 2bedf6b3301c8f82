/**
 * Results to what people and programs read: JSON, badge, page, overview, CSV.
 *
 * <p>Badge and pages are templates ({@code src/main/templates}, Mustache) that the compiler makes
 * plain Java of. A record annotated with {@code @JStache} is what its template may use.
 */
@NullMarked
@JStacheConfig(type = JStacheType.STACHE, pathing = @JStachePath(suffix = ".mustache"))
package org.gongkai.publish;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import io.jstach.jstache.JStacheType;
import org.jspecify.annotations.NullMarked;
