/**
 * Checks a report: the catalogue of rules, the rules, and their findings and diagnoses.
 *
 * <p>A rule is a class that implements {@link org.gongkai.rule.Rule}, in the subpackage of its
 * subject; that package's list ({@code TableRules}, {@code ContentRules} …) names it, and {@link
 * org.gongkai.rule.Catalogue} has its severity, basis and messages. {@link org.gongkai.rule.Rules}
 * runs all of them.
 */
@NullMarked
package org.gongkai.rule;

import org.jspecify.annotations.NullMarked;
