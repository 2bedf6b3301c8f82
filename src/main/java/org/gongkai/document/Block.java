package org.gongkai.document;

/** A piece of a document: a paragraph or a grid, in reading order. */
public sealed interface Block permits Paragraph, Grid {}
