/**
 * Publishes results: JSON, badge, page, letter, overview, CSV.
 *
 * <p>Begin with {@link org.gongkai.publish.Output} (the files of one report) and {@link
 * org.gongkai.publish.Overview} (the files about many). {@code ReportPage} and its {@code Page…}
 * classes are the page of a report, {@code ResultJson} writes {@code result.json}, {@code Badge}
 * the badge, {@code FeedbackLetter} the letter; {@code VerdictText} has the words of verdicts.
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
