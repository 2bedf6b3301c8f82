package org.gongkai.rule.similarity;

import org.gongkai.rule.Message;

/**
 * Two reports of different bodies with nearly the same text.
 *
 * @param one the name of the report that was added first
 * @param other the name of the other
 * @param similarity the share of both texts that is the same, 0 to 1, give or take 0.05
 * @param message a sentence that says so
 */
public record SimilarReports(String one, String other, double similarity, Message message) {}
