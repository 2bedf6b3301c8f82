package org.gongkai.rule;

/** A message to people, as plain text in Chinese and English. */
public record Message(String zh, String en) {}
