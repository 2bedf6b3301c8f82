/**
 * Suggests corrections of broken relations and how certain they are.
 *
 * <p>{@link org.gongkai.rule.diagnosis.Diagnoser} is the entry point. {@code Equations} are the
 * relations as equations; {@code Solver} finds the smallest changes that make them hold; the {@code
 * …Finder} classes find typical errors of people (shifted rows, mistyped digits); {@code
 * NarrativeEvidence} weighs them by the text.
 */
@NullMarked
package org.gongkai.rule.diagnosis;

import org.jspecify.annotations.NullMarked;
