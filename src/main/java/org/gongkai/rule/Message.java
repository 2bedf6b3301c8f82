package org.gongkai.rule;

/** What is said to people, in both languages, as plain text. */
public record Message(String zh, String en) {}
