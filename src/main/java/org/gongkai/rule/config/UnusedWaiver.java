package org.gongkai.rule.config;

import org.gongkai.rule.Message;

/**
 * A waiver that had no effect in a run.
 *
 * @param waiver the waiver
 * @param why it has expired, or matches no finding; a sentence
 */
public record UnusedWaiver(Waiver waiver, Message why) {}
