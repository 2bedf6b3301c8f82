/**
 * Generates reports and renders them in the formats of portals, office programs and exports, with
 * the reading that a careful person would expect of each.
 *
 * <p>{@code GeneratedReport} is the content, {@code RenderingOptions} how it becomes a file, {@code
 * Renderings} the list of all renderings and a command, {@code RenderingCheck} compares the reading
 * with the expected one.
 */
@NullMarked
package org.gongkai.rendering;

import org.jspecify.annotations.NullMarked;
