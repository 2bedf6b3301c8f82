/**
 * Reads the figures in the prose of a report, and the rules that compare them with the tables.
 *
 * <p>{@link org.gongkai.rule.narrative.Prose} is the text; {@code Lexer} splits a sentence into
 * words by {@code words.txt}; {@code SentenceReader} and {@code ClauseReader} read them into {@link
 * org.gongkai.rule.narrative.Claim}s, each about cells ({@link org.gongkai.rule.narrative.Target});
 * {@link org.gongkai.rule.narrative.Narrative} compares claims with the tables.
 */
@NullMarked
package org.gongkai.rule.narrative;

import org.jspecify.annotations.NullMarked;
