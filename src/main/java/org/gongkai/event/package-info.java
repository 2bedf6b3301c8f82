/**
 * Handles every event of the contract and answers as its caller expects, without a cloud or
 * framework.
 *
 * <p>{@link org.gongkai.event.EventHandler} is the entry point. {@code EventParser} turns JSON into
 * a {@code ParsedEvent}; {@code OutputReconciler} brings the outputs of one report up to date with
 * {@code ReportProcessor}; {@code Answer} builds answers; {@code AdjacentYearFinder} compares
 * years; {@code OverviewMaker} makes the overview; {@link org.gongkai.event.RuleSource} provides
 * the configured rules.
 */
@NullMarked
package org.gongkai.event;

import org.jspecify.annotations.NullMarked;
