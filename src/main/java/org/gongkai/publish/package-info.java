/**
 * Publishes results: JSON, badge, page, overview, CSV.
 *
 * <p>Badge and pages are Mustache templates ({@code src/main/templates}), compiled to Java. A
 * record annotated with {@code @JStache} is the model of its template.
 */
@NullMarked
@JStacheConfig(type = JStacheType.STACHE, pathing = @JStachePath(suffix = ".mustache"))
package org.gongkai.publish;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import io.jstach.jstache.JStacheType;
import org.jspecify.annotations.NullMarked;
